import { hearingSuspensionGrounds } from '@anjuan/case';
import { apl, samrH } from '@anjuan/law';
import { fields } from '../form/record.js';
import { date, oneOf, person, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';
import type { Scene } from './scene.js';

const party = oneOf(['party']);
const hostOf = ({ said }: Scene): string => said.host ?? firstOf(said.handlers);

const requested = actWord({
  zh: '当事人要求听证',
  en: 'hearing requested',
  cites: [apl(63), apl(64, undefined, 1), samrH(7)],
  keys: fields({}, { by: party }),
  play: async (_, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'hearing/request', { paper: await scene.paper('听证申请书') }),
});

const hostNamed = actWord({
  zh: '指定听证主持人',
  en: 'hearing host named',
  cites: [apl(64, undefined, 4), samrH(11), samrH(18)],
  keys: fields({ host: person, by: person }, {}, ['for', 'record']),
  says: ({ host }) => ({ host }),
  play: ({ host, by }, scene) => scene.ask(by, 'hearing/name-host', { host: scene.idOf(host) }),
});

const fileHandedOver = actWord({
  zh: '向听证主持人移送案卷',
  en: 'hearing file handed over',
  cites: [samrH(19)],
  keys: fields({}, {}),
  play: (_, scene) => scene.ask(firstOf(scene.said.handlers), 'hearing/hand-over-file', {}),
});

const suspended = actWord({
  zh: '中止听证',
  en: 'hearing suspended',
  cites: [samrH(26)],
  keys: fields({ ground: oneOf(hearingSuspensionGrounds), reason: text }, { host: person }),
  play: ({ ground, reason, host }, scene) =>
    scene.ask(host ?? hostOf(scene), 'hearing/suspend', { ground, reason }),
});

const resumed = actWord({
  zh: '恢复听证',
  en: 'hearing resumed',
  cites: [samrH(26)],
  keys: fields({ reason: text }, { host: person }),
  play: ({ reason, host }, scene) => scene.ask(host ?? hostOf(scene), 'hearing/resume', { reason }),
});

const noticeServed = actWord({
  zh: '送达听证通知书',
  en: 'hearing notice served',
  cites: [apl(64, undefined, 2), samrH(20)],
  keys: fields({ for: date }, { host: person, by: person }, ['record']),
  play: async (entry, scene) =>
    scene.ask(entry.by ?? entry.host ?? hostOf(scene), 'hearing/serve-notice', {
      for: entry.for,
      place: scene.filled('本机关听证室', { zh: '听证地点', en: 'place of the hearing' }),
      method: scene.filled('direct' as const, { zh: '送达方式：直接送达', en: 'method of service: direct' }),
      proof: await scene.paper('送达回证（听证通知书）'),
      open: scene.filled(true, { zh: '公开听证', en: 'the hearing is open' }),
    }),
});

const announced = actWord({
  zh: '公告听证',
  en: 'hearing announced',
  cites: [apl(64, undefined, 3), samrH(22)],
  keys: fields({}, { host: person, by: person }, ['for', 'record']),
  play: (entry, scene) => scene.ask(entry.by ?? entry.host ?? hostOf(scene), 'hearing/announce', {}),
});

const held = actWord({
  zh: '举行听证',
  en: 'hearing held',
  cites: [apl(64), samrH(25), samrH(28)],
  keys: fields({}, { host: person, by: person, record: word({ signed: true, unsigned: false }) }, ['for']),
  play: async (entry, scene) =>
    scene.ask(entry.host ?? entry.by ?? hostOf(scene), 'hearing/hold', {
      record: await scene.paper('听证笔录'),
      recordSigned: entry.record ?? false,
    }),
});

const reported = actWord({
  zh: '提交听证报告',
  en: 'hearing report',
  cites: [apl(65), samrH(29)],
  keys: fields({}, { host: person, by: person }, ['for', 'record']),
  play: async (entry, scene) =>
    scene.ask(entry.by ?? entry.host ?? hostOf(scene), 'hearing/report', {
      report: await scene.paper('听证报告'),
      opinion: scene.filled('见听证报告', {
        zh: '听证意见（指向听证报告）',
        en: 'opinion (pointing to the report)',
      }),
    }),
});

const ended = actWord({
  zh: '终止听证',
  en: 'hearing ended',
  cites: [samrH(27)],
  keys: fields(
    { ground: oneOf(['withdrawn', 'absent', 'left', 'party-ended']), reason: text },
    { host: person, by: person, paper: text },
  ),
  play: async ({ ground, reason, paper, ...entry }, scene) =>
    scene.ask(entry.by ?? entry.host ?? hostOf(scene), 'hearing/end', {
      ground,
      reason,
      ...(paper !== undefined && { paper: await scene.paper(paper) }),
    }),
});

export const hearingWords = {
  'hearing requested': requested,
  'hearing host named': hostNamed,
  'hearing file handed over': fileHandedOver,
  'hearing suspended': suspended,
  'hearing resumed': resumed,
  'hearing notice served': noticeServed,
  'hearing announced': announced,
  'hearing held': held,
  'hearing report': reported,
  'hearing ended': ended,
};
