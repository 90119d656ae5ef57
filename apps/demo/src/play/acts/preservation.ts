import { preservationManners } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { flag, oneOf, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { goods, lines, listOf, partsOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';

/** With `approvedBy` under an approval given before; without it at once, as an emergency (SAMR-P 33). */
const preserved = actWord({
  zh: '先行登记保存',
  en: 'evidence preserved',
  cites: [apl(56), samrP(33), samrP(34)],
  keys: fields(
    { items: text, reason: text },
    {
      approvedBy: person,
      by: oneOrMore(person),
      listHandedOver: flag,
      noticeHandedOver: flag,
      recordSigned: flag,
      lines,
    },
  ),
  play: async ({ items, reason, approvedBy, ...entry }, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    const take = {
      officers: idsOf(scene, officers),
      listHandedOver: entry.listHandedOver ?? false,
      noticeHandedOver: entry.noticeHandedOver ?? false,
      list: await scene.paper('先行登记保存物品清单'),
      ...(entry.recordSigned !== undefined && { recordSigned: entry.recordSigned }),
      ...listOf(entry.lines),
    };
    if (approvedBy === undefined) {
      await byOfficers(scene, officers, 'preservation/take', { ...take, urgent: { items, reason } });
      return;
    }
    const [requested] = await scene.ask(firstOf(officers), 'preservation/request', { items, reason });
    if (!requested) return;
    await scene.ask(approvedBy, 'preservation/approve', { approval: requested.entry });
    await byOfficers(scene, officers, 'preservation/take', { ...take, approval: requested.entry });
  },
});

const approvedAfterwards = actWord({
  zh: '补办先行登记保存批准',
  en: 'preservation approved afterwards',
  cites: [samrP(33)],
  keys: fields({ by: person, agreed: flag }, { reason: text }),
  play: ({ by, agreed, reason }, scene) =>
    scene.ask(by, 'preservation/make-up-approval', {
      preservation: scene.entryOf('EvidencePreserved'),
      agreed,
      ...(reason !== undefined && { reason }),
    }),
});

const dealtWith = actWord({
  zh: '处理先行登记保存的证据',
  en: 'preserved evidence dealt with',
  cites: [samrP(35)],
  keys: fields({ manner: oneOf(preservationManners), what: text }, { by: oneOrMore(person), goods }),
  play: async ({ manner, what, by, goods: named }, scene) => {
    const officers = by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'preservation/deal-with', {
      officers: idsOf(scene, officers),
      preservation: scene.entryOf('EvidencePreserved'),
      ...partsOf(named),
      manner,
      what,
    });
  },
});

const lifted = actWord({
  zh: '解除先行登记保存',
  en: 'preservation lifted',
  cites: [samrP(35, 1, 5)],
  keys: fields({ by: person, reason: text }, { goods }),
  play: ({ by, reason, goods: named }, scene) =>
    scene.ask(by, 'preservation/lift', {
      preservation: scene.entryOf('EvidencePreserved'),
      ...partsOf(named),
      reason,
    }),
});

export const preservationWords = {
  'evidence preserved': preserved,
  'preservation approved afterwards': approvedAfterwards,
  'preserved evidence dealt with': dealtWith,
  'preservation lifted': lifted,
};
