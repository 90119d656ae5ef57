/** Which party an act is of, where the case has several: APL 44, 45; SAMR-P 48, 60(1). */
import {
  checkEntry,
  happenedAt,
  type EntryNumber,
  type EntryProvision,
  type Outside,
} from '@anjuan/procedure';
import { apl, policy } from '@anjuan/law';
import type { CaseFile } from '../steps.js';

type Parties = Pick<CaseFile, 'joinedParties' | 'filing'>;
type Named = Readonly<{ ofParty?: EntryNumber }>;

const each = policy(
  '有共同当事人的，对各当事人分别审核、告知、听取意见、决定和执行；Where there are several parties each is reviewed, notified, heard, decided on and executed for itself',
);

export const partyNamed: EntryProvision<Parties, Named> = {
  id: 'joined-parties/party-named',
  cites: each,
  also: [apl(44), apl(45, 1)],
  says: '本案有共同当事人的，办理时应当写明所涉当事人',
  en: 'In a case of several parties every act of the procedure of one says of which',
  cure: {
    zh: '填写所涉当事人的立案记录或者追加记录的序号',
    en: 'Name the party: the entry of the filing, or of its joining',
  },
  fields: ['/ofParty'],
  holds: ({ ofParty }, { joinedParties = [] }) =>
    ofParty !== undefined || joinedParties.every(({ left }) => left !== undefined),
};

export const partyInTheCase: EntryProvision<Parties, Named> = {
  id: 'joined-parties/party-in-the-case',
  cites: each,
  also: [apl(44), apl(57, 1)],
  says: '所涉当事人应当是本案立案或者追加、尚未退出的当事人',
  en: 'The party that is named is that of the filing, or was joined and has not left',
  cure: checkEntry,
  fields: ['/ofParty'],
  holds: ({ ofParty }, { filing, joinedParties = [] }) =>
    ofParty === undefined ||
    filing?.entry === ofParty ||
    joinedParties.some(({ entry, left }) => entry === ofParty && left === undefined),
};

/** Demanded besides of acts that have a day of their own. */
export const notBeforeItsJoining: EntryProvision<
  Pick<CaseFile, 'joinedParties' | 'entries'>,
  Named & Outside
> = {
  id: 'joined-parties/not-before-the-joining',
  cites: policy('追加之前的行为不及于该当事人；What was done before a party was joined was not done to it'),
  also: [apl(44), apl(45, 1)],
  says: '对追加的当事人办理的事项不得早于其追加之时',
  en: 'What is done of a party that was joined is done after its joining',
  cure: checkEntry,
  fields: ['/ofParty', '/occurredAt'],
  holds: (entry, { joinedParties = [], entries }, context) => {
    const joined = joinedParties.find((one) => one.entry === entry.ofParty);
    const note = joined && entries.find((one) => one.entry === joined.entry);
    return note === undefined || note.occurredAt <= happenedAt(entry, context);
  },
};

/** Demanded of every act of a party's step. */
export const ofOneParty = [partyNamed, partyInTheCase];
