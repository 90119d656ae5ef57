/** How a person of the agency is related to a case (与案件的关系): by what they do in it, else by their capacity. */
import { relationByCapacity, type PersonId, type Reader, type Relation } from '@anjuan/procedure';
import { givesPart } from './part-taken.js';
import { isRecused } from './recusal/recused.js';
import { reviewedBy } from './review/separation.js';
import { opinionIsOpenTo, reviewerOf, waitingReview } from './review/review.js';
import { withEachParty } from './joined-parties/every-party.js';
import type { CaseFile } from './steps.js';

/** Also those named to check the lead, and those whom somebody else asks to file it with. */
const handles = (
  { lead, filing, summary, approvals }: Pick<CaseFile, 'lead' | 'filing' | 'summary' | 'approvals'>,
  person: PersonId,
): boolean =>
  (filing?.handlers ?? summary?.officers ?? lead?.checkers ?? []).includes(person) ||
  approvals.some(
    (request) =>
      request.matter === 'filing' &&
      request.state === 'open' &&
      request.requestedBy !== person &&
      request.terms.handlers.includes(person),
  );

/** Reviewers who gave an opinion, were named to give one, or may give the pending one. */
const reviews = (
  file: Pick<CaseFile, 'reviews' | 'reviewersToCome' | 'closure' | 'entries' | 'namedToReview'>,
  reader: Reader,
): boolean => {
  if (reviewedBy(file, reader.person)) return true;
  if (file.closure !== undefined) return false;
  const review = waitingReview(file);
  return (
    review !== undefined &&
    reader.capacities.includes(reviewerOf[review.kind]) &&
    opinionIsOpenTo(file, reader.person)
  );
};

const takesPart = (
  file: Pick<CaseFile, 'approvals' | 'entries' | 'discussions' | 'hearing'>,
  person: PersonId,
): boolean =>
  (file.hearing.staff ?? []).includes(person) ||
  file.entries.some((note) => givesPart(file, note, person)) ||
  file.discussions.some(({ chair, attending }) => chair === person || attending.includes(person));

export const relationTo = (file: CaseFile, reader: Reader): Relation => {
  const { person } = reader;
  if (isRecused(file, person)) return 'recused';
  const seen = withEachParty(file);
  if (handles(file, person)) return 'handler';
  if (seen.some((one) => reviews(one, reader))) return 'reviewer';
  if (seen.some(({ hearing }) => hearing.host?.person === person)) return 'host';
  return seen.some((one) => takesPart(one, person)) ? 'took-part' : relationByCapacity(reader);
};
