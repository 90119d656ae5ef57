import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import { emmettEvent } from './payload.js';
import type { Database } from './server.js';

export type Emmett = Readonly<{
  store: PostgresEventStore;
  appendNew: () => Promise<unknown>;
  fill: (streams: number, eventsPerStream: number) => Promise<void>;
  close: () => Promise<void>;
}>;

export async function openEmmett({ url }: Database): Promise<Emmett> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  let n = 0;
  const asNew = { expectedStreamVersion: STREAM_DOES_NOT_EXIST } as const;
  return {
    store,
    appendNew: () => store.appendToStream(`case-${crypto.randomUUID()}`, [emmettEvent(++n)], asNew),
    fill: async (streams, eventsPerStream) => {
      for (let i = 0; i < streams; i++) {
        const events = Array.from({ length: eventsPerStream }, (_, revision) => emmettEvent(revision));
        await store.appendToStream(`case-${crypto.randomUUID()}`, events, asNew);
      }
    },
    close: () => store.close(),
  };
}
