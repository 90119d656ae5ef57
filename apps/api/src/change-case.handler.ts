import {
  decide,
  emptyFile,
  numbersFor,
  personalData,
  Refusal,
  type ActName,
  type Context,
  type EntryOf,
  type NewCaseEvent,
} from '@anjuan/case';
import {
  commit,
  CommandReused,
  EventStore,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type Json,
  type Look,
  type NewEvent,
} from '@anjuan/event-store';
import { DocumentStore } from '@anjuan/documents';
import { derivedId } from '@anjuan/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CaseContext, withNumbers } from './case-context.js';
import { CaseNumbers, needsNone } from './case-numbers.js';
import { CaseFiles, type StandingCase } from './case-files.js';
import { caseStream } from './case-records.js';
import { ChangeCase, type Changed } from './change-case.js';
import type { CommandRequest } from './http/command-request.js';
import { handlingAgency } from './http/handling-agency.js';
import { Problem } from './http/problems.js';
import { RefusedAttempts } from './refused-attempts.js';

type Asked<Name extends ActName = ActName> = Readonly<{
  request: CommandRequest;
  act: Name;
  entry: EntryOf<Name>;
  command: CommandRef;
  caseId: string;
}>;

/** The only write path: load, fold, decide, set numbers aside, append; and done before? where that fails. */
@CommandHandler(ChangeCase)
export class ChangeCaseHandler implements ICommandHandler<ChangeCase> {
  constructor(
    private readonly store: EventStore,
    private readonly files: CaseFiles,
    private readonly context: CaseContext,
    private readonly numbers: CaseNumbers,
    private readonly documents: DocumentStore,
    private readonly refused: RefusedAttempts,
  ) {}

  async execute({ request, act, entry: entered }: ChangeCase): Promise<Changed> {
    const command: CommandRef = { id: `${request.by.person}/${request.key}`, digest: request.digest };
    const caseId = request.caseId ?? derivedId(command.id, 'case');
    const asked: Asked = { request, act, entry: asPlainJson(entered), command, caseId };
    try {
      return await this.#decided(asked);
    } catch (error) {
      // Sent again with the same key: the first answer, also where the case has moved on and would refuse it now.
      const done = error instanceof StoreUnavailable ? undefined : await this.#doneBefore(asked);
      if (done) return done;
      if (!(error instanceof Refusal)) throw error;
      throw await this.refused.told(request, act, error);
    }
  }

  async #decided(asked: Asked): Promise<Changed> {
    const { request, act, entry, command, caseId } = asked;
    const [record, missing] = await Promise.all([
      this.#read(request, caseId),
      this.documents.missing(request.by.agency ?? '', hashesIn(entry)),
    ]);
    filesStored(missing);
    const file = record?.file ?? emptyFile;
    const context = await this.context.of(request, act, entry, file);
    const needs = numbersFor(act, entry, file);
    const append = (decided: readonly NewCaseEvent[]) =>
      this.#append({
        caseId,
        record,
        events: decided.map((event) => this.#sealed(event, request, context)),
        command,
        seen: request.seen,
      });
    if (needsNone(needs)) return append(decide(act, entry, file, context));
    // Examined before a number is set aside; and a number is not set aside for what was done before.
    decide(act, entry, file, withNumbers(context, CaseNumbers.unnumbered));
    const done = await this.#doneBefore(asked);
    if (done) return done;
    const year = context.today.slice(0, 4);
    const numbered = { agency: request.by.agency ?? '', case: caseId, year, needs, command };
    return this.numbers.setAside(numbered, (allotted) =>
      append(decide(act, entry, file, withNumbers(context, allotted))),
    );
  }

  /** The same request again: the first answer, whatever has happened since. */
  async #doneBefore({ command, caseId }: Asked): Promise<Changed | undefined> {
    const known = await this.store.find(command.id);
    if (!known) return undefined;
    if (known.digest !== command.digest) throw new CommandReused(command.id);
    return this.#answer(caseId, command, known.appended);
  }

  async #read({ caseId, revision, by, seen }: CommandRequest, id: string): Promise<StandingCase | undefined> {
    const agency = handlingAgency(by);
    if (caseId === undefined) return undefined;
    const record = await this.files.standing(id, agency, seen);
    if (record.revision !== revision)
      throw new RevisionConflict(caseStream(id), revision ?? 'none', record.revision);
    return record;
  }

  #sealed(event: NewCaseEvent, { by }: CommandRequest, context: Context): NewEvent {
    const { data, disclosures } = commit(asPlainJson(event.data as Json), personalData[event.type] ?? []);
    return {
      type: event.type,
      v: event.v,
      occurredAt: event.occurredAt,
      actors: event.actors,
      recordedBy: by.person,
      agency: by.agency ?? '',
      rules: { lists: context.lists.version, calendar: context.calendar.version },
      data,
      disclosures,
    };
  }

  async #append(of: {
    caseId: string;
    record: StandingCase | undefined;
    events: readonly NewEvent[];
    command: CommandRef;
    seen: Look;
  }): Promise<Changed> {
    const { caseId, record, events, command, seen } = of;
    const expected = record ? record.revision : 'none';
    const appended = await this.store.append(caseStream(caseId), expected, events, command);
    if (appended.replayed) return this.#answer(caseId, command, appended);
    this.files.goOn({ caseId, before: record, events, appended, commandId: command.id, seen });
    const first = appended.revision - events.length + 1;
    const own = events.map(({ type, data }, index) => ({ revision: first + index, type, data }));
    return changed(caseId, appended, own);
  }

  async #answer(caseId: string, { id }: CommandRef, appended: Appended): Promise<Changed> {
    const events = await this.store.read(appended.stream, appended.revision);
    return changed(
      caseId,
      appended,
      events.filter(({ commandId }) => commandId === id),
    );
  }
}

const filesStored = (missing: readonly string[]): void => {
  if (missing.length > 0)
    throw new Problem(
      'file-missing',
      '请先上传文件；Upload the files first: an entry never names a file that is not there',
      { files: missing },
    );
};

const changed = (
  caseId: string,
  { revision, position }: Appended,
  own: readonly Readonly<{ revision: number; type: string; data: Json }>[],
): Changed => {
  const number = own.map(({ data }) => numberIn(data)).find((one) => one !== undefined);
  return {
    case: caseId,
    revision,
    position,
    recorded: own.map(({ revision: entry, type }) => ({ entry, type })),
    ...(number !== undefined && { number }),
  };
};

/** DTO instances become what JSON would carry; nothing else may reach the permanent bytes. */
const asPlainJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const numberIn = (data: Json): string | undefined =>
  typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'string'
    ? data.number
    : undefined;

/** Every `sha256` named anywhere in an entry. */
const hashesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'sha256' && typeof member === 'string' ? [member] : hashesIn(member),
  );
};
