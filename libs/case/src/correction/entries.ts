/** What is entered in this step. */
import { day, entry, entryNumber, optional, paper, text, yesOrNo } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';

export const orderCorrectionSchema = entry('OrderCorrection', '责令改正；An order to correct.', {
  ...outsideByHandlersFields,
  until: day('改正期限；The last day to correct.'),
  what: text(2000, '改正内容；What is to be corrected.'),
  paper: optional(paper('责令改正通知书；The written order.')),
});

export const verifyCorrectionSchema = entry('VerifyCorrection', '复查改正情况；Whether it was corrected.', {
  ...outsideByHandlersFields,
  order: entryNumber(['CorrectionOrdered'], '责令改正的记录编号；Entry number of the order.'),
  corrected: yesOrNo('已经改正；It has been corrected.'),
  record: paper('复查记录；The record.'),
});
