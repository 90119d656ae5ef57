/** What is entered in this step. */
import { blankText, days, entry, one, optional, person, word } from '@anjuan/entry';
import { opinions } from './words.js';

export const requestReviewExtensionSchema = entry(
  'RequestReviewExtension',
  '申请延长审核期限；More time for the review is put before a leader.',
  {
    days: days('延长（工作日）；How many working days more.'),
    reason: blankText(1000, '特殊情况；What is special about the case.'),
  },
);

export const nameReviewerSchema = entry('NameReviewer', '指定、更换审核人员；Who reviews is named.', {
  reviewer: person(['legal-reviewer', 'case-reviewer'], '审核人员；The reviewer.'),
  reason: optional(
    blankText(1000, '已有审核人员的，更换的理由；Where one is named already, why another one is.', {
      title: '更换的理由；Reason',
    }),
  ),
});

export const sendForReviewSchema = entry('SendForReview', '送审；The file is sent for review.', {
  reason: optional(
    blankText(
      1000,
      '理由；上次审核未同意的，逐项说明处理情况；The reason: after an opinion that did not agree, what was done about each point.',
      {
        title: '理由；Reason',
      },
    ),
  ),
});

export const reviewPointsSchema = entry(
  'ReviewPoints',
  '逐项意见：未列明的即无异议；What is wrong, by point; a point not named is in order.',
  {
    jurisdiction: optional(blankText(2000, '管辖权；Jurisdiction.')),
    party: optional(blankText(2000, '当事人的基本情况；The party.')),
    evidence: optional(blankText(2000, '事实、证据；Facts and evidence.')),
    characterisation: optional(blankText(2000, '定性；Characterisation.')),
    basis: optional(blankText(2000, '适用依据；The basis applied.')),
    procedure: optional(blankText(2000, '程序；Procedure.')),
    appropriateness: optional(blankText(2000, '处理是否适当；Whether the outcome is appropriate.')),
    crime: optional(blankText(2000, '涉嫌犯罪；Suspected crime.')),
  },
);

export const giveOpinionSchema = entry('GiveOpinion', '审核意见；The opinion of a review.', {
  opinion: word(opinions, '同意、建议纠正、建议补充、其他；Agree, correct, supplement, other.', {
    title: '审核意见；Opinion',
  }),
  points: optional(one(reviewPointsSchema, '存在的问题；What is wrong, by point.')),
  text: optional(blankText(5000, '意见全文；The opinion in full.')),
});
