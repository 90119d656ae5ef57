/** A decision on the spot: an order is an order until a leader carries it out (APL 51, 75(2); ARL 77(1)). */
import { chinaCalendar } from '@anjuan/law';
import { remedyEnds } from '../court-enforcement/remedy-period.js';
import { deadlines } from '../deadlines.js';
import { changeCarriedOut } from '../decision-change/carried-out.js';
import type { ChangeDecision } from '../decision-change/decision-change.js';
import {
  asOrdered,
  changedByAnother,
  changedByLeader,
  decisionInForce,
  groundShown,
  notHeavier,
  orderedFirst,
} from '../decision-change/provisions.js';
import { owed } from '../execution/owed.js';
import { owedBothWays } from '../execution/refund.js';
import { receivedOn } from '../execution/surcharge.js';
import { onTheSpot, summaryFinished } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { caseOpen } from '../initiation/provisions.js';
import { penaltyServed } from '../closure/provisions.js';
import { decisionMade, notBeforeDecision, servedOnce } from '../service/provisions.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { stillForTheSpot } from './on-the-spot.js';

const fine = (fen: number): Outcome => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] });
const half = fine(5_000);
const handedIn = [...onTheSpot, happened('SummaryFileHandedIn', '2026-06-16', 'lin', {})];
const accepted = [
  ...handedIn,
  happened('RemedyAccepted', '2026-06-20', 'lin', {
    kind: 'reconsideration',
    organ: '朝阳区人民政府',
    number: '1',
    against: 0,
    notice: paper('acceptance'),
  }),
];
const before = { remedy: 2, outcome: 'changed', ordered: half, paper: paper('outcome') } as const;
const concluded = { ...before, against: 0 };
/** Entry 2 the remedy of the decision, entry 3 its outcome. */
const orderedHalf: readonly Happened[] = [
  ...accepted,
  happened('RemedyConcluded', '2026-08-20', 'lin', concluded),
];
const said = { reason: '有误', paper: paper('decision') };
const carryOut: ChangeDecision = {
  ...said,
  kind: 'changed',
  ground: 'remedy-outcome',
  remedy: 2,
  outcome: half,
};
const own: ChangeDecision = { ...said, kind: 'annulled', ground: 'own-correction' };
const change = (entry: ChangeDecision) =>
  ({ on: '2026-08-21', by: 'tang', act: 'decision-change/change', entry }) as const;
const close = (...history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-08-25',
    by: 'lin',
    act: 'closure/request',
    entry: { ground: 'decision-annulled' },
  });

