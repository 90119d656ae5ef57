import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const made = actWord({
  zh: '当事人陈述、申辩',
  en: 'statement made',
  cites: [apl(45, 1), samrP(57)],
  keys: fields({ what: text }, {}),
  play: async ({ what }, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'statement/record', {
      what,
      paper: await scene.paper('陈述申辩书'),
    }),
});

const waived = actWord({
  zh: '当事人放弃陈述、申辩和听证',
  en: 'statement waived',
  cites: [apl(45, 1)],
  keys: fields({}, {}),
  play: async (_, scene) =>
    scene.ask(firstOf(scene.said.handlers), 'statement/waive', { paper: await scene.paper('放弃权利声明') }),
});

const proposalReturned = actWord({
  zh: '退回拟处罚意见',
  en: 'proposal returned',
  cites: [samrP(56)],
  keys: fields({ by: person, reason: text }, {}),
  play: ({ by, reason }, scene) => scene.ask(by, 'proposal/return', { reason }),
});

export const statementWords = {
  'statement made': made,
  'statement waived': waived,
  'proposal returned': proposalReturned,
};
