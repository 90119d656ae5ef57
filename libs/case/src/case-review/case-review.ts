/** Case review (案件审核): SAMR-P 49, 52–55. */
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { byNamedReviewer } from '../review/naming.js';
import { fileUnchangedSinceSent, opinionDemands, sendDemands, sendsForReview } from '../review/provisions.js';
import { answerOf, sentOf, withAnswer, withReview } from '../review/recording.js';
import type {
  GiveOpinion,
  SendForReview,
  SentForCaseReview,
  CaseReviewOpinionGiven,
} from '../review/review.js';
import { handlerMayNotReview, reviewerStandsApart } from '../review/separation.js';
import { byCaseReviewer, caseReviewDoes, sentForCaseReview } from './provisions.js';
import { sendForCaseReviewSchema, giveCaseReviewOpinionSchema } from './entries.js';

export const acts = {
  'case-review/send': act<SendForReview, Recorded<'SentForCaseReview'>>({
    title: { zh: '送案件审核', en: 'Send for case review' },
    entry: sendForCaseReviewSchema,
    by: ['unit-head'],
    requires: [caseOpen, ...sendsForReview, caseReviewDoes],
    demands: sendDemands,
    records: 'SentForCaseReview',
    data: (entry, _, context) => sentOf(entry, context),
  }),
  'case-review/give-opinion': act<GiveOpinion, Recorded<'CaseReviewOpinionGiven'>>({
    title: { zh: '出具案件审核意见', en: 'Give the opinion of case review' },
    entry: giveCaseReviewOpinionSchema,
    by: ['case-reviewer'],
    opensGate: true,
    requires: [
      caseOpen,
      byCaseReviewer,
      handlerMayNotReview,
      reviewerStandsApart,
      sentForCaseReview,
      byNamedReviewer,
      fileUnchangedSinceSent,
    ],
    demands: opinionDemands,
    records: 'CaseReviewOpinionGiven',
    data: (entry, file, context) => answerOf(entry, file, context),
  }),
};

export const events: Events<SentForCaseReview | CaseReviewOpinionGiven> = {
  SentForCaseReview: eventKind(
    { v: 1, volume: 'review-opinion', personal: {}, withdrawableBy: 'unit-head' },
    (file, event) => withReview(file, 'case', event),
  ),
  CaseReviewOpinionGiven: eventKind(
    { v: 1, volume: 'review-opinion', personal: {}, refersTo: ['sent'], reviews: true },
    (file, event) => withAnswer(file, event),
  ),
};

/** Both reviews are in one list. */
export const empty = {};
export const ofParty = {};
