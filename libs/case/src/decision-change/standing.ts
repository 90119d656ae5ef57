/** Since when the decision says what it says now, or says nothing any more: APL 61; SAMR-P 81. */
import type { Instant, LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

type Since = Readonly<{ entry: EntryNumber; on: LocalDate }>;

type Changed = Pick<CaseFile, 'decision' | 'summary' | 'formerDecisions'>;

/** From its last change, or else from the day it was made, in either procedure. */
export const asItStandsSince = ({ decision, summary, formerDecisions }: Changed): Since | undefined => {
  const made = decision ?? summary;
  if (made === undefined) return undefined;
  const { entry, on } = formerDecisions.findLast(
    ({ kind, decision: before }) => kind === 'changed' && before?.entry === decision?.entry,
  ) ?? { entry: made.entry, on: made.decidedOn };
  return { entry, on };
};

export type Annulled = Pick<CaseFile, 'decision' | 'summary' | 'formerDecisions' | 'entries'>;

/** When it was annulled with nothing to be decided anew in the case; undefined where one was decided since. */
export const annulledForGoodAt = ({
  decision,
  summary,
  formerDecisions,
  entries,
}: Annulled): Instant | undefined => {
  if (decision !== undefined) return undefined;
  const last = formerDecisions.at(-1);
  const by = summary?.annulledBy ?? (last?.kind === 'annulled' ? last.entry : undefined);
  return entries.find(({ entry }) => entry === by)?.occurredAt;
};
