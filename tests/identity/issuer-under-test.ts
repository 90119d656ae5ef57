import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  consoleClient,
  createIssuer,
  type Holders,
  type Issuer,
  migrate,
  type SignInTry,
} from '@anjuan/identity';
import pg from 'pg';
import { testDatabase } from '../support/postgres.js';

export const audience = 'anjuan-api';
/** Where no registry says whose an account is. */
export const holders: Holders = {
  belongs: () => Promise.resolve(true),
  knownOf: () => Promise.resolve(['京-0117']),
  passwordSet: () => Promise.resolve('recorded'),
  demandsFactor: () => Promise.resolve(false),
  factorRegistered: () => Promise.resolve(true),
};
/** Opened with a password that is its person's own. */
export const own = { own: true };
export const password = '一二三四五六七八九十 correct';

/** Until so many statements wait for a lock of somebody else. */
const untilLocked = async (pool: pg.Pool, many: number): Promise<void> => {
  const { rows } = await pool.query<{ many: number }>(
    `select count(*)::int as many from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  if (rows[0]!.many < many) await untilLocked(pool, many);
};

export const issuerDatabase = async () => {
  const pool = new pg.Pool(await testDatabase());
  // the server may end before the pool does; whoever needs the connection gets the error with its query
  pool.on('error', () => undefined);
  await migrate(pool);
  return { pool, waiting: (many = 1) => untilLocked(pool, many), close: () => pool.end() };
};

export interface RunningIssuer extends Issuer {
  readonly baseUrl: string;
  readonly issuerUrl: string;
  readonly errors: unknown[];
  readonly tries: SignInTry[];
  readonly close: () => Promise<void>;
}

const closeServer = async (server: Server) => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
};

/** The issuer alone on a bare HTTP server; `port` brings it back where it was before. */
export const runIssuer = async (
  pool: pg.Pool,
  port = 0,
  of = holders,
  host = '127.0.0.1',
): Promise<RunningIssuer> => {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://${host}:${(server.address() as AddressInfo).port}`;
  const issuerUrl = `${baseUrl}/oidc`;
  const errors: unknown[] = [];
  const tries: SignInTry[] = [];
  const onTry = (tried: SignInTry) => tries.push(tried);
  const clients = [consoleClient({ redirectUris: ['https://console.example.org/callback'] })];
  const onError = (error: unknown) => errors.push(error);
  const issuer = await createIssuer({ issuerUrl, pool, audience, clients, holders: of, onError, onTry });
  server.on('request', issuer.callback);
  return { ...issuer, baseUrl, issuerUrl, errors, tries, close: () => closeServer(server) };
};
