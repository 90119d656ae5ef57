/** Every way a start can fail at its database ends in one sentence that names the cure: each made to happen for real. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { NoDatabase } from '@anjuan/database';
import { StoreUnavailable } from '@anjuan/event-store';
import pg from 'pg';
import { SystemClock } from '../../apps/api/src/parts/clock.js';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { explained } from '../../apps/api/src/start/explained.js';
import { openParts } from '../../apps/api/src/start/open-parts.js';
import { openDatabase } from '../../apps/cli/src/views/open-store.js';
import { ownServer, type OwnServer } from '../support/own-server.js';
import { PoolerStandIn, startupOf } from '../support/pooler-stand-in.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

const hba = [
  'host all denied 127.0.0.1/32 reject',
  'hostssl all tls 127.0.0.1/32 scram-sha-256',
  'host all withpassword 127.0.0.1/32 scram-sha-256',
  'host all narrow,few,readonly,owner 127.0.0.1/32 trust',
];

let server: OwnServer;
let folder: string;
let pooler: PoolerStandIn;
let poolerPort: number;
const listeners: Server[] = [];
const listening = async (serve: ConstructorParameters<typeof Server>[1]): Promise<number> => {
  const other = createServer(serve).listen(0, '127.0.0.1');
  await once(other, 'listening');
  listeners.push(other);
  const address = other.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
let silent: number;
let notPostgres: number;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await ownServer({ hba });
  await server.ask(`
    CREATE ROLE withpassword LOGIN PASSWORD 'the right one';
    CREATE ROLE tls LOGIN PASSWORD 'the right one';
    CREATE ROLE denied LOGIN; CREATE ROLE narrow LOGIN; CREATE ROLE owner LOGIN;
    CREATE ROLE few LOGIN CONNECTION LIMIT 0;
    CREATE ROLE readonly LOGIN; ALTER ROLE readonly SET default_transaction_read_only = on`);
  for (const sql of [
    'CREATE DATABASE shop OWNER owner',
    `CREATE DATABASE ascii OWNER owner ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`,
  ])
    await server.ask(sql);
  pooler = new PoolerStandIn(server);
  poolerPort = await pooler.listen(startupOf('owner', 'shop'));
  silent = await listening(() => undefined);
  notPostgres = await listening((socket) => {
    socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
});
afterAll(async () => {
  pooler.close();
  for (const listener of listeners) listener.close();
  await server.remove();
  await removeFolder(folder);
});

const at = (user: string, database = 'shop', more = '') =>
  `postgresql://${user}@127.0.0.1:${String(server.port)}/${database}${more}`;

const causes: readonly [string, () => string, RegExp][] = [
  ['nobody listens', () => 'postgresql://owner@127.0.0.1:1/shop', /no server answers.*DATABASE_URL/],
  ['there is no such socket', () => 'postgresql:///shop?host=/nowhere/at/all', /no socket of PostgreSQL/],
  [
    'the host has no address',
    () => 'postgresql://owner@anjuan.invalid/shop',
    /host in DATABASE_URL cannot be resolved/,
  ],
  [
    'the server says nothing',
    () => `postgresql://owner@127.0.0.1:${String(silent)}/shop?connect_timeout=1`,
    /does not answer in time/,
  ],
  [
    'it is no PostgreSQL',
    () => `postgresql://owner@127.0.0.1:${String(notPostgres)}/shop?connect_timeout=1`,
    /check DATABASE_URL|the connection was cut|not answer in time/,
  ],
  ['the password is wrong', () => at('withpassword:wrong'), /account or its password is wrong/],
  ['there is no password', () => at('withpassword'), /server asks for a password/],
  ['there is no such account', () => at('nobody'), /does not let this account in|account or its password/],
  ['the account is turned away', () => at('denied'), /pg_hba\.conf/],
  ['TLS is asked for', () => at('tls:the%20right%20one', 'shop', '?sslmode=disable'), /sslmode=require/],
  ['TLS is not offered', () => at('owner', 'shop', '?sslmode=require'), /server offers no TLS/],
  ['there is no such database', () => at('owner', 'nothing'), /no such database.*CREATE DATABASE/],
  ['the database is in SQL_ASCII', () => at('owner', 'ascii'), /SQL_ASCII.*ENCODING 'UTF8'/],
  ['the account may not make schemas', () => at('narrow'), /GRANT CREATE ON DATABASE/],
  ['there is no connection left', () => at('few'), /no connection left.*max_connections/],
  ['the account may only read', () => at('readonly'), /target_session_attrs=read-write/],
  [
    'a pooler changes the session',
    () => `postgresql://owner@127.0.0.1:${String(poolerPort)}/shop`,
    /pooler.*pool_mode=session/,
  ],
];

describe('A start on a database that cannot be used', () => {
  it.each(causes)('says in one sentence that %s, and so does a command', async (_, url, sentence) => {
    const env = { DATABASE_URL: url(), DATA_DIR: join(folder, 'data') };
    const refused = await openParts(loadConfig(env), new SystemClock(), 'http://127.0.0.1:1').then(
      (parts) => parts.close(),
      (error: unknown) => error,
    );
    const said = explained(refused) ?? refused;
    expect(said).toMatch(sentence);
    // In Chinese first; one line; no stack, and nothing of the address but what the server repeats.
    expect(said).toMatch(/^数据库无法使用：[^\n]+。The database cannot be used: [^\n]+$/);
    expect(said).not.toContain('the right one');
    const command = await openDatabase(env).then(
      ({ close }) => close(),
      (error: unknown) => error,
    );
    expect(command).toBeInstanceOf(NoDatabase);
    expect((command as Error).message).toMatch(sentence);
  });

  it('is whole as soon as the cause is gone', async () => {
    const env = { DATABASE_URL: at('owner'), DATA_DIR: join(folder, 'data') };
    const parts = await openParts(loadConfig(env), new SystemClock(), 'http://127.0.0.1:1');
    await parts.close();
    expect(await server.ask(`SELECT FROM pg_tables WHERE schemaname = 'ledger'`, 'shop')).not.toEqual([]);
  });

  it('says in a sentence, at whichever table, that a statement is not answered in time', async () => {
    const tables = await server.ask(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      'shop',
    );
    const holder = new pg.Client({ host: '127.0.0.1', port: server.port, user: 'owner', database: 'shop' });
    await holder.connect();
    const unexplained: unknown[] = [];
    let refusals = 0;
    for (const { name } of tables as { name: string }[]) {
      await holder.query(`BEGIN; LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`);
      const env = {
        DATABASE_URL: at('owner', 'shop', '?query_timeout=400'),
        DATA_DIR: join(folder, 'data'),
      };
      const refused: unknown = await openParts(loadConfig(env), new SystemClock(), 'http://127.0.0.1:1').then(
        (parts) => parts.close(),
        (error: unknown) => error,
      );
      await holder.query('ROLLBACK');
      if (refused === undefined) continue;
      refusals += 1;
      if (!/in time/.test(explained(refused) ?? '')) unexplained.push(name, refused);
    }
    await holder.end();
    expect(unexplained).toEqual([]);
    expect(refusals).toBeGreaterThan(3);
  }, 180_000);

  it('has a sentence of its own for a store that does not answer', () => {
    expect(explained(new StoreUnavailable())).toMatch(/启动时记录存储没有及时应答.*start again\.$/);
  });
});
