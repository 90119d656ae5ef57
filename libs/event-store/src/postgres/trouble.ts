import pg from 'pg';
import { StoreUnavailable } from '../event-store.js';

/** SQLSTATE classes: connection, resources, operator intervention, system; and single codes that pass with time. */
const passingClasses = ['08', '53', '57', '58'];
const passingCodes = ['25006', '25P03', '25P04', '40001', '40P01', '55P03'];

/** What the server calls an error of its own where a quota or a limit, rather than the disk, leaves no room. */
const noRoom = /Disk quota exceeded|File too large/;

/** True when the database did not answer, or not now; false when it has answered no. */
export function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    // The server ends all sessions and recovers: no answer to this query, whatever the code.
    if (error.severity === 'PANIC' || noRoom.test(error.message)) return true;
    const code = error.code ?? '';
    return passingCodes.includes(code) || passingClasses.includes(code.slice(0, 2));
  }
  return !(error instanceof TypeError || error instanceof RangeError);
}

/** The query's answer. @throws StoreUnavailable for trouble that passes */
export async function answered<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw isPassing(error) ? new StoreUnavailable(undefined, { cause: error }) : error;
  }
}
