import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { date, oneOrMore, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { byOfficers, idsOf } from './officers.js';

const by = oneOrMore(person);

const correctionOrdered = actWord({
  zh: '责令改正',
  en: 'correction ordered',
  cites: [apl(28, 1)],
  keys: fields({ until: date }, { by }, ['record']),
  play: async (entry, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'correction/order', {
      officers: idsOf(scene, officers),
      until: entry.until,
      what: scene.filled(`改正：${scene.facts.cause}`, {
        zh: '责令改正的内容（取自案由）',
        en: 'what is to be corrected (from the cause)',
      }),
      paper: await scene.paper('责令改正通知书'),
    });
  },
});

const correctionVerified = actWord({
  zh: '核查改正情况',
  en: 'correction verified',
  cites: [apl(28, 1), apl(33, 1)],
  keys: fields({}, { record: text, by }, ['until']),
  play: async (entry, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'correction/verify', {
      officers: idsOf(scene, officers),
      order: scene.entryOf('CorrectionOrdered', scene.countOf('CorrectionVerified')),
      corrected: true,
      record: await scene.paper(entry.record ?? '改正情况核查笔录'),
    });
  },
});

const educationGiven = actWord({
  zh: '教育当事人',
  en: 'education given',
  cites: [apl(33, 3), samrP(61)],
  keys: fields({}, { record: text, by }, ['until']),
  play: async (entry, scene) => {
    const officers = entry.by ?? scene.said.handlers;
    await byOfficers(scene, officers, 'education/give', {
      officers: idsOf(scene, officers),
      record: await scene.paper(entry.record ?? '教育笔录'),
    });
  },
});

export const correctionWords = {
  'correction ordered': correctionOrdered,
  'correction verified': correctionVerified,
  'education given': educationGiven,
};
