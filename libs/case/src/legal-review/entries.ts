/** What is entered in this step. */
import { entry } from '@anjuan/entry';
import { giveOpinionSchema, sendForReviewSchema } from '../review/entries.js';

export const sendForLegalReviewSchema = entry(
  'SendForLegalReview',
  '送法制审核；The file is sent for the legal review.',
  {
    ...sendForReviewSchema.fields,
  },
);

export const giveLegalReviewOpinionSchema = entry(
  'GiveLegalReviewOpinion',
  '出具法制审核意见；The opinion of the legal review.',
  {
    ...giveOpinionSchema.fields,
  },
);
