/** What is entered in this step. */
import { blankText, entry, optional, people, yesOrNo } from '@anjuan/entry';
import { outcomeField } from '../penalty/forms.js';
import { prefilled } from '../case-view.js';

export const openDiscussionSchema = entry(
  'OpenDiscussion',
  '召开负责人集体讨论；The chair opens the discussion of the leaders.',
  {
    attending: people(
      50,
      ['leader', 'principal'],
      '出席的负责人，含主持人；The leaders who attend, the chair among them.',
    ),
    handlersReport: prefilled(
      people(20, ['officer'], '汇报案情的办案人员；The handlers who report.'),
      '/file/filing/handlers',
    ),
    outcome: optional(
      prefilled(
        outcomeField(
          '付诸讨论的处理，不填的为调查终结报告的建议；What is put to the vote: left out, what the report proposes.',
        ),
        '/file/investigation/proposal',
      ),
    ),
    reason: optional(
      blankText(
        1000,
        '上次讨论未形成结论的，重新召开的理由；Why a discussion without a conclusion is opened anew.',
        {
          title: '重新召开的理由；Reason',
        },
      ),
    ),
  },
);

export const giveDiscussionOpinionSchema = entry(
  'GiveDiscussionOpinion',
  "发表意见；An attending leader's opinion.",
  {
    agrees: yesOrNo('同意；Agrees.'),
    opinion: blankText(2000, '意见；The opinion.'),
  },
);

export const concludeDiscussionSchema = entry('ConcludeDiscussion', '形成结论；The chair concludes.', {
  outcome: prefilled(outcomeField('处理结果；What was agreed.'), '/file/discussions/-1/outcome'),
  conclusion: blankText(5000, '结论；The conclusion.'),
});
