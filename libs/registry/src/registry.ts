import { Growth, RevisionConflict, type Appended, type EventStore } from '@anjuan/event-store';
import type { AgencyLists, LocalDate } from '@anjuan/law';
import { AccountLinks, type Opening } from './accounts.js';
import { listsSet, type Agency, type AgencyChange, type AgencyFacts } from './agency.js';
import { agencies, people } from './changeables.js';
import { Changes, type Outcome } from './changes.js';
import { system } from './claims.js';
import { CredentialNumbers, holdersAmong } from './credential-numbers.js';
import { derivedId } from './derived-id.js';
import type { Decision, Recorder } from './entries.js';
import { entrustmentFits, notPassedOn } from './entrustments.js';
import { FactorsEnded } from './factors-ended.js';
import { agencyIn, personIn, streamOfAgency, streamOfPerson } from './folds.js';
import type { Account } from './held-accounts.js';
import { Installation } from './installation.js';
import { Imports } from './import/imports.js';
import { personOf, type Person, type PersonChange, type PersonEvent } from './person.js';
import { Readings } from './readings.js';
import { creditCodeTaken, staffNumberTaken, unknownAgency, unknownPerson } from './registry-refusal.js';
import { unitsFit } from './units.js';
import { unlessDamaged } from './unless-damaged.js';

/** Agencies, their dated lists, and people with capacities and credentials: events like everything else. */
export class Registry extends Readings {
  readonly accounts: AccountLinks;
  readonly changesOfPeople: Changes<Person, PersonChange>;
  readonly changesOfAgencies: Changes<Agency, AgencyChange>;
  readonly imports: Imports;
  readonly installation: Installation;
  readonly factorsEnded: FactorsEnded;

  constructor(store: EventStore, growth: Growth = new Growth(store)) {
    super(store, growth);
    this.accounts = new AccountLinks(this.entries);
    this.installation = new Installation(this.entries);
    this.factorsEnded = new FactorsEnded(this.entries);
    const holders = async (number: string) => holdersAmong(await this.everybody())(number);
    this.changesOfPeople = this.#changesOfPeople(new CredentialNumbers(this.entries, holders));
    this.changesOfAgencies = new Changes(this.entries, agencies, undefined, async (known, change) => {
      if (change.type === 'OrganisationEntrusted') notPassedOn(known, change, await this.everyAgency());
    });
    this.imports = new Imports({
      entries: this.entries,
      claims: this.claims,
      changesAmong: (all) => this.#changesOfPeople(new CredentialNumbers(this.entries, holdersAmong(all))),
      everybody: (of) => this.everybody(of),
      person: (id) => this.asEntered(id),
      standing: (id) => this.standing(id),
      agency: (id) => this.agency(id),
    });
  }

  /** Its credit code is kept for it before it is registered, as a staff number is for a person. */
  async registerAgency(facts: AgencyFacts, by: Recorder): Promise<string> {
    const registered = await this.entries.once(by.command, async () => {
      const agency = await this.claims.creditCodeKeptFor(facts.uscc, by);
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
    const registered = await this.entries.once(by.command, async () => {
      if (facts.agency !== undefined && !(await this.agency(facts.agency))) throw unknownAgency(facts.agency);
      const agency = facts.agency ?? system;
      await unlessDamaged(this.imports.complete(agency, by.at));
      const person = await this.claims.staffNumberKeptFor(agency, facts.staffNumber, by);
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
    if (await this.entries.before(by.command)) return;
    await this.entries.goOn<PersonEvent>(streamOfPerson(person), by, (events, agency) => {
      if (agency === undefined || !personOf(person, events)) throw unknownPerson(person);
      return { event: { type: 'AccountReset', data: { ...account, at: by.at } }, agency };
    });
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
    await this.entries.once(command, () => this.#begun(stream, { event, agency }, by));
  }

  #changesOfPeople(credentials: CredentialNumbers): Changes<Person, PersonChange> {
    return new Changes(
      this.entries,
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

  /** A number is one person's: taken before the change that gives it comes into force. */
  async #take(
    { person, agency = system }: Person,
    { type, data }: PersonChange,
    by: Recorder,
  ): Promise<void> {
    if (type !== 'RegistrationCorrected' || data.staffNumber === undefined) return;
    const holder = await this.claims.staffNumberKeptFor(agency, data.staffNumber, by, person);
    if (holder !== person) throw staffNumberTaken();
  }

  /** Undefined where somebody was registered under that id before. */
  async #begun(stream: string, decided: NonNullable<Decision>, by: Recorder): Promise<Appended | undefined> {
    try {
      return await this.entries.begin(stream, decided, by);
    } catch (error) {
      if (error instanceof RevisionConflict) return undefined;
      throw error;
    }
  }
}
