import { apl, samrP } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { flag, list, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { factsFound } from './investigation.js';
import { byOfficers, idsOf } from './officers.js';
import { amounts, methodWords, ofBreach, penaltiesOf, penaltiesOfEach } from './penalty-words.js';

const noticeServed = actWord({
  zh: '送达行政处罚告知书',
  en: 'notice served',
  cites: [apl(44), apl(63), samrP(57)],
  keys: fields(
    { method: word(methodWords) },
    { hearingRightTold: flag, ...amounts, breaches: list(record(ofBreach)) },
  ),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'notice/serve', {
      officers: idsOf(scene, officers),
      penalties: entry.breaches === undefined ? penaltiesOf(entry) : penaltiesOfEach(entry.breaches),
      facts: scene.filled(factsFound(scene.facts.cause), {
        zh: '告知的事实（取自案由）',
        en: 'facts notified (from the cause)',
      }),
      ...(entry.breaches !== undefined && {
        breaches: scene.filled(
          entry.breaches.map(({ breach }) => ({ breach, facts: factsFound(breach) })),
          { zh: '告知的各违法行为的事实（取自其名称）', en: 'facts notified of each breach (from its name)' },
        ),
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
