/** A decision on the spot, and what an order or the agency makes of it: APL 51, 75(2). */
import { apl, policy } from '@anjuan/law';
import type { EntryNumber, EntryProvision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Outcome } from '../penalty/penalty.js';
import { withinTheSpot } from '../summary-procedure/provisions.js';
import type { SummaryCase } from '../summary-procedure/summary-procedure.js';
import type { Remedy } from './remedy.js';
import type { RemedyOutcome } from './words.js';

type Undone = Readonly<{ revision: EntryNumber; outcome: RemedyOutcome; ordered: Outcome | undefined }>;

const annuls: readonly RemedyOutcome[] = ['annulled', 'annulled-to-redo', 'declared-void'];

export const onTheSpotAfter = (summary: SummaryCase, { revision, outcome, ordered }: Undone): SummaryCase => {
  if (ordered?.kind === 'penalty') return { ...summary, penalties: ordered.penalties };
  return ordered !== undefined || annuls.includes(outcome) ? { ...summary, annulledBy: revision } : summary;
};

/**
 * Orders of before 2026-12 name no decision: one of a decision on the spot changed it by itself. Those of today do, and
 * are orders, until a leader carries them out.
 */
export const byItself = (
  { summary }: Pick<CaseFile, 'summary'>,
  against: EntryNumber | undefined,
  undone: Undone,
): Partial<CaseFile> =>
  summary === undefined || against !== undefined ? {} : { summary: onTheSpotAfter(summary, undone) };

/** Entry number of the decision in force, by either procedure. */
export const standingDecision = ({
  decision,
  summary,
}: Pick<CaseFile, 'decision' | 'summary'>): EntryNumber | undefined =>
  decision?.entry ?? (summary?.annulledBy === undefined ? summary?.entry : undefined);

/** Those of the last decision, whether or not still in force; entries of before 2026-12 mean the last one. */
export const ofThisDecision = ({
  decision,
  summary,
  remedies,
}: Pick<CaseFile, 'decision' | 'summary' | 'remedies'>): readonly Remedy[] => {
  const last = decision?.entry ?? summary?.entry;
  return remedies.filter(({ against = last }) => against === last);
};

/** Otherwise one officer alone could turn a small fine into any penalty, without notice, hearing or review. */
export const stillForTheSpot: EntryProvision<Pick<CaseFile, 'summary'>, Readonly<{ ordered?: Outcome }>> = {
  id: 'remedy/on-the-spot-within-its-limits',
  cites: policy(
    '当场处罚经变更，仍不得超出可以当场处罚的种类和数额；Changed by an order, a decision on the spot stays one that could be made there',
  ),
  also: [apl(51)],
  says: '责令变更当场处罚决定的，变更后的处罚应当是警告或者法定限额以下的罚款',
  en: 'What an order makes of a decision on the spot is a warning, or a fine within the limits of the spot',
  cure: {
    zh: '核对文书载明的处罚；超出当场处罚范围的，登记为撤销，另按普通程序办理',
    en: 'Check what the paper says; where it goes beyond the spot, enter an annulment and take the ordinary procedure',
  },
  fields: ['/ordered'],
  holds: ({ ordered }, { summary }, context) =>
    summary === undefined ||
    ordered?.kind !== 'penalty' ||
    withinTheSpot(ordered.penalties, summary.party.kind, context),
};
