import { changeGrounds, changeKinds, remedyKinds, remedyOutcomes } from '@anjuan/case';
import { all, apl, arl } from '@anjuan/law';
import { fields } from '../form/record.js';
import { amount, oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';
import { amounts, penaltyOutcome } from './penalty-words.js';

const accepted = actWord({
  zh: '行政复议、诉讼受理',
  en: 'remedy accepted',
  cites: [apl(73), arl(20), all(46)],
  keys: fields({ kind: oneOf(remedyKinds), organ: text, number: text }, {}),
  play: async (entry, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'remedy/record-acceptance', {
      kind: entry.kind,
      organ: entry.organ,
      number: entry.number,
      notice: await scene.paper('受理（应诉）通知书'),
    }),
});

const outcome = actWord({
  zh: '行政复议、诉讼结果',
  en: 'remedy outcome',
  cites: [arl(64, 1), all(70)],
  keys: fields({ outcome: oneOf(remedyOutcomes) }, { ...amounts }),
  play: async ({ outcome: ended, ...given }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'remedy/record-outcome', {
      remedy: scene.entryOf('RemedyAccepted'),
      outcome: ended,
      ...((ended === 'changed' || ended === 'mediated') && { ordered: penaltyOutcome(given, scene) }),
      paper: await scene.paper('行政复议决定书（裁判文书）'),
    }),
});

const changed = actWord({
  zh: '变更、撤销决定',
  en: 'decision changed',
  cites: [apl(75, 2), arl(63), arl(64)],
  keys: fields(
    { by: person, kind: oneOf(changeKinds), ground: oneOf(changeGrounds), reason: text },
    { ...amounts },
  ),
  play: async ({ by, kind, ground, reason, ...given }, scene) =>
    scene.ask(by, 'decision-change/change', {
      kind,
      ground,
      reason,
      ...(ground === 'remedy-outcome' && { remedy: scene.entryOf('RemedyAccepted') }),
      ...(kind === 'changed' && { outcome: penaltyOutcome(given, scene) }),
      paper: await scene.paper('变更（撤销）决定书'),
    }),
});

const rectified = actWord({
  zh: '补正决定书',
  en: 'decision rectified',
  cites: [apl(75, 2)],
  keys: fields({ by: person, written: text, corrected: text }, {}),
  play: async ({ by, written, corrected }, scene) =>
    scene.ask(by, 'decision-change/rectify', { written, corrected, paper: await scene.paper('补正通知书') }),
});

const publicationWithdrawn = actWord({
  zh: '撤回公示',
  en: 'publication withdrawn',
  cites: [apl(48, 2)],
  keys: fields({ explanation: text }, {}),
  play: ({ explanation }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'decision-change/withdraw-publication', { explanation }),
});

const refunded = actWord({
  zh: '退还罚没款',
  en: 'money refunded',
  cites: [apl(75, 2)],
  keys: fields({ yuan: amount }, {}),
  play: async ({ yuan }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'decision-change/record-refund', {
      fen: yuan,
      receipt: await scene.paper('退库凭证'),
    }),
});

export const remedyWords = {
  'remedy accepted': accepted,
  'remedy outcome': outcome,
  'decision changed': changed,
  'decision rectified': rectified,
  'publication withdrawn': publicationWithdrawn,
  'money refunded': refunded,
};
