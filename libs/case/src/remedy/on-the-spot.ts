/** What an outcome makes of a decision on the spot, which no act of the agency changes. */
import type { EntryNumber } from '@anjuan/procedure';
import type { Outcome } from '../penalty/penalty.js';
import type { SummaryCase } from '../summary-procedure/summary-procedure.js';
import type { RemedyOutcome } from './words.js';

type Undone = Readonly<{ revision: EntryNumber; outcome: RemedyOutcome; ordered: Outcome | undefined }>;

const annuls: readonly RemedyOutcome[] = ['annulled', 'annulled-to-redo', 'declared-void'];

export const onTheSpotAfter = (summary: SummaryCase, { revision, outcome, ordered }: Undone): SummaryCase => {
  if (ordered?.kind === 'penalty') return { ...summary, penalties: ordered.penalties };
  return ordered !== undefined || annuls.includes(outcome) ? { ...summary, annulledBy: revision } : summary;
};
