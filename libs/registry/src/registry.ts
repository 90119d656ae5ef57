import type { PersonOnDay } from '@anjuan/case';
import { Growth, RevisionConflict, type Appended, type EventStore, type Look } from '@anjuan/event-store';
import { addDays, startOfDay, type AgencyLists, type LocalDate } from '@anjuan/law';
import type { WhichAdministrator } from '@anjuan/program';
import type { KeptFolds } from '@anjuan/record';
import { AccountLinks, type Opening } from './accounts.js';
import {
  agencyOf,
  listsSet,
  type Agency,
  type AgencyChange,
  type AgencyEvent,
  type AgencyFacts,
} from './agency.js';
import { agencies, people } from './changeables.js';
import { Changes, type Outcome } from './changes.js';
import { Claims, system } from './claims.js';
import { CredentialNumbers, holdersAmong } from './credential-numbers.js';
import { derivedId } from './derived-id.js';
import { Entries, type Decision, type Recorder, type Registered } from './entries.js';
import { FactorsEnded } from './factors-ended.js';
import { firstStartKey } from './first-administrator.js';
import {
  agencyIn,
  keptAccounts,
  keptAgencies,
  keptPeople,
  personIn,
  streamOfAgency,
  streamOfPerson,
  type Linked,
} from './folds.js';
import type { Account } from './held-accounts.js';
import { Installation } from './installation.js';
import { Imports } from './import/imports.js';
import { heldDuring, type HeldDuring } from './held-during.js';
import {
  onDay,
  personOf,
  type Person,
  type PersonChange,
  type PersonEvent,
  type Standing,
} from './person.js';
import { creditCodeTaken, staffNumberTaken, unknownAgency, unknownPerson } from './registry-refusal.js';
import { entrustmentFits, notPassedOn, withinEntrustments } from './entrustments.js';
import { unitsFit } from './units.js';
import { unlessDamaged } from './unless-damaged.js';
import { hasOpen, waitingOfAgency, waitingOfPerson, type Waiting } from './waiting.js';

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
  readonly #growth: Growth;
  readonly #claims: Claims;
  readonly accounts: AccountLinks;
  readonly changesOfPeople: Changes<Person, PersonChange>;
  readonly changesOfAgencies: Changes<Agency, AgencyChange>;
  readonly imports: Imports;
  readonly installation: Installation;
  readonly factorsEnded: FactorsEnded;

  constructor(store: EventStore, growth: Growth = new Growth(store)) {
    this.#entries = new Entries(store);
    this.#growth = growth;
    this.accounts = new AccountLinks(this.#entries);
    this.installation = new Installation(this.#entries);
    this.factorsEnded = new FactorsEnded(this.#entries);
    const staffNumberOf = async (person: string) => (await this.standing(person))?.staffNumber;
    this.#claims = new Claims(store, this.#entries, staffNumberOf);
    const holders = async (number: string) => holdersAmong(await this.everybody())(number);
    this.changesOfPeople = this.#changesOfPeople(new CredentialNumbers(this.#entries, holders));
    this.changesOfAgencies = new Changes(this.#entries, agencies, undefined, async (known, change) => {
      if (change.type === 'OrganisationEntrusted') notPassedOn(known, change, await this.#everyAgency());
    });
    this.imports = new Imports({
      entries: this.#entries,
      claims: this.#claims,
      changesAmong: (all) => this.#changesOfPeople(new CredentialNumbers(this.#entries, holdersAmong(all))),
      everybody: (of) => this.everybody(of),
      person: (id) => this.person(id),
      standing: (id) => this.standing(id),
      agency: (id) => this.agency(id),
    });
    this.#agencies = keptAgencies(store, growth);
    this.#people = keptPeople(store, growth);
    this.#accounts = keptAccounts(store, growth);
  }

  /** Its credit code is kept for it before it is registered, as a staff number is for a person. */
  async registerAgency(facts: AgencyFacts, by: Recorder): Promise<string> {
    const registered = await this.#entries.once(by.command, async () => {
      const agency = await this.#claims.creditCodeKeptFor(facts.uscc, by);
      const event = { type: 'AgencyRegistered', data: facts } as const;
      const begun = await this.#begun(streamOfAgency(agency), { event, agency }, by);
      if (!begun) throw creditCodeTaken(agency, (await this.agency(agency))?.name);
      return begun;
    });
    return agencyIn(registered?.stream ?? '');
  }

  /** A new version of the agency's lists; the period of the one before must have ended or ends at its start. */
  async setLists(
    agency: string,
    lists: Omit<AgencyLists, 'version'>,
    by: Recorder,
  ): Promise<Readonly<{ version: string; proposal?: number }>> {
    const { change, ...entered } = await this.changesOfAgencies.enter(agency, listsSet(lists), by);
    if (change.type !== 'AgencyListsSet') throw new TypeError('What is entered as lists is lists.');
    return { version: change.data.version, ...entered };
  }

  async changeAgency(agency: string, change: AgencyChange, by: Recorder): Promise<Outcome<AgencyChange>> {
    return this.changesOfAgencies.enter(agency, () => change, by);
  }

  /**
   * A staff number is reserved for one person before that person is registered. The first attempt registers them; an
   * interrupted one is completed by the next, under any key.
   */
  async registerPerson(
    facts: Readonly<{ agency?: string; staffNumber: string; name: string }>,
    by: Recorder,
  ): Promise<string> {
    const registered = await this.#entries.once(by.command, async () => {
      if (facts.agency !== undefined && !(await this.agency(facts.agency))) throw unknownAgency(facts.agency);
      const agency = facts.agency ?? system;
      await unlessDamaged(this.imports.complete(agency, by.at));
      const person = await this.#claims.staffNumberKeptFor(agency, facts.staffNumber, by);
      const event = { type: 'PersonRegistered', data: facts } as const;
      const begun = await this.#begun(streamOfPerson(person), { event, agency }, by);
      if (!begun) throw staffNumberTaken();
      return begun;
    });
    return personIn(registered?.stream ?? '');
  }

  /** Grants, ends and corrects what a person may do: alone, or as a proposal. */
  async change(person: string, change: PersonChange, by: Recorder): Promise<Outcome<PersonChange>> {
    return this.changesOfPeople.enter(person, () => change, by);
  }

  /** Everything that waits for approval in an agency, its people's and its own; or anywhere, the system's too. */
  async waiting(of?: string): Promise<readonly Waiting[]> {
    const { agencies } = await this.#claims.registered();
    const found: Waiting[] = [];
    for (const id of of === undefined ? agencies : [of]) {
      const agency = await unlessDamaged(this.agency(id));
      if (agency && hasOpen(agency)) found.push(...waitingOfAgency(agency));
    }
    for (const standing of await this.everybody(of)) {
      const person = hasOpen(standing) ? await this.person(standing.person) : undefined;
      if (person) found.push(...waitingOfPerson(person));
    }
    return found.sort((one, other) => (one.on < other.on ? -1 : 1));
  }

  /** Of an agency, or anywhere; who is damaged is left out. */
  async everybody(of?: string): Promise<readonly Standing[]> {
    const { people } = await this.#claims.registered();
    const seen = await this.#growth.look();
    const found: Standing[] = [];
    for (const [person, agency] of people) {
      if (of !== undefined && of !== agency) continue;
      const standing = await unlessDamaged(this.standing(person, seen));
      if (standing) found.push(standing);
    }
    return found;
  }

  #changesOfPeople(credentials: CredentialNumbers): Changes<Person, PersonChange> {
    return new Changes(
      this.#entries,
      people,
      async (known, change, by) => {
        if (change.type === 'CredentialIssued') await credentials.claim(known, change.data, by);
        await this.#take(known, change, by);
      },
      async ({ agency }, change) => {
        const of = agency === undefined ? undefined : await this.agency(agency);
        unitsFit(of?.units ?? [], change);
        entrustmentFits(of?.entrustments ?? [], change);
      },
    );
  }

  /**
   * The key of a hand-over is that of the whole: each case has one of its own, made of it.
   * @throws CommandReused, when the key was used for another request
   */
  async beginHandOver(
    person: string,
    { cases, to }: Readonly<{ cases: readonly string[]; to: readonly string[] }>,
    by: Recorder & Readonly<{ agency: string }>,
  ): Promise<void> {
    const { agency, command } = by;
    const event = { type: 'HandOverBegun', data: { person, cases, to } };
    const stream = `hand-over-${derivedId(command.id)}`;
    await this.#entries.once(command, () => this.#begun(stream, { event, agency }, by));
  }

  /** A number is one person's: taken before the change that gives it comes into force. */
  async #take(
    { person, agency = system }: Person,
    { type, data }: PersonChange,
    by: Recorder,
  ): Promise<void> {
    if (type !== 'RegistrationCorrected' || data.staffNumber === undefined) return;
    const holder = await this.#claims.staffNumberKeptFor(agency, data.staffNumber, by, person);
    if (holder !== person) throw staffNumberTaken();
  }

  /** By who runs the machine: there is nobody yet who could approve it. */
  async makeAdministrator(person: string, from: LocalDate, by: Recorder): Promise<void> {
    const data = { capacity: 'administrator', from } as const;
    const alone = () => false;
    await this.changesOfPeople.enter(person, () => ({ type: 'CapacityGranted', data }), by, alone);
  }

  /**
   * An account of an issuer is one person's, and a person has one at an issuer. `open` is not called again once the
   * account is entered. @throws RegistryRefusal; what `open` throws
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

  /**
   * The capacities that somebody with an account held at some time of the day, as the registry had it then: what was
   * entered later and dated back is not among them, what was ended later and dated back is.
   */
  async heldDuring(person: string, day: LocalDate): Promise<HeldDuring | undefined> {
    const [begins, ends] = [startOfDay(day), startOfDay(addDays(day, 1))];
    const entries = await this.#entries.until<PersonEvent>(streamOfPerson(person), ends);
    const agency = (await this.standing(person))?.agency;
    if (agency === undefined) return heldDuring(person, day, entries);
    const then = await this.#entries.until<AgencyEvent>(streamOfAgency(agency), ends);
    const entrusted = [begins, ends].map((before) => {
      const until = then.filter(({ recordedAt }) => recordedAt < before).map(({ event }) => event);
      return agencyOf(agency, until)?.entrustments ?? [];
    });
    return heldDuring(person, day, entries, entrusted);
  }

  async historyOfAgency(agency: string): Promise<readonly Registered[]> {
    return this.#entries.history(streamOfAgency(agency));
  }

  async agency(agency: string, seen?: Look): Promise<Agency | undefined> {
    return (await this.#agencies.current(streamOfAgency(agency), seen))?.state;
  }

  async person(person: string): Promise<Person | undefined> {
    const known = personOf(person, await this.#entries.read<PersonEvent>(streamOfPerson(person)));
    return known && this.#asEntrusted(known);
  }

  /** The person without the name: read on from what is known, in one question to the record. */
  async standing(person: string, seen?: Look): Promise<Standing | undefined> {
    const known = (await this.#people.current(streamOfPerson(person), seen))?.state;
    return known && this.#asEntrusted(known, seen);
  }

  /** What staff of an entrusted organisation hold ends with its entrustment. */
  async #asEntrusted<Known extends Standing>(known: Known, seen?: Look): Promise<Known> {
    const { agency, capacities } = known;
    if (agency === undefined || capacities.every(({ organisation }) => organisation === undefined))
      return known;
    const { entrustments = [] } = (await this.agency(agency, seen)) ?? {};
    return { ...known, capacities: withinEntrustments(capacities, entrustments) };
  }

  async #everyAgency(): Promise<readonly Agency[]> {
    const { agencies } = await this.#claims.registered();
    const found = await Promise.all([...agencies].map((id) => this.agency(id)));
    return found.filter((one) => one !== undefined);
  }

  async personOnDay(person: string, day: LocalDate): Promise<PersonOnDay | undefined> {
    const known = await this.standing(person);
    return known && onDay(known, day);
  }

  /** The person whose account this is. */
  async personBehind(issuer: string, subject: string, seen?: Look): Promise<Standing | undefined> {
    const account = `account-${derivedId(issuer, subject)}`;
    // Account and person are read in parallel; a wrong guess costs a second read.
    const guess = this.#accounts.lastKnown(account)?.person;
    const [linked, guessed] = await Promise.all([
      this.#accounts.current(account, seen),
      guess === undefined ? undefined : this.standing(guess, seen),
    ]);
    if (!linked) return undefined;
    const { person } = linked.state;
    return person === guess ? guessed : this.standing(person, seen);
  }

  /** Undefined where somebody was registered under that id before. */
  async #begun(stream: string, decided: NonNullable<Decision>, by: Recorder): Promise<Appended | undefined> {
    try {
      return await this.#entries.begin(stream, decided, by);
    } catch (error) {
      if (error instanceof RevisionConflict) return undefined;
      throw error;
    }
  }
}
