/** Of which decision a remedy is, where there has been more than one (ARL 77(1); ALL 94). */
import { changeCarriedOut } from '../decision-change/carried-out.js';
import { groundShown } from '../decision-change/provisions.js';
import { concluded, decidedAfter, minorPenalty, paid, served, servedAfter } from '../histories.testing.js';
import { given, happened, morningOf, paper, type Happened } from '../testing.js';
import { acceptedAfterReceipt, againstDecision, decisionNamed } from './provisions.js';

const first = served(minorPenalty);
const firstDecision = first.length - 2;
const acceptance = { kind: 'litigation', organ: '人民法院', number: '1', notice: paper('a') } as const;
const accepted = happened('RemedyAccepted', '2026-06-20', 'lin', acceptance);
const redo = happened('DecisionChanged', '2026-06-21', 'tang', {
  kind: 'annulled-to-redo',
  ground: 'own-correction',
  reason: '有误',
  paper: paper('d'),
});
const madeAnew = (...history: readonly Happened[]) =>
  servedAfter(decidedAfter([...history, ...concluded(minorPenalty).slice(-1)], minorPenalty));
/** The suit was accepted, then the decision was made anew. */
const turned = madeAnew(...first, accepted, redo);
const suit = first.length;
const second = turned.length - 2;
const outcome = { remedy: suit, outcome: 'annulled', paper: paper('judgment') } as const;
const record = (entry: object) =>
  ({
    on: '2026-09-01',
    by: 'lin',
    act: 'remedy/record-outcome',
    entry: { ...outcome, ...entry },
  }) as const;

describe('a remedy accepted before the decision was made anew', () => {
  it('says in its outcome which decision was annulled', () => {
    expect([turned[firstDecision]?.type, turned[second]?.type]).toStrictEqual([
      'DecisionMade',
      'DecisionMade',
    ]);
    given(...turned)
      .when(record({}))
      .thenRefused(decisionNamed);
    for (const against of [firstDecision, second])
      given(...turned)
        .when(record({ against }))
        .then({ type: 'RemedyConcluded', data: { ...outcome, against } });
    given(...turned)
      .when(record({ against: 0 }))
      .thenRefused(againstDecision);
    given(...turned)
      .when(record({ outcome: 'withdrawn' }))
      .thenRecords('RemedyConcluded');
    given(...first, accepted)
      .when(record({}))
      .thenRecords('RemedyConcluded');
  });

  it('annuls that one: it is carried out, and the case is not closed as executed', () => {
    const annulled = [
      ...turned,
      happened('RemedyConcluded', '2026-09-01', 'lin', { ...outcome, against: second }),
    ];
    const change = {
      on: '2026-09-02',
      by: 'tang',
      act: 'decision-change/change',
      entry: {
        kind: 'annulled',
        ground: 'remedy-outcome',
        remedy: suit,
        reason: '判决撤销',
        paper: paper('d'),
      },
    } as const;
    given(...annulled)
      .when(change)
      .thenRecords('DecisionChanged');
    given(...annulled, paid('2026-09-02', 'fine', 100_000))
      .when({ on: '2026-09-03', by: 'lin', act: 'closure/request', entry: { ground: 'executed' } })
      .thenRefused(changeCarriedOut);
    const former = happened('RemedyConcluded', '2026-09-01', 'lin', { ...outcome, against: firstDecision });
    given(...turned, former)
      .when(change)
      .thenRefused(groundShown);
  });
});

describe('an acceptance that comes after the decision made anew', () => {
  it('names the earlier decision, and its day', () => {
    const accept = (entry: object) =>
      given(...madeAnew(...first, redo)).when({
        on: '2026-08-01',
        by: 'lin',
        act: 'remedy/record-acceptance',
        entry: { ...acceptance, ...entry },
      });
    const against = firstDecision;
    const dated = (on: string) => ({ occurredAt: morningOf(on), lateReason: '通知书后到', against });
    accept({}).thenRecords('RemedyAccepted');
    accept(dated('2026-06-20')).thenRecords('RemedyAccepted');
    accept(dated('2026-01-20')).thenRefused(acceptedAfterReceipt);
    accept({ against: 1 }).thenRefused(againstDecision);
  });
});
