import { DisclosureAltered, RecordDamaged } from '@anjuan/event-store';
import { EventUnknown } from '@anjuan/record';
import pg from 'pg';

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

/** Trouble with one record, which says nothing of the others; SQLSTATE classes 21, 22, 23: a row the table refuses. */
export const isOfRecord = (error: unknown): boolean =>
  error instanceof EventNotTaken ||
  error instanceof EventUnknown ||
  error instanceof DisclosureAltered ||
  error instanceof RecordDamaged ||
  (error instanceof pg.DatabaseError && /^(21|22|23)/.test(error.code ?? ''));
