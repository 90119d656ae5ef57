/** Decision and list of a seizure are served on a party that was not there: ACL 24(1); SAMR-P 82, 83. */
import type { Entry } from '@anjuan/entry';
import { acl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import { checkEntry, happenedAt, late, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, EntryProvision, Event } from '@anjuan/procedure';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { eventKind, type Events } from '../event-kind.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/provisions.js';
import { servedByTheRules } from '../notice/provisions.js';
import { servedOnOf } from '../notice/served.js';
import { asIssued, paperServed, type Service } from '../paper/issued.js';
import { servedAs } from '../service/provisions.js';
import type { CaseFile } from '../steps.js';
import { serveSeizurePapersSchema } from './entries.js';
import { seizureOf } from './provisions.js';

/** seizure/serve-papers */
export type ServeSeizurePapers = Entry<typeof serveSeizurePapersSchema>;
export type SeizurePapersServed = Event<
  'SeizurePapersServed',
  Omit<ServeSeizurePapers, 'occurredAt'> & Readonly<{ servedOn: LocalDate; issued?: EntryNumber }>
>;

type Seizures = Pick<CaseFile, 'seizures'>;

export const papersWaiting: EntryProvision<Seizures, ServeSeizurePapers> = {
  id: 'seizure/papers-wait-to-be-served',
  cites: acl(24, 1),
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'Decision and list were not handed over on the spot, because the party was not there, and have not been served since',
  cure: {
    zh: '核对查封、扣押的记录编号；已经交付或者送达的，不再送达',
    en: 'Check the entry number of the seizure; what was handed over or served is not served again',
  },
  fields: ['/seizure'],
  holds: ({ seizure }, file) => {
    const found = seizureOf(file, seizure);
    return found?.papersOwed === true && found.papersServedOn === undefined;
  },
};

export const servedAfterTaken: EntryProvision<Seizures, ServeSeizurePapers> = {
  id: 'seizure/served-after-it-was-taken',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [samrP(82)],
  says: '送达不得早于查封、扣押',
  en: 'Its papers are not served before the seizure',
  cure: checkEntry,
  fields: ['/occurredAt', '/seizure'],
  holds: (entry, file, context) => {
    const taken = seizureOf(file, entry.seizure)?.takenOn;
    return taken === undefined || taken <= dayOf(happenedAt(entry, context));
  },
};

const ofSeizure: Service<ServeSeizurePapers> = {
  kind: 'seizure',
  at: '/paper',
  paper: ({ paper }) => paper,
  of: (_, { seizure }) => seizure,
  names: ['/seizure'],
};

export const servingActs = {
  'seizure/serve-papers': act<ServeSeizurePapers, Recorded<'SeizurePapersServed'>>({
    title: { zh: '送达查封、扣押决定书和清单', en: 'Serve the papers of a seizure' },
    entry: serveSeizurePapersSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      papersWaiting,
      servedAfterTaken,
      ...servedByTheRules,
      ...asIssued(ofSeizure),
    ],
    records: 'SeizurePapersServed',
    data: (entry, file, context) => ({
      ...signed(entry),
      seizure: entry.seizure,
      ...servedAs(entry),
      ...paperServed(ofSeizure, entry, file),
      servedOn: servedOnOf(entry, context),
      ...late(entry),
    }),
  }),
};

export const servingEvents: Events<SeizurePapersServed> = {
  SeizurePapersServed: eventKind(
    { v: 1, volume: 'to-party', personal: { '/witness': 'witness' }, refersTo: ['seizure', 'issued'] },
    ({ seizures }, { data }) => ({
      seizures: seizures.map((one) =>
        one.entry === data.seizure ? { ...one, papersServedOn: data.servedOn } : one,
      ),
    }),
  ),
};
