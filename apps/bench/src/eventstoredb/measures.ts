import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, FORWARDS, NO_STREAM } from '@eventstore/db-client';
import { migrateEventStoreDb, openEventStoreDb, openPool, type EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { newEvent } from '../store/payload.js';
import { perSecond } from '../store/pace.js';
import type { StoreMeasure } from '../store/rounds.js';
import type { BenchServer } from '../store/server.js';

const callers = 200;
const appendsEach = 20;
const alone = 200;
const eventsToRead = 20_000;
const perStream = 100;
const atATime = 50;

type Sides = Readonly<{
  store: EventStore;
  pool: pg.Pool;
  client: EventStoreDBClient;
  prefix: string;
  close: () => Promise<void>;
}>;

/** What is measured on the server of `address`; both sides write events of the same size. */
export const measuresOn = (address: string): Readonly<Record<string, StoreMeasure>> => ({
  callers: {
    name: `${callers} callers, floor: the bare client, batch append`,
    unit: 'appends/s',
    aim: { floor: 0.6 },
    open: async (server) => {
      const sides = await open(address, server);
      const crowd = (append: () => Promise<unknown>): Promise<unknown> =>
        Promise.all(
          Array.from({ length: callers }, async () => {
            for (let n = 0; n < appendsEach; n++) await append();
          }),
        );
      const amount = callers * appendsEach;
      return {
        ours: () => perSecond(amount, () => crowd(() => appendOurs(sides))),
        floor: () => perSecond(amount, () => crowd(() => appendBare(sides))),
        close: sides.close,
      };
    },
  },
  one: {
    name: 'one caller, floor: the bare client and two commits of PostgreSQL',
    unit: 'appends/s',
    aim: { floor: 0.7 },
    open: async (server) => {
      const sides = await open(address, server);
      await sides.pool.query('CREATE TABLE committed (n integer)');
      const inTurn = async (append: () => Promise<unknown>): Promise<void> => {
        for (let n = 0; n < alone; n++) await append();
      };
      const bare = async (): Promise<void> => {
        await sides.pool.query('INSERT INTO committed VALUES (1)');
        await appendBare(sides);
        await sides.pool.query('INSERT INTO committed VALUES (2)');
      };
      return {
        ours: () => perSecond(alone, () => inTurn(() => appendOurs(sides))),
        floor: () => perSecond(alone, () => inTurn(bare)),
        close: sides.close,
      };
    },
  },
  read: {
    name: 'readAll, floor: the bare client',
    unit: 'events/s',
    aim: { floor: 0.8 },
    open: async (server) => {
      const sides = await open(address, server);
      const from = await written(sides);
      return {
        ours: () => perSecond(eventsToRead, () => counted(sides.store.readAll(from))),
        floor: () => perSecond(eventsToRead, () => countedBare(sides, from)),
        close: sides.close,
      };
    },
  },
});

async function open(address: string, server: BenchServer): Promise<Sides> {
  const { config } = await server.database();
  const pool = openPool(config);
  await migrateEventStoreDb(pool);
  const prefix = `bench-${randomUUID()}.`;
  const store = await openEventStoreDb(pool, { address, prefix, clock: () => new Date() });
  const client = EventStoreDBClient.connectionString(address);
  const close = async (): Promise<void> => {
    await Promise.all([store.close(), client.dispose()]);
    await pool.end();
  };
  return { store, pool, client, prefix, close };
}

const appendOurs = ({ store }: Sides): Promise<unknown> =>
  store.append(randomUUID(), 'none', [newEvent(1)], { id: randomUUID(), digest: 'd' });

/** As much as ours: an event of its own, with what our envelope says, in a stream with as long a name. */
function appendBare({ client, prefix }: Sides): Promise<unknown> {
  const stream = `${barePrefix(prefix)}${randomUUID()}`;
  const place = { id: randomUUID(), stream: randomUUID(), revision: 0, recordedAt: new Date().toISOString() };
  const event = { ...newEvent(1), ...place, commandId: randomUUID() };
  const data = Buffer.from(JSON.stringify(event));
  return client.appendToStream(stream, binaryEvent({ id: event.id, type: event.type, data }), {
    expectedRevision: NO_STREAM,
    requiresLeader: true,
  });
}

const barePrefix = (prefix: string): string => prefix.replace('bench', 'plain');

/** The position after which both sides read: the server may hold many events before it. */
async function written({ store }: Sides): Promise<string> {
  const events = Array.from({ length: perStream }, (_, n) => newEvent(n));
  const begun = await store.append(randomUUID(), 'none', [newEvent(0)], { id: randomUUID(), digest: 'd' });
  for (let n = 0; n < eventsToRead / perStream; n += atATime)
    await Promise.all(
      Array.from({ length: atATime }, () =>
        store.append(randomUUID(), 'none', events, { id: randomUUID(), digest: 'd' }),
      ),
    );
  return begun.position;
}

async function counted(events: AsyncIterable<unknown>): Promise<void> {
  let read = 0;
  for await (const event of events) read += event === undefined ? 0 : 1;
  if (read < eventsToRead) throw new Error(`Only ${read} events were read.`);
}

async function countedBare({ client, prefix }: Sides, from: string): Promise<void> {
  let read = 0;
  const [commit = '', prepare = ''] = from.split('-');
  const fromPosition = { commit: BigInt(commit), prepare: BigInt(prepare) };
  for await (const { event } of client.readAll({ fromPosition, direction: FORWARDS }))
    if (event?.streamId.startsWith(prefix) === true) read += said(event.data) === undefined ? 0 : 1;
  if (read < eventsToRead) throw new Error(`Only ${read} events were read.`);
}

/** Ours hands over what the event says; the client does so with JSON content alone, and leaves binary content to its user. */
const said = (data: unknown): unknown =>
  data instanceof Uint8Array ? JSON.parse(Buffer.from(data).toString('utf8')) : data;
