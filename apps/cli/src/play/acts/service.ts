import { apl, samrP, samrPub } from '@anjuan/law';
import { fields } from '../form/record.js';
import { oneOrMore, text, word } from '../form/readers.js';
import { actWord } from './act-word.js';
import { papersOf } from './evidence.js';
import { byOfficers, firstOf, idsOf } from './officers.js';
import { methodWords } from './penalty-words.js';

const decisionServed = actWord({
  zh: '送达决定书',
  en: 'decision served',
  cites: [apl(61), samrP(81), samrP(82)],
  keys: fields({ method: word(methodWords) }, { witness: text, media: oneOrMore(text) }),
  play: async (entry, scene) => {
    const officers = scene.said.handlers;
    await byOfficers(scene, officers, 'service/serve-decision', {
      officers: idsOf(scene, officers),
      method: entry.method,
      proof: await scene.paper('送达回证（决定书）'),
      ...(entry.witness !== undefined && { witness: entry.witness }),
      ...(entry.media && { media: await papersOf(scene, entry.media) }),
    });
  },
});

const decisionPublished = actWord({
  zh: '公示处罚决定',
  en: 'decision published',
  cites: [apl(48, 1), samrPub(9)],
  keys: fields({}, {}, ['method', 'witness', 'media']),
  play: (_, scene) => scene.ask(firstOf(scene.said.handlers), 'publication/publish', {}),
});

export const serviceWords = { 'decision served': decisionServed, 'decision published': decisionPublished };
