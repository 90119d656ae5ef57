/** What is entered in this step. */
import {
  blankLine,
  blankText,
  entry,
  line,
  list,
  optional,
  paper,
  papers,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { goodsField, goodsSchema } from '../goods/entries.js';
import { receivers, settlements } from './words.js';
import { prefilled } from '../case-view.js';

export const recordDisputeSchema = entry('RecordDispute', '管辖争议；A dispute on jurisdiction.', {
  ...outsideFields,
  agency: blankLine(200, '争议的另一方机关；The other agency.'),
  reason: blankText(1000, '争议事项和理由；What is disputed and why.'),
});

export const reportToSuperiorSchema = entry(
  'ReportToSuperior',
  '报请指定管辖；The superior has received the report.',
  {
    ...outsideFields,
    superior: line(200, '共同的上一级机关；The common superior.'),
    letter: paper('报请文书；The report.'),
  },
);

export const recordSettlementSchema = entry(
  'RecordSettlement',
  '管辖争议处理结果；How the dispute was settled.',
  {
    ...outsideFields,
    by: word(settlements, '协商一致、指定管辖；By talks, or by the superior.', {
      title: '确定方式；Settled by',
    }),
    ours: yesOrNo('由本机关管辖；This agency keeps the case.'),
    competent: line(200, '确定管辖的机关；The agency that is competent.'),
    paper: paper('协商记录或者指定管辖通知书；The record of the talks, or the designation.', {
      title: '管辖文书；Paper',
    }),
    goods: optional(
      list(goodsSchema, 500, '随案退回的物品；What comes back with a case that had been sent away.', {
        title: '退回的物品；Goods that come back',
      }),
    ),
  },
);

export const requestTransferSchema = entry(
  'RequestTransfer',
  '申请移送其他机关；A transfer is put before a leader.',
  {
    to: word(
      receivers,
      '市场监督管理部门、其他机关；To market supervision, or to another agency (SAMR-P 14, 17).',
      { title: '移送至；Receiver' },
    ),
    agency: prefilled(
      blankLine(200, '受移送机关；The receiving agency.'),
      '/file/jurisdiction/disputes/-1/settled/competent',
    ),
    reason: blankText(1000, '事实和理由；The facts and the reason.'),
  },
);

export const sendCaseSchema = entry(
  'SendCase',
  '案件移送函及所附材料；The transfer letter and what goes with it.',
  {
    ...outsideFields,
    letter: paper('案件移送函；The transfer letter.'),
    enclosed: papers('所附材料；What goes with it.'),
    goods: goodsField,
  },
);