describe('what the agency itself makes of a decision on the spot', () => {
  const ownHalf: ChangeDecision = { ...said, kind: 'changed', ground: 'own-correction', outcome: half };
  const changed = happened('DecisionChanged', '2026-08-21', 'tang', { ...ownHalf, servedAnew: true });
  const serve = {
    on: '2026-08-25',
    by: 'lin',
    act: 'service/serve-decision',
    entry: {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      method: 'direct',
      proof: paper('receipt'),
    },
  } as const;
  const served = happened('DecisionServed', '2026-08-25', ['lin', 'gao'], {
    ...serve.entry,
    servedOn: '2026-08-25',
  });
  const clocks = (id: string, today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today })
      .filter((clock) => clock.id === id)
      .map(({ due, state }) => `${due} ${state}`);

  it('is served, by its officers, after the change and once (APL 61)', () => {
    given(...handedIn)
      .when(change(ownHalf))
      .then({ type: 'DecisionChanged', data: { ...ownHalf, servedAnew: true } });
    given(...handedIn, changed)
      .when(serve)
      .thenRecords('DecisionServed');
    const before = { occurredAt: morningOf('2026-08-20'), lateReason: '补录' };
    given(...handedIn, changed)
      .when({ ...serve, entry: { ...serve.entry, ...before } })
      .thenRefused(notBeforeDecision);
    given(...handedIn, changed, served)
      .when({ ...serve, on: '2026-08-26' })
      .thenRefused(servedOnce);
    expect(clocks('decision-service', '2026-08-25', ...handedIn, changed)).toEqual(['2026-09-01 running']);
    expect(clocks('decision-service', '2026-08-26', ...handedIn, changed, served)).toEqual([
      '2026-09-01 met',
    ]);
  });

  it('one that nobody has changed was handed over on the spot', () => {
    given(...handedIn)
      .when(serve)
      .thenRefused(caseOpen, decisionMade);
    given(...orderedHalf, happened('DecisionChanged', '2026-08-21', 'tang', carryOut))
      .when(serve)
      .thenRefused(caseOpen, decisionMade);
  });

  it('gives the party its periods from the service on, not from the change (APL 67(3); ARL 20(1))', () => {
    expect(receivedOn(fileOf(...handedIn))).toBe('2026-06-15');
    expect(receivedOn(fileOf(...handedIn, changed))).toBeUndefined();
    expect(clocks('payment', '2026-08-24', ...handedIn, changed)).toEqual([]);
    expect(clocks('reconsideration', '2026-08-24', ...handedIn, changed)).toEqual([]);
    expect(receivedOn(fileOf(...handedIn, changed, served))).toBe('2026-08-25');
    expect(clocks('payment', '2026-08-26', ...handedIn, changed, served)).toEqual(['2026-09-09 running']);
    expect(clocks('reconsideration', '2026-08-26', ...handedIn, changed, served)).toEqual([
      '2026-10-26 running',
    ]);
    expect(
      receivedOn(fileOf(...orderedHalf, happened('DecisionChanged', '2026-08-21', 'tang', carryOut))),
    ).toBe('2026-06-15');
  });

  it('is not closed as performed before that', () => {
    const pay = happened('PaymentReceived', '2026-08-22', 'lin', {
      fen: 5_000,
      for: 'fine',
      channel: 'bank',
      receipt: paper('r'),
    });
    const closeOn = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-08-26',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'executed' },
      });
    closeOn(...handedIn, changed, pay).thenRefused(penaltyServed);
    closeOn(...handedIn, changed, pay, served).thenRecords('ApprovalRequested');
  });

  it('what was handed over on the spot is reconsidered all the same', () => {
    const accept = (on: string) => ({
      on: '2026-09-01',
      by: 'lin' as const,
      act: 'remedy/record-acceptance' as const,
      entry: {
        kind: 'reconsideration' as const,
        organ: '朝阳区人民政府',
        number: '1',
        notice: paper('acceptance'),
        occurredAt: morningOf(on),
        lateReason: '补录',
      },
    });
    given(...handedIn, changed)
      .when(accept('2026-08-22'))
      .thenRecords('RemedyAccepted');
    given(...handedIn, changed, served)
      .when(accept('2026-06-20'))
      .thenRecords('RemedyAccepted');
  });
});

