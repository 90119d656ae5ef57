/** What the registry says, today and of another day: of its entries alone, never of what a token claims. */
import type { PersonOnDay } from '@anjuan/case';
import { type EventStore, type Growth, type Look } from '@anjuan/event-store';
import { addDays, startOfDay, type LocalDate } from '@anjuan/law';
import type { WhichAdministrator } from '@anjuan/program';
import type { KeptFolds } from '@anjuan/record';
import { agencyOf, type Agency, type AgencyEvent } from './agency.js';
import { Claims } from './claims.js';
import { derivedId } from './derived-id.js';
import { Entries, type Registered } from './entries.js';
import { withinEntrustments } from './entrustments.js';
import { firstStartKey } from './first-administrator.js';
import {
  keptAccounts,
  keptAgencies,
  keptPeople,
  streamOfAgency,
  streamOfPerson,
  type Linked,
} from './folds.js';
import { heldDuring, type HeldDuring } from './held-during.js';
import { onDay, personOf, type Person, type PersonEvent, type Standing } from './person.js';
import { unlessDamaged } from './unless-damaged.js';
import { hasOpen, waitingOfAgency, waitingOfPerson, type Waiting } from './waiting.js';

/** Who has taken a look at the record (see Growth) gives it with the question, and is answered as of then. */
export class Readings {
  readonly #agencies: KeptFolds<Agency>;
  readonly #people: KeptFolds<Standing>;
  readonly #accounts: KeptFolds<Linked>;
  protected readonly entries: Entries;
  protected readonly claims: Claims;

  constructor(
    store: EventStore,
    private readonly growth: Growth,
  ) {
    this.entries = new Entries(store);
    const staffNumberOf = async (person: string) => (await this.standing(person))?.staffNumber;
    this.claims = new Claims(store, this.entries, staffNumberOf);
    this.#agencies = keptAgencies(store, growth);
    this.#people = keptPeople(store, growth);
    this.#accounts = keptAccounts(store, growth);
  }

  async agency(agency: string, seen?: Look): Promise<Agency | undefined> {
    return (await this.#agencies.current(streamOfAgency(agency), seen))?.state;
  }

  async person(person: string): Promise<Person | undefined> {
    const known = await this.asEntered(person);
    return known && this.#asEntrusted(known);
  }

  /** With what was granted, whether or not an entrustment still bears it. */
  protected async asEntered(person: string): Promise<Person | undefined> {
    return personOf(person, await this.entries.read<PersonEvent>(streamOfPerson(person)));
  }

  /** The person without the name: read on from what is known, in one question to the record. */
  async standing(person: string, seen?: Look): Promise<Standing | undefined> {
    const known = (await this.#people.current(streamOfPerson(person), seen))?.state;
    return known && this.#asEntrusted(known, seen);
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

  /** Of an agency, or anywhere; who is damaged is left out. */
  async everybody(of?: string): Promise<readonly Standing[]> {
    const { people } = await this.claims.registered();
    const seen = await this.growth.look();
    const found: Standing[] = [];
    for (const [person, agency] of people) {
      if (of !== undefined && of !== agency) continue;
      const standing = await unlessDamaged(this.standing(person, seen));
      if (standing) found.push(standing);
    }
    return found;
  }

  /** Everything that waits for approval in an agency, its people's and its own; or anywhere, the system's too. */
  async waiting(of?: string): Promise<readonly Waiting[]> {
    const { agencies } = await this.claims.registered();
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

  /**
   * The capacities that somebody with an account held at some time of the day, as the registry had it then: what was
   * entered later and dated back is not among them, what was ended later and dated back is.
   */
  async heldDuring(person: string, day: LocalDate): Promise<HeldDuring | undefined> {
    const [begins, ends] = [startOfDay(day), startOfDay(addDays(day, 1))];
    const entries = await this.entries.until<PersonEvent>(streamOfPerson(person), ends);
    const agency = (await this.standing(person))?.agency;
    if (agency === undefined) return heldDuring(person, day, entries);
    const then = await this.entries.until<AgencyEvent>(streamOfAgency(agency), ends);
    const entrusted = [begins, ends].map((before) => {
      const until = then.filter(({ recordedAt }) => recordedAt < before).map(({ event }) => event);
      return agencyOf(agency, until)?.entrustments ?? [];
    });
    return heldDuring(person, day, entries, entrusted);
  }

  /** Every entry, oldest first: what, by whom, in which capacity, when. */
  async historyOfPerson(person: string): Promise<readonly Registered[]> {
    return this.entries.history(streamOfPerson(person));
  }

  async historyOfAgency(agency: string): Promise<readonly Registered[]> {
    return this.entries.history(streamOfAgency(agency));
  }

  /** The person whom the first start registered as that administrator; undefined before it. */
  async administratorOfFirstStart(which: WhichAdministrator): Promise<string | undefined> {
    const granted = await this.entries.first(`${firstStartKey(which)}/capacity`);
    return granted?.stream.slice('person-'.length);
  }

  /** What staff of an entrusted organisation hold ends with its entrustment. */
  async #asEntrusted<Known extends Standing>(known: Known, seen?: Look): Promise<Known> {
    const { agency, capacities } = known;
    if (agency === undefined || capacities.every(({ organisation }) => organisation === undefined))
      return known;
    const { entrustments = [] } = (await this.agency(agency, seen)) ?? {};
    return { ...known, capacities: withinEntrustments(capacities, entrustments) };
  }

  protected async everyAgency(): Promise<readonly Agency[]> {
    const { agencies } = await this.claims.registered();
    const found = await Promise.all([...agencies].map((id) => this.agency(id)));
    return found.filter((one) => one !== undefined);
  }
}
