/** Words for what goes to other agencies: requests for assistance, disputes, transfers. */
import { receivers, settlements } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { date, flag, oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const assistanceRequested = actWord({
  zh: '发出协助调查函',
  en: 'assistance requested',
  cites: [samrP(45)],
  keys: fields({ agency: text, what: text }, { receivedOn: date }),
  play: async ({ agency, what, receivedOn }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'assistance/request', {
      agency,
      what,
      letter: await scene.paper('协助调查函'),
      ...(receivedOn !== undefined && { receivedOn }),
    }),
});

const assistanceAnswered = actWord({
  zh: '协助调查复函',
  en: 'assistance answered',
  cites: [samrP(45)],
  keys: fields({}, {}),
  play: async (_, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'assistance/record-answer', {
      request: scene.entryOf('AssistanceRequested', scene.countOf('AssistanceAnswered')),
      paper: await scene.paper('协助调查复函'),
    }),
});

const assistanceDelayed = actWord({
  zh: '协助调查延期告知',
  en: 'assistance delayed',
  cites: [samrP(45)],
  keys: fields({ until: date }, {}),
  play: async ({ until }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'assistance/record-delay', {
      request: scene.entryOf('AssistanceRequested', scene.countOf('AssistanceAnswered')),
      paper: await scene.paper('延期告知函'),
      until,
    }),
});

const disputed = actWord({
  zh: '管辖争议',
  en: 'jurisdiction disputed',
  cites: [apl(25, 2), samrP(13)],
  keys: fields({ agency: text, reason: text }, {}),
  play: (entry, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'jurisdiction/record-dispute', {
      agency: entry.agency,
      reason: entry.reason,
    }),
});

const reported = actWord({
  zh: '报请指定管辖',
  en: 'dispute reported',
  cites: [apl(25, 2), samrP(16)],
  keys: fields({ superior: text }, {}),
  play: async ({ superior }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'jurisdiction/report-to-superior', {
      superior,
      letter: await scene.paper('报请指定管辖函'),
    }),
});

const settled = actWord({
  zh: '确定管辖',
  en: 'jurisdiction settled',
  cites: [apl(25, 2), samrP(16)],
  keys: fields({ by: oneOf(settlements), ours: flag, competent: text }, {}),
  play: async ({ by, ours, competent }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'jurisdiction/record-settlement', {
      by,
      ours,
      competent,
      paper: await scene.paper('指定管辖通知书（协商纪要）'),
    }),
});

const transferred = actWord({
  zh: '移送其他机关',
  en: 'case transferred',
  cites: [samrP(14), samrP(17)],
  keys: fields({ to: oneOf(receivers), agency: text, reason: text, approvedBy: person }, {}),
  play: async ({ to, agency, reason, approvedBy }, scene) => {
    const by = firstOf(scene.said.handlers);
    const [requested] = await scene.ask(by, 'jurisdiction/request-transfer', { to, agency, reason });
    if (!requested) return;
    await scene.ask(approvedBy, 'jurisdiction/approve-transfer', { approval: requested.entry });
    await scene.ask(by, 'jurisdiction/send-transfer', {
      letter: await scene.paper('案件移送函'),
      enclosed: [await scene.paper('案件材料目录')],
    });
  },
});

export const otherAgencyWords = {
  'assistance requested': assistanceRequested,
  'assistance answered': assistanceAnswered,
  'assistance delayed': assistanceDelayed,
  'jurisdiction disputed': disputed,
  'dispute reported': reported,
  'jurisdiction settled': settled,
  'case transferred': transferred,
};
