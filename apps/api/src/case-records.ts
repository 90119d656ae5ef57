import { eventVersions, replay, type CaseEvent, type CaseFile, type Reporter } from '@anjuan/case';
import { disclose, EventStore, isCommitment, type Commitment, type RecordedEvent } from '@anjuan/event-store';
import { Injectable } from '@nestjs/common';
import { Problem } from './http/problems.js';

export const caseStream = (caseId: string): string => `case-${caseId}`;

/** A case as it is in the record. */
export type CaseRecord = Readonly<{
  case: string;
  agency: string;
  revision: number;
  recorded: readonly RecordedEvent[];
  events: readonly CaseEvent[];
  file: CaseFile;
}>;

/** The reporter's identity stays hidden until somebody looks at it with a purpose (SAMR-C 37). */
const hidden = 'reporter';

/**
 * What this program does not know is never skipped, nor taken for something else.
 * @throws Problem `unavailable`
 */
export const knownShape = (
  { type, v }: Pick<RecordedEvent, 'type' | 'v'>,
  versions: Readonly<Record<string, number>>,
): void => {
  if (!Object.hasOwn(versions, type) || versions[type] !== v)
    throw new Problem(
      'unavailable',
      `本程序版本过旧，不识别记录“${type}”第${String(v)}版；This program is too old for ${type} in version ${String(v)}: update it`,
    );
};

type Stored = Pick<
  RecordedEvent,
  'type' | 'v' | 'occurredAt' | 'recordedAt' | 'recordedBy' | 'actors' | 'revision' | 'data' | 'disclosures'
>;

/** The decoder at the edge of the record: the one place where a stored event is taken for a case event. */
export const caseEvent = (event: Stored): CaseEvent => {
  const { type, v, occurredAt, recordedAt, recordedBy, actors, revision } = event;
  knownShape(event, eventVersions);
  const shown = event.disclosures.filter(({ kind }) => kind !== hidden);
  const data = disclose(event.data, shown);
  return { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } as CaseEvent;
};

/** Reads cases from the record; another agency's case is as if it were not there. */
@Injectable()
export class CaseRecords {
  constructor(private readonly store: EventStore) {}

  /** @throws Problem `no-such-case` */
  async read(caseId: string, agency: string | undefined, upTo?: number): Promise<CaseRecord> {
    const recorded = await this.store.read(caseStream(caseId), upTo);
    return this.standing(caseId, agency, recorded);
  }

  /** Who reported, for a look that has been recorded; undefined where nobody gave a name, or it was erased. */
  async reporter(caseId: string): Promise<Reporter | undefined> {
    const [lead] = await this.store.read(caseStream(caseId), 0);
    if (lead?.type !== 'LeadReceived') return undefined;
    const { reporter } = disclose(lead.data, lead.disclosures) as { reporter?: Reporter | Commitment };
    return isCommitment(reporter) ? undefined : reporter;
  }

  standing(caseId: string, agency: string | undefined, recorded: readonly RecordedEvent[]): CaseRecord {
    const [first] = recorded;
    if (!first || first.agency !== agency)
      throw new Problem('no-such-case', '案件不存在，或不属于本机关；No such case in your agency');
    const events = recorded.map(caseEvent);
    const file = replay(events);
    return { case: caseId, agency: first.agency, revision: recorded.length - 1, recorded, events, file };
  }
}
