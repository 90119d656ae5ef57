/** What nobody has said to be clean is not stored: clamd as it is, and as it should not be. */
import { randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  Clamd,
  clamdAddress,
  DocumentStore,
  FileInfected,
  FileNotScanned,
  migrateDocuments,
} from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { ClamdStandIn, malware, malwareName, type Behaviour } from '../support/clamd-stand-in.js';
import { removeFolder } from '../support/folder.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { limits } from './limits.js';

const clamd = new ClamdStandIn();
let pool: pg.Pool;
let folder: string;
let address: string;
let documents: DocumentStore;
const scannedBy = (at: string, patienceMs = 60_000) =>
  new DocumentStore(pool, folder, { ...limits, scanner: new Clamd(clamdAddress(at)!, patienceMs) });
beforeAll(async () => {
  pool = openPool(await testDatabase());
  await migrateDocuments(pool);
  folder = await temporaryFolder();
  address = await clamd.listen();
  documents = scannedBy(address);
});
afterAll(async () => {
  await clamd.close();
  await pool.end();
  await removeFolder(folder);
});
beforeEach(() => {
  clamd.behaviour = 'scans';
});

const upload = { agency: 'a', by: 'lin', name: '笔录.txt', mediaType: 'text/plain', at: new Date() };
const store = (content: Buffer | string) => documents.store(Readable.from([content]), upload);
const someText = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));
const stored = async () =>
  (await pool.query<{ n: string }>('SELECT count(*) AS n FROM documents.file')).rows[0]?.n;

it('a clean file is stored, and the scanner has seen all of it', async () => {
  const content = someText(1_000_000);
  await store(content);
  expect(clamd.scanned.at(-1)?.equals(content)).toBe(true);
});

it('malware is refused by its name, also where the same bytes were stored before anybody knew them', async () => {
  const before = await stored();
  await expect(store(`前 ${malware} 后`)).rejects.toThrow(FileInfected);
  await expect(store(`前 ${malware} 后`)).rejects.toMatchObject({ found: malwareName });
  expect(await stored()).toBe(before);
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

it.each<[Behaviour, string]>([
  ['takes all and says nothing', 'slow'],
  ['takes nothing', 'slow'],
  ['ends without an answer', 'cut'],
  ['ends amid the file', 'cut'],
  ['ends amid its answer', 'cut'],
  ['answers something else', 'wrong'],
  ['answers without end', 'wrong'],
  ['greets as another server does', 'wrong'],
  ['says that it failed', 'wrong'],
  ['finds the file too large', 'too-large'],
  ['does not look through all of it', 'too-large'],
])('where the scanner %s, nothing is stored: %s, with who cures it how', async (behaviour, why) => {
  clamd.behaviour = behaviour;
  const before = await stored();
  const impatient = why === 'slow' ? scannedBy(address, 300) : documents;
  const refused = await impatient
    .store(Readable.from([someText(4_000_000)]), upload)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FileNotScanned);
  expect(refused).toMatchObject({ why, message: expect.stringMatching(/管理员.+have/) });
  expect(await stored()).toBe(before);
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
  clamd.behaviour = 'scans';
  await store(someText(10));
});

/** Those that keep the process open. */
const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
it.each<[Behaviour, string]>([
  ['takes no more and cuts', 'cut'],
  ['takes no more and answers', 'clean'],
])('where the scanner %s, its end is the end: nothing keeps the process open', async (behaviour, how) => {
  clamd.behaviour = behaviour;
  const large = join(folder, 'large');
  await writeFile(large, Buffer.alloc(32 * 1024 * 1024));
  const before = timers();
  const scan = new Clamd(clamdAddress(address)!, 60_000).scan(large, '');
  expect(timers()).toBe(before + 1);
  expect(
    await scan.then(
      () => 'clean',
      (error: unknown) => error instanceof FileNotScanned && error.why,
    ),
  ).toBe(how);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  expect(timers()).toBe(before);
});

it.each(['tcp://127.0.0.1:1', 'unix:///nowhere/clamd.ctl'])(
  'where there is no scanner at %s, neither',
  async (at) => {
    const none = scannedBy(at);
    await expect(none.store(Readable.from(['x']), upload)).rejects.toMatchObject({ why: 'unreachable' });
    expect(await none.scanner()).toBe('silent');
    expect(await documents.scanner()).toBe('answers');
    expect(await new DocumentStore(pool, folder, limits).scanner()).toBe('not-configured');
  },
);

it('is pinged for all who want to know, and again after some seconds or a scan', async () => {
  let now = 0;
  const one = new Clamd(clamdAddress(address)!, 60_000, () => now);
  const several = () => Promise.all(Array.from({ length: 9 }, () => one.answers()));
  const before = clamd.pings;
  expect(await several()).toEqual(Array(9).fill(true));
  clamd.behaviour = 'ends amid the file';
  now += 4_999;
  expect(await several()).toEqual(Array(9).fill(true));
  expect(clamd.pings).toBe(before + 1);
  now += 1;
  expect(await several()).toEqual(Array(9).fill(false));
  clamd.behaviour = 'scans';
  expect(await several()).toEqual(Array(9).fill(false));
  expect(clamd.pings).toBe(before + 2);
  const clean = join(folder, 'clean');
  await writeFile(clean, 'x');
  await one.scan(clean, '');
  expect(await several()).toEqual(Array(9).fill(true));
  expect(clamd.pings).toBe(before + 3);
});

it.each(['', 'clamd', 'tcp://', 'tcp://a b', 'tcp://host:0', 'tcp://host:65536', 'http://host', 'unix://x'])(
  '%j is no address of a scanner',
  (text) => {
    expect(clamdAddress(text)).toBeUndefined();
  },
);
it('addresses have a port, or are a socket', () => {
  expect(clamdAddress('tcp://scanner')).toEqual({ host: 'scanner', port: 3310 });
  expect(clamdAddress('tcp://[::1]:3311')).toEqual({ host: '::1', port: 3311 });
  expect(clamdAddress('unix:/run/clamd.ctl')).toEqual({ path: '/run/clamd.ctl' });
});
