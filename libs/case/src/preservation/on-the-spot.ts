/** What is done on the spot when evidence is preserved, the party being there or not: SAMR-P 34, 43. */
import { samrP } from '@anjuan/law';
import { filled, type EntryProvision } from '@anjuan/procedure';
import type { TakePreservation } from './preservation.js';

const countedAndListed =
  '先行登记保存有关证据，应当当场清点，开具清单，由当事人和办案人员签名或者盖章，交当事人一份，并当场交付先行登记保存证据通知书';

/** Nobody is there to take them: the absence is stated and shown instead. */
const absent = ({ partyPresent }: TakePreservation): boolean => partyPresent === false;
const shown = ({ media, witness }: TakePreservation): boolean => (media ?? []).length > 0 || filled(witness);

export const handedOver: EntryProvision<unknown, TakePreservation> = {
  id: 'preservation/list-and-notice-handed-over',
  cites: samrP(34),
  also: [samrP(43)],
  says: countedAndListed,
  en: 'List and notice are handed over on the spot to a party that is there',
  cure: {
    zh: '当场交付清单和通知书；当事人不在场的，如实填写',
    en: 'Hand both over on the spot; where the party is not there, say so',
  },
  fields: ['/listHandedOver', '/noticeHandedOver', '/partyPresent'],
  holds: (entry) => absent(entry) || (entry.listHandedOver && entry.noticeHandedOver),
};

export const absenceShown: EntryProvision<unknown, TakePreservation> = {
  id: 'preservation/absence-stated-and-shown',
  cites: samrP(43),
  says: '无法通知当事人，当事人不到场或者拒绝接受调查，当事人拒绝签名、盖章或者以其他方式确认的，办案人员应当在笔录或者其他材料上注明情况，并采取录音、录像等方式记录，必要时可以邀请有关人员作为见证人',
  en: 'Of a party that is not there it is stated how it was told and why it did not come, and a film or a witness shows it',
  cure: {
    zh: '写明通知和未到场的情况，并上传录音、录像或者写明见证人',
    en: 'State how it was told and why it did not come, and add the recording or name the witness',
  },
  fields: ['/absence', '/media', '/partyPresent', '/witness'],
  holds: (entry) => !absent(entry) || (filled(entry.absence) && shown(entry)),
};

export const listSigned: EntryProvision<unknown, TakePreservation> = {
  id: 'preservation/list-signed-or-refusal-shown',
  cites: samrP(34),
  also: [samrP(43)],
  says: countedAndListed,
  en: 'A party that is there signs the list; if it refuses, that is noted, and a film or a witness shows it',
  cure: {
    zh: '由当事人签名；拒绝的，注明情况并上传录音、录像或者写明见证人',
    en: 'Have it signed; or note the refusal, and add the recording or name the witness',
  },
  fields: ['/media', '/partyPresent', '/recordSigned', '/refusalNoted', '/witness'],
  holds: (entry) =>
    absent(entry) || entry.recordSigned === true || (filled(entry.refusalNoted) && shown(entry)),
};

export const onTheSpot = [handedOver, absenceShown, listSigned] as const;

/** What the entry says of the party, as it goes into the event. */
export const partyOnTheSpot = (entry: TakePreservation) => ({
  ...(entry.partyPresent !== undefined && { partyPresent: entry.partyPresent }),
  ...(entry.absence !== undefined && { absence: entry.absence }),
  ...(entry.recordSigned !== undefined && { recordSigned: entry.recordSigned }),
  ...(entry.refusalNoted !== undefined && { refusalNoted: entry.refusalNoted }),
  ...(entry.witness !== undefined && { witness: entry.witness }),
  ...(entry.media !== undefined && { media: [...entry.media] }),
});
