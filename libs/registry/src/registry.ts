import type { Capacity, Credential, PersonOnDay } from '@anjuan/case';
import { Growth, RevisionConflict, type EventStore, type Look } from '@anjuan/event-store';
import { dayOf, type AgencyLists, type LocalDate } from '@anjuan/law';
import { KeptFolds, type Stored } from '@anjuan/record';
import { AccountLinks, type Opening } from './accounts.js';
import { nextLists, withAgencyEvent, type Agency, type AgencyEvent, type AgencyFacts } from './agency.js';
import { Claims, system } from './claims.js';
import { derivedId } from './derived-id.js';
import { Entries, type Decision, type Recorder } from './entries.js';
import { firstStartKey } from './first-administrator.js';
import { credentialMayBeEnded, mayBeEnded, mayBeGranted } from './capacities.js';
import type { Account } from './held-accounts.js';
import { onDay, personOf, withPersonEvent, type Person, type PersonEvent, type Standing } from './person.js';
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

  constructor(store: EventStore, growth: Growth = new Growth(store)) {
    this.#entries = new Entries(store);
    this.accounts = new AccountLinks(this.#entries);
    this.#claims = new Claims(store, this.#entries);
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
  async setLists(agency: string, lists: Omit<AgencyLists, 'version'>, by: Recorder): Promise<string> {
    const stream = streamOfAgency(agency);
    const appended =
      (await this.#entries.before(by.command)) ??
      (await this.#entries.goOn<AgencyEvent>(stream, by, (events) => ({
        event: { type: 'AgencyListsSet', data: nextLists(agency, events, lists, dayOf(by.at)) },
        agency,
      })));
    const entered = (await this.#entries.read<AgencyEvent>(stream))[appended?.revision ?? -1];
    if (entered?.type !== 'AgencyListsSet') throw unknownAgency(agency);
    return entered.data.version;
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

  async grantCapacity(
    person: string,
    granted: Readonly<{ capacity: Capacity; from: LocalDate; to?: LocalDate }>,
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'CapacityGranted', data: granted }, by, mayBeGranted(granted));
  }

  async endCapacity(
    person: string,
    ended: { capacity: Capacity; to: LocalDate },
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'CapacityEnded', data: ended }, by, mayBeEnded(ended));
  }

  async issueCredential(person: string, credential: Credential, by: Recorder): Promise<void> {
    await this.#change(person, { type: 'CredentialIssued', data: credential }, by);
  }

  async endCredential(
    person: string,
    ended: Readonly<{ number: string; to: LocalDate }>,
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'CredentialEnded', data: ended }, by, credentialMayBeEnded(ended));
  }

  async recordQualification(
    person: string,
    held: Readonly<{ legalQualification?: string; reviewerSince?: LocalDate }>,
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'QualificationRecorded', data: held }, by);
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
    await this.#change(person, { type: 'AccountReset', data: { ...account, at: by.at } }, by);
  }

  /** The person whom the first start registered; undefined before it. */
  async firstAdministrator(): Promise<string | undefined> {
    const granted = await this.#entries.first(`${firstStartKey}/capacity`);
    return granted?.stream.slice('person-'.length);
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

  /** `check` throws where the person as known does not allow it. */
  async #change(
    person: string,
    event: PersonEvent,
    by: Recorder,
    check?: (known: Standing) => void,
  ): Promise<void> {
    if (await this.#entries.before(by.command)) return;
    await this.#entries.goOn<PersonEvent>(streamOfPerson(person), by, (events, agency) => {
      const known = personOf(person, events);
      if (!known || agency === undefined) throw unknownPerson(person);
      check?.(known);
      return { event, agency };
    });
  }
}

const streamOfAgency = (agency: string): string => `agency-${agency}`;
const streamOfPerson = (person: string): string => `person-${person}`;
const personIn = (stream: string): string => stream.slice(streamOfPerson('').length);

/** The decoders of what this registry wrote, as it is stored. */
const agencyEvent = ({ type, data }: Stored) => ({ type, data }) as AgencyEvent;
const personEvent = ({ type, data }: Stored) => ({ type, data }) as PersonEvent;
const linkedTo = ({ type, data }: Stored): Linked | undefined =>
  type === 'AccountLinked' ? (data as Linked) : undefined;
