import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';

/** A fresh cluster in a temporary folder, with the settings the product ships. */
export type BenchServer = Readonly<{
  settings: Readonly<Record<string, string>>;
  /** A fresh database, by the name it was given. */
  database: () => Promise<Database>;
  stop: () => Promise<void>;
}>;
/** `owner` of its tables, and the program's own role, where a case is about those. */
export type Database = Readonly<{
  config: pg.PoolConfig;
  url: string;
  owner: pg.PoolConfig;
  program: pg.PoolConfig;
}>;

const settingsShown = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'shared_buffers',
  'max_wal_size',
  'checkpoint_timeout',
  'max_connections',
  'jit',
];

export async function startServer(sharedBuffers?: string): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'anjuan-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, sharedBuffers });
  // Makes databases, which neither the owner nor the program may.
  const connection = { ...server.connection, user: 'anjuan' };
  const pool = openPool(connection);
  let databases = 0;
  return {
    settings: await settingsOf(pool),
    database: async () => {
      const database = `bench_${++databases}`;
      await pool.query(`CREATE DATABASE ${database} OWNER ${server.connection.user ?? ''}`);
      const { host = '', user, port = 0 } = connection as pg.PoolConfig & typeof connection;
      const url = `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
      const by = (role: pg.PoolConfig): pg.PoolConfig => ({ ...role, database });
      return { config: by(connection), url, owner: by(server.connection), program: by(server.program) };
    },
    stop: async () => {
      await othersGone(pool);
      await pool.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Emmett's connections end some time after close(), and one that is cut would end the program. */
async function othersGone(pool: pg.Pool): Promise<void> {
  const others = `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname LIKE 'bench_%'`;
  const until = Date.now() + 30_000;
  while (Date.now() < until && (await pool.query(others)).rowCount !== 0) await sleep(200);
}

async function settingsOf(pool: pg.Pool): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool.query<{ name: string; value: string }>(
    'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) ORDER BY name',
    [settingsShown],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
