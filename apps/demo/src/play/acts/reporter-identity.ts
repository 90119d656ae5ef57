import { samrC } from '@anjuan/law';
import { fields } from '../form/record.js';
import { person, text } from '../form/readers.js';
import { actWord } from './act-word.js';

const look = actWord({
  zh: '查看举报人身份',
  en: 'look at reporter identity',
  cites: [samrC(37)],
  keys: fields({ by: person }, { purpose: text }),
  // A purpose is not a reason the player may fill in: without it the law has nothing to weigh.
  play: ({ by, purpose }, scene) => scene.ask(by, 'reporter-identity/look', { purpose: purpose ?? '' }),
});

export const reporterIdentityWords = { 'look at reporter identity': look };
