/** Which of several orders is carried out: the last, unless a higher instance has spoken. */
import type { Outcome } from '../penalty/penalty.js';
import { concluded, decidedAfter, disposedOf, majorPenalty, paid } from '../histories.testing.js';
import { pending, replacedNotCarriedOut } from '../remedy/provisions.js';
import { given, happened, paper, type Happened } from '../testing.js';
import { changeCarriedOut } from './carried-out.js';
import { after, change, changed, lighter, ordered } from './changed.testing.js';
import { groundShown, orderedFirst } from './provisions.js';
import { replacedOrderOpen, type RecordSupervisionOrder } from './supervision.js';

const fine = (fen: number): Outcome => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] });
const ten = fine(10_000_000);
const carryOut = (remedy: number, outcome: Outcome, on = '2026-10-21' as const) => ({
  ...change({ kind: 'changed', remedy, outcome }),
  on,
});
/** Entries 12–13 the reconsideration, 14–15 a second remedy of the same decision. */
const second = (kind: 'reconsideration' | 'litigation', outcome: Outcome): readonly Happened[] => [
  ...after('changed', lighter),
  happened('RemedyAccepted', '2026-08-25', 'lin', {
    kind,
    organ: '某机关',
    number: '1',
    notice: paper('acceptance-2'),
  }),
  happened('RemedyConcluded', '2026-10-20', 'lin', {
    remedy: 14,
    outcome: 'changed',
    ordered: outcome,
    paper: paper('judgment'),
  }),
];
const opinion: RecordSupervisionOrder = {
  form: 'opinion',
  organ: '朝阳区司法局',
  number: '3',
  kind: 'annulled',
  paper: paper('opinion'),
};
/** Entered before an opinion was read as an order to make anew. */
const supervision = happened('SupervisionOrdered', '2026-10-20', 'lin', opinion);

describe('of several orders against a decision', () => {
  it('the court’s is carried out after the reconsideration’s, and that no more (ALL 94)', () => {
    const history = second('litigation', ten);
    given(...history)
      .when(carryOut(14, ten))
      .thenRecords('DecisionChanged');
    given(...history)
      .when(carryOut(12, lighter))
      .thenRefused(groundShown);
    const done = [...history, changed({ kind: 'changed', remedy: 14, outcome: ten })];
    given(...done)
      .when(carryOut(12, lighter))
      .thenRefused(groundShown);
    const close = (...entries: readonly Happened[]) =>
      given(...entries).when({
        on: '2026-10-25',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'executed' },
      });
    close(...done, paid('2026-10-22', 'fine', 10_000_000)).thenRecords('ApprovalRequested');
    const half = [paid('2026-10-22', 'fine', 18_400_000), paid('2026-10-22', 'illegal-gains', 1_526_000)];
    close(...history, ...half, disposedOf('2026-10-23')).thenRefused(changeCarriedOut);
  });

  it('an outcome entered with a slip is replaced by the one of the remedy that was entered anew', () => {
    given(...second('reconsideration', ten))
      .when(carryOut(14, ten))
      .thenRecords('DecisionChanged');
    given(...second('reconsideration', ten))
      .when(carryOut(12, lighter))
      .thenRefused(groundShown);
  });

  it('but the supervision does not take back what an organ or a court has ordered', () => {
    given(...after('changed', lighter), supervision)
      .when(carryOut(12, lighter))
      .thenRecords('DecisionChanged');
    const done = [...after('changed', lighter), changed({ kind: 'changed', outcome: lighter }), supervision];
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...done)
      .when({ ...change(), on: '2026-10-21', entry: { ...own, kind: 'annulled-to-redo' } })
      .thenRefused(orderedFirst);
  });
});

describe('an order that was entered wrongly, or taken back', () => {
  const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
  const redo = {
    ...change(),
    on: '2026-10-21',
    entry: { ...own, kind: 'annulled-to-redo' },
  } as const;
  const outcome = { remedy: 12, outcome: 'upheld', paper: paper('corrected') } as const;
  const record = (entry: object) =>
    ({ on: '2026-10-20', by: 'lin', act: 'remedy/record-outcome', entry: { ...outcome, ...entry } }) as const;

  it('is replaced by an outcome that names it, until it was carried out', () => {
    const wrong = after('changed', lighter);
    given(...wrong)
      .when(record({ replaces: 13 }))
      .then({ type: 'RemedyConcluded', data: { ...outcome, replaces: 13 } });
    for (const entry of [{}, { replaces: 12 }])
      given(...wrong)
        .when(record(entry))
        .thenRefused(pending);
    given(...wrong, changed({ kind: 'changed', outcome: lighter }))
      .when(record({ replaces: 13 }))
      .thenRefused(replacedNotCarriedOut);
    given(...wrong, happened('RemedyConcluded', '2026-10-20', 'lin', { ...outcome, replaces: 13 }))
      .when(redo)
      .thenRecords('DecisionChanged');
  });

  it('of the supervision is taken back by its own paper (ESR 30)', () => {
    const history = [...after('upheld'), supervision];
    const takeBack = { ...opinion, kind: 'withdrawn', replaces: 14 } as const;
    const enter = (entry: RecordSupervisionOrder) =>
      ({ on: '2026-10-20', by: 'lin', act: 'decision-change/record-supervision-order', entry }) as const;
    given(...history)
      .when(redo)
      .thenRefused(orderedFirst);
    given(...history)
      .when(enter(takeBack))
      .then({ type: 'SupervisionOrdered', data: takeBack });
    given(...history, happened('SupervisionOrdered', '2026-10-20', 'lin', takeBack))
      .when(redo)
      .thenRecords('DecisionChanged');
    const carriedOut = changed({ kind: 'annulled-to-redo', ground: 'supervision-order', remedy: 14 });
    const anew = decidedAfter([...history, carriedOut, ...concluded(majorPenalty).slice(-1)], majorPenalty);
    given(...anew)
      .when(enter(takeBack))
      .thenRefused(replacedOrderOpen);
    for (const entry of [{ ...opinion, kind: 'withdrawn' } as const, { ...takeBack, replaces: 12 }])
      given(...history)
        .when(enter(entry))
        .thenRefused(replacedOrderOpen);
  });
});
