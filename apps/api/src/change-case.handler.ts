import {
  decide,
  emptyFile,
  numbersFor,
  personalData,
  Refusal,
  type ActName,
  type Context,
  type NewCaseEvent,
} from '@anjuan/case';
import {
  commit,
  CommandReused,
  EventStore,
  RevisionConflict,
  type Appended,
  type CommandRef,
  type Json,
  type NewEvent,
} from '@anjuan/event-store';
import { DocumentStore } from '@anjuan/documents';
import { derivedId } from '@anjuan/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AttemptLog } from '@anjuan/attempt-log';
import { CaseContext } from './case-context.js';
import { CaseNumbers, type NumberedCommand } from './case-numbers.js';
import { CaseFiles, type StandingCase } from './case-files.js';
import { caseStream } from './case-records.js';
import { ChangeCase, type Changed } from './change-case.js';
import type { CommandRequest } from './http/command-request.js';
import { Problem } from './http/problems.js';

/** The only write path: known already? load, fold, decide, set numbers aside, append. */
@CommandHandler(ChangeCase)
export class ChangeCaseHandler implements ICommandHandler<ChangeCase> {
  constructor(
    private readonly store: EventStore,
    private readonly files: CaseFiles,
    private readonly context: CaseContext,
    private readonly numbers: CaseNumbers,
    private readonly documents: DocumentStore,
    private readonly attempts: AttemptLog,
  ) {}

  async execute({ request, act, entry: entered }: ChangeCase): Promise<Changed> {
    const command: CommandRef = { id: `${request.by.person}/${request.key}`, digest: request.digest };
    const caseId = request.caseId ?? derivedId(command.id, 'case');
    const done = await this.#doneBefore(command, caseId);
    if (done) return done;
    const record = await this.#read(request, caseId);
    const entry = asPlainJson(entered);
    await this.#filesStored(request, entry);
    const file = record?.file ?? emptyFile;
    const context = await this.context.of(request, act, entry, file);
    const decideWith = (allotted: Context['allotted']) =>
      decide(act, entry, file, { ...context, allotted: { ...context.allotted, ...allotted } });
    await this.#examined({ request, act, caseId, record }, context, () => decideWith(CaseNumbers.unnumbered));
    const numbered: NumberedCommand = {
      agency: request.by.agency ?? '',
      case: caseId,
      year: context.today.slice(0, 4),
      needs: numbersFor(act, entry, file),
      command,
    };
    return this.numbers.setAside(numbered, async (allotted) => {
      const events = decideWith(allotted).map((event) => this.#sealed(event, request, context));
      return this.#append({ caseId, record, events, command });
    });
  }

  /** The same request again: the first answer, whatever has happened since. */
  async #doneBefore(command: CommandRef, caseId: string): Promise<Changed | undefined> {
    const known = await this.store.find(command.id);
    if (!known) return undefined;
    if (known.digest !== command.digest) throw new CommandReused(command.id);
    return this.#answer(caseId, command, known.appended);
  }

  async #read({ caseId, revision, by }: CommandRequest, id: string): Promise<StandingCase | undefined> {
    if (by.agency === undefined)
      throw new Problem('not-competent', '系统管理员不办理案件；The system administrator handles no cases');
    if (caseId === undefined) return undefined;
    const record = await this.files.standing(id, by.agency);
    if (record.revision !== revision)
      throw new RevisionConflict(caseStream(id), revision ?? 'none', record.revision);
    return record;
  }

  async #filesStored({ by }: CommandRequest, entry: unknown): Promise<void> {
    const missing = await this.documents.missing(by.agency ?? '', hashesIn(entry));
    if (missing.length > 0)
      throw new Problem(
        'file-missing',
        '请先上传文件；Upload the files first: an entry never names a file that is not there',
        { files: missing },
      );
  }

  /** A refused attempt is no fact of the case; it goes to the attempt log. */
  async #examined(
    {
      request,
      act,
      caseId,
      record,
    }: { request: CommandRequest; act: ActName; caseId: string; record: StandingCase | undefined },
    context: Context,
    decided: () => unknown,
  ): Promise<void> {
    try {
      decided();
    } catch (error) {
      if (error instanceof Refusal)
        await this.attempts.write({
          at: new Date(context.now),
          agency: request.by.agency ?? '',
          ...(record && { case: caseId }),
          person: request.by.person,
          capacity: request.capacity,
          act,
          refused: error.provisions,
        });
      throw error;
    }
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
  }): Promise<Changed> {
    const { caseId, record, events, command } = of;
    const expected = record ? record.revision : 'none';
    const appended = await this.store.append(caseStream(caseId), expected, events, command);
    return appended.replayed
      ? this.#answer(caseId, command, appended)
      : changed(
          caseId,
          appended,
          events.map(({ type, data }, index) => ({
            revision: appended.revision - events.length + 1 + index,
            type,
            data,
          })),
        );
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
