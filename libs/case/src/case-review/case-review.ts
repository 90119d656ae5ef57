/** Case review (案件审核): SAMR-P 49, 52–55. */
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { Folds } from '../kernel/fold.js';
import { fileUnchangedSinceSent, opinionDemands, sendsForReview } from '../review/provisions.js';
import { answerOf, sentOf, withAnswer, withReview } from '../review/recording.js';
import type { GiveOpinion, SendForReview } from '../review/review.js';
import { handlerMayNotReview } from '../review/separation.js';
import { byCaseReviewer, caseReviewDoes, sentForCaseReview } from './provisions.js';

export const acts = {
  'case-review/send': act<SendForReview, Recorded<'SentForCaseReview'>>({
    title: { zh: '送案件审核', en: 'Send for case review' },
    by: ['unit-head'],
    requires: [caseOpen, ...sendsForReview, caseReviewDoes],
    demands: [],
    record: (entry, _, context) => [
      {
        type: 'SentForCaseReview',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: sentOf(entry, context),
      },
    ],
  }),
  'case-review/give-opinion': act<GiveOpinion, Recorded<'CaseReviewOpinionGiven'>>({
    title: { zh: '出具案件审核意见', en: 'Give the opinion of case review' },
    by: ['case-reviewer'],
    requires: [caseOpen, byCaseReviewer, handlerMayNotReview, sentForCaseReview, fileUnchangedSinceSent],
    demands: opinionDemands,
    record: (entry, file, context) => [
      {
        type: 'CaseReviewOpinionGiven',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: answerOf(entry, file, context),
      },
    ],
  }),
};

export const folds: Folds<'SentForCaseReview' | 'CaseReviewOpinionGiven'> = {
  SentForCaseReview: (file, event) => withReview(file, 'case', event),
  CaseReviewOpinionGiven: withAnswer,
};
