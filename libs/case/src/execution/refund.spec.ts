import { chinaCalendar, type LocalDate } from '@anjuan/law';
import { changeCarriedOut, refundOwed } from '../decision-change/carried-out.js';
import { changed, lighter } from '../decision-change/changed.testing.js';
import { disposedOf, majorPenalty, paid, served } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { owedBothWays } from './refund.js';
import { surchargeOf } from './surcharge.js';

/** Served on 2026-06-08, due on 2026-06-23; a fine of 184,000 yuan is halved by a reconsideration in August. */
const halvedAfter = (...payments: readonly Happened[]): readonly Happened[] => {
  const before = [...served(majorPenalty), ...payments];
  return [
    ...before,
    happened('RemedyAccepted', '2026-07-27', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      notice: paper('acceptance'),
    }),
    happened('RemedyConcluded', '2026-08-20', 'lin', {
      remedy: before.length,
      outcome: 'changed',
      ordered: lighter,
      paper: paper('outcome'),
    }),
    changed({ kind: 'changed', outcome: lighter, remedy: before.length }),
  ];
};
const day = { today: '2026-08-25', calendar: chinaCalendar };
const refund = (fen: number) =>
  ({
    on: day.today,
    by: 'lin',
    act: 'decision-change/record-refund',
    entry: { fen, receipt: paper('treasury') },
  }) as const;
const back = (fen: number): Happened =>
  happened('MoneyRefunded', day.today, 'lin', { fen, receipt: paper('treasury') });
const close = { on: day.today, by: 'lin', act: 'closure/request', entry: { ground: 'executed' } } as const;

describe('what is given back after a fine was lowered', () => {
  /** Seventeen days late, at 5,520 yuan a day. */
  const late = halvedAfter(
    paid('2026-07-10', 'fine', 18_400_000),
    paid('2026-07-10', 'surcharge', 17 * 552_000),
  );
  const surcharge = (17 * 552_000) / 2;

  it('is also the surcharge that ran up on the part that fell away (APL 72(1)(1))', () => {
    expect(owedBothWays(fileOf(...late), day).refund).toBe(9_200_000 + surcharge);
    given(...late)
      .when(refund(9_200_000 + surcharge + 1))
      .thenRefused(refundOwed);
    given(...late)
      .when(refund(9_200_000 + surcharge))
      .then({
        type: 'MoneyRefunded',
        data: {
          fen: 9_200_000 + surcharge,
          receipt: paper('treasury'),
          of: { fine: 9_200_000, 'illegal-gains': 0, surcharge },
        },
      });
  });

  it('is measured on the day on which it was given back, not on that of its entry', () => {
    // A tenth of the fine is unpaid: what runs up on it until a later day is no ground to keep the refund.
    const history = halvedAfter(
      paid('2026-07-10', 'fine', 9_000_000),
      paid('2026-07-10', 'surcharge', 17 * 552_000),
    );
    const owed = (today: LocalDate): number =>
      owedBothWays(fileOf(...history), { today, calendar: chinaCalendar }).refund;
    const [change, now] = ['2026-08-21', '2026-08-25'] as const;
    expect(owed(change)).toBeGreaterThan(owed(now));
    const enter = (fen: number, occurredAt?: string) =>
      given(...history).when({
        on: now,
        by: 'lin',
        act: 'decision-change/record-refund',
        entry: { fen, receipt: paper('treasury'), ...(occurredAt && { occurredAt, lateReason: '补录' }) },
      });
    enter(owed(change)).thenRefused(refundOwed);
    enter(owed(change), morningOf(change)).thenRecords('MoneyRefunded');
    enter(owed(change) + 1, morningOf(change)).thenRefused(refundOwed);
    // Before the change nothing is due: a day before it is measured as that of the change.
    enter(owed(change), morningOf('2026-08-01')).thenRecords('MoneyRefunded');
    enter(owed(change) + 1, morningOf('2026-08-01')).thenRefused(refundOwed);
  });

  it('and the case is not closed before', () => {
    const of = { fine: 9_200_000, 'illegal-gains': 0, surcharge: 0 };
    const fineAlone = happened('MoneyRefunded', day.today, 'lin', {
      fen: 9_200_000,
      receipt: paper('treasury'),
      of,
    });
    given(...late, disposedOf('2026-08-24'), fineAlone)
      .when(close)
      .thenRefused(changeCarriedOut);
    const all = fileOf(
      ...late,
      fineAlone,
      happened('MoneyRefunded', day.today, 'lin', {
        fen: surcharge,
        receipt: paper('treasury'),
        of: { ...of, fine: 0, surcharge },
      }),
    );
    expect(owedBothWays(all, day)).toMatchObject({
      refund: 0,
      paid: { fine: 9_200_000, surcharge },
      left: { fine: 0 },
    });
    expect(surchargeOf(all, day.today, chinaCalendar).left).toBe(0);
  });

  it('is taken off the latest payments: what was paid in time stays paid in time', () => {
    const history = halvedAfter(
      paid('2026-06-20', 'fine', 11_040_000),
      paid('2026-07-23', 'fine', 7_360_000),
    );
    const nothing = { accrued: 0, waived: 0, paid: 0, left: 0 };
    expect(surchargeOf(fileOf(...history), day.today, chinaCalendar)).toStrictEqual(nothing);
    // In two parts, of which the events of before say not what they are of.
    for (const refunds of [[back(9_200_000)], [back(2_000_000), back(7_200_000)]]) {
      const file = fileOf(...history, ...refunds);
      expect(surchargeOf(file, '2026-10-01', chinaCalendar)).toStrictEqual(nothing);
      expect(owedBothWays(file, day)).toMatchObject({ refund: 0, paid: { fine: 9_200_000 } });
      expect(file.execution.payments.map(({ returned }) => returned)).toStrictEqual([1_840_000, 7_360_000]);
    }
  });

  it('a payment that is entered after the refund is not what was given back', () => {
    const history = halvedAfter(paid('2026-06-20', 'fine', 9_300_000));
    const file = fileOf(...history, back(100_000), paid('2026-08-26', 'illegal-gains', 1));
    expect(file.execution.payments.map(({ returned }) => returned)).toStrictEqual([100_000, undefined]);
  });
});
