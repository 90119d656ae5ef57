/** A party that nobody knew at the filing is found later (立案时身份不明的当事人): SAMR-P 19, 48. */
import { type EntryNumber, type EntryProvision, type Event, type Provision, filled } from '@anjuan/procedure';
import type { Entry } from '@anjuan/entry';
import { apl, policy, samrP } from '@anjuan/law';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { eventKind, type Events } from '../event-kind.js';
import { carriesFact, type OfEvidence } from '../evidence/carrying.js';
import { byHandler, caseOpen, type Filing, type Party } from '../initiation/initiation.js';
import { citizenIdChecked, partyIdentified, partyOf, usccChecked } from '../initiation/party.js';
import { notOneOfTheJoined } from '../joined-parties/provisions.js';
import type { CaseFile } from '../steps.js';
import { notTerminated } from '../suspension/provisions.js';
import { identifyPartySchema } from './entries.js';

/** party/identify */
export type IdentifyParty = Entry<typeof identifyPartySchema>;
export type PartyIdentified = Event<
  'PartyIdentified',
  { party: Party; evidence: readonly EntryNumber[]; how: string }
>;
type Filed = Pick<CaseFile, 'filing'>;

export const partyKnown: Provision<Filed> = {
  id: 'party/known',
  cites: samrP(48, undefined, 1),
  also: [apl(44), apl(59, 1, 1)],
  says: '当事人的基本情况',
  en: 'Who the party is has been found out, where the filing did not know: before that nothing is reported, notified or decided',
  cure: {
    zh: '先查明当事人；无法查明的，中止或者终止调查',
    en: 'Identify the party first; where it cannot be found out, suspend or end the investigation',
  },
  curedBy: ['party/identify'],
  holds: ({ filing }) => filing?.partyUnknown !== true,
};

export const partyUnknown: Provision<Filed> = {
  id: 'party/unknown-at-the-filing',
  cites: policy('立案时身份不明的当事人，查明后登记；Who is identified was unknown at the filing'),
  also: [samrP(48, undefined, 1)],
  says: '查明当事人针对立案时身份不明的案件；其他情形按变更当事人办理',
  en: 'The filing says that the party is unknown, and it has not been identified since; otherwise it is a change of the party',
  curedBy: ['party/request-change'],
  instead: true,
  holds: ({ filing }) => filing?.partyUnknown === true,
};

export const identifiedOnEvidence: EntryProvision<OfEvidence, IdentifyParty> = {
  id: 'party/identified-on-evidence',
  cites: policy('查明当事人应当有证据；Who the party is rests on evidence'),
  also: [apl(40), apl(46, 2), samrP(48, undefined, 1)],
  says: '查明当事人应当指明案卷中的证据，并说明如何查明',
  en: 'Evidence of the file, confirmed and not excluded, shows who the party is; and it is said how',
  cure: {
    zh: '指明案卷中经参加人员确认、未被排除的证据，并说明如何查明；尚无证据的先取证',
    en: 'Name evidence of the file, confirmed and not excluded, and say how it shows the party; where there is none, take some first',
  },
  curedBy: ['evidence/add', 'evidence/record-inquiry', 'entry/confirm'],
  fields: ['/evidence', '/how'],
  holds: ({ evidence, how }, file) =>
    filled(how) && evidence.length > 0 && evidence.every((entry) => carriesFact(file, entry)),
};

export const identifyingActs = {
  'party/identify': act<IdentifyParty, Recorded<'PartyIdentified'>>({
    title: { zh: '查明当事人', en: 'Identify the party' },
    entry: identifyPartySchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, notTerminated, partyUnknown],
    demands: [identifiedOnEvidence, partyIdentified, notOneOfTheJoined, usccChecked, citizenIdChecked],
    records: 'PartyIdentified',
    data: ({ party, evidence, how }) => ({ party: partyOf(party), evidence: [...evidence], how }),
  }),
};

const known = ({ partyUnknown: _, partyDescribed: __, ...filing }: Filing): Filing => filing;

export const identifyingEvents: Events<PartyIdentified> = {
  PartyIdentified: eventKind(
    {
      v: 1,
      volume: 'filing',
      // How somebody was found out names who saw them, or whose number it was.
      personal: { '/party/person': 'party', '/party/address': 'party', '/how': 'party' },
      refersTo: ({ evidence }) => evidence,
      inDossier: true,
    },
    ({ filing, party }, { data, revision }) =>
      filing === undefined
        ? {}
        : { filing: { ...known(filing), party: data.party }, party: { ...party, since: revision } },
  ),
};
