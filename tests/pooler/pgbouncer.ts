/** A PgBouncer of the test's own, before a database of the test's own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asUser, serverUser } from '../../libs/embedded-postgres/src/server-user.js';
import { type OwnServer } from '../support/own-server.js';
import { somePort } from '../support/ports.js';
import { removeFolder } from '../support/folder.js';

export type Mode = 'session' | 'transaction' | 'statement';
export type Pooler = Readonly<{
  /** of a database behind it */
  url: (database: string) => string;
  /** what it has written to its log */
  said: () => string;
  stop: () => Promise<void>;
}>;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

/** With the settings it comes with, but for where it listens, whom it lets in and `settings`. */
export const startPgBouncer = async (
  { folder: host, port: behind }: OwnServer,
  mode: Mode,
  settings: Readonly<Record<string, string>> = {},
): Promise<Pooler> => {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-pooler-'));
  const port = somePort();
  const all = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: mode,
    ...settings,
  };
  const lines = [
    '[databases]',
    `* = host=${host} port=${String(behind)} user=anjuan`,
    '[pgbouncer]',
    ...Object.entries(all).map(([name, value]) => `${name} = ${value}`),
  ];
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, `${lines.join('\n')}\n`);
  // It refuses to run as root.
  if (user) for (const path of [folder, file]) chownSync(path, user.uid, user.gid);
  const child = spawn('pgbouncer', [file], {
    ...asUser(user),
    cwd: '/',
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.pid === undefined)
      throw new Error(`pgbouncer did not start; install it from Debian's packages. ${said}`);
    await sleep(50);
  }
  return {
    url: (database) => `postgresql://anjuan@127.0.0.1:${String(port)}/${database}`,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await sleep(0);
      child.kill('SIGKILL');
      await ended;
      await removeFolder(folder);
    },
  };
};
