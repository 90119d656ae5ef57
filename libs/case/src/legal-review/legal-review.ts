/** Legal review (法制审核): APL 58, SAMR-P 49–55. */
import type { PersonId } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { byNamedReviewer } from '../review/naming.js';
import { fileUnchangedSinceSent, opinionDemands, sendDemands, sendsForReview } from '../review/provisions.js';
import { answerOf, sentOf, withAnswer, withReview } from '../review/recording.js';
import type {
  GiveOpinion,
  SendForReview,
  SentForLegalReview,
  LegalReviewOpinionGiven,
  Review,
  ReviewersToCome,
} from '../review/review.js';
import { handlerMayNotReview, reviewerStandsApart } from '../review/separation.js';
import { byLegalReviewer, firstTimeReviewerQualified, sentForLegalReview } from './provisions.js';
import { sendForLegalReviewSchema, giveLegalReviewOpinionSchema } from './entries.js';

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** Both reviews, in the order they were sent. */
  reviews: readonly Review[];
  /** Everybody who was ever named to review the case, whoever gave the opinion. */
  namedToReview: readonly PersonId[];
  /** Also of what is called back and sent anew, or sent for the other review instead. */
  reviewersToCome: ReviewersToCome;
}>;
export const empty: Slice = { reviews: [], namedToReview: [], reviewersToCome: {} };
export const ofParty = {
  reviews: true,
  reviewersToCome: true,
  namedToReview: false,
} as const satisfies PartsOf<Slice>;

export const acts = {
  'legal-review/send': act<SendForReview, Recorded<'SentForLegalReview'>>({
    title: { zh: '送法制审核', en: 'Send for legal review' },
    entry: sendForLegalReviewSchema,
    by: ['unit-head'],
    requires: [caseOpen, ...sendsForReview],
    demands: sendDemands,
    records: 'SentForLegalReview',
    data: (entry, _, context) => sentOf(entry, context),
  }),
  'legal-review/give-opinion': act<GiveOpinion, Recorded<'LegalReviewOpinionGiven'>>({
    title: { zh: '出具法制审核意见', en: 'Give the opinion of legal review' },
    entry: giveLegalReviewOpinionSchema,
    by: ['legal-reviewer'],
    opensGate: true,
    requires: [
      caseOpen,
      byLegalReviewer,
      handlerMayNotReview,
      reviewerStandsApart,
      firstTimeReviewerQualified,
      sentForLegalReview,
      byNamedReviewer,
      fileUnchangedSinceSent,
    ],
    demands: opinionDemands,
    records: 'LegalReviewOpinionGiven',
    data: (entry, file, context) => answerOf(entry, file, context),
  }),
};

export const events: Events<SentForLegalReview | LegalReviewOpinionGiven> = {
  SentForLegalReview: eventKind(
    { v: 1, volume: 'review-opinion', personal: {}, withdrawableBy: 'unit-head' },
    (file, event) => withReview(file, 'legal', event),
  ),
  LegalReviewOpinionGiven: eventKind(
    { v: 1, volume: 'review-opinion', personal: {}, refersTo: ['sent'], reviews: true },
    (file, event) => withAnswer(file, event),
  ),
};
