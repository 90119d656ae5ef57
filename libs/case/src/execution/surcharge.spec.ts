import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { changed, lighter, ordered } from '../decision-change/changed.testing.js';
import { majorPenalty, onTheSpot, paid, served } from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { deferralAhead, overdue } from './later-payment-provisions.js';
import { surchargeOf } from './surcharge.js';

/** Served on 2026-06-08: fifteen days end on 2026-06-23. A fine of 184,000 yuan: 5,520 yuan a day. */
const due = served(majorPenalty);
const aDay = 552_000;
const ranUp = (today: string, ...history: readonly Happened[]) =>
  surchargeOf(fileOf(...due, ...history), today, chinaCalendar).accrued;
const applied = happened('InstalmentsAppliedFor', '2026-06-20', 'lin', {
  reason: '资金周转困难',
  application: paper('application'),
});
const agreement = paper('agreement');
const agreed = (data: {
  plan: { due: string; fen: number }[];
  waived: number;
  surcharge: number;
}): Happened => happened('ExecutionAgreed', '2026-06-26', 'tang', { ...data, agreement });

describe('the surcharge (APL 72(1)(1))', () => {
  it('begins on the day after the last of the fifteen days', () => {
    expect(ranUp('2026-06-23')).toBe(0);
    expect(ranUp('2026-06-24')).toBe(aDay);
    expect(ranUp('2026-06-26')).toBe(3 * aDay);
  });

  it('reaches the fine on the thirty-fourth day and stops there', () => {
    expect(ranUp('2026-07-26')).toBe(33 * aDay);
    expect(ranUp('2026-07-27')).toBe(18_400_000);
    expect(ranUp('2027-07-27')).toBe(18_400_000);
  });

  it('runs on what is unpaid, and no longer than until it was paid', () => {
    expect(ranUp('2026-07-10', paid('2026-06-20', 'fine', 18_400_000))).toBe(0);
    expect(ranUp('2026-07-10', paid('2026-06-25', 'fine', 18_400_000))).toBe(2 * aDay);
    expect(ranUp('2026-06-26', paid('2026-06-20', 'fine', 9_200_000))).toBe((3 * aDay) / 2);
  });

  it('stands still while a remedy is pending, spans merged (APL 73(3))', () => {
    const file = fileOf(...due);
    const remedies = [
      {
        entry: 12,
        kind: 'reconsideration',
        acceptedOn: '2026-06-25',
        concluded: { entry: 13, on: '2026-06-30', outcome: 'upheld' },
      },
      { entry: 14, kind: 'litigation', acceptedOn: '2026-06-29' },
    ] as const;
    expect(surchargeOf({ ...file, remedies }, '2026-07-20', chinaCalendar).accrued).toBe(aDay);
    const [first] = remedies;
    expect(surchargeOf({ ...file, remedies: [first] }, '2026-07-02', chinaCalendar).accrued).toBe(3 * aDay);
  });

  it('does not run during a deferral, and keeps what had run up before (SAMR-P 74)', () => {
    const deferred = happened('DeferralApproved', '2026-06-22', 'tang', {
      until: '2026-07-31',
      application: 12,
    });
    expect(ranUp('2026-07-31', applied, deferred)).toBe(0);
    expect(ranUp('2026-08-01', applied, deferred)).toBe(aDay);
    const afterwards = happened('DeferralApproved', '2026-06-25', 'tang', {
      until: '2026-07-31',
      application: 12,
      surcharge: 2 * aDay,
    });
    expect(ranUp('2026-07-31', applied, afterwards)).toBe(2 * aDay);
  });

  it('counts what is entered later of the days before a plan in them as well', () => {
    const data = { until: '2026-12-31', application: 12, surcharge: 17 * aDay };
    const deferred = [applied, happened('DeferralApproved', '2026-07-10', 'tang', data)];
    expect(ranUp('2026-09-01', ...deferred)).toBe(17 * aDay);
    expect(ranUp('2026-09-01', ...deferred, paid('2026-06-25', 'fine', 18_400_000))).toBe(2 * aDay);
    const accepted = happened('RemedyAccepted', '2026-06-25', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      notice: paper('acceptance'),
    });
    const outcome = (of: 'upheld' | 'changed') =>
      happened('RemedyConcluded', '2026-07-05', 'lin', {
        remedy: 14,
        outcome: of,
        ...(of === 'changed' && { ordered: lighter }),
        paper: paper('outcome'),
      });
    expect(ranUp('2026-09-01', ...deferred, accepted, outcome('upheld'))).toBe(6 * aDay);
    const lowered = changed({ kind: 'changed', outcome: lighter, remedy: 14 });
    // Carried out on 2026-08-21: of half the fine one day before the acceptance is left.
    expect(ranUp('2026-09-01', ...deferred, accepted, outcome('changed'), lowered)).toBe(aDay / 2);
  });

  it('counts each plan until the one in its place', () => {
    const deferral = { until: '2026-07-31', application: 12, surcharge: 2 * aDay };
    const plan = [{ due: '2026-12-31', fen: 18_400_000 }];
    const history = [
      applied,
      happened('DeferralApproved', '2026-06-25', 'tang', deferral),
      happened('ExecutionAgreed', '2026-08-03', 'tang', { plan, waived: 0, surcharge: 5 * aDay, agreement }),
    ];
    expect(ranUp('2026-12-31', ...history)).toBe(5 * aDay);
    expect(ranUp('2027-01-01', ...history)).toBe(6 * aDay);
    expect(ranUp('2026-12-31', ...history, paid('2026-08-01', 'fine', 18_400_000))).toBe(3 * aDay);
  });

  it('of a decision that the agency changed and served anew runs after the new fifteen days, plan or none', () => {
    const { remedy: _, ...own } = ordered;
    const anew = [
      happened('DecisionChanged', '2026-08-05', 'tang', {
        ...own,
        kind: 'changed',
        ground: 'own-correction',
        outcome: lighter,
        servedAnew: true,
      }),
      happened('DecisionServed', '2026-08-10', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('service-signed'),
        method: 'direct',
        proof: paper('receipt'),
        servedOn: '2026-08-10',
      }),
    ];
    const data = { until: '2026-07-31', application: 12, surcharge: 2 * aDay };
    const deferred = [applied, happened('DeferralApproved', '2026-06-25', 'tang', data)];
    for (const before of [[], deferred]) {
      expect(ranUp('2026-08-25', ...before, ...anew)).toBe(0);
      expect(ranUp('2026-08-26', ...before, ...anew)).toBe(aDay / 2);
    }
  });

  it('is nothing before the decision was received, and of a fine collected on the spot', () => {
    expect(surchargeOf(fileOf(), '2026-08-01', chinaCalendar)).toStrictEqual({
      accrued: 0,
      waived: 0,
      paid: 0,
      left: 0,
    });
    expect(surchargeOf(fileOf(...onTheSpot), '2026-07-01', chinaCalendar).accrued).toBe(300);
  });

  it('has a clock until it reaches the fine (surcharge-ceiling)', () => {
    const clocks = deadlines(fileOf(...due), { calendar: chinaCalendar, today: '2026-07-01' });
    expect(clocks.find(({ id }) => id === 'surcharge-ceiling')).toMatchObject({
      from: '2026-06-23',
      due: '2026-07-27',
    });
    const early = deadlines(fileOf(...due), { calendar: chinaCalendar, today: '2026-06-23' });
    expect(early.find(({ id }) => id === 'surcharge-ceiling')).toBeUndefined();
  });

  it('whose clock rests while a plan is kept, and runs from the stage that was missed', () => {
    const history = [
      ...due,
      applied,
      happened('InstalmentsApproved', '2026-06-22', 'tang', {
        plan: [
          { due: '2026-07-31', fen: 10_000_000 },
          { due: '2026-08-31', fen: 8_400_000 },
        ],
        application: 12,
      }),
    ];
    const c29 = (today: string, ...more: readonly Happened[]) =>
      deadlines(fileOf(...history, ...more), { calendar: chinaCalendar, today }).find(
        ({ id }) => id === 'surcharge-ceiling',
      )?.from;
    expect(c29('2026-07-10')).toBeUndefined();
    expect(c29('2026-08-05')).toBe('2026-07-31');
    const first = paid('2026-07-30', 'fine', 10_000_000);
    expect(c29('2026-08-05', first)).toBeUndefined();
    expect(c29('2026-09-01', first)).toBe('2026-08-31');
  });

  it('never runs on more of a plan than a lowered fine leaves', () => {
    const history = [
      ...due,
      applied,
      happened('DeferralApproved', '2026-06-22', 'tang', { until: '2026-07-31', application: 12 }),
      happened('DecisionChanged', '2026-07-10', 'tang', {
        kind: 'changed',
        ground: 'own-correction',
        outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 10_000_000 }] },
        reason: '量罚过重',
        paper: paper('change'),
      }),
    ];
    expect(surchargeOf(fileOf(...history), '2026-08-01', chinaCalendar).accrued).toBe(300_000);
    const settled = [...history, paid('2026-07-20', 'fine', 10_000_000)];
    expect(surchargeOf(fileOf(...settled), '2026-09-01', chinaCalendar).accrued).toBe(0);
    given(...settled)
      .when({
        on: '2026-09-01',
        by: 'lin',
        act: 'court-enforcement/serve-reminder',
        entry: {
          officers: ['lin', 'gao'],
          payBy: '2026-09-20',
          how: '到指定银行缴纳',
          reminder: paper('reminder'),
          method: 'direct',
          proof: paper('receipt'),
        },
      })
      .thenRefused(overdue);
  });
});

