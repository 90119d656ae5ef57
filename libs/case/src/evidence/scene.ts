/** A scene (现场): credentials shown to whoever is there, the record signed, or seen by others. APL 55; SAMR-P 28, 43. */
import { apl, samrP } from '@anjuan/law';
import { filled, type EntryProvision } from '@anjuan/procedure';
import type { RecordScene } from './evidence.js';

/** By a witness, or on film. */
const seenByOthers = ({ witness, media }: RecordScene): boolean =>
  filled(witness) || (media ?? []).length > 0;

export const credentialShownAtScene: EntryProvision<unknown, RecordScene> = {
  id: 'evidence/credential-shown-at-the-scene',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'The officers show their credentials to whoever is there; to an empty room they show none',
  cure: {
    zh: '出示执法证件后重新检查；现场无人的，注明无人，不填已出示',
    en: 'Show the credentials and inspect anew; where nobody was there, say so, and not that they were shown',
  },
  fields: ['/credentialShown', '/nobodyThere'],
  holds: ({ credentialShown, nobodyThere }) => credentialShown !== (nobodyThere === true),
};

export const sceneSignedOrSeen: EntryProvision<unknown, RecordScene> = {
  id: 'evidence/scene-signed-or-seen',
  cites: samrP(28),
  also: [samrP(43)],
  says: '办案人员应当制作现场笔录，载明时间、地点、事件等内容，由办案人员、当事人签名或者盖章',
  en: 'The party signs the record of the scene; where it is absent or refuses, the record says so, and a witness or a film shows the scene',
  cure: {
    zh: '由当事人签名；不到场、拒绝签名的，注明情况，并附录音录像或者见证人',
    en: 'Have it signed; of a party that is absent or refuses, say so and add the film or the witness',
  },
  fields: ['/media', '/nobodyThere', '/recordSigned', '/refusalNoted', '/witness'],
  holds: (entry) =>
    (entry.recordSigned === true && entry.nobodyThere !== true) ||
    ((entry.nobodyThere === true || filled(entry.refusalNoted)) && seenByOthers(entry)),
};
