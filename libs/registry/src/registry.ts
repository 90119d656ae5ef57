import type { Capacity, Credential, PersonOnDay } from '@anjuan/case';
import {
  commit,
  disclose,
  Growth,
  RevisionConflict,
  type Appended,
  type CommandRef,
  type EventStore,
  type Json,
  type Look,
  type NewEvent,
  type RecordedEvent,
} from '@anjuan/event-store';
import type { AgencyLists, LocalDate } from '@anjuan/law';
import { withAgencyEvent, type Agency, type AgencyEvent, type AgencyFacts } from './agency.js';
import { derivedId } from './derived-id.js';
import { KnownFolds } from './known-folds.js';
import { onDay, personOf, withPersonEvent, type Person, type PersonEvent, type Standing } from './person.js';
import { RegistryRefusal } from './registry-refusal.js';

/** Who enters something in the registry, when, and under which command. */
export type Recorder = Readonly<{ person: string; capacity: Capacity; at: string; command: CommandRef }>;

type Linked = Readonly<{ person: string }>;
type LinkedEvent = Readonly<{ type: 'AccountLinked'; data: Linked }>;
type RegistryEvent = AgencyEvent | PersonEvent | LinkedEvent;

const personalFields: Readonly<Record<string, readonly { pointer: string; kind: string }[]>> = {
  PersonRegistered: [{ pointer: '/name', kind: 'staff' }],
};
const system = 'system';

type Entry = Readonly<{
  stream: string;
  expected: number | 'none';
  event: RegistryEvent;
  by: Recorder;
  agency: string;
}>;

/**
 * Agencies, their dated lists, and people with capacities and credentials: events like everything else.
 * Reads what is in force on a day; never what a token claims. Who has taken a look at the record (see Growth) gives it
 * with the question, and is answered as of then.
 */
export class Registry {
  readonly #agencies: KnownFolds<Agency>;
  readonly #people: KnownFolds<Standing>;
  readonly #accounts: KnownFolds<Linked>;

