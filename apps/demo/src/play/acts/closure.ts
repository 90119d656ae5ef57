import { closureGrounds } from '@anjuan/case';
import { samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import { firstOf } from './officers.js';

const caseClosed = actWord({
  zh: '结案',
  en: 'case closed',
  cites: [samrP(77)],
  keys: fields({ approvedBy: person }, { ground: oneOf(closureGrounds), note: text }),
  play: async ({ approvedBy, ground, note }, scene) => {
    const [requested] = await scene.ask(firstOf(scene.said.handlers), 'closure/request', {
      ground: ground ?? ((scene.said.decided ?? 'penalty') === 'penalty' ? 'executed' : 'no-penalty'),
      ...(note !== undefined && { note }),
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
