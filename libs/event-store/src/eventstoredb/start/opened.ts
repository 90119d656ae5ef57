import type pg from 'pg';
import { StoreUnavailable } from '../../event-store.js';
import { asking } from '../../postgres/ask.js';
import { Connection } from '../connection.js';
import { defaults } from '../defaults.js';
import { EventStoreDbStore, type EventStoreDbOptions } from '../eventstoredb.js';
import { Log } from '../reading.js';
import { statusOf } from '../trouble.js';
import { checked, examine, mustBeUsable, type Check } from './examination.js';
import { compareHalves, HalvesDiffer, type Compared } from './halves.js';
import { NoEventStore } from './no-event-store.js';
import { keepPrefix, mustBearPrefix } from './prefix.js';
import { settleHalves, type Settled, type Settling } from './settling-halves.js';

/** @throws AddressRefused, NoEventStore, HalvesDiffer */
export function opened(pool: pg.Pool, options: EventStoreDbOptions): Promise<EventStoreDbStore> {
  return connectedTo(options, async (connection, prefix) => {
    const ask = askingOf(pool, options);
    await mustBearPrefix(ask, prefix);
    await mustBeUsable({ connection, address: options.address, prefix });
    const compared = await compareHalves({ ask, log: new Log(connection, prefix), prefix });
    if (compared.found !== 'same') throw new HalvesDiffer(compared);
    await keepPrefix(ask, prefix);
    return new EventStoreDbStore(pool, options);
  });
}

/** What the start looks at, one after the other; the halves are compared where the server can be used. */
export function examined(
  pool: pg.Pool,
  options: EventStoreDbOptions,
): Promise<Readonly<{ checks: readonly Check[]; halves: Compared | undefined }>> {
  return connectedTo(options, async (connection, prefix) => {
    const ask = askingOf(pool, options);
    const checks = [
      ...(await examine({ connection, address: options.address, prefix })),
      await checked('prefix', () => mustBearPrefix(ask, prefix)),
    ];
    const usable = checks.every(({ fault }) => fault === undefined);
    const log = new Log(connection, prefix);
    const halves = usable ? await compareHalves({ ask, log, prefix }) : undefined;
    return { checks, halves };
  });
}

/** @throws NoEventStore; HalvesDiffer when the log lacks what was known and `accept` does not name it */
export function settled(pool: pg.Pool, options: EventStoreDbOptions, settling: Settling): Promise<Settled> {
  return connectedTo(options, async (connection, prefix) => {
    const ask = askingOf(pool, options);
    await mustBearPrefix(ask, prefix);
    await mustBeUsable({ connection, address: options.address, prefix });
    const log = new Log(connection, prefix);
    const compared = await compareHalves({ ask, log, prefix });
    const settled = await settleHalves(pool, log, compared, settling);
    await keepPrefix(ask, prefix);
    return settled;
  });
}

const askingOf = (pool: pg.Pool, { patienceMs = defaults.patienceMs }: EventStoreDbOptions) =>
  asking(pool, () => patienceMs);

/** One connection serves the whole process: a store opened within goes on with it. */
async function connectedTo<T>(
  options: EventStoreDbOptions,
  work: (connection: Connection, prefix: string) => Promise<T>,
): Promise<T> {
  const { address, callMs, prefix } = { ...defaults, ...options };
  const connection = new Connection(address, callMs);
  try {
    return await work(connection, prefix);
  } catch (error) {
    // The server was reached, and went away in the midst of it.
    if (
      !(error instanceof NoEventStore) &&
      (error instanceof StoreUnavailable || statusOf(error) !== undefined)
    )
      throw new NoEventStore('silent', undefined, { cause: error });
    throw error;
  } finally {
    await connection.close();
  }
}
