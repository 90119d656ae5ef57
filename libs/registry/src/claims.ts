import { PositionUnknown, type EventHeader, type EventStore, type Position } from '@anjuan/event-store';
import { folded, sameText } from '@anjuan/law';
import { derivedId } from './derived-id.js';
import type { Entries, Recorder, StoredEntry } from './entries.js';
import { Turns } from './turns.js';
import { unlessDamaged } from './unless-damaged.js';

/** Of streams that belong to no agency. */
export const system = 'system';
const headersAtOnce = 2_000;
const patienceMs = 10_000;

/** What only one person, or only one agency, may be registered with. */
type Identity = Readonly<{
  /** The streams of those who hold one begin with it, and each with an event of this type. */
  holders: string;
  registeredBy: string;
  heldAs: (registered: unknown) => string;
  /** The first event of a claim's stream. */
  claim: (holder: string) => StoredEntry;
  holderIn: (claim: StoredEntry) => string;
}>;

type Registered = Readonly<{ agency?: string; staffNumber: string }>;
const staffNumberOf = (agency: string, number: string): string => JSON.stringify([agency, folded(number)]);

const staffNumbers: Identity = {
  holders: 'person-',
  registeredBy: 'PersonRegistered',
  heldAs: (registered) => {
    const { agency = system, staffNumber } = registered as Registered;
    return staffNumberOf(agency, staffNumber);
  },
  claim: (person) => ({ type: 'AccountLinked', data: { person } }),
  holderIn: ({ data }) => (data as { person: string }).person,
};

const nobodyBefore = { holder: undefined, without: [] } as const;

const creditCodes: Identity = {
  holders: 'agency-',
  registeredBy: 'AgencyRegistered',
  heldAs: (registered) => (registered as { uscc: string }).uscc,
  claim: (agency) => ({ type: 'CreditCodeClaimed', data: { agency } }),
  holderIn: ({ data }) => (data as { agency: string }).agency,
};

/**
 * Which person has which staff number (工号) of an agency, however the number is typed; which agency has which credit
 * code. Each is claimed in a stream of its own before its holder is registered, so of concurrent claims one wins.
 */
export class Claims {
  /** Numbers recorded before there were claims, or claimed as typed, are known by their holders. */
  readonly #holders = new Map<Identity, Map<string, string>>();
  readonly #turns = new Turns(patienceMs);
  /** Of everybody their agency. */
  readonly #people = new Map<string, string | undefined>();
  readonly #agencies = new Set<string>();
  /** Streams of people and agencies that could not be read; read again each time. */
  readonly #damaged = new Set<string>();
  #last: EventHeader | undefined;
  #beforeLast: Position | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly entries: Entries,
    /** The staff number that the person has now; undefined before they are registered. */
    private readonly staffNumberOf: (person: string) => Promise<string | undefined>,
  ) {
    this.#forget();
  }

  /**
   * The person for whom the number is reserved: `person`, or a new one, unless an earlier one still has it. A corrected
   * number is free again.
   */
  async staffNumberKeptFor(agency: string, number: string, by: Recorder, person?: string): Promise<string> {
    const streamOf = (typed: string): string => `staff-${derivedId(agency, typed)}`;
    const holders = [
      await this.#claimedIn(streamOf(number), staffNumbers),
      await this.#holder(staffNumbers, staffNumberOf(agency, number)),
      await this.#claimedIn(streamOf(folded(number)), staffNumbers),
    ];
    const without: string[] = [];
    for (const holder of holders) {
      if (holder === undefined) continue;
      const now = await this.staffNumberOf(holder);
      if (now === undefined || sameText(now, number)) return holder;
      without.push(holder);
    }
    return this.#claim(streamOf(folded(number)), staffNumbers, by, { holder: person, without });
  }

  /** Everybody who was ever registered with their agency, and every agency. */
  async registered(): Promise<
    Readonly<{ people: ReadonlyMap<string, string | undefined>; agencies: ReadonlySet<string> }>
  > {
    await this.#upToDate();
    return { people: this.#people, agencies: this.#agencies };
  }

  /** The agency for which the code is kept: a new one, unless somebody has come before. */
  async creditCodeKeptFor(uscc: string, by: Recorder): Promise<string> {
    const holder = await this.#holder(creditCodes, uscc);
    return holder ?? this.#claim(`credit-code-${derivedId(uscc)}`, creditCodes, by);
  }

  async #claimedIn(stream: string, what: Identity): Promise<string | undefined> {
    const claim = (await this.entries.read(stream)).at(-1);
    return claim && what.holderIn(claim);
  }

  /** Of the claims in a stream the last counts. `without`: who claimed it before and has it no more. */
  async #claim(
    stream: string,
    what: Identity,
    by: Recorder,
    claim: Readonly<{ holder: string | undefined; without: readonly string[] }> = nobodyBefore,
  ): Promise<string> {
    const { holder = derivedId(by.command.id, stream, what.holders.slice(0, -1)), without } = claim;
    const command = { ...by.command, id: `${by.command.id}/${stream}` };
    let kept = holder;
    await this.entries.goOn(stream, { ...by, command }, (claims) => {
      const last = claims.at(-1);
      const faster = last && what.holderIn(last);
      kept = faster === undefined || without.includes(faster) ? holder : faster;
      return kept === faster ? undefined : { event: what.claim(holder), agency: system };
    });
    return kept;
  }

  async #holder(what: Identity, held: string): Promise<string | undefined> {
    await this.#upToDate();
    return this.#holders.get(what)?.get(held);
  }

  #upToDate(): Promise<void> {
    return this.#turns.take('read on', async () => {
      if (!(await this.#isSameRecord())) this.#forget();
      await this.#readOn();
    });
  }

  /** Not replaced by an older copy since it was read last. */
  async #isSameRecord(): Promise<boolean> {
    if (this.#last === undefined) return true;
    try {
      const [there] = await this.store.readHeaders(this.#beforeLast, 1);
      return there?.id === this.#last.id;
    } catch (error) {
      if (error instanceof PositionUnknown) return false;
      throw error;
    }
  }

  #forget(): void {
    for (const what of [staffNumbers, creditCodes]) this.#holders.set(what, new Map());
    this.#people.clear();
    this.#agencies.clear();
    this.#damaged.clear();
    this.#last = undefined;
    this.#beforeLast = undefined;
  }

  async #readOn(): Promise<void> {
    for (const stream of [...this.#damaged]) await this.#take(stream);
    for (let read = headersAtOnce; read === headersAtOnce;) {
      const headers = await this.store.readHeaders(this.#last?.position, headersAtOnce);
      for (const header of headers) {
        if (header.revision === 0) await this.#take(header.stream);
        this.#beforeLast = this.#last?.position;
        this.#last = header;
      }
      read = headers.length;
    }
  }

  async #take(stream: string): Promise<void> {
    for (const [what, holders] of this.#holders) {
      if (!stream.startsWith(what.holders)) continue;
      const events = await unlessDamaged(this.store.read(stream, 0));
      if (!events) {
        this.#damaged.add(stream);
        continue;
      }
      this.#damaged.delete(stream);
      const [first] = events;
      if (first?.type !== what.registeredBy) continue;
      const held = what.heldAs(first.data);
      const holder = stream.slice(what.holders.length);
      if (what === staffNumbers) this.#people.set(holder, (first.data as Registered).agency);
      else this.#agencies.add(holder);
      if (!holders.has(held)) holders.set(held, holder);
    }
  }
}
