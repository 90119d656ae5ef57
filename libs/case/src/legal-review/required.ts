/** When a case needs legal review, and which review stands: APL 58(1), SAMR-P 50, 52. */
import { reaches, type AgencyLists, type MajorTrigger } from '@anjuan/law';
import type { CaseFile } from '../case-file.js';
import type { Marks } from '../initiation/initiation.js';
import type { Context } from '../kernel/context.js';
import { isRecused } from '../kernel/recused.js';
import { finedIn, hearingEligible, thresholdFor } from '../penalty/hearing-eligible.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { PenaltyKind } from '../penalty/penalty.js';
import { latestReview } from '../review/provisions.js';
import type { Review } from '../review/review.js';

type Measured = Pick<CaseFile, 'filing' | 'investigation' | 'hearing'>;

const marked = ({ filing, investigation }: Measured, mark: keyof Marks): boolean =>
  filing?.marks?.[mark] === true || investigation?.marks?.[mark] === true;

/** APL 58(1); a hearing is held for the penalties of APL 63(1) alone, which are the party's major rights. */
const byLaw = (file: Measured): boolean =>
  /* (一) */ marked(file, 'majorPublicInterest') ||
  /* (二) */ file.hearing.held !== undefined ||
  (file.hearing.earlier ?? []).length > 0 ||
  /* (三) */ marked(file, 'complex') ||
  /* (四) */ marked(file, 'reviewRequiredByOtherLaw');

const proposes = ({ investigation }: Measured, ...kinds: readonly PenaltyKind[]): boolean =>
  penaltiesOf(investigation?.proposal).some(({ kind }) => kinds.includes(kind));

const triggers: Readonly<Record<MajorTrigger, (file: Measured, lists: AgencyLists) => boolean>> = {
  'hearing-eligible': (file, lists) =>
    hearingEligible(penaltiesOf(file.investigation?.proposal), file, lists),
  'suspension-or-closure': (file) => proposes(file, 'suspension', 'closure'),
  'revocation-or-lowering': (file) => proposes(file, 'permit-revocation', 'qualification-lowering'),
  'opened-to-public-interest': (file) => marked(file, 'majorPublicInterest'),
  'every-penalty': ({ investigation }) => investigation?.proposal.kind === 'penalty',
};

/** A list that goes by the amount of the fine; a proposal without a fine reaches none. */
const finedAsMajor = ({ filing, investigation }: Measured, lists: AgencyLists): boolean => {
  const { fines } = lists.majorDecisions;
  const fined = finedIn(penaltiesOf(investigation?.proposal));
  if (fines === undefined || filing === undefined || fined === 0) return false;
  return reaches(thresholdFor(filing.party.kind, fines, lists), fined);
};

/** The four triggers of the law always; besides, those of the agency's list by which the case is measured. */
export const legalReviewRequired = (file: Measured, { lists }: Pick<Context, 'lists'>): boolean =>
  byLaw(file) ||
  lists.majorDecisions.triggers.some((trigger) => triggers[trigger](file, lists)) ||
  finedAsMajor(file, lists);

/**
 * The last review, if it passed, of the file as it stands now, and is of the kind the case needs. Whoever was taken off
 * the case since has not reviewed it.
 */
export const standingReview = (
  file: Measured & Pick<CaseFile, 'reviews' | 'recusals'>,
  context: Pick<Context, 'lists' | 'dossierDigest'>,
): Review | undefined => {
  const latest = latestReview(file);
  if (latest?.opinion !== 'agree' || latest.digest !== context.dossierDigest) return undefined;
  if (latest.answeredBy !== undefined && isRecused(file, latest.answeredBy)) return undefined;
  return latest.kind === 'legal' || !legalReviewRequired(file, context) ? latest : undefined;
};
