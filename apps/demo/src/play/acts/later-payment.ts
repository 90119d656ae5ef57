import { apl, acl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { amount, date, list, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const instalment = record(fields({ due: date, yuan: amount }, {}));

const deferralApproved = actWord({
  zh: '批准暂缓缴纳罚款',
  en: 'deferral approved',
  cites: [apl(66, 2), samrP(74)],
  keys: fields({ by: person, until: date }, {}),
  play: ({ by, until }, scene) => scene.ask(by, 'execution/approve-deferral', { until }),
});

const instalmentsRefused = actWord({
  zh: '不同意延期、分期缴纳罚款',
  en: 'instalments refused',
  cites: [apl(66, 2), samrP(74)],
  keys: fields({ by: person, reason: text }, {}),
  play: ({ by, reason }, scene) => scene.ask(by, 'execution/refuse-instalments', { reason }),
});

const agreement = actWord({
  zh: '达成执行协议',
  en: 'execution agreement',
  cites: [acl(42)],
  keys: fields({ by: person, plan: list(instalment) }, { waivedYuan: amount, remedied: text }),
  play: async ({ by, plan, waivedYuan, remedied }, scene) => {
    const terms = {
      plan: plan.map(({ due, yuan }) => ({ due, fen: yuan })),
      waived: waivedYuan ?? 0,
      ...(remedied !== undefined && { remedied }),
    };
    const [requested] = await scene.ask(firstOf(scene.said.handlers), 'execution/request-agreement', terms);
    if (requested)
      await scene.ask(by, 'execution/make-agreement', { ...terms, agreement: await scene.paper('执行协议') });
  },
});

export const laterPaymentWords = {
  'deferral approved': deferralApproved,
  'instalments refused': instalmentsRefused,
  'execution agreement': agreement,
};
