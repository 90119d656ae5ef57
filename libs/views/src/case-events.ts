import { eventVersions, type CaseEvent } from '@anjuan/case';
import { disclose, DisclosureAltered, type RecordedEvent } from '@anjuan/event-store';
import pg from 'pg';

const streamOfCase = /^case-(.+)$/;
export const caseOf = ({ stream }: Pick<RecordedEvent, 'stream'>): string | undefined =>
  streamOfCase.exec(stream)?.[1];
export const streamOf = (caseId: string): string => `case-${caseId}`;

/** This program's view cannot take the event: a newer program must, or the view's code is wrong. */
export class EventNotTaken extends Error {
  override readonly name = 'EventNotTaken';
  constructor(
    where: Readonly<{ stream: string; revision: number; type: string; v: number }>,
    why: string,
    options?: ErrorOptions,
  ) {
    const { stream, revision, type, v } = where;
    super(
      `本程序不能处理该记录，请启动较新的程序。${type} v${v} at revision ${revision} of ${stream} cannot be taken: ${why}. Start a newer program, one that knows it.`,
      options,
    );
  }
}

/** Trouble with one case, which says nothing of the others; SQLSTATE classes 21, 22, 23: a row the table refuses. */
export const isOfCase = (error: unknown): boolean =>
  error instanceof EventNotTaken ||
  error instanceof DisclosureAltered ||
  (error instanceof pg.DatabaseError && /^(21|22|23)/.test(error.code ?? ''));

const known = (type: string): type is CaseEvent['type'] => Object.hasOwn(eventVersions, type);

/** @throws EventNotTaken, DisclosureAltered */
export const caseEvent = (recorded: RecordedEvent): CaseEvent => {
  const { type, v, occurredAt, recordedAt, recordedBy, actors, revision, disclosures } = recorded;
  if (!known(type)) throw new EventNotTaken(recorded, 'no such event is known');
  if (eventVersions[type] !== v) throw new EventNotTaken(recorded, `version ${eventVersions[type]} is known`);
  const shown = disclosures.filter(({ kind }) => kind !== 'reporter');
  const data = disclose(recorded.data, shown);
  return { type, v, occurredAt, recordedAt, recordedBy, actors, revision, data } as CaseEvent;
};
