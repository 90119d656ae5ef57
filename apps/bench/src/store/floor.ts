import { migrate, openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { newEvent } from './payload.js';
import type { Database } from './server.js';

/** What PostgreSQL itself takes: one row into a table of the columns and indexes of ledger.events, and no promise. */
export type Floor = Readonly<{
  pool: pg.Pool;
  insert: (through: pg.Pool | pg.ClientBase) => Promise<unknown>;
  close: () => Promise<void>;
}>;

export const floorConnections = 16;

export async function openFloor({ config }: Database): Promise<Floor> {
  const pool = openPool({ ...config, max: floorConnections });
  await migrate(pool);
  await pool.query(`CREATE TABLE plain (LIKE ledger.events INCLUDING ALL);
    CREATE SEQUENCE plain_position OWNED BY plain.position CACHE 1`);
  let n = 0;
  return {
    pool,
    insert: (through) => {
      const bytes = Buffer.from(JSON.stringify(newEvent(++n)));
      const [stream, id, command] = [`case-${crypto.randomUUID()}`, crypto.randomUUID(), `officer/${n}`];
      return through.query({
        name: 'plain',
        text: `INSERT INTO plain (position, stream, revision, id, type, command_id, bytes, recorded_at)
               VALUES (nextval('plain_position'), $1, 0, $2, $3, $4, $5, now())`,
        values: [stream, id, 'EvidenceAdded', command, bytes],
      });
    },
    close: () => pool.end(),
  };
}
