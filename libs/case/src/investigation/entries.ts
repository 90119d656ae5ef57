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
import { breachNamed, outcomeField } from '../penalty/forms.js';
import { prefilled } from '../case-view.js';

/** What is measured for each breach by itself. */
const measured = {
  discretion: blankText(2000, '裁量理由；Reasons of the discretion used.'),
  benchmark: blankLine(500, '裁量基准；The benchmark.'),
  noBenchmark: blankText(
    1000,
    '没有可适用的裁量基准的，写明理由，例如处罚没有幅度、本机关未制定；Why none applies, such as a penalty without a range, or a field without one.',
    { title: '无裁量基准的理由；Why no benchmark' },
  ),
  grading: one(gradingSchema, '裁量档次；How the fine was measured.'),
  goodsValueFen: fen('货值金额（分）；Value of the goods, in fen.'),
  illegalGainsFen: fen('违法所得（分）；Illegal gains, in fen.'),
};

export const breachSchema = entry(
  'Breach',
  '数个违法行为之一；One of several breaches, with what is of it alone.',
  {
    breach: breachNamed(
      '违法行为的名称，各项处罚以此指明所处罚的行为；Its name: each penalty says by it what it is for.',
    ),
    facts: text(5000, '该行为查明的事实；The facts of it that were found.', { title: '事实；Facts' }),
    basis: list(basisSchema, 30, '依据；The law applied.'),
    act: one(actDatesSchema, '违法行为的起止；Start and end of the act.'),
    discoveredOn: day('发现日期；The day it was discovered.'),
    endangersLifeOrProperty: optional(
      yesOrNo(
        '该行为涉及公民生命健康安全、金融安全且有危害后果，不填即否；Life, health or financial safety, with harm done; left out, it does not.',
        { title: '涉及生命健康、金融安全；Danger to life or finances' },
      ),
    ),
    discretion: optional(measured.discretion),
    benchmark: optional(measured.benchmark),
    noBenchmark: optional(measured.noBenchmark),
    grading: optional(measured.grading),
    goodsValueFen: optional(measured.goodsValueFen),
    illegalGainsFen: optional(measured.illegalGainsFen),
  },
);

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
    discretion: optional(prefilled(measured.discretion, '/file/reports/-1/discretion')),
    benchmark: optional(prefilled(measured.benchmark, '/file/reports/-1/benchmark')),
    noBenchmark: optional(prefilled(measured.noBenchmark, '/file/reports/-1/noBenchmark')),
    grading: optional(prefilled(measured.grading, '/file/reports/-1/grading')),
    goodsValueFen: optional(prefilled(measured.goodsValueFen, '/file/reports/-1/goodsValueFen')),
    illegalGainsFen: optional(prefilled(measured.illegalGainsFen, '/file/reports/-1/illegalGainsFen')),
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
    breaches: optional(
      prefilled(
        list(
          breachSchema,
          20,
          '分别裁量的各违法行为：各自的事实、依据、起止、基准在此填写，处罚逐项指明；Several breaches, each measured for itself; each penalty says which it is for.',
          { title: '各违法行为；Breaches' },
        ),
        '/file/reports/-1/breaches',
      ),
    ),
    report: paper('调查终结报告；The final report.'),
  },
);
