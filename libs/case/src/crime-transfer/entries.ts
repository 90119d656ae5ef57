/** What is entered in this step. */
import { blankLine, blankText, entry, line, optional, paper, papers, word, yesOrNo } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { byHandlersFields } from '../by-handlers.js';
import { goodsField } from '../goods/entries.js';
import { criminalOutcomes, policeAnswers, reconsideredBy } from './words.js';

export const proposeTransferSchema = entry(
  'ProposeTransfer',
  '移送涉嫌犯罪案件的书面报告；Two officers report a suspected crime.',
  {
    ...byHandlersFields,
    offence: blankLine(200, '涉嫌罪名；The offence that is suspected.'),
    report: paper('书面报告；The report.'),
  },
);

export const decideTransferSchema = entry(
  'DecideTransfer',
  '批准移送或者不批准移送；The principal decides.',
  {
    approved: yesOrNo('批准移送；Approved.'),
    reason: optional(blankText(2000, '不予批准的理由；Why not.')),
  },
);

export const sendTransferSchema = entry('SendTransfer', '移送书及所附材料；What is sent to the police.', {
  ...outsideFields,
  letter: paper('涉嫌犯罪案件移送书；The transfer letter.'),
  police: line(200, '受移送的公安机关；The police.'),
  enclosed: papers('调查报告、涉案物品清单、检验报告等；What goes with it.', {
    title: '附送材料；Enclosures',
  }),
});

export const recordPoliceAnswerSchema = entry(
  'RecordPoliceAnswer',
  '公安机关立案或者不予立案；The police file the case or refuse it.',
  {
    ...outsideFields,
    answer: word(policeAnswers, '立案、不予立案；Filed or refused.', {
      title: '公安机关的答复；Answer of the police',
    }),
    paper: paper('通知书；Their notice.'),
    reason: optional(blankText(2000, '不予立案的理由；Why they refuse.')),
  },
);

export const handOverGoodsSchema = entry(
  'HandOverGoods',
  '移交涉案物品和材料，不填物品即为查封、扣押的全部；全部已被决定没收的，只移交材料；Goods and materials go to the police: where no goods are named all that was seized, and the materials alone where a decision has confiscated all of it.',
  {
    ...outsideFields,
    goods: goodsField,
    record: paper('交接记录；The handover record.'),
    partyNotice: optional(paper('物品移送告知书；The written notice to the party.')),
  },
);

export const recordCriminalOutcomeSchema = entry(
  'RecordCriminalOutcome',
  '刑事处理结果；How the criminal case ended.',
  {
    ...outsideFields,
    outcome: word(
      criminalOutcomes,
      '不构成犯罪、判处罚金、未判处罚金；No crime, a criminal fine, punished without a fine.',
      { title: '刑事处理结果；Criminal outcome' },
    ),
    paper: paper('文书；The paper that says so.'),
  },
);

export const askReconsiderationSchema = entry(
  'AskReconsideration',
  '提请公安机关复议、建议立案监督；The police, or the procuratorate, are asked (TRANS 9).',
  {
    ...outsideFields,
    of: word(reconsideredBy, '公安机关、人民检察院；Of the police, of the procuratorate.', {
      title: '受理机关；Asked of',
    }),
    letter: paper('复议申请或者建议；The letter.'),
    whyLate: optional(
      blankText(1000, '逾三日提请复议的理由；Why the police are asked after the three days.'),
    ),
  },
);

export const recordReconsiderationSchema = entry(
  'RecordReconsideration',
  '复议或者监督结果；What came of it.',
  {
    ...outsideFields,
    answer: word(policeAnswers, '立案、不予立案；Filed or refused.', {
      title: '公安机关的答复；Answer of the police',
    }),
    paper: paper('通知书；Their notice.'),
  },
);
