import { postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import { openEmmett } from './emmett.js';
import { openOurs, type Ours } from './ours.js';
import { perSecond } from './pace.js';
import type { StoreMeasure } from './rounds.js';
import type { Database } from './server.js';

const events = 20_000;
const streams = 1_000;
const page = 500;

async function readOurs({ store }: Ours): Promise<void> {
  let read = 0;
  for await (const { revision } of store.readAll()) read += revision >= 0 ? 1 : 0;
  if (read !== events) throw new Error(`Read ${read} events of ${events}.`);
}

/** A cursor over the same table, page by page; each row's bytes are parsed. */
async function readPlainly({ pool }: Ours): Promise<void> {
  const client = await pool.connect();
  let read = 0;
  await client.query(
    'BEGIN; DECLARE log NO SCROLL CURSOR FOR SELECT position, bytes FROM ledger.log ORDER BY position',
  );
  for (;;) {
    const { rows } = await client.query<{ bytes: Buffer }>(`FETCH ${page} FROM log`);
    for (const { bytes } of rows) if (typeof JSON.parse(bytes.toString('utf8')) === 'object') read++;
    if (rows.length === 0) break;
  }
  await client.query('COMMIT');
  client.release();
  if (read !== events) throw new Error(`Read ${read} rows of ${events}.`);
}

export const readLog: StoreMeasure = {
  name: 'reading the log into Node',
  unit: 'events/s',
  aim: { floor: 0.85 },
  open: async (server) => {
    const ours = await openOurs(await server.database());
    const theirs = await server.database();
    const emmett = await openEmmett(theirs);
    console.error(`${events} events for both …`);
    await ours.fill(events, streams);
    await emmett.fill(streams, events / streams);
    return {
      ours: () => perSecond(events, () => readOurs(ours)),
      emmett: () => perSecond(events, () => consume(theirs)),
      floor: () => perSecond(events, () => readPlainly(ours)),
      close: async () => {
        await Promise.all([ours.close(), emmett.close()]);
      },
    };
  },
};

async function consume({ url }: Database): Promise<void> {
  let read = 0;
  const consumer = postgreSQLEventStoreConsumer({
    connectionString: url,
    stopWhen: { noMessagesLeft: true },
    pulling: { batchSize: page },
  });
  consumer.reactor({
    processorId: crypto.randomUUID(),
    eachMessage: () => {
      read++;
    },
  });
  await consumer.start();
  await consumer.close();
  if (read !== events) throw new Error(`Emmett's consumer read ${read} events of ${events}.`);
}
