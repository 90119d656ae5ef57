import type { Ask } from '../../postgres/ask.js';
import { NoEventStore } from './no-event-store.js';

/** The streams of a record bear one prefix for good: under another one its log looks empty. @throws NoEventStore */
export async function mustBearPrefix(ask: Ask, prefix: string): Promise<undefined> {
  const [kept] = await ask<{ prefix: string | null }>('SELECT prefix FROM eventstoredb.head');
  if (kept?.prefix != null && kept.prefix !== prefix)
    throw new NoEventStore('otherPrefix', `${kept.prefix}, EVENTSTOREDB_PREFIX=${prefix}`);
}

/** Once the two halves were found to belong together. */
export async function keepPrefix(ask: Ask, prefix: string): Promise<void> {
  await ask('UPDATE eventstoredb.head SET prefix = $1 WHERE prefix IS NULL', [prefix]);
}
