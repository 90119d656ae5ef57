import type { PersonOnDay } from '@anjuan/case';
import { Growth, RevisionConflict, type EventStore, type Look } from '@anjuan/event-store';
import type { AgencyLists, LocalDate } from '@anjuan/law';
import type { WhichAdministrator } from '@anjuan/program';
import { KeptFolds, type Stored } from '@anjuan/record';
import { AccountLinks, type Opening } from './accounts.js';
import {
  agencyOf,
  checkOfAgency,
  listsSet,
  withAgencyEvent,
  withLists,
  type Agency,
  type AgencyChange,
  type AgencyEvent,
  type AgencyFacts,
} from './agency.js';
import { checkOfPerson, personChangeTakesTwo } from './capacities.js';
import { Changes, type Changeable, type Outcome } from './changes.js';
import { Claims, system } from './claims.js';
import { derivedId } from './derived-id.js';
import { Entries, type Decision, type Entered, type Recorder, type Registered } from './entries.js';
import { firstStartKey } from './first-administrator.js';
import type { Account } from './held-accounts.js';
import {
  inForce,
  onDay,
  personOf,
  withPersonEvent,
  type Person,
  type PersonChange,
  type PersonEvent,
  type Standing,
} from './person.js';
import { creditCodeTaken, RegistryRefusal, unknownAgency, unknownPerson } from './registry-refusal.js';
import { ofRegistry } from './versions.js';

type Linked = Readonly<{ person: string }>;

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

/**
 * Agencies, their dated lists, and people with capacities and credentials: events like everything else.
 * Reads what is in force on a day; never what a token claims. Who has taken a look at the record (see Growth) gives it
 * with the question, and is answered as of then.
 */
export class Registry {
  readonly #agencies: KeptFolds<Agency>;
  readonly #people: KeptFolds<Standing>;
  readonly #accounts: KeptFolds<Linked>;
  readonly #entries: Entries;
  readonly #claims: Claims;
  readonly accounts: AccountLinks;
  readonly changesOfPeople: Changes<Person, PersonChange>;
  readonly changesOfAgencies: Changes<Agency, AgencyChange>;

