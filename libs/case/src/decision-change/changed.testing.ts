/** What the specs of a change begin with: a decision, a remedy of it and what became of it. */
import type { Outcome } from '../penalty/penalty.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import type { ChangeDecision } from './decision-change.js';
import {
  decidedAfter,
  goods,
  majorPenalty,
  minorPenalty,
  served,
  servedAfter,
} from '../histories.testing.js';
import { caseReviewed } from '../histories-to-decision.testing.js';
import { happened, paper, type Happened } from '../testing.js';

/** Entry 11 the service of 2026-06-08, 12 the remedy, 13 its outcome. */
export const after = (outcome: RemedyOutcome, orders?: Outcome): readonly Happened[] => [
  ...served(majorPenalty),
  happened('RemedyAccepted', '2026-06-20', 'lin', {
    kind: 'reconsideration',
    organ: '朝阳区人民政府',
    number: '朝政复〔2026〕12号',
    notice: paper('acceptance'),
  }),
  happened('RemedyConcluded', '2026-08-20', 'lin', {
    remedy: 12,
    outcome,
    ...(orders && { ordered: orders }),
    paper: paper('outcome'),
  }),
];
/** Decided after a case review. */
export const ordinary = servedAfter(decidedAfter(caseReviewed(minorPenalty), minorPenalty));
export const lighter: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 9_200_000 }, goods] };
export const ordered: ChangeDecision = {
  kind: 'annulled',
  ground: 'remedy-outcome',
  remedy: 12,
  reason: '复议决定撤销',
  paper: paper('decision'),
};
export const change = (entry: Partial<ChangeDecision> = {}) =>
  ({ on: '2026-08-21', by: 'tang', act: 'decision-change/change', entry: { ...ordered, ...entry } }) as const;
export const changed = (entry: Partial<ChangeDecision> = {}): Happened =>
  happened('DecisionChanged', '2026-08-21', 'tang', { ...ordered, ...entry });
export const annulled = [...after('annulled'), changed()];
