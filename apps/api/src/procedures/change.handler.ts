import {
  CommandReused,
  EventStore,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type Json,
  type NewEvent,
} from '@anjuan/event-store';
import { Refusal, type Context, type NewEvent as Decided } from '@anjuan/procedure';
import { hashesIn, hiddenOf, idIn, shownOf, streamOf } from '@anjuan/record';
import { derivedId } from '@anjuan/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { FileRights, type NamedInEntry } from '../files/file-rights.js';
import { commandIdOf } from '../http/command-headers.js';
import { ActContext, withNumbers } from './act-context.js';
import { Change, type Done } from './change.js';
import { CommandFiles, type DecidedOn } from './command-files.js';
import { RefusedAttempts } from './refused-attempts.js';
import { needsNone, ReservedNumbers } from './reserved-numbers.js';
import { asPlainJson, numberIn, sealed } from './sealing.js';

type Attempt = Pick<Change, 'procedure' | 'request' | 'act' | 'entry'> &
  Readonly<{ command: CommandRef; id: string }>;
/** With the record's id under the name of its procedure. */
type Answer = Done<never>;
type Own = Readonly<{ revision: number; type: string; data: Json }>;

/** Commands on a side stream do not exclude each other: after a conflict one is decided anew, at most so often. */
const attempts = 20;

/**
 * The only write path, of every procedure: load, decide, reserve numbers, append. On failure, the stored result if this
 * command was recorded before.
 */
@CommandHandler(Change)
export class ChangeHandler implements ICommandHandler<Change> {
  constructor(
    private readonly store: EventStore,
    private readonly files: CommandFiles,
    private readonly context: ActContext,
    private readonly numbers: ReservedNumbers,
    private readonly fileRights: FileRights,
    private readonly refused: RefusedAttempts,
  ) {}

  async execute({ procedure, request, act, entry }: Change): Promise<Answer> {
    const command: CommandRef = { id: commandIdOf(request.by.person, request.key), digest: request.digest };
    const id = request.recordId ?? derivedId(command.id, procedure.name);
    const attempt: Attempt = { procedure, request, act, entry: asPlainJson(entry), command, id };
    try {
      return await (procedure.sideStream ? this.#decidedAnew(attempt) : this.#decided(attempt));
    } catch (error) {
      // Sent again with the same key: the first answer, also where the record has moved on and would refuse it now.
      const before = error instanceof StoreUnavailable ? undefined : await this.#doneBefore(attempt);
      if (before) return before;
      if (!(error instanceof Refusal)) throw error;
      throw await this.refused.recorded(request, act, error);
    }
  }

  async #decidedAnew(attempt: Attempt): Promise<Answer> {
    for (let tries = 0; tries < attempts; tries += 1) {
      try {
        return await this.#decided(attempt);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new StoreUnavailable();
  }

  async #decided(attempt: Attempt): Promise<Answer> {
    const { procedure, request, act, entry, command, id } = attempt;
    const [on, unfit] = await Promise.all([
      this.files.of(procedure, request),
      this.fileRights.unfit(request, namedIn(attempt)),
    ]);
    if (unfit) throw unfit;
    const file = on?.file ?? procedure.empty;
    const context = await this.context.of(request, {
      procedure,
      file,
      recordedAt: on?.recordedAt,
      attempt: { act, entry },
    });
    const needs = procedure.numbers?.(act, entry, file) ?? {};
    const append = (decided: readonly Decided<string, unknown>[], recordedIn = id) =>
      this.#append({ ...attempt, id: recordedIn }, on, decided, context);
    if (needsNone(needs)) return append(procedure.decide(act, entry, file, context));
    // Checked before a number is reserved; and none is reserved for a command that was recorded before.
    procedure.decide(act, entry, file, withNumbers(context, ReservedNumbers.unnumbered));
    const before = await this.#doneBefore(attempt);
    if (before) return before;
    const year = context.today.slice(0, 4);
    const agency = request.by.agency ?? '';
    const numbered = { procedure, agency, case: id, opens: on === undefined, year, needs, command };
    return this.numbers.reserve(numbered, (allotted, recordedIn) =>
      append(procedure.decide(act, entry, file, withNumbers(context, allotted)), recordedIn),
    );
  }

  /** The same request again: the first answer, whatever has happened since. */
  async #doneBefore(attempt: Attempt): Promise<Answer | undefined> {
    const { command } = attempt;
    const known = await this.store.find(command.id);
    if (!known) return undefined;
    if (known.digest !== command.digest) throw new CommandReused(command.id);
    return this.#answer(attempt, known.appended);
  }

  async #append(
    attempt: Attempt,
    on: DecidedOn | undefined,
    decided: readonly Decided<string, unknown>[],
    context: Context,
  ): Promise<Answer> {
    const { procedure, request, command, id } = attempt;
    if (decided.length === 0) return this.#unchanged(attempt, on);
    await this.fileRights.hide(
      request.by,
      decided.flatMap((event) => hashesIn(hiddenOf(procedure, event))),
    );
    const events = decided.map((event): NewEvent => sealed(event, attempt, context));
    const expected = on === undefined || on.revision < 0 ? 'none' : on.revision;
    const appended = await this.store.append(streamOf(procedure, id), expected, events, command);
    if (appended.replayed) return this.#answer(attempt, appended);
    const { seen } = request;
    this.files.goOn(procedure, { id, before: on, events, appended, commandId: command.id, seen });
    const first = appended.revision - events.length + 1;
    const own = events.map(({ type, data }, index) => ({ revision: first + index, type, data }));
    return done(false, procedure.name, id, appended, own);
  }

  /** Decided, and the record says it already. */
  async #unchanged(attempt: Attempt, on: DecidedOn | undefined): Promise<Answer> {
    const before = await this.#doneBefore(attempt);
    if (before) return before;
    const position = (await this.store.head()) ?? '';
    return done(false, attempt.procedure.name, attempt.id, { revision: on?.revision ?? -1, position }, []);
  }

  async #answer({ procedure, command, id }: Attempt, appended: Appended): Promise<Answer> {
    const events = await this.store.read(appended.stream, appended.revision);
    const own = events.filter(({ commandId }) => commandId === command.id);
    return done(true, procedure.name, idIn(procedure, appended.stream) ?? id, appended, own);
  }
}

/** What of the entry's files the event will show to its readers: its fields are the event's. */
const namedIn = ({ procedure, act, entry }: Attempt): NamedInEntry => {
  const event = { type: procedure.acts[act]?.records ?? '', data: entry };
  return { shown: hashesIn(shownOf(procedure, event)), hidden: hashesIn(hiddenOf(procedure, event)) };
};

const done = (
  repeated: boolean,
  name: string,
  id: string,
  { revision, position }: Pick<Appended, 'revision' | 'position'>,
  own: readonly Own[],
): Answer => {
  const number = own.map(({ data }) => numberIn(data)).find((one) => one !== undefined);
  const recorded = own.map(({ revision: entry, type }) => ({ entry, type }));
  const answer = { revision, position, recorded, ...(number !== undefined && { number }) };
  return { changed: { [name]: id, ...answer }, repeated };
};
