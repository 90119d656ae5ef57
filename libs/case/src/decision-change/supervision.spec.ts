import { owed } from '../execution/owed.js';
import { byThoseInCharge, decided as decidedYet, notBeforeDecision } from '../execution/provisions.js';
import { concluded, majorPenalty, onTheSpot, served } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { changeCarriedOut } from './carried-out.js';
import { after, lighter, ordinary } from './changed.testing.js';
import type { ChangeDecision } from './decision-change.js';
import {
  asOrdered,
  groundShown,
  illegalityDeclaredByOthers,
  notHeavier,
  orderedFirst,
} from './provisions.js';
import { opinionMadeAnew, supervisionOrderComplete, type RecordSupervisionOrder } from './supervision.js';

const order: RecordSupervisionOrder = {
  form: 'decision',
  organ: '朝阳区人民政府',
  number: '朝执监决〔2026〕3号',
  kind: 'annulled',
  paper: paper('decision'),
};
const changing: RecordSupervisionOrder = { ...order, kind: 'changed', ordered: lighter };
const opinion: RecordSupervisionOrder = { ...order, form: 'opinion', organ: '朝阳区司法局' };
const record = {
  on: '2026-07-01',
  by: 'lin',
  act: 'decision-change/record-supervision-order',
  entry: order,
} as const;
const orderedOn = (on: string, of: RecordSupervisionOrder = order): Happened =>
  happened('SupervisionOrdered', on, 'lin', of);
/** Entry 12, of the decision served as entry 11. */
const under = (of: RecordSupervisionOrder = order) => [...served(majorPenalty), orderedOn('2026-07-01', of)];
const carryOut: ChangeDecision = {
  kind: 'annulled',
  ground: 'supervision-order',
  remedy: 12,
  reason: '监督意见书要求撤销',
  paper: paper('decision'),
};
const change = (entry: Partial<ChangeDecision> = {}) =>
  ({
    on: '2026-07-02',
    by: 'tang',
    act: 'decision-change/change',
    entry: { ...carryOut, ...entry },
  }) as const;

describe('decision-change/record-supervision-order (ESR 28, 29)', () => {
  it('is written down by those in charge, of a decision that was made', () => {
    given(...served(majorPenalty))
      .when(record)
      .then({ type: 'SupervisionOrdered', data: order });
    given(...served(majorPenalty))
      .when({ ...record, entry: changing })
      .then({ type: 'SupervisionOrdered', data: changing });
    given(...served(majorPenalty))
      .when({ ...record, by: 'tang', as: 'leader' })
      .thenRefused(byThoseInCharge);
    given(...concluded(majorPenalty))
      .when(record)
      .thenRefused(decidedYet);
    given(...served(majorPenalty))
      .when({ ...record, entry: { ...order, occurredAt: morningOf('2026-06-01'), lateReason: '补录' } })
      .thenRefused(notBeforeDecision);
  });

  it('ESR 28: an opinion has the agency itself correct a major decision, by one that passes legal review', () => {
    for (const entry of [opinion, { ...opinion, kind: 'changed', ordered: lighter } as const])
      given(...served(majorPenalty))
        .when({ ...record, entry })
        .thenRefused(opinionMadeAnew);
    given(...served(majorPenalty))
      .when({ ...record, entry: { ...opinion, kind: 'annulled-to-redo' } })
      .thenRecords('SupervisionOrdered');
    for (const history of [ordinary, onTheSpot])
      given(...history)
        .when({ ...record, entry: opinion })
        .thenRecords('SupervisionOrdered');
    // What was entered before the opinion was read so is carried out as it was entered.
    given(...under(opinion))
      .when(change())
      .thenRecords('DecisionChanged');
  });

  it('APL 44, 63(1): orders nothing heavier, on which nobody was heard, but to make it anew', () => {
    const revocation: Outcome = { kind: 'penalty', penalties: [{ kind: 'permit-revocation' }] };
    const heavier: RecordSupervisionOrder = { ...changing, ordered: revocation };
    for (const history of [served(majorPenalty), ordinary])
      given(...history)
        .when({ ...record, entry: heavier })
        .thenRefused(notHeavier);
    given(...under(heavier))
      .when(change({ kind: 'changed', outcome: revocation }))
      .thenRefused(notHeavier);
    // Entered before that was checked: its issuer corrects it, or another paper replaces it.
    given(...under(heavier))
      .when({ ...record, entry: { ...order, kind: 'annulled-to-redo', replaces: 12 } })
      .thenRecords('SupervisionOrdered');
  });

  it('names who ordered what', () => {
    const incomplete: readonly Partial<RecordSupervisionOrder>[] = [
      { organ: ' ' },
      { number: '' },
      { kind: 'changed' },
      { ordered: lighter },
    ];
    for (const entry of incomplete)
      given(...served(majorPenalty))
        .when({ ...record, entry: { ...order, ...entry } })
        .thenRefused(supervisionOrderComplete);
  });

  it('in entries of before 2026-12 changes a decision on the spot by itself', () => {
    expect(fileOf(...onTheSpot, orderedOn('2026-07-01')).summary?.annulledBy).toBe(1);
    const half = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 5_000 }] } as const;
    expect(owed(fileOf(...onTheSpot, orderedOn('2026-07-01', { ...changing, ordered: half }))).fine).toBe(
      5_000,
    );
  });
});

describe('decision-change/change by order of the supervision', () => {
  it('carries out what was ordered of this decision, also of a major one', () => {
    given(...under())
      .when(change())
      .then({ type: 'DecisionChanged', data: carryOut });
    given(...under(changing))
      .when(change({ kind: 'changed', outcome: lighter }))
      .thenRecords('DecisionChanged');
    given(...under({ ...order, kind: 'annulled-to-redo' }))
      .when(change({ kind: 'annulled-to-redo' }))
      .thenRecords('DecisionChanged');
  });

  it('nothing else, nor on the word of the leader alone, nor under another name', () => {
    given(...served(majorPenalty))
      .when(change())
      .thenRefused(groundShown);
    given(...under(changing))
      .when(change())
      .thenRefused(groundShown);
    given(...under(changing))
      .when(
        change({ kind: 'changed', outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] } }),
      )
      .thenRefused(asOrdered);
    given(...under())
      .when(change({ ground: 'remedy-outcome' }))
      .thenRefused(groundShown);
    given(...after('annulled'))
      .when(change())
      .thenRefused(groundShown);
    given(...under())
      .when(change({ kind: 'declared-illegal' }))
      .thenRefused(groundShown, illegalityDeclaredByOthers);
  });

  it('before any own correction, and before the case is closed', () => {
    const { remedy: _, ...own } = { ...carryOut, ground: 'own-correction' as const };
    given(...under())
      .when({ ...change(), entry: { ...own, kind: 'annulled-to-redo' } })
      .thenRefused(orderedFirst);
    const close = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-07-03',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'execution-terminated' },
      });
    const ended = happened('ExecutionTerminated', '2026-07-02', 'tang', {
      approval: 5,
      ground: 'object-lost',
      reason: '灭失',
    });
    close(...under(), ended).thenRefused(changeCarriedOut);
    close(...served(majorPenalty), ended).thenRecords('ApprovalRequested');
  });
});
