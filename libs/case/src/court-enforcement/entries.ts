/** What is entered in this step. */
import {
  blankLine,
  blankText,
  day,
  entry,
  entryNumber,
  line,
  optional,
  paper,
  papers,
  word,
} from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { outsideByHandlersFields } from '../by-handlers.js';
import { serviceFields } from '../service/entries.js';
import { courtAnswers } from './words.js';

export const serveReminderSchema = entry('ServeReminder', '催告书；A reminder (ACL 35, 54).', {
  ...outsideByHandlersFields,
  payBy: day('履行义务的期限；The day until which to perform.'),
  how: blankText(1000, '履行义务的方式；How to perform.'),
  reminder: paper('催告书；The reminder.'),
  ...serviceFields,
  proof: paper(
    '送达回证、刊登的公告或者退回的邮件；The return receipt, the printed notice, or what was sent back.',
    {
      title: '送达凭证；Proof of service',
    },
  ),
});

export const recordOpinionSchema = entry(
  'RecordOpinion',
  '对催告的陈述申辩及复核；What the party said to the reminder (ACL 36).',
  {
    ...outsideFields,
    opinion: blankText(4000, "当事人的意见；The party's opinion."),
    reply: blankText(4000, '复核结果；The result of the re-check.'),
    paper: paper('记录；The record.'),
  },
);

export const requestEnforcementSchema = entry(
  'RequestEnforcement',
  '申请向法院申请强制执行；An application to the court is put before the head.',
  {
    court: blankLine(200, '管辖法院；The competent court.'),
    object: blankText(2000, '执行标的；The object of the execution.'),
  },
);

export const applyToCourtSchema = entry(
  'ApplyToCourt',
  '强制执行申请书及材料；The application and what goes with it (ACL 55).',
  {
    ...outsideFields,
    approval: entryNumber(
      ['ApprovalRequested'],
      '批准的记录序号；Entry number of the request that was approved.',
    ),
    application: paper('强制执行申请书；The application.'),
    enclosed: papers("行政决定书、催告及当事人意见等材料；The decision, the reminder, the party's opinion."),
    whyLate: optional(
      blankText(1000, '逾期申请的正当理由；The good reason for applying after the three months.'),
    ),
  },
);

export const recordCourtAnswerSchema = entry('RecordCourtAnswer', '法院裁定；What the court answered.', {
  ...outsideFields,
  answer: word(
    courtAnswers,
    '受理、不予受理、准予执行、不予执行、终结执行；Accepted, refused, ordered, not enforced, ended.',
    { title: '法院的答复；Answer of the court' },
  ),
  ruling: paper('裁定书；The ruling.'),
});

export const askHigherCourtSchema = entry(
  'AskHigherCourt',
  '向上一级法院申请复议；The higher court is asked.',
  {
    ...outsideFields,
    court: line(200, '上一级人民法院；The higher court.'),
    application: paper('复议申请书；The application.'),
  },
);
