import { migrate, openPool, PostgresEventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import { damageContract, type Means } from './damage-contract.js';

const numberOf = (stream: string): string => `(SELECT number FROM ledger.streams WHERE name = '${stream}')`;

/** By somebody who may do anything in the database, past the guards of the record. */
const means = (pool: pg.Pool): readonly Means[] => {
  const past = (change: string) => async (stream: string) => {
    await pool.query(
      `BEGIN; SET LOCAL session_replication_role = replica; ${change.replaceAll('NUMBER', numberOf(stream))}; COMMIT`,
    );
  };
  const where = 'WHERE stream = NUMBER AND revision = 2';
  return [
    {
      does: 'a stream without its first event',
      found: 'beginsLate',
      to: past('DELETE FROM ledger.log WHERE stream = NUMBER AND revision = 0'),
    },
    { does: 'a gap', found: 'gap', to: past(`DELETE FROM ledger.log ${where}`) },
    {
      does: 'JSON of somebody else',
      found: 'notSealed',
      to: past(`UPDATE ledger.log SET bytes = '{}' ${where}`),
    },
    {
      does: 'bytes that are no text',
      found: 'notSealed',
      to: past(`UPDATE ledger.log SET bytes = '\\xfffe' ${where}`),
    },
    {
      does: 'an event of another place',
      found: 'otherwise',
      to: past(
        `UPDATE ledger.log SET bytes = (SELECT bytes FROM ledger.log WHERE stream = ${numberOf('b')} AND revision = 1) ${where}`,
      ),
    },
    {
      does: 'an event under another id',
      found: 'otherwise',
      to: past(`UPDATE ledger.log SET id = gen_random_uuid() ${where}`),
    },
  ];
};

describe('a damaged record in PostgreSQL', () => {
  let pools: pg.Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  });

  const kinds = means({} as pg.Pool).map(({ does }) => does);
  damageContract(kinds, async () => {
    const database = await testDatabase();
    pools = [openPool(database), openPool(database)];
    const [pool, other] = pools as [pg.Pool, pg.Pool];
    await migrate(pool);
    const clock = { clock: () => new Date('2025-03-03T01:00:00.000Z') };
    const [store, peer] = [new PostgresEventStore(pool, clock), new PostgresEventStore(other, clock)];
    return { store, peer, means: means(pool) };
  });
});
