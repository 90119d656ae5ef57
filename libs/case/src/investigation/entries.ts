/** What is entered in this step. */
import { blankLine, blankText, entry, fen, list, one, optional, paper, text } from '@anjuan/entry';
import { byOfficersFields } from '@anjuan/procedure';
import { basisSchema, marksSchema } from '../initiation/parts.js';
import { gradingSchema } from './grading-form.js';
import { outcomeField } from '../penalty/forms.js';

export const concludeInvestigationSchema = entry(
  'ConcludeInvestigation',
  '调查终结；The end of the investigation.',
  {
    ...byOfficersFields,
    facts: text(5000, '查明的事实；The facts that were found.'),
    basis: list(basisSchema, 30, '依据；The law applied.'),
    proposal: outcomeField('处理建议；What is proposed.'),
    discretion: optional(blankText(2000, '裁量理由；Reasons of the discretion used.')),
    benchmark: optional(blankLine(500, '裁量基准；The benchmark.')),
    grading: optional(one(gradingSchema, '裁量档次；How the fine was measured.')),
    goodsValueFen: optional(fen('货值金额（分）；Value of the goods, in fen.')),
    illegalGainsFen: optional(fen('违法所得（分）；Illegal gains, in fen.')),
    marks: optional(one(marksSchema, '重大情形；What makes the case major.')),
    report: paper('调查终结报告；The final report.'),
  },
);
