import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { running, answering } from '../support/built.js';
import { clusterIn } from '../support/cluster.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

/** `npm start` as a service manager or a terminal begins it, in a process group of its own. */
const npmStart = async (folder: string) => {
  const child = spawn('npm', ['start'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATA_DIR: folder },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  // Closed once nobody is left who could write: neither npm nor what it began.
  const closed = once(child, 'close');
  child.stderr.resume();
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('answers at')) resolve();
    });
    void closed.then(() => {
      reject(new Error(`npm start ended: ${said}`));
    });
  });
  return { pid: child.pid ?? 0, closed };
};

/** One for all: that it is free is also shown by the next start on it. */
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  await clusterIn(folder);
});
afterAll(async () => {
  const again = await answering({ DATA_DIR: folder });
  expect((await again.stop()).code).toBe(0);
  await removeFolder(folder);
});

const free = (): void => {
  expect(postmasterPid(placeIn(folder))).toBeUndefined();
};

describe('npm start', () => {
  it.each<[string, (pid: number) => void]>([
    ['SIGTERM to npm', (pid) => process.kill(pid, 'SIGTERM')],
    ['SIGTERM to its process group', (pid) => process.kill(-pid, 'SIGTERM')],
    ['SIGINT to its process group, as Ctrl-C does', (pid) => process.kill(-pid, 'SIGINT')],
  ])(
    'ends on %s, leaves nobody behind and the data folder free',
    async (_, end) => {
      const { pid, closed } = await npmStart(folder);
      end(pid);
      await closed;
      free();
    },
    180_000,
  );
});

describe('The program', () => {
  it.each<[string, NodeJS.Signals[]]>([
    ['SIGTERM', ['SIGTERM']],
    ['SIGTERM twice', ['SIGTERM', 'SIGTERM']],
    ['SIGHUP, when its terminal is closed', ['SIGHUP']],
  ])(
    'ends in order on %s',
    async (_, signals) => {
      const program = await answering({ DATA_DIR: folder });
      for (const signal of signals) program.process.kill(signal);
      expect(await program.ended).toMatchObject({ code: 0, err: expect.stringContaining('"stopped"') });
      free();
    },
    180_000,
  );

  it('ends in order also when it is told so before it answers', async () => {
    const program = running({ DATA_DIR: folder });
    while (postmasterPid(placeIn(folder)) === undefined)
      await new Promise((resolve) => setTimeout(resolve, 5));
    program.process.kill('SIGTERM');
    await program.ended;
    expect(program.out()).not.toContain('answers at');
    free();
  }, 180_000);

  it('goes on when nobody reads what it says', async () => {
    const program = await answering({ DATA_DIR: folder });
    program.process.stdout?.destroy();
    program.process.stderr?.destroy();
    for (let n = 0; n < 20; n++) expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    program.process.kill('SIGTERM');
    expect((await once(program.process, 'exit'))[0]).toBe(0);
  }, 180_000);
});
