import { samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { person } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const caseClosed = actWord({
  zh: '结案',
  en: 'case closed',
  cites: [samrP(77)],
  keys: fields({ approvedBy: person }, {}),
  play: async ({ approvedBy }, scene) => {
    const [requested] = await scene.ask(firstOf(scene.said.handlers), 'closure/request', {
      ground: scene.said.decided === 'no-penalty' ? 'no-penalty' : 'executed',
    });
    if (requested) await scene.ask(approvedBy, 'closure/approve', { approval: requested.entry });
  },
});

const archived = actWord({
  zh: '归档',
  en: 'archived',
  cites: [samrP(78)],
  keys: fields({}, {}, ['approvedBy']),
  play: (_, scene) => scene.ask(firstOf(scene.said.handlers), 'archive/archive', {}),
});

export const closureWords = { 'case closed': caseClosed, archived };