  constructor(
    private readonly store: EventStore,
    growth: Growth = new Growth(store),
  ) {
    this.#agencies = new KnownFolds(store, growth, (known, event, stream) =>
      withAgencyEvent(stream.slice('agency-'.length), known, agencyEvent(event)),
    );
    this.#people = new KnownFolds(store, growth, (known, event, stream) =>
      withPersonEvent(stream.slice('person-'.length), known, personEvent(event)),
    );
    this.#accounts = new KnownFolds(store, growth, (known, event) => known ?? linkedTo(event));
  }

  async registerAgency(facts: AgencyFacts, by: Recorder): Promise<string> {
    const agency = derivedId(by.command.id, 'agency');
    await this.#append({
      stream: `agency-${agency}`,
      expected: 'none',
      event: { type: 'AgencyRegistered', data: facts },
      by,
      agency,
    });
    return agency;
  }

  /** A new version of the agency's lists; the period of the one before must have ended or ends at its start. */
  async setLists(agency: string, lists: Omit<AgencyLists, 'version'>, by: Recorder): Promise<string> {
    const known = await this.agency(agency);
    if (!known) throw unknownAgency(agency);
    const version = `${lists.validFrom}/${String(known.lists.length + 1)}`;
    if (known.lists.some(({ validFrom }) => validFrom >= lists.validFrom))
      throw new RegistryRefusal(
        'dates-overlap',
        '新清单的生效日期须晚于现有各版。New lists begin after every version already set.',
      );
    const event = { type: 'AgencyListsSet', data: { ...lists, version } } as const;
    await this.#append({ stream: `agency-${agency}`, expected: known.lists.length, event, by, agency });
    return version;
  }

  async registerPerson(
    facts: Readonly<{ agency?: string; staffNumber: string; name: string }>,
    by: Recorder,
  ): Promise<string> {
    if (facts.agency !== undefined && !(await this.agency(facts.agency))) throw unknownAgency(facts.agency);
    const agency = facts.agency ?? system;
    const person = derivedId(by.command.id, 'person');
    const claim = { type: 'AccountLinked', data: { person } } as const;
    await this.#claim(`staff-${derivedId(agency, facts.staffNumber)}`, claim, by, 'staff-number-taken');
    await this.#append({
      stream: `person-${person}`,
      expected: 'none',
      event: { type: 'PersonRegistered', data: facts },
      by,
      agency,
    });
    return person;
  }

  async grantCapacity(
    person: string,
    granted: Readonly<{ capacity: Capacity; from: LocalDate; to?: LocalDate }>,
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'CapacityGranted', data: granted }, by);
  }

  async endCapacity(
    person: string,
    ended: { capacity: Capacity; to: LocalDate },
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'CapacityEnded', data: ended }, by);
  }

  async issueCredential(person: string, credential: Credential, by: Recorder): Promise<void> {
    await this.#change(person, { type: 'CredentialIssued', data: credential }, by);
  }

  async recordQualification(
    person: string,
    held: Readonly<{ legalQualification?: string; reviewerSince?: LocalDate }>,
    by: Recorder,
  ): Promise<void> {
    await this.#change(person, { type: 'QualificationRecorded', data: held }, by);
  }

  /** An account of an issuer is one person's; a person may have several. `open` is not asked again by a retry. */
  async openAccount(
    person: string,
    open: () => Promise<Readonly<{ issuer: string; subject: string }>>,
    by: Recorder,
  ): Promise<void> {
    if (await this.store.find(by.command.id)) return;
    const account = await open();
    const claim = { type: 'AccountLinked', data: { person } } as const;
    await this.#claim(`account-${derivedId(account.issuer, account.subject)}`, claim, by, 'account-taken');
    await this.#change(person, { type: 'AccountOpened', data: account }, by);
  }

  async agency(agency: string, seen?: Look): Promise<Agency | undefined> {
    return this.#agencies.current(`agency-${agency}`, seen);
  }

  async person(person: string): Promise<Person | undefined> {
    return personOf(person, await this.#read<PersonEvent>(`person-${person}`));
  }

  /** The person without the name: read on from what is known, in one question to the record. */
  async standing(person: string, seen?: Look): Promise<Standing | undefined> {
    return this.#people.current(`person-${person}`, seen);
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
    return linked.person === guess ? guessed : this.standing(linked.person, seen);
  }

  async #change(person: string, event: PersonEvent, by: Recorder): Promise<void> {
    const events = await this.store.read(`person-${person}`);
    const [first] = events;
    if (!first) throw new RegistryRefusal('unknown-person', `无此人员。No such person: ${person}.`);
    await this.#append({
      stream: `person-${person}`,
      expected: events.length - 1,
      event,
      by,
      agency: first.agency,
    });
  }

  async #claim(
    stream: string,
    event: RegistryEvent & { data: { person: string } },
    by: Recorder,
    taken: 'staff-number-taken' | 'account-taken',
  ): Promise<void> {
    const command = { ...by.command, id: `${by.command.id}/${stream}` };
    await this.#append({ stream, expected: 'none', event, by: { ...by, command }, agency: system }).catch(
      async (error: unknown) => {
        if (!(error instanceof RevisionConflict)) throw error;
        const [held] = await this.#read<{ type: string; data: { person: string } }>(stream);
        if (held?.data.person !== event.data.person)
          throw new RegistryRefusal(taken, '该编号或账号已属他人。It belongs to somebody else already.');
      },
    );
  }

  async #append({ stream, expected, event, by, agency }: Entry): Promise<Appended> {
    const plain = JSON.parse(JSON.stringify(event.data)) as Json;
    const { data, disclosures } = commit(plain, personalFields[event.type] ?? []);
    const sealed: NewEvent = {
      type: event.type,
      v: 1,
      occurredAt: by.at,
      actors: [{ person: by.person, capacity: by.capacity }],
      recordedBy: by.person,
      agency,
      rules: {},
      data,
      disclosures,
    };
    return this.store.append(stream, expected, [sealed], by.command);
  }

  async #read<Event extends { type: string; data: unknown }>(stream: string): Promise<readonly Event[]> {
    const events = await this.store.read(stream);
    return events.map(
      ({ type, data, disclosures }) => ({ type, data: disclose(data, disclosures) }) as Event,
    );
  }
}

/** The decoders of what this registry wrote, as it is stored. */
const agencyEvent = ({ type, data }: RecordedEvent) => ({ type, data }) as AgencyEvent;
const personEvent = ({ type, data }: RecordedEvent) => ({ type, data }) as PersonEvent;
const linkedTo = ({ data }: RecordedEvent) => data as Linked;

const unknownAgency = (agency: string): RegistryRefusal =>
  new RegistryRefusal('unknown-agency', `无此机关。No such agency: ${agency}.`);
