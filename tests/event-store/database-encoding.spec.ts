import { migrate, openPool } from '@anjuan/event-store';
import { testDatabase } from '../support/postgres.js';

describe('a database of another encoding', () => {
  it('is refused before anything is written, with what would cure it', async () => {
    const database = await testDatabase();
    const first = openPool({ ...database, max: 1 });
    await first.query(`CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`);
    await first.end();
    const pool = openPool({ ...database, database: 'ascii', max: 1 });
    await expect(migrate(pool)).rejects.toThrow(/must have encoding UTF8: create it with CREATE DATABASE/);
    const { rowCount } = await pool.query(`SELECT FROM pg_namespace WHERE nspname = 'ledger'`);
    await pool.end();
    expect(rowCount).toBe(0);
  });
});
