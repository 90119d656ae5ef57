import { courtAnswers } from '@anjuan/case';
import { acl, apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { date, oneOf, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { papersOf } from './evidence.js';
import { byOfficers, firstOf, idsOf } from './officers.js';

const reminderServed = actWord({
  zh: '送达催告书',
  en: 'reminder served',
  cites: [acl(35), acl(54), samrP(76)],
  keys: fields({ payBy: date, how: text }, { by: oneOrMore(person) }),
  play: async ({ payBy, how, by }, scene) => {
    const officers = by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'court-enforcement/serve-reminder', {
      officers: idsOf(scene, officers),
      payBy,
      how,
      reminder: await scene.paper('催告书'),
      method: scene.filled('direct' as const, { zh: '送达方式：直接送达', en: 'method of service: direct' }),
      proof: await scene.paper('送达回证（催告书）'),
    });
  },
});

const reminderAnswered = actWord({
  zh: '当事人对催告的意见',
  en: 'reminder answered',
  cites: [acl(36)],
  keys: fields({ opinion: text, reply: text }, {}),
  play: async ({ opinion, reply }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'court-enforcement/record-opinion', {
      opinion,
      reply,
      paper: await scene.paper('陈述申辩书（催告）'),
    }),
});

const applicationApproved = actWord({
  zh: '批准申请法院强制执行',
  en: 'court application approved',
  cites: [acl(55, 2)],
  keys: fields({ court: text, object: text, approvedBy: person }, {}),
  play: async ({ court, object, approvedBy }, scene) => {
    const by = firstOf(scene.said.handlers);
    const [requested] = await scene.ask(by, 'court-enforcement/request', { court, object });
    if (requested) await scene.ask(approvedBy, 'court-enforcement/approve', { approval: requested.entry });
  },
});

const applied = actWord({
  zh: '申请人民法院强制执行',
  en: 'court applied to',
  cites: [apl(72, 1, 4), acl(53), acl(55), samrP(76)],
  keys: fields({}, { enclosed: oneOrMore(text), whyLate: text }),
  play: async ({ enclosed, whyLate }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'court-enforcement/apply', {
      approval: scene.entryOf('ApprovalRequested'),
      application: await scene.paper('强制执行申请书'),
      enclosed: await papersOf(scene, enclosed ?? ['行政处罚决定书及事实理由依据', '催告书及当事人意见']),
      ...(whyLate !== undefined && { whyLate }),
    }),
});

const courtAnswer = actWord({
  zh: '法院裁定',
  en: 'court answer',
  cites: [acl(56), acl(57), acl(58)],
  keys: fields({ answer: oneOf(courtAnswers) }, {}),
  play: async ({ answer }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'court-enforcement/record-court-answer', {
      answer,
      ruling: await scene.paper('法院行政裁定书'),
    }),
});

const higherCourtAsked = actWord({
  zh: '向上一级法院申请复议',
  en: 'higher court asked',
  cites: [acl(56, 2), acl(58, 3)],
  keys: fields({ court: text }, {}),
  play: async ({ court }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'court-enforcement/ask-higher-court', {
      court,
      application: await scene.paper('复议申请书'),
    }),
});

export const courtEnforcementWords = {
  'reminder served': reminderServed,
  'reminder answered': reminderAnswered,
  'court application approved': applicationApproved,
  'court applied to': applied,
  'court answer': courtAnswer,
  'higher court asked': higherCourtAsked,
};
