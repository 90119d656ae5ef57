/** Words for what lengthens, interrupts or ends the course of a case. */
import { leftOutKinds, notFilingGrounds, suspensionGrounds, terminationGrounds } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { count, date, list, oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { evidenceOf } from './evidence-of.js';
import { firstOf, idsOf } from './officers.js';
import type { Recorded, Scene } from './scene.js';

const granted = async (
  requested: readonly Recorded[],
  give: (terms: Readonly<{ approval: number }>) => ReturnType<Scene['ask']>,
): Promise<void> => {
  const [request] = requested;
  if (request) await give({ approval: request.entry });
};

const leadCheckExtended = actWord({
  zh: '延长核查期限',
  en: 'lead check extended',
  cites: [samrP(18)],
  keys: fields({ approvedBy: person, reason: text }, { by: person }),
  play: async ({ approvedBy, reason, by }, scene) =>
    granted(
      await scene.ask(by ?? firstOf(scene.said.handlers), 'initiation/request-check-extension', { reason }),
      (terms) => scene.ask(approvedBy, 'initiation/extend-check', terms),
    ),
});

const leadNotFiled = actWord({
  zh: '不予立案',
  en: 'lead not filed',
  cites: [samrP(20)],
  keys: fields({ approvedBy: person, ground: oneOf(notFilingGrounds), reason: text }, { by: person }),
  play: async ({ approvedBy, ground, reason, by }, scene) =>
    granted(
      await scene.ask(by ?? firstOf(scene.said.handlers), 'initiation/request-not-filing', {
        ground,
        reason,
        evidence: [...evidenceOf(scene)],
      }),
      (terms) => scene.ask(approvedBy, 'initiation/decide-not-to-file', terms),
    ),
});

const suspended = actWord({
  zh: '中止调查',
  en: 'investigation suspended',
  cites: [samrP(46)],
  keys: fields({ approvedBy: person, ground: oneOf(suspensionGrounds), reason: text }, {}),
  play: async ({ approvedBy, ground, reason }, scene) =>
    granted(
      await scene.ask(firstOf(scene.said.handlers), 'suspension/request', { ground, reason }),
      (terms) => scene.ask(approvedBy, 'suspension/approve', terms),
    ),
});

const resumed = actWord({
  zh: '恢复调查',
  en: 'investigation resumed',
  cites: [samrP(46)],
  keys: fields({ reason: text }, {}),
  play: ({ reason }, scene) => scene.ask(firstOf(scene.said.handlers), 'suspension/resume', { reason }),
});

const terminated = actWord({
  zh: '终止调查',
  en: 'investigation terminated',
  cites: [samrP(47)],
  keys: fields({ approvedBy: person, ground: oneOf(terminationGrounds), reason: text }, {}),
  play: async ({ approvedBy, ground, reason }, scene) =>
    granted(
      await scene.ask(firstOf(scene.said.handlers), 'suspension/request-termination', { ground, reason }),
      (terms) => scene.ask(approvedBy, 'suspension/approve-termination', terms),
    ),
});

const periodExtended = actWord({
  zh: '延长办案期限',
  en: 'decision period extended',
  cites: [apl(60), samrP(64, 1)],
  keys: fields({ approvedBy: person, reason: text }, {}),
  play: async ({ approvedBy, reason }, scene) =>
    granted(
      await scene.ask(firstOf(scene.said.handlers), 'decision-period/request-extension', { reason }),
      (terms) => scene.ask(approvedBy, 'decision-period/approve-extension', terms),
    ),
});

const periodExtendedFurther = actWord({
  zh: '集体讨论决定继续延期',
  en: 'decision period extended further',
  cites: [samrP(64, 1)],
  keys: fields(
    { chair: person, attending: list(person), days: count, reason: text },
    { handlersReport: list(person) },
  ),
  play: async ({ chair, attending, days, reason, handlersReport }, scene) =>
    scene.ask(chair, 'decision-period/extend-further', {
      attending: idsOf(scene, attending),
      handlersReport: idsOf(scene, handlersReport ?? scene.said.handlers),
      days,
      reason,
      minutes: await scene.paper('集体讨论记录（延期）'),
    }),
});

const daysLeftOut = actWord({
  zh: '登记不计入办案期限的时间',
  en: 'days left out',
  cites: [samrP(64, 2)],
  keys: fields({ kind: oneOf(leftOutKinds), from: date, to: date, what: text }, {}),
  play: async ({ kind, from, to, what }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'decision-period/leave-out', {
      kind,
      from,
      to,
      what,
      record: await scene.paper('不计入办案期限的证明材料'),
    }),
});

export const courseWords = {
  'lead check extended': leadCheckExtended,
  'lead not filed': leadNotFiled,
  'investigation suspended': suspended,
  'investigation resumed': resumed,
  'investigation terminated': terminated,
  'decision period extended': periodExtended,
  'decision period extended further': periodExtendedFurther,
  'days left out': daysLeftOut,
};
