/** What the agency makes of a decision after its service is another decision, which the party has yet to receive: APL 61. */
import { chinaCalendar } from '@anjuan/law';
import { remedyEnds } from '../court-enforcement/remedy-period.js';
import { deadlines } from '../deadlines.js';
import { owed } from '../execution/owed.js';
import { notMoreThanOwed } from '../execution/provisions.js';
import { payableUntil, surchargeOf } from '../execution/surcharge.js';
import { majorPenalty, paid, served, servedAfter } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { acceptedAfterReceipt } from '../remedy/provisions.js';
import { decisionServed, notBeforeDecision, servedOnce } from '../service/provisions.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { after, changed, lighter, ordered, ordinary } from './changed.testing.js';

const half: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 50_000 }] };
const { remedy: _, ...own } = {
  ...ordered,
  kind: 'changed' as const,
  ground: 'own-correction' as const,
  outcome: half,
};
/** A fine of 1,000 yuan, served on 2026-06-08, which the agency makes 500 on 2026-11-02. */
const byItself = [
  ...ordinary,
  happened('DecisionChanged', '2026-11-02', 'tang', { ...own, servedAnew: true }),
];
const serve = {
  on: '2026-11-05',
  by: 'lin',
  act: 'service/serve-decision',
  entry: {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    method: 'direct',
    proof: paper('receipt'),
  },
} as const;
const servedAgain = [
  ...byItself,
  happened('DecisionServed', '2026-11-05', ['lin', 'gao'], { ...serve.entry, servedOn: '2026-11-05' }),
];
const clocksOn = (today: string, history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today });
const dueOf = (id: string, today: string, history: readonly Happened[]) =>
  clocksOn(today, history)
    .filter((clock) => clock.id === id)
    .map(({ due, state }) => `${due} ${state}`);

describe('a decision that the agency itself has changed (SAMR-P 81)', () => {
  it('says that it is to be served anew; one changed by a remedy reaches the party from there', () => {
    given(...ordinary)
      .when({ on: '2026-11-02', by: 'tang', act: 'decision-change/change', entry: own })
      .then({ type: 'DecisionChanged', data: { ...own, servedAnew: true } });
    const { ground: __, ...byOrder } = { ...ordered, kind: 'changed' as const, outcome: lighter };
    given(...after('changed', lighter))
      .when({
        on: '2026-11-02',
        by: 'tang',
        act: 'decision-change/change',
        entry: { ...byOrder, ground: 'remedy-outcome' },
      })
      .then({ type: 'DecisionChanged', data: { ...byOrder, ground: 'remedy-outcome' } });
  });

  it('is served, not before the change, and once', () => {
    given(...byItself)
      .when(serve)
      .thenRecords('DecisionServed');
    const dated = { ...serve.entry, occurredAt: morningOf('2026-11-01'), lateReason: '补录' };
    given(...byItself)
      .when({ ...serve, entry: dated })
      .thenRefused(notBeforeDecision);
    given(...servedAgain)
      .when({ ...serve, on: '2026-11-06' })
      .thenRefused(servedOnce);
  });

  it('gives the party its periods anew, from that service', () => {
    const unserved = fileOf(...byItself);
    expect([payableUntil(unserved, chinaCalendar), remedyEnds(unserved, chinaCalendar)]).toEqual([
      undefined,
      undefined,
    ]);
    const again = fileOf(...servedAgain);
    expect([payableUntil(again, chinaCalendar), remedyEnds(again, chinaCalendar)]).toEqual([
      '2026-11-20',
      '2027-05-05',
    ]);
    expect(owed(fileOf(...servedAgain, paid('2026-11-06', 'fine', 50_000))).left.fine).toBe(0);
  });

  it('is neither published nor closed as performed before it was served', () => {
    given(...byItself)
      .when({ on: '2026-11-03', by: 'lin', act: 'publication/publish', entry: { summary: '罚款五百元' } })
      .thenRefused(decisionServed);
  });

  it('starts the clocks of service and publication anew', () => {
    expect(dueOf('decision-service', '2026-11-03', byItself)).toEqual(['2026-11-11 running']);
    expect(dueOf('decision-service', '2026-11-06', servedAgain)).toEqual(['2026-11-11 met']);
    expect(dueOf('publication', '2026-11-03', byItself)).toEqual(['2026-11-30 running']);
  });

  it('was served for good where it was changed before that was recorded', () => {
    const before = [...ordinary, happened('DecisionChanged', '2026-11-02', 'tang', own)];
    expect(fileOf(...before).service).toMatchObject({ servedOn: '2026-06-08' });
    given(...before)
      .when(serve)
      .thenRefused(servedOnce);
  });
});

