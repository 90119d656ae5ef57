import type { Actor, Capacity } from '@anjuan/case';
import {
  commit,
  CommandReused,
  disclose,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type EventStore,
  type Json,
  type NewEvent,
} from '@anjuan/event-store';
import { Turns } from './turns.js';
import { ofRegistry } from './versions.js';

/** Who enters something in the registry, when, and under which command. What people enter of themselves needs no capacity. */
export type Recorder = Readonly<{ person: string; at: string; command: CommandRef }> &
  Partial<Pick<Actor, 'capacity' | 'signIn'>>;

/** `v`: of the shape of its data; 1 where none is given. */
export type StoredEntry = Readonly<{ type: string; v?: number; data: unknown }>;
/** An entry as it was recorded, with the person who recorded it, and when by the program's clock. */
export type Entered<Event> = Event & Readonly<{ by: string; occurredAt: string }>;
/** An entry that is decided on the entries before it; undefined: they say it already. */
export type Decision =
  | Readonly<{
      event: StoredEntry;
      /** What is recorded with it, all or none. */
      and?: readonly StoredEntry[];
      agency: string;
    }>
  | undefined;

/** An entry with who recorded it, for readers. */
export type Registered = Readonly<{
  entry: number;
  type: string;
  at: string;
  by: Readonly<{ person: string; capacity: Capacity | undefined; signIn?: Actor['signIn'] }>;
  data: Json;
}>;

type Decide<Event extends StoredEntry> = (
  events: readonly Entered<Event>[],
  agency: string | undefined,
) => Decision;

const personalFields: Readonly<Record<string, readonly { pointer: string; kind: string }[]>> = {
  PersonRegistered: [{ pointer: '/name', kind: 'staff' }],
  // A correction of a registration takes two: it is never entered by itself.
  ChangeProposed: [{ pointer: '/change/data/name', kind: 'staff' }],
  ImportAccepted: [{ pointer: '/entries/*/name', kind: 'staff' }],
};
/** Within this program a stream is written in turn: only other programs can be faster. */
const attempts = 50;
const patienceMs = 10_000;

/** The registry's streams: events like everything else. */
export class Entries {
  readonly #turns = new Turns(patienceMs);

  constructor(private readonly store: EventStore) {}

  /**
   * The first result of the same command; undefined: it has none yet.
   * @throws CommandReused, when the key was used for another request
   */
  async before({ id, digest }: CommandRef): Promise<Appended | undefined> {
    const known = await this.store.find(id);
    if (known && known.digest !== digest) throw new CommandReused(id);
    return known?.appended;
  }

  /**
   * Done once, and answered alike to whoever sends it again, also in the same moment: what its first run has made
   * impossible is no refusal of the second.
   */
  async once(command: CommandRef, work: () => Promise<Appended | undefined>): Promise<Appended | undefined> {
    const before = await this.before(command);
    if (before) return before;
    try {
      return await work();
    } catch (error) {
      const first = error instanceof StoreUnavailable ? undefined : await this.before(command);
      if (first) return first;
      throw error;
    }
  }

  /** What a command appended, whatever its content; undefined: nothing yet. */
  async first(commandId: string): Promise<Appended | undefined> {
    return (await this.store.find(commandId))?.appended;
  }

  /** @throws StoreUnavailable, EventUnknown */
  async read<Event extends StoredEntry>(stream: string, from = 0): Promise<readonly Entered<Event>[]> {
    const events = (await this.store.read(stream, undefined, from)).map(ofRegistry);
    return events.map(
      ({ type, v, data, disclosures, recordedBy: by, occurredAt }) =>
        ({ type, v, data: disclose(data, disclosures), by, occurredAt }) as Entered<Event>,
    );
  }

  /** With who recorded each, and as what. @throws StoreUnavailable, EventUnknown */
  async withRecorders(
    stream: string,
  ): Promise<readonly (Entered<StoredEntry> & Readonly<{ recorder: Registered['by'] }>)[]> {
    const events = (await this.store.read(stream)).map(ofRegistry);
    return events.map(({ type, v, data, disclosures, recordedBy: by, occurredAt, actors }) => ({
      ...{ type, v, data: disclose(data, disclosures), by, occurredAt },
      recorder: recorderIn(by, actors),
    }));
  }

