import {
  entryOf,
  eventId,
  EventStore,
  Growth,
  RevisionConflict,
  type Appended,
  type Instant,
  type Look,
  type NewEvent,
} from '@anjuan/event-store';
import type { AnyProcedure } from '@anjuan/procedure';
import { decoded, KeptFolds, readRecord, streamOf, type Fold } from '@anjuan/record';
import { Injectable } from '@nestjs/common';
import type { CommandRequest } from '../http/command-request.js';
import { handlingAgency } from '../http/handling-agency.js';
import { noSuchRecord } from './no-such-record.js';

/** The cached state of a record between commands. */
type KeptFile = Readonly<{ agency: string; file: unknown }>;

/** A record as a command meets it. `kept`: absent where nothing of it is kept. */
export type DecidedOn = Readonly<{
  /** -1: its stream has no event yet. */
  revision: number;
  file: unknown;
  /** of the last entry that the decision rests on */
  recordedAt: Instant;
  kept?: KeptFile;
}>;

/** What a command has just recorded. */
type JustRecorded = Readonly<{
  id: string;
  /** What the command decided on; undefined: it opened the record. */
  before: DecidedOn | undefined;
  events: readonly NewEvent[];
  appended: Appended;
  commandId: string;
  seen: Look;
}>;

const mostKept = 500;
/** Nothing is cached for longer, because erasures by other programs are not notified. */
const keptForMs = 600_000;

const foldOf =
  (procedure: AnyProcedure): Fold<KeptFile> =>
  (known, stored) => {
    const agency = (known ?? stored[0])?.agency;
    const events = stored.map((event) => decoded(procedure, event));
    const file = known ? procedure.resume(known.file, events) : procedure.replay(events);
    return agency === undefined || file === undefined ? undefined : { agency, file };
  };

/**
 * The files that commands decide on. Each command checks the record for new events, so the file is as current as one
 * folded from the beginning, and the append compares the revision again. Readers never get these: personal data erased
 * since may still be in them.
 */
@Injectable()
export class CommandFiles {
  readonly #folds = new Map<string, KeptFolds<KeptFile>>();

  constructor(
    private readonly store: EventStore,
    private readonly growth: Growth,
  ) {}

  /**
   * Undefined for a command that opens a record.
   * @throws Problem `no-such-case`, `not-found`, `not-competent`; RevisionConflict where the client has seen another
   */
  async of(procedure: AnyProcedure, request: CommandRequest): Promise<DecidedOn | undefined> {
    const agency = handlingAgency(request.by);
    const { recordId, revision, seen } = request;
    if (recordId === undefined) return undefined;
    if (procedure.sideStream) return this.#sideStream(procedure, procedure.sideStream, recordId, agency);
    const found = await this.standing(procedure, recordId, agency, seen);
    if (found.revision !== revision)
      throw new RevisionConflict(streamOf(procedure, recordId), revision ?? 'none', found.revision);
    return found;
  }

  /**
   * `seen`: a check of the record made since the command arrived; by default one is made.
   * @throws Problem `no-such-case`, `not-found`
   */
  async standing(procedure: AnyProcedure, id: string, agency: string, seen?: Look): Promise<DecidedOn> {
    const found = await this.#foldsOf(procedure).current(streamOf(procedure, id), seen);
    if (found?.state.agency !== agency) throw noSuchRecord(procedure);
    const { state, revision, last } = found;
    return { revision, file: state.file, recordedAt: last.recordedAt, kept: state };
  }

  /** Folds it on, so that the next command on the record need not read it back. */
  goOn(procedure: AnyProcedure, { id, before, events, appended, commandId, seen }: JustRecorded): void {
    if (procedure.sideStream) return;
    const stream = streamOf(procedure, id);
    const { revision, recordedAt } = appended;
    const first = revision - events.length + 1;
    const stored = events.map((event, index) => ({
      disclosures: [],
      ...event,
      stream,
      recordedAt,
      revision: first + index,
    }));
    const last = entryOf({ ...appended, id: eventId(commandId, events.length - 1) });
    this.#foldsOf(procedure).goOn(stream, { before: before?.kept, events: stored, last, seen });
  }

  /** After an erasure. */
  forget(procedure: AnyProcedure, id: string): void {
    this.#foldsOf(procedure).forget(streamOf(procedure, id));
  }

  /** Both streams from their beginning: which values the other record still holds is not kept. */
  async #sideStream(
    procedure: AnyProcedure,
    sideStream: NonNullable<AnyProcedure['sideStream']>,
    id: string,
    agency: string,
  ): Promise<DecidedOn> {
    const [base, own] = await Promise.all([
      readRecord(this.store, sideStream.of, id),
      readRecord(this.store, procedure, id),
    ]);
    if (base?.agency !== agency) throw noSuchRecord(sideStream.of);
    const personal = base.recorded.flatMap(({ disclosures, revision: entry }) =>
      disclosures.map(({ kind, digest }) => ({ kind, digest, entry })),
    );
    const file = sideStream.file(base.file, personal, own?.events ?? []);
    return { revision: own?.revision ?? -1, file, recordedAt: base.recordedAt };
  }

  #foldsOf(procedure: AnyProcedure): KeptFolds<KeptFile> {
    const known = this.#folds.get(procedure.name);
    if (known) return known;
    const folds = new KeptFolds(this.store, this.growth, foldOf(procedure), { most: mostKept, keptForMs });
    this.#folds.set(procedure.name, folds);
    return folds;
  }
}
