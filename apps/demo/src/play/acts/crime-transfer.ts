import { criminalOutcomes, policeAnswers, reconsideredBy } from '@anjuan/case';
import { acl, apl, trans } from '@anjuan/law';
import { fields } from '../form/record.js';
import { flag, oneOf, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { goods, goodsOf } from './goods.js';
import { byOfficers, firstOf, idsOf } from './officers.js';

const proposed = actWord({
  zh: '提出移送涉嫌犯罪案件报告',
  en: 'crime transfer proposed',
  cites: [apl(27, 1), trans(5, 1)],
  keys: fields({ offence: text }, { by: oneOrMore(person) }),
  play: async ({ offence, by }, scene) => {
    const officers = by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'crime-transfer/propose', {
      officers: idsOf(scene, officers),
      offence,
      report: await scene.paper('移送涉嫌犯罪案件报告'),
    });
  },
});

const decided = actWord({
  zh: '决定是否移送公安机关',
  en: 'crime transfer decided',
  cites: [trans(5, 2)],
  keys: fields({ by: person, approved: flag }, { reason: text }),
  play: ({ by, approved, reason }, scene) =>
    scene.ask(by, 'crime-transfer/decide', { approved, ...(reason !== undefined && { reason }) }),
});

const sent = actWord({
  zh: '向公安机关移送',
  en: 'case sent to police',
  cites: [trans(5, 2), trans(6)],
  keys: fields({ police: text }, {}),
  play: async ({ police }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/send', {
      police,
      letter: await scene.paper('涉嫌犯罪案件移送书'),
      enclosed: [await scene.paper('案件情况调查报告'), await scene.paper('涉案物品清单')],
    }),
});

const answered = actWord({
  zh: '公安机关答复',
  en: 'police answer',
  cites: [trans(8)],
  keys: fields({ answer: oneOf(policeAnswers) }, { reason: text }),
  play: async ({ answer, reason }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/record-answer', {
      answer,
      paper: await scene.paper('公安机关通知书'),
      ...(reason !== undefined && { reason }),
    }),
});

const goodsHandedOver = actWord({
  zh: '向公安机关移交涉案物品',
  en: 'goods handed to police',
  cites: [trans(12), acl(21)],
  keys: fields({}, { partyTold: flag, goods }),
  play: async ({ partyTold, goods: named }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/hand-over-goods', {
      ...(named && { goods: goodsOf(named, scene) }),
      record: await scene.paper('涉案物品移交清单'),
      ...(partyTold === true && { partyNotice: await scene.paper('物品移送告知书') }),
    }),
});

const outcome = actWord({
  zh: '刑事处理结果',
  en: 'criminal outcome',
  cites: [trans(11), apl(27, 1), apl(35)],
  keys: fields({ outcome: oneOf(criminalOutcomes) }, {}),
  play: async (entry, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/record-outcome', {
      outcome: entry.outcome,
      paper: await scene.paper('刑事处理结果法律文书'),
    }),
});

const reconsiderationAsked = actWord({
  zh: '提请复议或者立案监督',
  en: 'police asked to reconsider',
  cites: [trans(9, 1)],
  keys: fields({ of: oneOf(reconsideredBy) }, { whyLate: text }),
  play: async ({ of, whyLate }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/ask-reconsideration', {
      of,
      letter: await scene.paper('提请复议（建议立案监督）书'),
      ...(whyLate !== undefined && { whyLate }),
    }),
});

const reviewAnswered = actWord({
  zh: '复议或者立案监督结果',
  en: 'police reconsidered',
  cites: [trans(9, 2)],
  keys: fields({ answer: oneOf(policeAnswers) }, {}),
  play: async ({ answer }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'crime-transfer/record-reconsideration', {
      answer,
      paper: await scene.paper('复议（监督）结果'),
    }),
});

export const crimeTransferWords = {
  'crime transfer proposed': proposed,
  'crime transfer decided': decided,
  'case sent to police': sent,
  'police answer': answered,
  'goods handed to police': goodsHandedOver,
  'criminal outcome': outcome,
  'police asked to reconsider': reconsiderationAsked,
  'police reconsidered': reviewAnswered,
};
