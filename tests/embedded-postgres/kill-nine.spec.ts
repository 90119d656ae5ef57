import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataFolderInUse, startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { removeFolder } from '../support/folder.js';
import { temporaryFolder } from '../support/postgres.js';

const built = pathToFileURL(join(process.cwd(), 'dist', 'libs')).href;

/** Appends for ever, and writes down every event acknowledged to it. */
const program = `
import { startEmbeddedPostgres } from '${built}/embedded-postgres/src/index.js';
import { migrate, openPool, PostgresEventStore } from '${built}/event-store/src/index.js';
const { connection } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
const pool = openPool(connection);
await migrate(pool);
const store = new PostgresEventStore(pool, { clock: () => new Date() });
const event = { type: 'CaseFiled', v: 1, occurredAt: '2025-03-03T00:30:00.000Z', actors: [], recordedBy: 'p', agency: 'a', rules: {}, data: {} };
await Promise.all([1, 2, 3, 4].map(async (writer) => {
  for (let n = 0; ; n++) {
    const stream = process.pid + '-' + writer + '-' + n;
    const { position } = await store.append(stream, 'none', [event, event], { id: stream, digest: 'd' });
    process.stdout.write(position + ' ' + stream + '\\n');
  }
}));
`;

describe('after kill -9', () => {
  let folder: string;
  let dataDir: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder, 'data');
    await writeFile(join(folder, 'program.mjs'), program);
    await mkdir(dataDir);
  });
  afterEach(async () => {
    await removeFolder(folder);
  });

  it('of the program, or of its database too, nothing acknowledged is lost', async () => {
    const acknowledged: string[] = [];
    for (const alsoDatabase of [false, true, false]) {
      const child = run(folder, dataDir);
      const lines = acknowledgements(child, acknowledged);
      const enough = acknowledged.length + 60;
      while (acknowledged.length < enough) await pause();
      if (alsoDatabase) process.kill(postmasterPid(placeIn(dataDir))!, 'SIGKILL');
      child.kill('SIGKILL');
      await lines;
    }
    const stored = await readBack(dataDir);
    expect(stored.map(({ position }) => Number(position))).toEqual(stored.map((_, index) => index + 1));
    const known = new Set(stored.map(({ position, stream }) => `${position} ${stream}`));
    expect(acknowledged.filter((line) => !known.has(line))).toEqual([]);
    expect(stored.filter(({ revision }) => revision === 0)).toHaveLength(stored.length / 2);
  }, 180_000);

  it('the database ends with its program, and one that lives is not disturbed', async () => {
    const acknowledged: string[] = [];
    const child = run(folder, dataDir);
    const lines = acknowledgements(child, acknowledged);
    while (acknowledged.length === 0) await pause();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(DataFolderInUse);
    const before = acknowledged.length;
    while (acknowledged.length === before) await pause();
    child.kill('SIGKILL');
    await lines;
    while (postmasterPid(placeIn(dataDir)) !== undefined) await pause();
  });
});

async function readBack(
  dataDir: string,
): Promise<readonly { position: string; stream: string; revision: number }[]> {
  const { connection, stop } = await startEmbeddedPostgres({ dataDir });
  const pool = openPool(connection);
  const store = new PostgresEventStore(pool, { clock: () => new Date() });
  const stored = [];
  for await (const { position, stream, revision } of store.readAll())
    stored.push({ position, stream, revision });
  await store.close();
  await pool.end();
  await stop();
  return stored;
}

function run(folder: string, dataDir: string): ChildProcess {
  return spawn(process.execPath, [join(folder, 'program.mjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Collects whole lines; resolves when the program has ended. */
async function acknowledgements({ stdout }: ChildProcess, into: string[]): Promise<void> {
  let rest = '';
  for await (const chunk of stdout!) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    into.push(...lines);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