  constructor(store: EventStore, growth: Growth = new Growth(store)) {
    this.#entries = new Entries(store);
    this.accounts = new AccountLinks(this.#entries);
    this.#claims = new Claims(store, this.#entries);
    this.changesOfPeople = new Changes(this.#entries, people);
    this.changesOfAgencies = new Changes(this.#entries, agencies);
    this.#agencies = kept(store, growth, (known, event, stream) =>
      withAgencyEvent(stream.slice(streamOfAgency('').length), known, agencyEvent(event)),
    );
    this.#people = kept(store, growth, (known, event, stream) =>
      withPersonEvent(stream.slice('person-'.length), known, personEvent(event)),
    );
    this.#accounts = kept(store, growth, (known, event) => known ?? linkedTo(event));
  }

  /** Its credit code is kept for it before it is registered, as a staff number is for a person. */
  async registerAgency(facts: AgencyFacts, by: Recorder): Promise<string> {
    const before = await this.#entries.before(by.command);
    if (before) return before.stream.slice(streamOfAgency('').length);
    const agency = await this.#claims.creditCodeKeptFor(facts.uscc, by);
    const event = { type: 'AgencyRegistered', data: facts } as const;
    if (await this.#begun(streamOfAgency(agency), { event, agency }, by)) return agency;
    throw creditCodeTaken(agency, (await this.agency(agency))?.name);
  }

  /** A new version of the agency's lists; the period of the one before must have ended or ends at its start. */
  async setLists(
    agency: string,
    lists: Omit<AgencyLists, 'version'>,
    by: Recorder,
  ): Promise<Outcome<AgencyChange>> {
    return this.changesOfAgencies.enter(agency, listsSet(lists), by);
  }

  /**
   * A staff number is kept for one person before that person is registered. Whoever comes first registers them: an
   * attempt that was cut short in between is carried to its end by the next, under whatever key.
   */
  async registerPerson(
    facts: Readonly<{ agency?: string; staffNumber: string; name: string }>,
    by: Recorder,
  ): Promise<string> {
    const before = await this.#entries.before(by.command);
    if (before) return personIn(before.stream);
    if (facts.agency !== undefined && !(await this.agency(facts.agency))) throw unknownAgency(facts.agency);
    const agency = facts.agency ?? system;
    const person = await this.#claims.staffNumberKeptFor(agency, facts.staffNumber, by);
    const event = { type: 'PersonRegistered', data: facts } as const;
    if (await this.#begun(streamOfPerson(person), { event, agency }, by)) return person;
    throw new RegistryRefusal(
      'staff-number-taken',
      '该工号已属他人。The staff number is somebody else’s already.',
    );
  }

  /** Grants, ends and corrects what a person may do: alone, or as a proposal. */
  async change(person: string, change: PersonChange, by: Recorder): Promise<Outcome<PersonChange>> {
    return this.changesOfPeople.enter(person, () => change, by);
  }

  /** By who runs the machine: there is nobody yet who could approve it. */
  async makeAdministrator(person: string, from: LocalDate, by: Recorder): Promise<void> {
    const data = { capacity: 'administrator', from } as const;
    const alone = () => false;
    await this.changesOfPeople.enter(person, () => ({ type: 'CapacityGranted', data }), by, alone);
  }

  /**
   * An account of an issuer is one person's, and a person has one at an issuer. `open` is not asked again once it is
   * entered. @throws RegistryRefusal; what `open` throws
   */
  async openAccount(person: string, open: (of: Opening) => Promise<Account>, by: Recorder): Promise<void> {
    await this.accounts.open(person, open, by);
  }

  /** A first password given on the machine itself, or about to be: who signed in before is signed out. */
  async recordReset(person: string, account: Account, by: Recorder): Promise<void> {
    if (await this.#entries.before(by.command)) return;
    await this.#entries.goOn<PersonEvent>(streamOfPerson(person), by, (events, agency) => {
      if (agency === undefined || !personOf(person, events)) throw unknownPerson(person);
      return { event: { type: 'AccountReset', data: { ...account, at: by.at } }, agency };
    });
  }

  /** The person whom the first start registered as that administrator; undefined before it. */
  async administratorOfFirstStart(which: WhichAdministrator): Promise<string | undefined> {
    const granted = await this.#entries.first(`${firstStartKey(which)}/capacity`);
    return granted?.stream.slice('person-'.length);
  }

  /** Every entry, oldest first: what, by whom, in which capacity, when. */
  async historyOfPerson(person: string): Promise<readonly Registered[]> {
    return this.#entries.history(streamOfPerson(person));
  }

  async historyOfAgency(agency: string): Promise<readonly Registered[]> {
    return this.#entries.history(streamOfAgency(agency));
  }

  async agency(agency: string, seen?: Look): Promise<Agency | undefined> {
    return (await this.#agencies.current(streamOfAgency(agency), seen))?.state;
  }

  async person(person: string): Promise<Person | undefined> {
    return personOf(person, await this.#entries.read<PersonEvent>(streamOfPerson(person)));
  }

  /** The person without the name: read on from what is known, in one question to the record. */
  async standing(person: string, seen?: Look): Promise<Standing | undefined> {
    return (await this.#people.current(`person-${person}`, seen))?.state;
  }

  async personOnDay(person: string, day: LocalDate): Promise<PersonOnDay | undefined> {
    const known = await this.standing(person);
    return known && onDay(known, day);
  }

  /** The person whose account this is. */
  async personBehind(issuer: string, subject: string, seen?: Look): Promise<Standing | undefined> {
    const account = `account-${derivedId(issuer, subject)}`;
    // Account and person are asked for together; a wrong guess costs a second question.
    const guess = this.#accounts.lastKnown(account)?.person;
    const [linked, guessed] = await Promise.all([
      this.#accounts.current(account, seen),
      guess === undefined ? undefined : this.standing(guess, seen),
    ]);
    if (!linked) return undefined;
    const { person } = linked.state;
    return person === guess ? guessed : this.standing(person, seen);
  }

  /** False where somebody was registered under that id before. */
  async #begun(stream: string, decided: NonNullable<Decision>, by: Recorder): Promise<boolean> {
    try {
      await this.#entries.begin(stream, decided, by);
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }
}

const streamOfAgency = (agency: string): string => `agency-${agency}`;
const streamOfPerson = (person: string): string => `person-${person}`;
const personIn = (stream: string): string => stream.slice(streamOfPerson('').length);

/** The decoders of what this registry wrote, as it is stored. */
const agencyEvent = ({ type, data, recordedBy: by, occurredAt }: Stored) =>
  ({ type, data, by, occurredAt }) as Entered<AgencyEvent>;
const personEvent = ({ type, data, recordedBy: by, occurredAt }: Stored) =>
  ({ type, data, by, occurredAt }) as Entered<PersonEvent>;
const linkedTo = ({ type, data }: Stored): Linked | undefined =>
  type === 'AccountLinked' ? (data as Linked) : undefined;

const people: Changeable<Person, PersonChange> = {
  streamOf: streamOfPerson,
  fold: (id, events) => personOf(id, events as readonly Entered<PersonEvent>[]),
  inForce: (known, change) => ({ ...known, ...inForce(known, change) }),
  takesTwo: personChangeTakesTwo,
  check: checkOfPerson,
  unknown: unknownPerson,
};

const agencies: Changeable<Agency, AgencyChange> = {
  streamOf: streamOfAgency,
  fold: (id, events) => agencyOf(id, events as readonly Entered<AgencyEvent>[]),
  inForce: withLists,
  takesTwo: () => true,
  check: checkOfAgency,
  unknown: unknownAgency,
};
