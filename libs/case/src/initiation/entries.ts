/** What is entered in this step. */
import {
  blankText,
  day,
  entry,
  entryNumbers,
  line,
  list,
  one,
  optional,
  paper,
  people,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { basisSchema, leadersOrder, marksSchema, partySchema } from './parts.js';
import { evidencing } from '../evidence/carrying.js';
import { notFilingGrounds } from './words.js';
import { prefilled } from '../case-view.js';

export const reporterSchema = entry('Reporter', '实名举报人；Who reported under their own name.', {
  name: line(100, '姓名；The name.', { personal: 'reporter' }),
  phone: optional(line(50, '电话；The telephone.', { means: 'phone', personal: 'reporter' })),
});

export const receiveLeadSchema = entry('ReceiveLead', '登记案源；A lead is received: opens a case.', {
  ...outsideFields,
  source: text(200, '案源；Where it came from.'),
  summary: text(2000, '摘要；What it says.'),
  reporter: optional(
    one(reporterSchema, '实名举报人；Who reported under their own name.', { personal: 'reporter' }),
  ),
  transferredFrom: optional(line(200, '移送案件的机关；The agency that transferred the case here.')),
});

export const actDatesSchema = entry(
  'ActDates',
  '违法行为的起止；Start and end of the act that is punished.',
  {
    from: day('开始；The first day.'),
    to: day('终了；The last day.'),
  },
);

export const affirmedSchema = entry('Affirmed', '对一项立案条件的确认；One condition of filing, affirmed.', {
  affirmed: yesOrNo('确认；Affirmed.'),
  evidence: entryNumbers(
    200,
    evidencing,
    '所依据的证据，案源不是证据；Evidence it rests on; the lead is none.',
    { title: '所依据的证据；Evidence' },
  ),
  note: optional(blankText(1000, '备注；A note.')),
});

export const filingConditionsSchema = entry(
  'FilingConditions',
  '立案条件；The four conditions of filing (SAMR-P 19).',
  {
    'breach-evidenced': one(affirmedSchema, '有证据初步证明存在违法行为；Evidence of a breach.'),
    'penalty-due': one(affirmedSchema, '依法应当给予行政处罚；A penalty is due.'),
    'our-jurisdiction': one(affirmedSchema, '属于本机关管辖；Our jurisdiction.'),
    'within-limitation': one(affirmedSchema, '在处罚时效内；Within the limitation period.'),
  },
);

export const requestFilingSchema = entry(
  'RequestFiling',
  '申请立案；The case is put before a leader to be filed.',
  {
    cause: prefilled(line(500, '案由；What the case is about.'), '/file/approvals/-1/terms/cause'),
    party: prefilled(one(partySchema, '当事人；The party.'), '/file/approvals/-1/terms/party'),
    basis: list(basisSchema, 30, '依据；The law it rests on.'),
    handlers: prefilled(
      people(20, ['officer'], '办案人员；The officers who handle it.'),
      '/file/approvals/-1/terms/handlers',
    ),
    act: prefilled(
      one(actDatesSchema, '违法行为的起止；Start and end of the act that is punished.'),
      '/file/approvals/-1/terms/act',
    ),
    discoveredOn: prefilled(
      day('发现日期；The day it was discovered.'),
      '/file/approvals/-1/terms/discoveredOn',
    ),
    conditions: one(filingConditionsSchema, '立案条件；The four conditions of filing.'),
    endangersLifeOrProperty: optional(
      yesOrNo(
        '涉及公民生命健康安全、金融安全且有危害后果；Life, health or financial safety, with harm done.',
        { title: '涉及生命健康、金融安全；Danger to life or finances' },
      ),
    ),
    marks: optional(
      prefilled(one(marksSchema, '重大情形；What makes the case major.'), '/file/approvals/-1/terms/marks'),
    ),
  },
);

export const nameHandlersSchema = entry(
  'NameHandlers',
  '指定办案人员；The officers who handle the case from now on.',
  {
    handlers: prefilled(
      people(20, ['officer'], '今后的办案人员，全部列明；All who handle it from now on.', {
        title: '办案人员；Handlers',
      }),
      '/file/filing/handlers',
      '/file/summary/officers',
    ),
    reason: text(1000, '理由：调离、离职、患病、证件失效等；The reason.', { title: '理由；Reason' }),
    paper: optional(paper('指定、更换办案人员的文书；The paper that names them.')),
    order: leadersOrder,
  },
);

export const requestNotFilingSchema = entry(
  'RequestNotFiling',
  '申请不予立案；That the lead is not filed is put before a leader.',
  {
    ground: word(notFilingGrounds, '不予立案的情形；The ground (SAMR-P 20).'),
    reason: text(1000, '理由；The reason.', { title: '理由；Reason' }),
    evidence: optional(
      entryNumbers(
        200,
        evidencing,
        '所依据的检查、复查等证据；Evidence it rests on: an inspection, a re-check.',
        {
          title: '所依据的证据；Evidence',
        },
      ),
    ),
  },
);

export const requestCheckExtensionSchema = entry(
  'RequestCheckExtension',
  '申请延长核查期限；More time to check the lead is put before a leader.',
  {
    reason: text(1000, '特殊情况；The special circumstances.'),
  },
);