describe('a decision that a remedy has changed (ARL 63; ALL 77)', () => {
  const history = [...after('changed', lighter), changed({ kind: 'changed', outcome: lighter })];

  it('keeps its service, and is published anew from the change on', () => {
    given(...history)
      .when({ ...serve, on: '2026-08-24' })
      .thenRefused(servedOnce);
    expect(dueOf('decision-service', '2026-08-24', history)).toEqual(['2026-06-16 met']);
    expect(dueOf('publication', '2026-08-24', history)).toEqual(['2026-09-18 running']);
  });

  it('APL 72(1): what was added to the fine is not late before fifteen days from the change', () => {
    const more: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 20_000_000 }] };
    const inTime = paid('2026-06-20', 'fine', 18_400_000);
    const [remedy, outcome] = after('changed', more).slice(-2);
    if (remedy === undefined || outcome === undefined) throw new Error('a remedy and its outcome');
    const raised = [
      ...served(majorPenalty),
      remedy,
      outcome,
      inTime,
      changed({ kind: 'changed', outcome: more }),
    ];
    const lateOn = (today: string) =>
      given(...raised).when({
        on: today,
        by: 'lin',
        act: 'execution/record-payment',
        entry: { fen: 1, for: 'surcharge', channel: 'bank', receipt: paper('bank') },
      });
    lateOn('2026-09-07').thenRefused(notMoreThanOwed);
    lateOn('2026-09-08').thenRecords('PaymentReceived');
  });

  it('APL 72(1): of what a later order takes off again, only what was owed all the time is late from the first day', () => {
    const sum = (fen: number): Outcome => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] });
    const by = (on: string, outcome: Outcome) => ({
      ...changed({ kind: 'changed', outcome }),
      occurredAt: morningOf(on),
      recordedAt: morningOf(on),
    });
    // 184,000 yuan, made 300,000 on 08-21 and 200,000 on 08-31; the first was paid in time.
    const twice = [
      ...served(majorPenalty),
      paid('2026-06-20', 'fine', 18_400_000),
      by('2026-08-21', sum(30_000_000)),
      by('2026-08-31', sum(20_000_000)),
    ];
    const ranUp = (today: string, history: readonly Happened[]) =>
      surchargeOf(fileOf(...history), today, chinaCalendar).accrued;
    expect([ranUp('2026-09-07', twice), ranUp('2026-09-08', twice)]).toEqual([0, 48_000]);
    // Lowered to 100,000 and raised to 150,000: the 50,000 of the second order have their own fifteen days.
    const again = [
      ...served(majorPenalty),
      paid('2026-06-20', 'fine', 10_000_000),
      by('2026-08-21', sum(10_000_000)),
      by('2026-08-31', sum(15_000_000)),
    ];
    expect([ranUp('2026-09-15', again), ranUp('2026-09-16', again)]).toEqual([0, 150_000]);
  });
});

describe('a remedy of a decision that was served twice', () => {
  const remedied = (on: string) =>
    happened('RemedyAccepted', on, 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      notice: paper('acceptance'),
    });
  const upheld = (on: string, remedy: number) =>
    happened('RemedyConcluded', on, 'lin', { remedy, outcome: 'upheld', paper: paper('outcome') });
  const accept = (history: readonly Happened[], on: string) =>
    given(...history).when({
      on: '2026-11-20',
      by: 'lin',
      act: 'remedy/record-acceptance',
      entry: {
        kind: 'reconsideration',
        organ: '朝阳区人民政府',
        number: '朝政复〔2026〕12号',
        notice: paper('acceptance'),
        occurredAt: morningOf(on),
        lateReason: '补录',
      },
    });

  it('ends the periods where the same text was served again (an officer had never signed it)', () => {
    const history = [...ordinary, remedied('2026-06-20')];
    const again = happened('DecisionServed', '2026-07-10', ['lin', 'gao'], {
      ...serve.entry,
      servedOn: '2026-07-10',
      anewOf: ordinary.length - 1,
    });
    const file = fileOf(...history, again, upheld('2026-08-20', ordinary.length));
    expect(remedyEnds(file, chinaCalendar)).toBe('2026-09-04');
    expect(dueOf('reconsideration', '2026-07-11', [...history, again])).toEqual(['2026-09-08 met']);
  });

  it('ends no period of the text that the agency has made since', () => {
    const before = [...ordinary, remedied('2026-06-20'), upheld('2026-08-20', ordinary.length)];
    const file = fileOf(...before, ...byItself.slice(-1), ...servedAgain.slice(-1));
    expect(remedyEnds(file, chinaCalendar)).toBe('2027-05-05');
  });

  it('is entered with the day on which it was accepted, also between the two services', () => {
    accept(servedAgain, '2026-11-03').thenRecords('RemedyAccepted');
    accept(servedAgain, '2026-06-20').thenRecords('RemedyAccepted');
    accept(servedAgain, '2026-06-07').thenRefused(acceptedAfterReceipt);
  });
});

describe('a decision served by public notice (SAMR-Pub 9)', () => {
  it('is to be published once the days of its notice are over, not before it may be', () => {
    const posted = [
      ...servedAfter(ordinary.slice(0, -1)).slice(0, -1),
      happened('DecisionServed', '2026-06-10', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        method: 'public-notice',
        proof: paper('notice'),
        otherMethodsFailed: '下落不明',
        servedOn: '2026-07-10',
      }),
    ];
    expect(dueOf('credit-publicity', '2026-07-11', posted)).toEqual(['2026-07-21 running']);
    expect(dueOf('publication', '2026-07-11', posted)).toEqual(['2026-08-07 running']);
  });
});
