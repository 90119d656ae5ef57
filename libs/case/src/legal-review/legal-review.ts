/** Legal review (法制审核): APL 58, SAMR-P 49–55. */
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { Folds } from '../kernel/fold.js';
import { fileUnchangedSinceSent, opinionDemands, sendsForReview } from '../review/provisions.js';
import { answerOf, sentOf, withAnswer, withReview } from '../review/recording.js';
import type { GiveOpinion, SendForReview } from '../review/review.js';
import { handlerMayNotReview } from '../review/separation.js';
import { byLegalReviewer, firstTimeReviewerQualified, sentForLegalReview } from './provisions.js';

export const acts = {
  'legal-review/send': act<SendForReview, Recorded<'SentForLegalReview'>>({
    title: { zh: '送法制审核', en: 'Send for legal review' },
    by: ['unit-head'],
    requires: [caseOpen, ...sendsForReview],
    demands: [],
    record: (entry, _, context) => [
      {
        type: 'SentForLegalReview',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: sentOf(entry, context),
      },
    ],
  }),
  'legal-review/give-opinion': act<GiveOpinion, Recorded<'LegalReviewOpinionGiven'>>({
    title: { zh: '出具法制审核意见', en: 'Give the opinion of legal review' },
    by: ['legal-reviewer'],
    requires: [
      caseOpen,
      byLegalReviewer,
      handlerMayNotReview,
      firstTimeReviewerQualified,
      sentForLegalReview,
      fileUnchangedSinceSent,
    ],
    demands: opinionDemands,
    record: (entry, file, context) => [
      {
        type: 'LegalReviewOpinionGiven',
        v: 1,
        occurredAt: context.now,
        actors: [context.actor],
        data: answerOf(entry, file, context),
      },
    ],
  }),
};

export const folds: Folds<'SentForLegalReview' | 'LegalReviewOpinionGiven'> = {
  SentForLegalReview: (file, event) => withReview(file, 'legal', event),
  LegalReviewOpinionGiven: withAnswer,
};
