import { status } from '@grpc/grpc-js';
import { RecordDamaged } from '../damage.js';
import { PositionUnknown, StoreUnavailable } from '../event-store.js';
import { isPassing as isPassingInPostgres } from '../postgres/trouble.js';

/** True when one of the two stores did not answer, or not now. */
export function isPassing(error: unknown): boolean {
  if (error instanceof PositionUnknown || error instanceof RecordDamaged) return false;
  return isPassingInPostgres(error);
}

/** EventStoreDB answers that this account may not. */
export class AccessRefused extends StoreUnavailable {
  override readonly name = 'AccessRefused';
  constructor(cause: unknown) {
    super(
      'EventStoreDB 拒绝本程序的账号，请管理员核对账号和权限。EventStoreDB refuses the account of this program: its operator sees to the account and its rights, anjuan doctor says which are missing.',
      { cause },
    );
  }
}

/** The status with which a call ended, from anywhere in the chain of causes. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'number' ? error.code : statusOf(error.cause);
}

/** The account may not, or is none. */
export function isDenied(error: unknown): boolean {
  const code = statusOf(error);
  return code === status.PERMISSION_DENIED || code === status.UNAUTHENTICATED;
}

/** The answer. @throws StoreUnavailable for trouble that passes */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof StoreUnavailable || !isPassing(error)) throw error;
    throw isDenied(error) ? new AccessRefused(error) : new StoreUnavailable(undefined, { cause: error });
  }
}
