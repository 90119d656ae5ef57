/** Since when the decision says what it says now: APL 61; SAMR-P 81. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

type Since = Readonly<{ entry: EntryNumber; on: LocalDate }>;

/** From its last change, or else from the day it was made. */
export const asItStandsSince = ({
  decision,
  formerDecisions,
}: Pick<CaseFile, 'decision' | 'formerDecisions'>): Since | undefined => {
  if (decision === undefined) return undefined;
  const { entry, on } = formerDecisions.findLast(
    ({ kind, decision: before }) => kind === 'changed' && before?.entry === decision.entry,
  ) ?? { entry: decision.entry, on: decision.decidedOn };
  return { entry, on };
};
