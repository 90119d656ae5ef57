import { migrate, openPool, PostgresEventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { eventStoreContract } from './contract.js';

describe('the store in PostgreSQL', () => {
  let pools: pg.Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    pools = [];
  });

  eventStoreContract(async (clock) => {
    const database = await testDatabase();
    const [pool, other] = [openPool(database), openPool(database)];
    pools.push(pool, other);
    await Promise.all([migrate(pool), migrate(other)]);
    const options = { clock: () => new Date(clock.now) };
    return { store: new PostgresEventStore(pool, options), peer: new PostgresEventStore(other, options) };
  });
});
