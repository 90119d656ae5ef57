import { onTheSpot } from '../histories.testing.js';
import { decisionInHand } from '../service/provisions.js';
import { given, happened, morningOf, paper, type Happened } from '../testing.js';
import { wholeFine } from './collecting.js';
import { inItsOrder } from './money-and-file.js';
import type { CollectFine } from './summary-procedure.js';

const fined = (fen: number) => [{ kind: 'fine', fen }] as const;
const changed = (on: string) =>
  happened('DecisionChanged', on, 'tang', {
    kind: 'changed',
    ground: 'own-correction',
    reason: '数额有误',
    outcome: { kind: 'penalty', penalties: fined(5_000) },
    paper: paper('decision'),
    servedAnew: true,
  });
const changedAndServed = (on: string): readonly Happened[] => [
  ...onTheSpot,
  changed(on),
  happened('DecisionServed', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    method: 'direct',
    proof: paper('receipt'),
    servedOn: on,
  }),
];

const collect = (history: readonly Happened[], change: Partial<CollectFine> = {}) =>
  given(...history).when({
    on: '2026-06-15',
    by: 'lin',
    act: 'summary-procedure/collect-fine',
    entry: { fen: 10_000, receipt: '京财罚0045127', ...change },
  });

describe('The fine of a decision on the spot that was changed (APL 61, 66)', () => {
  it('is collected only once the party has what it was changed into', () => {
    collect([...onTheSpot, changed('2026-06-15')], { fen: 5_000 }).thenRefused(decisionInHand);
    collect(changedAndServed('2026-06-15')).thenRefused(wholeFine);
    collect(changedAndServed('2026-06-15'), { fen: 5_000 }).thenRecords('FineCollectedOnTheSpot');
  });

  it('and is not dated back to before that', () => {
    const remote = (day: string, history = changedAndServed('2026-06-22')) =>
      given(...history).when({
        on: '2026-06-23',
        by: 'lin',
        act: 'summary-procedure/collect-fine',
        entry: {
          fen: 5_000,
          receipt: '京财罚0045127',
          remoteArea: 'remote',
          request: paper('request'),
          occurredAt: morningOf(day),
          lateReason: '补录',
        },
      });
    remote('2026-06-16').thenRefused(inItsOrder);
    remote('2026-06-22').thenRecords('FineCollectedOnTheSpot');
    // An order that was carried out reaches the party from the organ, and is not dated back past either.
    const accepted = happened('RemedyAccepted', '2026-06-18', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '1',
      against: 0,
      notice: paper('acceptance'),
    });
    const concluded = happened('RemedyConcluded', '2026-06-19', 'lin', {
      remedy: 1,
      outcome: 'changed',
      ordered: { kind: 'penalty', penalties: fined(5_000) },
      paper: paper('outcome'),
      against: 0,
    });
    const carriedOut = happened('DecisionChanged', '2026-06-22', 'tang', {
      kind: 'changed',
      ground: 'remedy-outcome',
      remedy: 1,
      outcome: { kind: 'penalty', penalties: fined(5_000) },
      reason: '复议变更',
      paper: paper('decision'),
    });
    remote('2026-06-16', [...onTheSpot, accepted, concluded, carriedOut]).thenRefused(inItsOrder);
    remote('2026-06-22', [...onTheSpot, accepted, concluded, carriedOut]).thenRecords(
      'FineCollectedOnTheSpot',
    );
  });
});
