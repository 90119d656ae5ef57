import { addDays, chinaCalendar, type LocalDate } from '@anjuan/law';
import fc from 'fast-check';
import { majorPenalty, paid, served } from '../histories.testing.js';
import { fileOf, happened } from '../testing.js';
import { surchargeOf } from './surcharge.js';

/** Served on 2026-06-08: the fifteen days end on 2026-06-23. */
const lastDay = '2026-06-23';
const fine = 18_400_000;
const dayAfterService = (days: number): LocalDate => addDays('2026-06-09', days);

type Paid = Readonly<{ on: LocalDate; fen: number }>;
type Pause = Readonly<{ from: LocalDate; to: LocalDate }>;
type Course = Readonly<{ payments: readonly Paid[]; pauses: readonly Pause[]; deferred: boolean }>;

const day = fc.integer({ min: 0, max: 80 }).map(dayAfterService);
const courses: fc.Arbitrary<Course> = fc.record({
  payments: fc.array(fc.record({ on: day, fen: fc.integer({ min: 1, max: fine / 4 }) }), { maxLength: 4 }),
  pauses: fc.array(
    fc.record({ from: day, days: fc.integer({ min: 0, max: 20 }) }).map(({ from, days }) => ({
      from,
      to: addDays(from, days),
    })),
    { maxLength: 3 },
  ),
  deferred: fc.boolean(),
});
const until = '2026-07-15';

const fileWith = ({ payments, pauses, deferred }: Course) => ({
  ...fileOf(
    ...served(majorPenalty),
    ...(deferred ? [happened('DeferralApproved', '2026-06-09', 'tang', { until, application: 12 })] : []),
    ...payments.map(({ on, fen }) => paid(on, 'fine', fen)),
  ),
  remedies: pauses.map(({ from, to }, index) => ({
    entry: 20 + 2 * index,
    kind: 'litigation' as const,
    acceptedOn: from,
    concluded: { entry: 21 + 2 * index, on: to, outcome: 'upheld' as const },
  })),
});
const accrued = (course: Course, today: LocalDate): number =>
  surchargeOf(fileWith(course), today, chinaCalendar).accrued;

/** Day by day, as one would count it on one's fingers: each part until it was paid, and never above itself. */
const counted = ({ payments, pauses, deferred }: Course, today: LocalDate): number => {
  const late = (last: LocalDate): number => {
    let days = 0;
    for (let on = addDays(deferred ? until : lastDay, 1); on <= last; on = addDays(on, 1)) {
      if (!pauses.some(({ from, to }) => from <= on && on <= to)) days += 1;
    }
    return days;
  };
  const came = payments.filter(({ on }) => on <= today);
  const rest = fine - came.reduce((sum, { fen }) => sum + fen, 0);
  return [...came, { on: today, fen: rest }]
    .map(({ on, fen }) => Math.min(fen, (3 * fen * late(on)) / 100))
    .reduce((sum, fen) => sum + fen, 0);
};

describe('the surcharge, whatever the party does', () => {
  it('is what one counts day by day, less than a fen for each payment apart', () => {
    fc.assert(
      fc.property(courses, day, (course, today) => {
        const difference = counted(course, today) - accrued(course, today);
        expect(difference).toBeGreaterThan(-0.001);
        expect(difference).toBeLessThan(course.payments.length + 1);
      }),
    );
  });

  it('never shrinks with time, and never outgrows the fine', () => {
    fc.assert(
      fc.property(courses, day, day, (course, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(accrued(course, early)).toBeLessThanOrEqual(accrued(course, late) + course.payments.length);
        expect(accrued(course, late)).toBeLessThanOrEqual(fine);
      }),
    );
  });
});
