import {
  AppendRefused,
  CommandReused,
  DisclosureAltered,
  EventTooLarge,
  PositionUnknown,
  RecordDamaged,
  RevisionConflict,
  StoreUnavailable,
} from '@anjuan/event-store';
import { AccountRefused, IssuerUnreachable, TokenRefused } from '@anjuan/identity';
import { longCite, shortCite } from '@anjuan/law';
import { Refusal, type Unmet } from '@anjuan/procedure';
import { cureOf, EventUnknown } from '@anjuan/record';
import { NumberTaken, RegistryRefusal } from '@anjuan/registry';
import { CursorUnreadable, ViewNotServed } from '@anjuan/views';
import { HttpException } from '@nestjs/common';
import { ofFile } from './file-problems.js';
import { Problem, type ProblemType } from './problems.js';

/** `fields`: where in what was entered, as the pointers of `errors` are. */
export const statedAsJson = ({ id, cites, also, says, en, ended, fields, ...rest }: Unmet) => ({
  id,
  cites: shortCite(cites),
  article: longCite(cites),
  ...(also && { also: also.map(shortCite) }),
  says,
  en,
  ...(ended && { ended }),
  ...cureOf(rest),
  ...(fields !== undefined && { fields: fields.map((pointer) => `#${pointer}`) }),
});

const byName: Readonly<Record<string, ProblemType>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unknown',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
};
/** Connection refused, reset, too many connections, disk full, shutting down: the same request may succeed later. */
const databaseGone =
  /^(ECONN|ENOENT$|EPIPE$|ETIMEDOUT$|08|53|57|58|25006$|25P0[34]$|55P03$)|timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable/;
const noRoom = /No space left on device|Disk quota exceeded|File too large/;
/** The disk of the files is full, over its quota or failing, or the program has too many files open. */
const filesClosed = /^(ENOSPC|EDQUOT|EFBIG|EIO|EROFS|EMFILE|ENFILE)$/;

/** Also where the runtime made it in a realm of its own. */
const isError = (error: unknown): error is Error =>
  error instanceof Error || Object.prototype.toString.call(error) === '[object Error]';

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Those whose message says all there is to say. */
const byKind = [
  [CommandReused, 'key-reused'],
  [PositionUnknown, 'position-unknown'],
  [RecordDamaged, 'record-damaged'],
  [DisclosureAltered, 'record-damaged'],
  [EventTooLarge, 'too-large-for-an-entry'],
  [AccountRefused, 'registry-refused'],
  [ViewNotServed, 'unavailable'],
  [EventUnknown, 'unavailable'],
  [TokenRefused, 'not-signed-in'],
] as const;

const known = (error: Error): Problem | undefined => {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal)
    return new Problem('not-lawful-yet', error.message, { provisions: error.provisions.map(statedAsJson) });
  if (error instanceof RevisionConflict)
    return new Problem('stale-case', error.message, { currentRevision: error.actual });
  // Sent again it would be refused again: its message says who can mend it.
  if (error instanceof AppendRefused)
    return new Problem(error.reason === 'denied' ? 'unavailable' : 'too-large-for-an-entry', error.message);
  if (error instanceof NumberTaken)
    return new Problem('number-taken', error.message, { number: error.number });
  if (error instanceof RegistryRefusal)
    return new Problem('registry-refused', error.message, { reason: error.reason });
  if (error instanceof CursorUnreadable)
    return new Problem('invalid-request', error.message, {
      errors: [
        { pointer: '#/after', detail: '须为本清单上一页的 next；`next` of the page before of this list' },
      ],
    });
  const named = byKind.find(([kind]) => error instanceof kind);
  return named ? new Problem(named[1], error.message) : ofFile(error);
};

/** The one place where an error becomes a problem. */
export const toProblem = (error: unknown): Problem => {
  if (!isError(error)) return new Problem('internal-error', '');
  const found = known(error);
  if (found) return found;
  if (hasNoRoom(error))
    return new Problem(
      'unavailable',
      '数据库所在磁盘已满，请管理员腾出空间，然后以同一幂等键重试；The disk of the database is full: free space on it, then send the same request with the same key again',
      { retryAfter: 2 },
    );
  if (error instanceof StoreUnavailable || error instanceof IssuerUnreachable || isDatabaseGone(error))
    return new Problem(
      'unavailable',
      '请稍后以同一幂等键重试；Send the same request with the same key again in a moment',
      { retryAfter: 2 },
    );
  if (filesClosed.test(codeOf(error)))
    return new Problem(
      'unavailable',
      '文件存储已满或不可写，请联系管理员清理磁盘后重试；The files cannot be written, the disk is full or failing: free space on it, then send the file again',
      { retryAfter: 2 },
    );
  const type = byName[codeOf(error)];
  if (type) return new Problem(type, error.message);
  if (error instanceof HttpException) return fromHttp(error);
  return new Problem('internal-error', '');
};

/** PostgreSQL's disk_full, a quota or a limit of its files, also where it is the reason for something else. */
const hasNoRoom = (error: unknown): boolean =>
  isError(error) &&
  (codeOf(error) === '53100' ||
    (codeOf(error) === 'XX000' && noRoom.test(error.message)) ||
    hasNoRoom(error.cause));

/** After PANIC the database ends all sessions, recovers, and answers again. */
export const isDatabaseGone = (error: Error): boolean =>
  ('severity' in error && error.severity === 'PANIC') ||
  databaseGone.test(codeOf(error)) ||
  databaseGone.test(error.message);

const fromHttp = (error: HttpException): Problem => {
  const types: Readonly<Record<number, ProblemType>> = {
    400: 'malformed-body',
    401: 'not-signed-in',
    403: 'not-competent',
    404: 'not-found',
    413: 'body-too-large',
    414: 'address-too-long',
    415: 'media-type-unknown',
  };
  return new Problem(types[error.getStatus()] ?? 'internal-error', error.message);
};
