import { migrate, openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { newEvent } from './payload.js';
import type { Database } from './server.js';

/** What PostgreSQL itself takes: one row into a table of the columns and indexes of ledger.log, and no promise. */
export type Floor = Readonly<{
  pool: pg.Pool;
  insert: (through: pg.Pool | pg.ClientBase) => Promise<unknown>;
  close: () => Promise<void>;
}>;

const sha256 = Buffer.alloc(32, 7);
export const floorConnections = 16;

export async function openFloor({ config }: Database): Promise<Floor> {
  const pool = openPool({ ...config, max: floorConnections });
  await migrate(pool);
  await pool.query(`CREATE TABLE plain (LIKE ledger.log INCLUDING ALL);
    CREATE SEQUENCE plain_position OWNED BY plain.position CACHE 1`);
  let n = 0;
  return {
    pool,
    insert: (through) => {
      const bytes = Buffer.from(JSON.stringify(newEvent(++n)));
      const [id, command, digest] = [
        crypto.randomUUID(),
        crypto.getRandomValues(new BigInt64Array(1)),
        sha256,
      ];
      return through.query({
        name: 'plain',
        text: `INSERT INTO plain (position, recorded_at, command, stream, revision, id, digest, bytes)
               VALUES (nextval('plain_position'), now(), $1, $2, 0, $3, $4, $5)`,
        values: [String(command[0]), n, id, digest, bytes],
      });
    },
    close: () => pool.end(),
  };
}
