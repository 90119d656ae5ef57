import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { flag, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { factsFound } from './investigation.js';
import { byOfficers, idsOf } from './officers.js';
import { amounts, methodWords, penaltiesOf } from './penalty-words.js';

const noticeServed = actWord({
  zh: '送达行政处罚告知书',
  en: 'notice served',
  cites: [apl(44), apl(63), samrP(57)],
  keys: fields({ method: word(methodWords) }, { hearingRightTold: flag, ...amounts }),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'notice/serve', {
      officers: idsOf(scene, officers),
      penalties: penaltiesOf(entry, scene),
      facts: scene.filled(factsFound(scene.facts.cause), {
        zh: '告知的事实（取自案由）',
        en: 'facts notified (from the cause)',
      }),
      hearingRightTold: entry.hearingRightTold ?? false,
      method: entry.method,
      proof: await scene.paper('送达回证（行政处罚告知书）'),
    });
  },
});

const recheckResults = {
  adopted: 'adopted',
  'partly adopted': 'partly-adopted',
  'not adopted': 'not-adopted',
} as const;

const statementRechecked = actWord({
  zh: '复核陈述、申辩',
  en: 'statement re-checked',
  cites: [apl(45), samrP(58)],
  keys: fields({ result: word(recheckResults), reason: text }, {}),
  says: ({ result, reason }) => ({ recheck: { result, reason } }),
  play: async ({ result, reason }, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'statement/re-check', {
      officers: idsOf(scene, officers),
      result,
      reason,
    });
  },
});

export const noticeWords = { 'notice served': noticeServed, 'statement re-checked': statementRechecked };
