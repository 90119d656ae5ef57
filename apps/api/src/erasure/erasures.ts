import type { Capacity, PersonalKind } from '@anjuan/case';
import { EventStore, type CommandRef, type Json, type NewEvent } from '@anjuan/event-store';
import { ViewRunner } from '@anjuan/views';
import { Injectable } from '@nestjs/common';
import { CaseFiles } from '../case-files.js';
import { CaseRecords, type CaseRecord } from '../case-records.js';
import { Clock } from '../clock.js';
import { Problem } from '../http/problems.js';

/** Who does it, for which case, under which command. */
export type ErasureCommand = Readonly<{
  caseId: string;
  agency: string;
  person: string;
  capacity: Capacity;
  command: CommandRef;
}>;

type Asked = Readonly<{ kinds: readonly PersonalKind[]; ground: string }>;
/** `asked`: which request; `digests`: of the commitments whose values are gone, which stay in the record. */
type Ordered = Readonly<{ asked: number; digests: readonly string[] }>;

export type Erasure = Asked &
  Readonly<{
    erasure: number;
    askedBy: string;
    askedAt: string;
    orderedBy?: string;
    orderedAt?: string;
    /** how many values were erased */
    erased?: number;
  }>;

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
    private readonly files: CaseFiles,
    private readonly views: ViewRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `no-such-case`, `erasure-refused`; RevisionConflict when somebody else was faster */
  async ask(by: ErasureCommand, asked: Asked): Promise<Readonly<{ erasure: number; position: string }>> {
    const known = await this.store.find(by.command.id);
    if (known === undefined) refuseEarly(asked, await this.records.read(by.caseId, by.agency));
    const revision = known ? known.appended.revision - 1 : (await this.#entries(by.caseId)).length - 1;
    const appended = await this.#append(by, revision, 'ErasureAsked', { ...asked });
    return { erasure: appended.revision, position: appended.position };
  }

  /**
   * Orders what was asked for and carries it out. Broken off after the order, it is carried out by the same request sent
   * again, or by another order.
   * @throws Problem `no-such-case`, `not-found`, `erasure-refused`; RevisionConflict, StoreUnavailable
   */
  async order(by: ErasureCommand, erasure: number): Promise<Readonly<{ erased: number }>> {
    const record = await this.records.read(by.caseId, by.agency);
    const all = await this.all(by.caseId);
    const asked = all.find((one) => one.erasure === erasure);
    if (!asked) throw new Problem('not-found', '无此删除申请；There is no such request for an erasure');
    if (asked.askedBy === by.person)
      throw new Problem(
        'erasure-refused',
        '不得批准本人的申请；Nobody orders what they asked for themselves',
      );
    refuseEarly(asked, record);
    const entries = await this.#entries(by.caseId);
    const before = entries.find(
      ({ type, data }) => type === 'ErasureOrdered' && ordered(data).asked === erasure,
    );
    const digests = before ? ordered(before.data).digests : digestsOf(record, asked.kinds);
    if (!before) await this.#append(by, entries.length - 1, 'ErasureOrdered', { asked: erasure, digests });
    await this.views.erase(digests);
    this.files.forget(by.caseId);
    return { erased: digests.length };
  }

  async all(caseId: string): Promise<readonly Erasure[]> {
    const entries = await this.#entries(caseId);
    return entries.flatMap(({ type, data, revision, recordedBy, recordedAt }) => {
      if (type !== 'ErasureAsked') return [];
      const order = entries.find(
        (one) => one.type === 'ErasureOrdered' && ordered(one.data).asked === revision,
      );
      return [
        {
          ...asked(data),
          erasure: revision,
          askedBy: recordedBy,
          askedAt: recordedAt,
          ...(order && {
            orderedBy: order.recordedBy,
            orderedAt: order.recordedAt,
            erased: ordered(order.data).digests.length,
          }),
        },
      ];
    });
  }

  #entries(caseId: string) {
    return this.store.read(streamOf(caseId));
  }

  #append(
    { caseId, agency, person, capacity, command }: ErasureCommand,
    revision: number,
    type: string,
    data: Json,
  ) {
    const event: NewEvent = {
      type,
      v: 1,
      occurredAt: this.clock.now().toISOString(),
      actors: [{ person, capacity }],
      recordedBy: person,
      agency,
      rules: {},
      data,
    };
    return this.store.append(streamOf(caseId), revision < 0 ? 'none' : revision, [event], command);
  }
}

/** The decoders of what stands in the stream, which is written here alone. */
const asked = (data: Json) => data as Asked;
const ordered = (data: Json) => data as Ordered;

const digestsOf = ({ recorded }: CaseRecord, kinds: readonly string[]): readonly string[] =>
  recorded.flatMap(({ disclosures }) =>
    disclosures.filter(({ kind }) => kinds.includes(kind)).map(({ digest }) => digest),
  );

/** As long as the case goes on, whoever is in it has to be told, heard and served. */
const refuseEarly = ({ kinds }: Asked, { file }: CaseRecord): void => {
  if (file.closure === undefined && kinds.some((kind) => kind !== 'reporter'))
    throw new Problem(
      'erasure-refused',
      '结案前只可删除举报人信息；Until the case is closed, nobody’s data but the reporter’s are erased',
    );
};
