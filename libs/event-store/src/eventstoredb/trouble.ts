import { PositionUnknown, StoreUnavailable } from '../event-store.js';
import { isPassing as isPassingInPostgres } from '../postgres/trouble.js';

/** True when one of the two stores did not answer, or not now; what the server says of an append is read back. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof PositionUnknown) && isPassingInPostgres(error);
}

/** The answer. @throws StoreUnavailable for trouble that passes */
export async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreUnavailable || !isPassing(error)) throw error;
    throw new StoreUnavailable(undefined, { cause: error });
  }
}
