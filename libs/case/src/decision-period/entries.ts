/** What is entered in this step. */
import { blankText, day, days, entry, paper, people, word } from '@anjuan/entry';
import { leftOutKinds } from './words.js';
import { prefilled } from '../case-view.js';

export const requestDecisionExtensionSchema = entry(
  'RequestDecisionExtension',
  '申请延长办案期限三十日；Thirty more days are put before a leader.',
  {
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const extendFurtherSchema = entry(
  'ExtendFurther',
  '集体讨论决定继续延期；The leaders lengthen the period further.',
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
    days: days('延长（日）；How many days longer.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
    minutes: paper('签名的讨论记录；The signed minutes.'),
  },
);

export const leaveOutSchema = entry('LeaveOut', '登记不计入办案期限的时间；Days that do not count.', {
  kind: word(
    leftOutKinds,
    '公告、权利人辨认或者鉴别、责令退还多收价款；What the time was used for (SAMR-P 64(2)).',
    { title: '不计入的事由；What the time was for' },
  ),
  from: day('起始日；First day left out.'),
  to: day('终止日；Last day left out.'),
  what: blankText(1000, '事项；What was done.'),
  record: paper('证明材料；The paper that shows it.'),
});
