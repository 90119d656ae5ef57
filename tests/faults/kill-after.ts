/**
 * Loaded before the program in a process of its own: ends it by SIGKILL when so many of its writes are done, to the
 * database or to its files. The program itself knows nothing of it. `KILL_AFTER` counts from the start, and only
 * statements with `KILL_AMONG`; a message `{ killAfter }` counts all from then on, or statements with its `among` alone.
 */
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import pg from 'pg';

const writes = /\b(INSERT|UPDATE(?! NOWAIT)|DELETE|CREATE)\b|ledger\.log_(at_head|each)|outbox/i;
const onlyLocks = /FOR (NO KEY )?UPDATE/i;
/** The lists follow the record at their own pace: what they write is no step of a command, but where it erases. */
const ofLists = /views\.(?!checkpoint SET position = NULL)/i;
/** One list speaks for all where it erases: the others are written by the same lines. */
const ofOtherLists = /views\.(?!checkpoint SET position = NULL|docket)/i;

let left = Number(process.env['KILL_AFTER'] ?? Infinity);
let among = new RegExp(process.env['KILL_AMONG'] ?? '');
let listsToo = false;
let filesToo = true;
process.on('message', (message: { killAfter?: number | null; among?: string; listsToo?: boolean }) => {
  if (message.killAfter === undefined) return;
  left = message.killAfter ?? Infinity;
  among = new RegExp(message.among ?? '');
  filesToo = message.among === undefined;
  listsToo = message.listsToo ?? false;
  process.send?.({ armed: true });
});

const written = (): void => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

/** The log of access is written at its own pace too. The names of streams are the fifth value, or the sixth a list of them. */
const isOfAccess = (statement: unknown): boolean => {
  const { values = [] } = (statement ?? {}) as { values?: unknown };
  if (!Array.isArray(values)) return false;
  const [, , , , one, several] = values as readonly unknown[];
  const streams: readonly unknown[] = Array.isArray(several) ? several : [one];
  return (
    streams.length > 0 && streams.every((name) => typeof name === 'string' && name.startsWith('access-'))
  );
};

const textOf = (statement: unknown): string | undefined =>
  typeof statement === 'string' ? statement : (statement as { text?: string } | null)?.text;

/** A commit counts where its transaction wrote: those that only read, or wrote lists, change nothing. */
const wrote = new WeakSet<pg.Client>();

const counts = (client: pg.Client, statement: unknown): boolean => {
  const text = textOf(statement) ?? '';
  if (/^\s*BEGIN\b/i.test(text)) wrote.delete(client);
  if (/^\s*COMMIT\b/i.test(text)) return wrote.delete(client) && among.test(text);
  const write = isWrite(statement);
  if (write) wrote.add(client);
  return write;
};

const isWrite = (statement: unknown): boolean => {
  const text = textOf(statement);
  if (text === undefined || !writes.test(text) || (listsToo ? ofOtherLists : ofLists).test(text))
    return false;
  if (!among.test(text) || isOfAccess(statement)) return false;
  return !onlyLocks.test(text) || /\b(INSERT|DELETE)\b/i.test(text);
};

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const { prototype } = pg.Client as unknown as { prototype: { query: Query } };
const { query } = prototype;
prototype.query = function (...args) {
  if (!counts(this, args[0])) return query.apply(this, args);
  const last = args.at(-1);
  if (typeof last === 'function') {
    const reported = last as (error: unknown, result: unknown) => void;
    args[args.length - 1] = (error: unknown, result: unknown) => {
      written();
      reported(error, result);
    };
    return query.apply(this, args);
  }
  const answer = query.apply(this, args);
  return answer instanceof Promise ? answer.finally(written) : answer;
};

type Step = (...args: never[]) => Promise<unknown>;
const counted = (step: Step) =>
  async function (this: unknown, ...args: never[]): Promise<unknown> {
    const done = await step.apply(this, args);
    if (filesToo) written();
    return done;
  };
const place = files as unknown as Record<string, Step>;
for (const name of ['mkdir', 'rename', 'rm']) place[name] = counted(place[name]!);
const handle = await files.open(new URL(import.meta.url));
const ofHandles = Object.getPrototypeOf(handle) as Record<string, Step>;
for (const name of ['write', 'sync']) ofHandles[name] = counted(ofHandles[name]!);
await handle.close();
syncBuiltinESMExports();
