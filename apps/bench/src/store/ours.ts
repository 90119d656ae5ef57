import { migrate, openPool, PostgresEventStore, type Appended } from '@anjuan/event-store';
import type pg from 'pg';
import { newEvent } from './payload.js';
import type { Database } from './server.js';

export type Ours = Readonly<{
  pool: pg.Pool;
  store: PostgresEventStore;
  /** One event to a stream of its own. */
  appendNew: () => Promise<Appended>;
  /** That many events, one to a stream, many at a time. */
  fill: (events: number, streams: number) => Promise<void>;
  close: () => Promise<void>;
}>;

const clock = () => new Date();
const atOnce = 1_000;

export async function openOurs({ config }: Database): Promise<Ours> {
  const pool = openPool(config);
  await migrate(pool);
  const store = new PostgresEventStore(pool, { clock });
  let n = 0;
  const command = () => ({ id: `officer/${crypto.randomUUID()}`, digest: 'd'.repeat(64) });
  const appendNew = () => store.append(`case-${crypto.randomUUID()}`, 'none', [newEvent(++n)], command());
  return {
    pool,
    store,
    appendNew,
    fill: async (events, streams) => {
      const names = Array.from({ length: streams }, () => `case-${crypto.randomUUID()}`);
      for (let from = 0; from < events; from += Math.min(atOnce, streams)) {
        const revision = Math.floor(from / streams) - 1;
        const some = Math.min(atOnce, streams, events - from);
        const batch = Array.from({ length: some }, (_, i) => {
          const stream = names[(from + i) % streams] ?? '';
          return store.append(stream, revision < 0 ? 'none' : revision, [newEvent(from + i)], command());
        });
        await Promise.all(batch);
      }
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