describe('the time to go to court about a decision on the spot (ARL 23(1)(1); ALL 44(2); ACL 53)', () => {
  const ends = (...history: readonly Happened[]) => remedyEnds(fileOf(...history), chinaCalendar);
  const clocks = (...history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-09-15' })
      .filter(({ id }) =>
        ['reconsideration', 'suit', 'suit-after-reconsideration', 'court-application'].includes(id),
      )
      .map(({ id, due, state }) => `${id} ${due} ${state}`);
  const upheld = happened('RemedyConcluded', '2026-08-20', 'lin', {
    remedy: 2,
    against: 0,
    outcome: 'upheld',
    paper: paper('outcome'),
  });

  it('is over with the sixty days where no reconsideration was asked for', () => {
    expect(ends(...onTheSpot)).toBe('2026-08-14');
    expect(clocks(...onTheSpot)).toEqual([
      'reconsideration 2026-08-14 lapsed',
      'court-application 2026-11-16 running',
    ]);
  });

  it('is fifteen days after one', () => {
    expect(ends(...accepted, upheld)).toBe('2026-09-04');
    expect(clocks(...accepted, upheld)).toContain('suit-after-reconsideration 2026-09-04 lapsed');
  });

  it('was six months for what was decided before the article was in force', () => {
    const [decided] = onTheSpot;
    if (decided === undefined) throw new Error('a decision on the spot');
    const before = { ...decided, occurredAt: morningOf('2023-12-29'), recordedAt: morningOf('2023-12-29') };
    expect(ends(before)).toBe('2024-07-01');
  });
});

describe('what was decided on the spot', () => {
  it('is not changed by the word of one officer that it was ordered', () => {
    given(...accepted)
      .when({ on: '2026-08-20', by: 'lin', act: 'remedy/record-outcome', entry: before })
      .then({ type: 'RemedyConcluded', data: concluded });
    expect(owed(fileOf(...orderedHalf)).fine).toBe(10_000);
    given(...orderedHalf)
      .when({ ...change(carryOut), by: 'lin' })
      .thenRefused(changedByLeader, changedByAnother);
  });

  it('is changed by a leader, as it was ordered, before any own correction and before the closure', () => {
    given(...orderedHalf)
      .when(change(carryOut))
      .then({ type: 'DecisionChanged', data: carryOut });
    given(...orderedHalf)
      .when(change({ ...carryOut, outcome: fine(4_000) }))
      .thenRefused(asOrdered);
    given(...orderedHalf)
      .when(change(own))
      .thenRefused(orderedFirst);
    const pay = happened('PaymentReceived', '2026-08-20', 'lin', {
      fen: 10_000,
      for: 'fine',
      channel: 'bank',
      receipt: paper('r'),
    });
    given(...orderedHalf, pay)
      .when({ on: '2026-08-25', by: 'lin', act: 'closure/request', entry: { ground: 'executed' } })
      .thenRefused(changeCarriedOut);
    const done = [...orderedHalf, happened('DecisionChanged', '2026-08-21', 'tang', carryOut)];
    expect(owed(fileOf(...done)).fine).toBe(5_000);
    given(...done)
      .when(change(carryOut))
      .thenRefused(groundShown);
  });

  it('APL 75(2): is corrected by a leader, and is not made heavier', () => {
    for (const entry of [own, { ...own, kind: 'changed', outcome: half } as const])
      given(...handedIn)
        .when(change(entry))
        .thenRecords('DecisionChanged');
    given(...handedIn)
      .when(change({ ...own, kind: 'changed', outcome: fine(10_001) }))
      .thenRefused(notHeavier);
  });

  it('once annulled is owed no more, is paid back, and the case is closed', () => {
    const history = [...summaryFinished, happened('DecisionChanged', '2026-08-21', 'tang', own)];
    const day = { today: '2026-08-25', calendar: chinaCalendar };
    expect(owedBothWays(fileOf(...history), day)).toMatchObject({ fine: 0, refund: 10_000 });
    given(...history)
      .when(change(own))
      .thenRefused(decisionInForce);
    close(...history).thenRefused(changeCarriedOut);
    const back = happened('MoneyRefunded', '2026-08-22', 'lin', { fen: 10_000, receipt: paper('r') });
    close(...history, back).thenRecords('ApprovalRequested');
    // Made anew it is in another case: nothing here is owed.
    const redo = happened('DecisionChanged', '2026-08-21', 'tang', {
      ...own,
      kind: 'annulled-to-redo',
      ground: 'remedy-outcome',
      remedy: 2,
    });
    close(...accepted, redo).thenRecords('ApprovalRequested');
  });

  it('APL 51: no order makes of it what could not be decided on the spot', () => {
    const revocation: Outcome = {
      kind: 'penalty',
      penalties: [{ kind: 'permit-revocation', what: '食品经营许可证' }],
    };
    for (const ordered of [fine(50_000_000), fine(20_001), revocation]) {
      given(...accepted)
        .when({
          on: '2026-08-20',
          by: 'lin',
          act: 'remedy/record-outcome',
          entry: { ...before, ordered },
        })
        .thenRefused(stillForTheSpot);
      given(...handedIn)
        .when({
          on: '2026-08-20',
          by: 'lin',
          act: 'decision-change/record-supervision-order',
          entry: {
            form: 'opinion',
            organ: '司法局',
            number: '1',
            kind: 'changed',
            ordered,
            paper: paper('o'),
          },
        })
        .thenRefused(notHeavier, stillForTheSpot);
    }
  });

  it('was changed by the outcome itself in entries of before 2026-12', () => {
    const old = [...accepted, happened('RemedyConcluded', '2026-08-20', 'lin', before)];
    expect(owed(fileOf(...old)).fine).toBe(5_000);
  });
});
