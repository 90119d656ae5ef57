import { migrateEventStoreDb, openPool } from '@anjuan/event-store';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import type pg from 'pg';
import { ownPrefix, testServer } from '../support/eventstoredb.js';
import { testDatabase } from '../support/postgres.js';
import { eventStoreContract } from './contract.js';

describe('the store on EventStoreDB', () => {
  let pools: pg.Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    pools = [];
  });

  eventStoreContract(async (clock) => {
    const database = await testDatabase();
    const [pool, other] = [openPool(database), openPool(database)];
    pools.push(pool, other);
    await Promise.all([migrateEventStoreDb(pool), migrateEventStoreDb(other)]);
    const options = { address: await testServer(), prefix: ownPrefix(), clock: () => new Date(clock.now) };
    return { store: new EventStoreDbStore(pool, options), peer: new EventStoreDbStore(other, options) };
  });
});
