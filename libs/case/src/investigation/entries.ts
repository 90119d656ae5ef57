/** What is entered in this step. */
import { blankLine, blankText, entry, fen, list, one, optional, paper, text } from '@anjuan/entry';
import { byHandlersFields } from '../by-handlers.js';
import { basisSchema, marksSchema } from '../initiation/parts.js';
import { gradingSchema } from './grading-form.js';
import { outcomeField } from '../penalty/forms.js';
import { prefilled } from '../case-view.js';

export const concludeInvestigationSchema = entry(
  'ConcludeInvestigation',
  '调查终结；The end of the investigation.',
  {
    ...byHandlersFields,
    facts: prefilled(text(5000, '查明的事实；The facts that were found.'), '/file/reports/-1/facts'),
    basis: prefilled(
      list(basisSchema, 30, '依据；The law applied.'),
      '/file/reports/-1/basis',
      '/file/filing/basis',
    ),
    proposal: prefilled(outcomeField('处理建议；What is proposed.'), '/file/reports/-1/proposal'),
    discretion: optional(
      prefilled(blankText(2000, '裁量理由；Reasons of the discretion used.'), '/file/reports/-1/discretion'),
    ),
    benchmark: optional(prefilled(blankLine(500, '裁量基准；The benchmark.'), '/file/reports/-1/benchmark')),
    grading: optional(
      prefilled(one(gradingSchema, '裁量档次；How the fine was measured.'), '/file/reports/-1/grading'),
    ),
    goodsValueFen: optional(
      prefilled(fen('货值金额（分）；Value of the goods, in fen.'), '/file/reports/-1/goodsValueFen'),
    ),
    illegalGainsFen: optional(
      prefilled(fen('违法所得（分）；Illegal gains, in fen.'), '/file/reports/-1/illegalGainsFen'),
    ),
    marks: optional(
      prefilled(
        one(marksSchema, '重大情形；What makes the case major.'),
        '/file/reports/-1/marks',
        '/file/filing/marks',
      ),
    ),
    report: paper('调查终结报告；The final report.'),
  },
);