  /**
   * The entries as they were recorded until that instant, each with when; personal values not disclosed.
   * @throws StoreUnavailable, EventUnknown
   */
  async until<Event extends StoredEntry>(
    stream: string,
    before: string,
  ): Promise<readonly Readonly<{ event: Entered<Event>; recordedAt: string }>[]> {
    const events = (await this.store.read(stream)).map(ofRegistry);
    return events
      .filter(({ recordedAt }) => recordedAt < before)
      .map(({ type, v, data, recordedBy: by, occurredAt, recordedAt }) => ({
        event: { type, v, data, by, occurredAt } as Entered<Event>,
        recordedAt,
      }));
  }

  /** @throws StoreUnavailable, EventUnknown */
  async history(stream: string): Promise<readonly Registered[]> {
    const events = (await this.store.read(stream)).map(ofRegistry);
    return events.map(({ revision, type, recordedAt, recordedBy, actors, data, disclosures }) => ({
      entry: revision,
      type,
      at: recordedAt,
      by: recorderIn(recordedBy, actors),
      data: disclose(data, disclosures),
    }));
  }

  /** @throws RevisionConflict, when the stream is there already */
  async begin(stream: string, decided: NonNullable<Decision>, by: Recorder): Promise<Appended> {
    return this.store.append(stream, 'none', sealed(decided, by), by.command);
  }

  /**
   * Decides on the stream as it is, and anew when somebody else was faster.
   * @throws what `decide` throws; EventUnknown; StoreUnavailable, when others were faster again and again
   */
  async goOn<Event extends StoredEntry>(
    stream: string,
    by: Recorder,
    decide: Decide<Event>,
  ): Promise<Appended | undefined> {
    return this.#turns.take(stream, async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const outcome = await this.#wentOn(stream, by, decide);
        if (outcome !== 'outrun') return outcome;
      }
      throw new StoreUnavailable();
    });
  }

  async #wentOn<Event extends StoredEntry>(
    stream: string,
    by: Recorder,
    decide: Decide<Event>,
  ): Promise<Appended | undefined | 'outrun'> {
    const known = (await this.store.read(stream)).map(ofRegistry);
    const events = known.map(
      ({ type, v, data, recordedBy: by, occurredAt }) =>
        ({ type, v, data, by, occurredAt }) as Entered<Event>,
    );
    const decided = decide(events, known[0]?.agency);
    if (!decided) return undefined;
    try {
      const expected = known.length === 0 ? 'none' : known.length - 1;
      return await this.store.append(stream, expected, sealed(decided, by), by.command);
    } catch (error) {
      if (error instanceof RevisionConflict) return 'outrun';
      throw error;
    }
  }
}

/** Decodes the actor that `sealed` wrote; older entries have no sign-in, and some no actor. */
const recorderIn = (person: string, [actor]: readonly unknown[]): Registered['by'] => {
  const { capacity, signIn } = (actor ?? {}) as Partial<Actor>;
  return { person, capacity, ...(signIn && { signIn }) };
};

const sealed = ({ event, and = [], agency }: NonNullable<Decision>, by: Recorder): readonly NewEvent[] =>
  [event, ...and].map((one) => sealedOne(one, agency, by));

const sealedOne = (event: StoredEntry, agency: string, by: Recorder): NewEvent => {
  const plain = JSON.parse(JSON.stringify(event.data)) as Json;
  const { data, disclosures } = commit(plain, personalFields[event.type] ?? []);
  const { person, capacity, signIn } = by;
  return {
    type: event.type,
    v: event.v ?? 1,
    occurredAt: by.at,
    actors: [{ person, ...(capacity !== undefined && { capacity }), ...(signIn && { signIn }) }],
    recordedBy: person,
    agency,
    rules: {},
    data,
    disclosures,
  };
};
