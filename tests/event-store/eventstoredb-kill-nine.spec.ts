import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { migrateEventStoreDb, openPool, type Appended } from '@anjuan/event-store';
import { EventStoreDbStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { all, append } from './appending.js';
import { ownPrefix } from '../support/eventstoredb.js';
import { removeFolder } from '../support/folder.js';

const program = 'tests/event-store/eventstoredb-stand-in/main.ts';
const loader = './tests/mutation/typescript-as-it-is.ts';

/** A server that may be killed, in the foreground, with its data on the disk; and its address. */
const command = process.env['EVENTSTOREDB_COMMAND'] ?? '';
const commandUrl = process.env['EVENTSTOREDB_COMMAND_URL'] ?? '';

const started = async (port: string, file: string): Promise<readonly [ChildProcess, string]> => {
  if (command === '') return standIn(port, file);
  // exec: the signal is to reach the server, not a shell.
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], { stdio: 'ignore' });
  await once(child, 'spawn');
  return [child, commandUrl];
};

/** The stand-in as a process of its own, whose log is a file written with fsync. */
const standIn = async (port: string, file: string): Promise<readonly [ChildProcess, string]> => {
  const child = fork(program, ['--port', port, '--log', file], {
    execArgv: ['--import', loader],
    silent: true,
  });
  const [{ url }] = await once(child, 'message');
  return [child, url];
};

it('every event acknowledged before a kill -9 of the server is there after it, once, and writing goes on', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'log');
  const pool = openPool(await testDatabase());
  await migrateEventStoreDb(pool);
  const [first, address] = await started('0', file);
  let server = first;
  const port = /:(\d+)\?/.exec(address)?.[1] ?? '';
  const store = new EventStoreDbStore(pool, {
    address,
    clock: () => new Date(),
    patienceMs: 60_000,
    prefix: ownPrefix(),
  });
  const acknowledged: Appended[] = [];
  let writing = true;
  const writers = ['a', 'b', 'c', 'd'].map(async (stream) => {
    for (let n = -1; writing; n++) acknowledged.push(await append(store, stream, n < 0 ? 'none' : n));
  });
  for (let kills = 0; kills < 2; kills++) {
    const before = acknowledged.length;
    while (acknowledged.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    [server] = await started(port, file);
  }
  writing = false;
  await Promise.all(writers);
  const key = ({ stream, revision, position }: Pick<Appended, 'stream' | 'revision' | 'position'>) =>
    `${stream} ${revision} ${position}`;
  expect((await all(store)).map(key).sort()).toEqual(acknowledged.map(key).sort());
  await store.close();
  await pool.end();
  server.kill();
  await removeFolder(folder);
}, 180_000);
