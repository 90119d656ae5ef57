/** What came in late and upsets a decision already made. */
import { happenedAt, type Context, type EntryNumber, type Outside } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

/**
 * Entries of a party that spoke in time and was typed in after the decision: it was decided unheard (APL 62).
 * Such a decision is not to be served or executed; while it is not served, the case is decided anew.
 */
export const unheard = ({
  decision,
  statements,
  hearing,
}: Pick<CaseFile, 'decision' | 'statements' | 'hearing'>): readonly EntryNumber[] => {
  if (decision === undefined) return [];
  const requested = hearing.requested?.inTime === true ? [hearing.requested] : [];
  return [...statements.made, ...requested]
    .map(({ entry }) => entry)
    .filter((entry) => entry > decision.entry);
};

type File = Pick<CaseFile, 'decision' | 'statements' | 'hearing' | 'service'>;

/** No decision yet, or one that was made unheard and has not been served. */
export const undecided = (file: File): boolean =>
  file.decision === undefined || (file.service === undefined && unheard(file).length > 0);

/** Whether what is entered happened before the decision, however late it is typed in. */
export const beforeTheDecision = (
  entry: Outside,
  { decision, entries }: Pick<CaseFile, 'decision' | 'entries'>,
  context: Context,
): boolean => {
  const decidedAt = entries.find((note) => note.entry === decision?.entry)?.occurredAt;
  return decidedAt === undefined || happenedAt(entry, context) <= decidedAt;
};
