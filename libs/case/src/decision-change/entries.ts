/** What is entered in this step. */
import { blankLine, blankText, entry, entryNumber, fen, optional, paper, word } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { changeGrounds, changeKinds, supervisionKinds, supervisionPapers } from './words.js';
import { outcomeField } from '../penalty/forms.js';
import { prefilled } from '../case-view.js';

export const rectifyDecisionSchema = entry('RectifyDecision', '补正；A slip of the pen is put right.', {
  written: blankText(1000, '原文；What was written.'),
  corrected: blankText(1000, '更正后的文字；What it should say.'),
  paper: paper('补正通知书；The notice of rectification.'),
});

export const changeDecisionSchema = entry(
  'ChangeDecision',
  '变更、撤销决定；The decision is changed or annulled.',
  {
    kind: word(
      changeKinds,
      '变更、撤销、撤销并重新作出、确认违法；Changed, annulled, annulled to be made anew, declared illegal.',
      { title: '变更的种类；Kind of change' },
    ),
    ground: word(
      changeGrounds,
      "复议、诉讼结果，监督文书，主动改正；After a remedy, an order of supervision, or the agency's own correction.",
    ),
    remedy: optional(
      entryNumber(
        ['RemedyAccepted', 'SupervisionOrdered'],
        '复议、诉讼受理或者监督文书的记录序号；Entry number of the remedy, or of the order of supervision, that is carried out.',
        { title: '所执行的文书；What is carried out' },
      ),
    ),
    outcome: optional(
      prefilled(
        outcomeField('变更后的处理；What now stands.'),
        '/file/remedies/-1/concluded/ordered',
        '/file/supervisionOrders/-1/ordered',
      ),
    ),
    reason: blankText(2000, '理由；Why.', { title: '理由；Reason' }),
    paper: paper('文书；The document.'),
  },
);

export const recordSupervisionOrderSchema = entry(
  'RecordSupervisionOrder',
  '行政执法监督文书；The supervision of enforcement orders that the decision be put right.',
  {
    ...outsideFields,
    form: word(supervisionPapers, '监督意见书、监督决定书；An opinion, or a decision of the government.', {
      title: '文书种类；Kind of paper',
    }),
    organ: blankLine(200, '制发机关；Who issued it.'),
    number: blankLine(100, '文号；Its number.', { means: 'document-number', personal: false }),
    kind: word(
      supervisionKinds,
      '变更、撤销、撤销并重新作出、撤回；Changed, annulled, annulled to be made anew, taken back.',
      { title: '责令的方式；What is ordered' },
    ),
    replaces: optional(
      entryNumber(
        ['SupervisionOrdered'],
        '被撤回或者替代的监督文书的记录序号；Entry number of the order that is taken back or replaced.',
        { title: '所替代的文书；Order it replaces' },
      ),
    ),
    ordered: optional(outcomeField('责令变更后的处理；What the decision is to say.')),
    paper: paper('监督意见书、监督决定书；The paper.'),
  },
);

export const withdrawPublicationSchema = entry(
  'WithdrawPublication',
  '撤回公示并公开说明理由；What the public reads instead (APL 48).',
  {
    explanation: blankText(2000, '公开说明的理由；The public explanation.'),
  },
);

export const recordRefundSchema = entry('RecordRefund', '退款；Money given back.', {
  ...outsideFields,
  fen: prefilled(fen('金额（分）；The amount, in fen.'), '/owed/refund'),
  receipt: paper('退款凭证；The receipt.'),
});
