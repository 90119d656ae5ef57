import { disposalManners, laterPayments, type PaymentPurpose } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { amount, date, list, oneOf, person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { goods, goodsOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';

const instalmentsAppliedFor = actWord({
  zh: '当事人申请分期缴纳罚款',
  en: 'instalments applied for',
  cites: [apl(66, 2), samrP(74)],
  keys: fields({ reason: text }, { by: oneOf(['party']), kind: oneOf(laterPayments) }, ['plan']),
  play: async ({ reason, kind }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'execution/apply-for-instalments', {
      reason,
      ...(kind !== undefined && { kind }),
      application: await scene.paper('分期缴纳罚款申请书'),
    }),
});

const instalment = record(fields({ due: date, yuan: amount }, {}));

const instalmentsApproved = actWord({
  zh: '批准分期缴纳罚款',
  en: 'instalments approved',
  cites: [apl(66, 2), samrP(74)],
  keys: fields({ by: person, plan: list(instalment) }, {}, ['reason']),
  play: ({ by, plan }, scene) =>
    scene.ask(by, 'execution/approve-instalments', {
      plan: plan.map(({ due, yuan }) => ({ due, fen: yuan })),
    }),
});

const purposes = {
  fine: 'fine',
  'illegal gains': 'illegal-gains',
  surcharge: 'surcharge',
} as const satisfies Record<string, PaymentPurpose>;
const channels = { 银行代收: 'bank', 电子支付: 'electronic' } as const;

const payment = actWord({
  zh: '当事人缴款',
  en: 'payment',
  cites: [apl(67), samrP(72)],
  keys: fields({ yuan: amount, for: word(purposes) }, { channel: word(channels) }),
  play: async (entry, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'execution/record-payment', {
      fen: entry.yuan,
      for: entry.for,
      channel:
        entry.channel ?? scene.filled('bank' as const, { zh: '缴款途径：银行代收', en: 'channel: the bank' }),
      receipt: await scene.paper('银行缴款凭证'),
    }),
});

const goodsDestroyed = actWord({
  zh: '销毁没收物品',
  en: 'goods destroyed',
  cites: [apl(74, 1)],
  keys: fields({}, { record: text }),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'execution/dispose-of-goods', {
      officers: idsOf(scene, officers),
      manner: 'destroyed',
      record: await scene.paper(entry.record ?? '涉案物品处理记录'),
    });
  },
});

const goodsDisposedOf = actWord({
  zh: '处置没收物品',
  en: 'goods disposed of',
  cites: [apl(74)],
  keys: fields({ manner: oneOf(disposalManners) }, { goods, yuan: amount, treasury: text, record: text }),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'execution/dispose-of-goods', {
      officers: idsOf(scene, officers),
      ...(entry.goods && { goods: goodsOf(entry.goods, scene) }),
      manner: entry.manner,
      ...(entry.yuan !== undefined && { fen: entry.yuan }),
      ...(entry.treasury !== undefined && { treasury: await scene.paper(entry.treasury) }),
      record: await scene.paper(entry.record ?? '涉案物品处理记录'),
    });
  },
});

export const executionWords = {
  'instalments applied for': instalmentsAppliedFor,
  'instalments approved': instalmentsApproved,
  payment,
  'goods destroyed': goodsDestroyed,
  'goods disposed of': goodsDisposedOf,
};
