import { codeOf, messageOf } from '@anjuan/program';
import pg from 'pg';
import { clientOf, NoHost } from './choosing-client.js';
import { NoDatabase, noDatabase } from './no-database.js';

const oldest = 140_000;
const rounds = 6;
const patienceMs = 3_000;

type Server = Readonly<{ version: string; encoding: string; readonly: string; pid: number }>;

/**
 * Checks a database before anything is written to it: it answers, its version is supported, its encoding is UTF-8, it
 * accepts writes, and each connection keeps its session.
 * @throws NoDatabase
 */
export const reachDatabase = async (pool: pg.Pool): Promise<void> => {
  const client = clientOf(pool.options, { query_timeout: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    checkServer(await serverOf(client));
    await checkSessions(client, pool.options);
  } catch (error) {
    throw noDatabase(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** As its result; an answer of the database, or none, as an error that names the cure. @throws NoDatabase */
export const onDatabase = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw error instanceof pg.DatabaseError || isOfSystem(error) ? noDatabase(error) : error;
  }
};

const isOfSystem = (error: unknown): boolean =>
  error instanceof NoHost || /^E[A-Z]+$/.test(codeOf(error)) || /timeout|terminated/.test(messageOf(error));

const serverOf = async (client: pg.Client): Promise<Server> => {
  const { rows } = await client.query<Server>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
            current_setting('transaction_read_only') AS readonly, pg_backend_pid() AS pid`,
  );
  const [server] = rows;
  if (!server) throw new Error('no answer');
  return server;
};

const checkServer = ({ version, encoding, readonly }: Server): void => {
  if (Number(version) < oldest)
    throw new NoDatabase(
      '数据库无法使用：PostgreSQL 须为 14 或更新的版本，请升级。The database cannot be used: PostgreSQL 14 or later is needed, upgrade it.',
    );
  if (encoding !== 'UTF8')
    throw new NoDatabase(
      `数据库无法使用：编码为 ${encoding}，须为 UTF8，请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 另建。The database cannot be used: its encoding is ${encoding} and must be UTF8, create another with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  if (readonly === 'on') throw noDatabase(Object.assign(new Error('read-only'), { code: '25006' }));
};

/**
 * Locks, prepared statements and LISTEN live in the session: it has to stay the same between two transactions, also
 * while others are at work.
 */
const checkSessions = async (client: pg.Client, options: pg.PoolOptions): Promise<void> => {
  const other = clientOf(options, { query_timeout: patienceMs, connectionTimeoutMillis: patienceMs });
  other.on('error', () => undefined);
  try {
    await other.connect();
    const first = (await serverOf(client)).pid;
    for (let round = 0; round < rounds; round++) {
      await other.query('BEGIN');
      const now = (await serverOf(client)).pid;
      await other.query('COMMIT');
      if (now !== first) throw new Error('another session');
    }
  } catch (cause) {
    throw new NoDatabase(
      '数据库无法使用：连接池在事务之间更换会话，锁、预备语句与 LISTEN 都会丢失；请将其设为 session 模式（pool_mode=session，至少 20 个连接），或直接连接数据库。The database cannot be used: a pooler changes the session between transactions, which loses locks, prepared statements and LISTEN; set it to session mode (pool_mode=session, at least 20 connections), or connect to the database itself.',
      { cause },
    );
  } finally {
    await other.end().catch(() => undefined);
  }
};
