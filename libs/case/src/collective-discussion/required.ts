/** When the leaders discuss a case together, and which discussion counts: APL 57(2), SAMR-P 60(2). */
import type { Context } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { isRecused } from '../recusal/recused.js';
import { isMajor, type Reviewable } from '../legal-review/required.js';
import { lastHeard } from '../statement/provisions.js';
import type { Discussion } from './collective-discussion.js';

/**
 * SAMR-P 60(2) sends every case of legal review in which a penalty is proposed to the leaders together. An agency
 * whose rules follow APL 57(2) alone names the complex and the major ones: its legally reviewed cases are those. By
 * every report there has been: another one that proposes none lets off, and so does the next one after an annulment.
 */
export const discussionRequired = (file: Reviewable, { lists }: Pick<Context, 'lists'>): boolean =>
  file.reports.some(({ proposal }) => proposal.kind === 'penalty') && isMajor(file, { lists });

type Course = Pick<CaseFile, 'discussions' | 'reviews' | 'statements' | 'hearing' | 'recusals'>;

/** The last entry a discussion has to know: what the party said, its re-check, the hearing, the review. */
const lastWord = (file: Course): number =>
  Math.max(
    lastHeard(file),
    file.statements.rechecks.at(-1)?.entry ?? -1,
    file.hearing.report?.entry ?? -1,
    file.hearing.ended?.entry ?? -1,
    file.reviews.at(-1)?.answer ?? -1,
  );

export const latestDiscussion = ({ discussions }: Pick<CaseFile, 'discussions'>): Discussion | undefined =>
  discussions.at(-1);

/** The last discussion, when it was concluded, nothing has come up since, and nobody who voted was taken off the case. */
export const standingDiscussion = (file: Course): Discussion | undefined => {
  const latest = latestDiscussion(file);
  if (latest?.concluded === undefined || latest.entry <= lastWord(file)) return undefined;
  return latest.attending.some((person) => isRecused(file, person)) ? undefined : latest;
};