describe('execution/approve-deferral (SAMR-P 74)', () => {
  const approve = {
    on: '2026-06-22',
    by: 'tang',
    act: 'execution/approve-deferral',
    entry: { until: '2026-07-31' },
  } as const;

  it('says until when', () => {
    given(...due, applied)
      .when(approve)
      .then({ type: 'DeferralApproved', data: { until: '2026-07-31', application: 12 } });
    given(...due, applied)
      .when({ ...approve, entry: { until: '2026-06-22' } })
      .thenRefused(deferralAhead);
  });

  it('writes down what had run up by then', () => {
    given(...due, applied)
      .when({ ...approve, on: '2026-06-25' })
      .then({
        type: 'DeferralApproved',
        data: { until: '2026-07-31', application: 12, surcharge: 2 * aDay },
      });
  });
});

describe('execution/make-agreement (ACL 42)', () => {
  it('is over when a stage is missed: the surcharge runs on', () => {
    const plan = [{ due: '2026-07-31', fen: 18_400_000 }];
    const history = [agreed({ plan, waived: aDay, surcharge: 3 * aDay })];
    expect(surchargeOf(fileOf(...due, ...history), '2026-08-01', chinaCalendar)).toStrictEqual({
      accrued: 4 * aDay,
      waived: aDay,
      paid: 0,
      left: 3 * aDay,
    });
  });
});
