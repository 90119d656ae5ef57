/** What is entered in this step. */
import { entry } from '@anjuan/entry';
import { giveOpinionSchema, sendForReviewSchema } from '../review/entries.js';

export const sendForCaseReviewSchema = entry(
  'SendForCaseReview',
  '送案件审核；The file is sent for the case review.',
  {
    ...sendForReviewSchema.fields,
  },
);

export const giveCaseReviewOpinionSchema = entry(
  'GiveCaseReviewOpinion',
  '出具案件审核意见；The opinion of the case review.',
  {
    ...giveOpinionSchema.fields,
  },
);
