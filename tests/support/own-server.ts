import { execFileSync, spawn } from 'node:child_process';
import { chownSync, chmodSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../libs/embedded-postgres/src/binaries.js';
import { asUser, reachableBinaries, serverUser } from '../../libs/embedded-postgres/src/server-user.js';
import { removeFolder } from './folder.js';
import { somePort } from './ports.js';

/** A PostgreSQL of the test's own, as somebody would run one: on a port of 127.0.0.1 and on a socket. */
export type OwnServer = Readonly<{
  port: number;
  /** of the socket */
  folder: string;
  /** PostgreSQL's own files */
  cluster: string;
  /** by the socket, as the superuser `anjuan` */
  ask: <Row extends pg.QueryResultRow>(sql: string, database?: string) => Promise<readonly Row[]>;
  /** kill -9 of the server and its children, or an orderly end */
  end: (how: 'SIGQUIT' | 'SIGINT') => Promise<void>;
  /** ends it and removes its files */
  remove: () => Promise<void>;
}>;

type Options = Readonly<{
  /** lines of pg_hba.conf for connections by the network; the socket lets everybody in */
  hba?: readonly string[];
  settings?: Readonly<Record<string, string>>;
  /** makes the files in the empty folder; otherwise initdb does */
  fill?: (cluster: string) => Promise<void>;
}>;

export const ownServer = async ({ hba = [], settings = {}, fill }: Options = {}): Promise<OwnServer> => {
  const user = serverUser();
  const { postgres, initdb } = await reachableBinaries(user, await findBinaries());
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-own-'));
  const cluster = join(folder, 'cluster');
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  const as = { ...asUser(user), cwd: '/', env: { LC_ALL: 'C' } };
  if (fill) await fill(cluster);
  else
    execFileSync(initdb, ['-D', cluster, '-U', 'anjuan', '-E', 'UTF8', '--locale=C', '-A', 'trust', '-N'], {
      ...as,
      stdio: 'ignore',
    });
  writeFileSync(
    join(cluster, 'pg_hba.conf'),
    ['local all all trust', 'local replication all trust', ...hba, ''].join('\n'),
  );
  const port = somePort();
  const all = { listen_addresses: '127.0.0.1', port: String(port), fsync: 'off', ...settings };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (user) execFileSync('chown', ['-R', `${String(user.uid)}:${String(user.gid)}`, cluster]);
  const log = join(folder, 'log');
  const output = openSync(log, 'a');
  const child = spawn(postgres, ['-D', cluster, '-k', folder, ...words], {
    ...as,
    stdio: ['ignore', output, output],
  });
  const ended = once(child, 'exit');
  const ask = async <Row extends pg.QueryResultRow>(sql: string, database = 'postgres') => {
    const client = new pg.Client({ host: folder, port, user: 'anjuan', database, ssl: false });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return [await client.query<Row>(sql)].flat().at(-1)?.rows ?? [];
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  while (!(await ask('SELECT 1').catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${readFileSync(log, 'utf8')}`);
    await sleep(50);
  }
  const end = async (how: 'SIGQUIT' | 'SIGINT') => {
    child.kill(how);
    await ended;
  };
  return {
    port,
    folder,
    cluster,
    ask,
    end,
    remove: async () => {
      if (child.exitCode === null && child.signalCode === null) await end('SIGQUIT');
      await removeFolder(folder);
    },
  };
};
