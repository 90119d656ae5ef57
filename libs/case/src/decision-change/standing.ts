/** Since when the decision says what it says now, or says nothing any more: APL 61; SAMR-P 81. */
import type { Instant, LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { orders, uncarried, type Ordered } from './orders.js';
import type { ChangeKind } from './words.js';

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

export type Annulled = Ordered & Pick<CaseFile, 'entries'>;

/** A decision on the spot is made anew in another case. */
const forGood = (
  { kind }: Readonly<{ kind: ChangeKind }>,
  { decision }: Pick<CaseFile, 'decision'>,
): boolean => kind === 'annulled' || (kind === 'annulled-to-redo' && decision === undefined);

/** By the order, whether or not a leader has carried it out, or else by the agency itself. */
const annulledBy = (file: Ordered): EntryNumber | undefined => {
  const ordered = uncarried(file).find((order) => forGood(order, file));
  if (ordered !== undefined) return ordered.orderedAt;
  const { decision, summary, formerDecisions } = file;
  if (decision !== undefined) return undefined;
  const last = formerDecisions.at(-1);
  const by = summary?.annulledBy ?? (last?.kind === 'annulled' ? last.entry : undefined);
  if (by === undefined || by !== last?.entry) return by;
  return orders(file).find(({ entry }) => entry === last.remedy)?.orderedAt ?? by;
};

/** When it was annulled with nothing to be decided anew in the case; undefined where one was decided since. */
export const annulledForGoodAt = (file: Annulled): Instant | undefined => {
  const by = annulledBy(file);
  return file.entries.find(({ entry }) => entry === by)?.occurredAt;
};
