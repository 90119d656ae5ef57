/** What is entered about a lead that is checked. */
import { day, entry, line, paper, papers, people, text, word } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { leadersOrder } from './parts.js';
import { mergingGrounds } from './words.js';

export const nameCheckersSchema = entry('NameCheckers', '指定核查人员；Who checks the lead.', {
  checkers: people(20, ['officer'], '核查人员；The officers who check it.'),
  order: leadersOrder,
});

export const leaveOutIdentificationSchema = entry(
  'LeaveOutIdentification',
  '权利人辨认、鉴别的时间；The days of an identification.',
  {
    from: day('起始日；First day left out.'),
    to: day('终止日；Last day left out.'),
    what: text(1000, '辨认、鉴别的事项；What was identified.'),
    record: paper('辨认、鉴别材料；The paper that shows it.'),
  },
);

export const supplementLeadSchema = entry(
  'SupplementLead',
  '补充新事实的再次举报；The same reporter brings new facts.',
  {
    ...outsideFields,
    newFacts: text(2000, '新的事实；The new facts.'),
    report: paper('再次举报的材料；The paper of the report.', { personal: 'reporter' }),
  },
);

export const mergeLeadSchema = entry('MergeLead', '合并处理；The lead is dealt with together with another.', {
  ground: word(mergingGrounds, '合并的情形；Why (SAMR-C 35(2)).', { title: '合并的情形；Why' }),
  into: line(200, '并入的案源或者案件编号；The lead or case with which it is dealt with.', {
    title: '并入；Dealt with in',
  }),
  reason: text(1000, '理由；The reason.', { title: '理由；Reason' }),
});

export const reopenLeadSchema = entry('ReopenLead', '重新核查；The lead is checked anew.', {
  reason: text(1000, '新的证据说明了什么；What the new evidence shows.', { title: '理由；Reason' }),
  evidence: papers('新的证据；The new evidence.'),
});
