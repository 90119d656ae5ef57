/** What is entered in this step. */
import { blankText, entry, line, optional } from '@anjuan/entry';
import { outcomeField } from '../penalty/forms.js';
import { prefilled } from '../case-view.js';

export const makeDecisionSchema = entry('MakeDecision', '作出决定；The decision.', {
  number: optional(
    line(100, '文号，不填即由程序编号；Number of the document; allotted when it is left out.', {
      means: 'document-number',
      personal: false,
    }),
  ),
  outcome: prefilled(
    outcomeField('处理结果；What is decided.'),
    '/file/discussions/-1/concluded/outcome',
    '/file/proposal/outcome',
  ),
  onStatements: optional(blankText(5000, '陈述、申辩的采纳情况及理由；How statements were adopted and why.')),
  lateReason: optional(blankText(1000, '超过办案期限的理由；Why it is made after its time limit.')),
  redo: optional(
    blankText(
      2000,
      '重新作出同样决定所依据的新的事实、理由；Made anew and yet the same: on which other facts and reasons.',
      { title: '重新作出的理由；Ground for the same decision' },
    ),
  ),
});
