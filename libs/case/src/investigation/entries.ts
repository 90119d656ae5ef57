/** What is entered in this step. */
import {
  blankLine,
  blankText,
  day,
  entry,
  fen,
  line,
  list,
  one,
  optional,
  paper,
  text,
  yesOrNo,
} from '@anjuan/entry';
import { byHandlersFields } from '../by-handlers.js';
import { actDatesSchema } from '../initiation/entries.js';
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
    cause: optional(
      prefilled(
        line(500, '查明的案由，与立案时不同的填写；The cause as it was found.', { title: '案由；Cause' }),
        '/file/reports/-1/cause',
        '/file/filing/cause',
      ),
    ),
    act: optional(
      prefilled(
        one(actDatesSchema, '查明的违法行为起止，与立案时不同的填写；Start and end of the act as found.', {
          title: '违法行为的起止；Dates of the act',
        }),
        '/file/reports/-1/act',
        '/file/filing/act',
      ),
    ),
    discoveredOn: optional(
      prefilled(
        day('查明的发现日期，与立案时不同的填写；The day it was discovered, as found.', {
          title: '发现日期；Discovered on',
        }),
        '/file/reports/-1/discoveredOn',
        '/file/filing/discoveredOn',
      ),
    ),
    endangersLifeOrProperty: optional(
      yesOrNo(
        '查明涉及公民生命健康安全、金融安全且有危害后果；Life, health or financial safety, with harm done, as found.',
        { title: '涉及生命健康、金融安全；Danger to life or finances' },
      ),
    ),
    ourJurisdiction: optional(
      yesOrNo('按查明的事实属于本机关管辖，不属于的填否并移送；By the facts found, our jurisdiction.', {
        title: '属于本机关管辖；Our jurisdiction',
      }),
    ),
    report: paper('调查终结报告；The final report.'),
  },
);
