import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type pg from 'pg';
import { adminPassword } from '../support/api.js';

const built = 'dist/apps/api/src/main.js';

/** The program as a process of its own. */
export type Program = Readonly<{
  url: string;
  process: ChildProcess;
  /** kill -9; resolves when it has ended. */
  kill: () => Promise<void>;
}>;

/** As an installation behind one address would: several of them share database, files and PUBLIC_URL. */
export type Shared = Readonly<{ database: pg.PoolConfig; files: string; publicUrl: string }>;

export const databaseUrl = ({ host, user, database }: pg.PoolConfig): string =>
  `postgresql://${user ?? ''}@localhost/${String(database)}?host=${encodeURIComponent(host ?? '')}`;

export async function launch(port: number, { database, files, publicUrl }: Shared): Promise<Program> {
  if (!existsSync(built)) throw new Error('The build is missing: run npm run build (npm test does).');
  const child = fork(built, [], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: databaseUrl(database),
      DATA_DIR: files,
      CLOCK: 'movable',
      ADMIN_PASSWORD: adminPassword,
    },
    execArgv: [],
    silent: true,
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (said += text.toString()));
  await Promise.race([
    new Promise<void>((resolve) => {
      child.on('message', (message: object) => {
        if ('ready' in message) resolve();
      });
    }),
    ended.then(() => Promise.reject(new Error(`The program ended: ${said}`))),
  ]);
  const kill = (): Promise<void> => {
    child.kill('SIGKILL');
    return ended;
  };
  return { url: `http://127.0.0.1:${String(port)}`, process: child, kill };
}
