import type { EventStore, Growth } from '@anjuan/event-store';
import { KeptFolds, type Stored } from '@anjuan/record';
import { agencyOf, withAgencyEvent, type Agency, type AgencyEvent } from './agency.js';
import type { Entered, StoredEntry } from './entries.js';
import { withPersonEvent, type PersonEvent, type Standing } from './person.js';
import { ofRegistry } from './versions.js';

export type Linked = Readonly<{ person: string }>;

const mostKept = 5_000;

/** Events are folded as stored, personal values not disclosed: nothing erased stays here. */
const kept = <State>(
  store: EventStore,
  growth: Growth,
  fold: (known: State | undefined, event: Stored, stream: string) => State | undefined,
): KeptFolds<State> =>
  new KeptFolds(
    store,
    growth,
    (known: State | undefined, events, stream) =>
      events.reduce<State | undefined>((state, event) => fold(state, ofRegistry(event), stream), known),
    { most: mostKept },
  );

export const streamOfAgency = (agency: string): string => `agency-${agency}`;
export const streamOfPerson = (person: string): string => `person-${person}`;
export const personIn = (stream: string): string => stream.slice(streamOfPerson('').length);
export const agencyIn = (stream: string): string => stream.slice(streamOfAgency('').length);

/** As it is stored: the folds of this registry know what it wrote. */
const asEntered = ({ type, v, data, recordedBy: by, occurredAt }: Stored): Entered<StoredEntry> => ({
  type,
  v,
  data,
  by,
  occurredAt,
});
const linkedTo = ({ type, data }: Stored): Linked | undefined =>
  type === 'AccountLinked' ? (data as Linked) : undefined;

/** Of every entry of an agency, as it is stored. */
export const storedAgency = (agency: string, events: readonly Entered<StoredEntry>[]): Agency | undefined =>
  agencyOf(agency, events as readonly Entered<AgencyEvent>[]);

export const keptAgencies = (store: EventStore, growth: Growth): KeptFolds<Agency> =>
  kept(store, growth, (known, event, stream) =>
    withAgencyEvent(agencyIn(stream), known, asEntered(event) as Entered<AgencyEvent>),
  );
export const keptPeople = (store: EventStore, growth: Growth): KeptFolds<Standing> =>
  kept(store, growth, (known, event, stream) =>
    withPersonEvent(personIn(stream), known, asEntered(event) as Entered<PersonEvent>),
  );
export const keptAccounts = (store: EventStore, growth: Growth): KeptFolds<Linked> =>
  kept(store, growth, (known, event) => known ?? linkedTo(event));
