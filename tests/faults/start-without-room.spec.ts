/** A start where nothing can be written ends in one sentence with its cure: no stack, and no waiting. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { administrators } from '../support/api.js';
import { temporaryFolder } from '../support/postgres.js';
import { launchAlone } from './programs.js';
import { mayMount, mountSmallDisk, unmount } from './support.js';
import { removeFolder } from '../support/folder.js';

const built = 'dist/apps/api/src/main.js';
const patienceMs = 90_000;
type End = Readonly<{ code: number | null; said: string }>;

/** `words` before the program, such as those that limit it. */
const endOfStart = (dataDir: string, words: readonly string[] = []): Promise<End> => {
  const [command, ...args] = [...words, process.execPath, built];
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, ...administrators };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patienceMs });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, said });
    });
  });
};

const oneSentence = ({ code, said }: End, sentence: RegExp): void => {
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/^\s+at /m);
  // In Chinese and English; nothing else but what names the program or its data.
  expect(
    said
      .trim()
      .split('\n')
      .filter((line) => sentence.test(line)),
  ).toHaveLength(1);
  expect(code).toBe(1);
};
/** In order, so that its database holds no file open. */
const startedAndEnded = async (dataDir: string): Promise<void> => {
  const { process: child } = await launchAlone(dataDir);
  child.kill('SIGTERM');
  await once(child, 'exit');
};
/** Until there is no room for a byte. */
const fill = (file: string): void => {
  const open = openSync(file, 'w');
  for (let bytes = 1_000_000; bytes >= 1;)
    try {
      writeSync(open, Buffer.alloc(bytes));
    } catch {
      bytes = Math.floor(bytes / 2);
    }
  closeSync(open);
};
const full = /磁盘已满.*(disk|quota).*(full|used up)/i;

describe('A start without room', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    unmount(folder);
    await removeFolder(folder);
  });

  it.each([1_000, 200_000, 8_000_000])(
    'where no file may grow beyond %d bytes says so',
    async (bytes) => {
      oneSentence(await endOfStart(folder, ['prlimit', `--fsize=${String(bytes)}`]), full);
      expect(readdirSync(folder).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
      await startedAndEnded(folder);
    },
    patienceMs + 60_000,
  );

  if (!mayMount()) return;

  it.each([1, 24, 38])(
    'on a new disk of %d MB says so',
    async (megabytes) => {
      mountSmallDisk(folder, megabytes);
      oneSentence(await endOfStart(folder), full);
    },
    patienceMs,
  );

  it('on a disk that was filled since says so, and starts again when there is room', async () => {
    mountSmallDisk(folder, 160);
    await startedAndEnded(folder);
    fill(join(folder, 'ballast'));
    oneSentence(await endOfStart(folder), full);
    await rm(join(folder, 'ballast'));
    await startedAndEnded(folder);
  }, 600_000);

  it('on a disk that is read-only says so, with a record on it and without', async () => {
    mountSmallDisk(folder, 160);
    const remount = (how: string) => {
      expect(spawnSync('mount', ['-o', `remount,${how}`, folder]).status).toBe(0);
    };
    remount('ro');
    oneSentence(await endOfStart(join(folder, 'data')), /所在磁盘为只读.*its disk is read-only/);
    remount('rw');
    await startedAndEnded(join(folder, 'data'));
    remount('ro');
    oneSentence(await endOfStart(join(folder, 'data')), /所在磁盘为只读.*its disk is read-only/);
  }, 600_000);
});

const isRoot = process.getuid?.() === 0;
describe('A start in a folder that is closed', () => {
  it('says so', async () => {
    const folder = await temporaryFolder();
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    // Root may write everywhere: what is no folder is closed to it too.
    if (isRoot) writeFileSync(join(closed, 'data'), '');
    else chmodSync(closed, 0o500);
    oneSentence(
      await endOfStart(join(closed, 'data')),
      isRoot ? /它不是目录.*it is no folder/ : /无权写入.*may not write there/,
    );
    chmodSync(closed, 0o700);
    await rm(folder, { recursive: true });
  });
});
