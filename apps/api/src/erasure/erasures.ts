import {
  decideErasure,
  erasuresOf,
  erasureVersions,
  Refusal,
  type AskErasure,
  type Erasure,
  type ErasureActName,
  type ErasureEntryOf,
  type ErasureEvent,
  type ErasureFile,
  type NewErasureEvent,
} from '@anjuan/case';
import {
  CommandReused,
  EventStore,
  type Appended,
  type CommandRef,
  type Json,
  type NewEvent,
  type RecordedEvent,
} from '@anjuan/event-store';
import { ViewRunner } from '@anjuan/views';
import { Injectable } from '@nestjs/common';
import { CaseContext } from '../case-context.js';
import { CaseFiles } from '../case-files.js';
import { CaseRecords, knownShape } from '../case-records.js';
import { handlingAgency } from '../http/handling-agency.js';
import type { CommandRequest } from '../http/command-request.js';
import { RefusedAttempts } from '../refused-attempts.js';

type Asked = Readonly<{ request: CommandRequest; caseId: string; agency: string; command: CommandRef }>;
/** `revision`: of the stream of erasures, -1 before the first. */
type Decided = Readonly<{ events: readonly NewErasureEvent[]; revision: number }>;

const streamOf = (caseId: string): string => `erasure-${caseId}`;

/**
 * Erasing personal data of a case (个人信息删除): asked for by one, ordered by a leader who is somebody else. Both stand
 * in a stream beside the case for ever; the values are gone, and the events that commit to them stay byte for byte.
 */
@Injectable()
export class Erasures {
  constructor(
    private readonly store: EventStore,
    private readonly records: CaseRecords,
    private readonly context: CaseContext,
    private readonly refused: RefusedAttempts,
    private readonly files: CaseFiles,
    private readonly views: ViewRunner,
  ) {}

  /** @throws Refusal; Problem `no-such-case`; RevisionConflict when somebody else was faster; StoreUnavailable */
  async ask(
    request: CommandRequest,
    entry: AskErasure,
  ): Promise<Readonly<{ erasure: number; position: string }>> {
    const asked = askedBy(request);
    const known = await this.#doneBefore(asked);
    const { revision, position } =
      known ?? (await this.#append(asked, await this.#decided(asked, 'erasure/ask', entry)));
    return { erasure: revision, position };
  }

  /**
   * Orders what was asked for and carries it out. Broken off after the order, it is carried out by the same request sent
   * again, or by another order.
   * @throws as `ask`
   */
  async order(request: CommandRequest, erasure: number): Promise<Readonly<{ erased: number }>> {
    const asked = askedBy(request);
    if (!(await this.#doneBefore(asked))) {
      const decided = await this.#decided(asked, 'erasure/order', { asked: erasure });
      if (decided.events.length > 0) await this.#append(asked, decided);
    }
    const requests = await this.all(asked.caseId);
    const digests = requests.find(({ entry }) => entry === erasure)?.order?.digests ?? [];
    await this.views.erase(digests);
    this.files.forget(asked.caseId);
    return { erased: digests.length };
  }

  async all(caseId: string): Promise<readonly Erasure[]> {
    return erasuresOf((await this.store.read(streamOf(caseId))).map(erasureEvent));
  }

  /** The same request again, whatever has happened since. */
  async #doneBefore({ command }: Asked): Promise<Appended | undefined> {
    const known = await this.store.find(command.id);
    if (known && known.digest !== command.digest) throw new CommandReused(command.id);
    return known?.appended;
  }

  async #decided<Name extends ErasureActName>(
    asked: Asked,
    act: Name,
    entry: ErasureEntryOf<Name>,
  ): Promise<Decided> {
    const { file, revision } = await this.#standing(asked);
    const context = await this.context.beside(asked.request, file);
    try {
      return { events: decideErasure(act, entry, file, context), revision };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw await this.refused.told(asked.request, act, error);
    }
  }

  async #standing({ caseId, agency }: Asked): Promise<Readonly<{ file: ErasureFile; revision: number }>> {
    const { file, recorded } = await this.records.read(caseId, agency);
    const beside = await this.store.read(streamOf(caseId));
    const personal = recorded.flatMap(({ disclosures }) => disclosures);
    const erasures = erasuresOf(beside.map(erasureEvent));
    return { file: { ...file, personal, erasures }, revision: beside.length - 1 };
  }

  #append({ request, caseId, agency, command }: Asked, { events, revision }: Decided): Promise<Appended> {
    const sealed = events.map((event): NewEvent => ({
      ...event,
      recordedBy: request.by.person,
      agency,
      rules: {},
      data: event.data satisfies Json,
    }));
    return this.store.append(streamOf(caseId), revision < 0 ? 'none' : revision, sealed, command);
  }
}

const askedBy = (request: CommandRequest): Asked => {
  const { by, caseId = '', key, digest } = request;
  return { request, caseId, agency: handlingAgency(by), command: { id: `${by.person}/${key}`, digest } };
};

/** The decoder of what stands in the stream, which is written here alone. */
const erasureEvent = (recorded: RecordedEvent): ErasureEvent => {
  knownShape(recorded, erasureVersions);
  const { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } = recorded;
  return { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } as ErasureEvent;
};
