import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../postgres/ask.js';
import { ignore } from './patience.js';

export type SettlingOptions = Readonly<{
  ask: Ask;
  /** sends and settles what is in the outbox */
  finish: () => Promise<void>;
  everyMs: number;
  signal: AbortSignal;
}>;

/**
 * Settles what a process that was killed has left in the outbox, though nobody appends or asks for it: what is there at
 * the start, and from then on what is there twice in a row. Whatever else is there its own process is about to settle.
 * Trouble passes or is met again at the next look. Resolves when `signal` is aborted.
 */
export async function settleWhatIsLeft({ ask, finish, everyMs, signal }: SettlingOptions): Promise<void> {
  let before: ReadonlySet<string> | undefined;
  while (!signal.aborted) {
    const waiting = await attempts(ask).catch((): readonly string[] => []);
    const left = waiting.some((attempt) => before?.has(attempt) ?? true);
    if (left) await finish().catch(ignore);
    before = new Set(waiting);
    await sleep(everyMs, undefined, { signal, ref: false }).catch(ignore);
  }
}

async function attempts(ask: Ask): Promise<readonly string[]> {
  const rows = await ask<{ attempt: string }>(
    'SELECT DISTINCT attempt FROM eventstoredb.outbox WHERE (SELECT under_way FROM eventstoredb.head) > 0',
  );
  return rows.map(({ attempt }) => attempt);
}
