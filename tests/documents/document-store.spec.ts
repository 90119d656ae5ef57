import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  DocumentStore,
  FileLost,
  FileTooLarge,
  migrateDocuments,
  NoRoomForFiles,
  placeOf,
  TooManyUploads,
} from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { limits } from './limits.js';
import { removeFolder } from '../support/folder.js';

let pool: pg.Pool;
let folder: string;
let documents: DocumentStore;
beforeAll(async () => {
  pool = openPool(await testDatabase());
  await migrateDocuments(pool);
  folder = await temporaryFolder();
  documents = new DocumentStore(pool, folder, limits);
});
afterAll(async () => {
  await pool.end();
  await removeFolder(folder);
});

const upload = { agency: 'a', by: 'lin', name: '现场笔录.pdf', mediaType: 'application/pdf', at: new Date() };
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('Papers and media', () => {
  it('are kept under the hash computed here, byte for byte, in chunks as they come', async () => {
    const content = randomBytes(3_000_000);
    const chunks = Array.from({ length: 30 }, (_, n) => content.subarray(n * 100_000, (n + 1) * 100_000));
    const stored = await documents.store(Readable.from(chunks), upload);
    expect(stored).toMatchObject({ sha256: hashOf(content), bytes: content.length, known: false });
    const found = await documents.find('a', stored.sha256);
    expect(Buffer.compare(await buffer(await found!.content()), content)).toBe(0);
  });

  it('are stored once: the same bytes again are known', async () => {
    const content = Buffer.from('同一文书');
    await documents.store(Readable.from([content]), upload);
    expect(await documents.store(Readable.from([content]), upload)).toMatchObject({ known: true });
  });

  it('are an agency’s own: another neither finds nor names them', async () => {
    const { sha256 } = await documents.store(Readable.from([Buffer.from('甲机关')]), upload);
    expect(await documents.find('b', sha256)).toBeUndefined();
    expect(await documents.missing('b', [sha256])).toEqual([sha256]);
    expect(await documents.missing('a', [sha256])).toEqual([]);
  });

  it('leave nothing behind when the upload breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half a file');
        await Promise.resolve();
        throw new Error('the line was cut');
      })(),
    );
    await expect(documents.store(broken, upload)).rejects.toThrow('the line was cut');
    expect(await readdir(join(folder, 'arriving'))).toEqual([]);
    const half = hashOf(Buffer.from('half a file'));
    expect(await documents.missing('a', [half])).toEqual([half]);
    await expect(readFile(join(folder, half.slice(0, 2), half.slice(2, 4), half))).rejects.toThrow('ENOENT');
  });

  describe('within their limits', () => {
    const within = (own: Partial<typeof limits>) => new DocumentStore(pool, folder, { ...limits, ...own });
    const arriving = () => readdir(join(folder, 'arriving'));

    it('are refused beyond the size of one, as soon as it is known; the sender can still be answered', async () => {
      const small = within({ mostBytes: 10 });
      const content = new PassThrough();
      content.write(Buffer.alloc(11));
      await expect(small.store(content, upload)).rejects.toThrow(FileTooLarge);
      expect(content.destroyed).toBe(false);
      await expect(small.store(Readable.from([]), { ...upload, bytes: 11 })).rejects.toThrow(FileTooLarge);
      await small.store(Readable.from([Buffer.alloc(10)]), upload);
      expect(await arriving()).toEqual([]);
    });

    it('are refused where less would stay free than must', async () => {
      const full = within({ leastFreeBytes: Number.MAX_SAFE_INTEGER });
      await expect(full.store(Readable.from([Buffer.from('x')]), upload)).rejects.toThrow(NoRoomForFiles);
      expect(await arriving()).toEqual([]);
    });

    it('come in so many at a time', async () => {
      const one = within({ mostUploads: 1 });
      const slow = new PassThrough();
      const first = one.store(slow, upload);
      await expect(one.store(Readable.from([]), upload)).rejects.toThrow(TooManyUploads);
      slow.end('the first');
      await first;
      await one.store(Readable.from([Buffer.from('the next')]), upload);
    });
  });

  describe('on a disk that is not trusted', () => {
    const alarms: string[] = [];
    let watched: DocumentStore;
    beforeEach(() => {
      alarms.length = 0;
      const alarm = ({ how }: FileLost) => alarms.push(how);
      watched = new DocumentStore(pool, folder, { ...limits, alarm });
    });
    const stored = async (content: Buffer) => {
      const { sha256 } = await watched.store(Readable.from([content]), upload);
      return { sha256, place: placeOf(folder, sha256), content };
    };
    const read = async (sha256: string) => buffer(await (await watched.find('a', sha256))!.content());

    it.each<[string, string, (place: string) => Promise<void>]>([
      ['deleted', 'missing', (place) => rm(place)],
      ['cut short', 'altered', (place) => truncate(place, 3)],
    ])('%s, are named by no entry and not given back until they are stored anew', async (_, how, harm) => {
      const { sha256, place, content } = await stored(randomBytes(100));
      await harm(place);
      expect(await watched.missing('a', [sha256])).toEqual([sha256]);
      expect(await watched.missing('a', [sha256])).toEqual([sha256]);
      await expect(read(sha256)).rejects.toThrow(FileLost);
      expect([...watched.damaged]).toEqual([[sha256, how]]);
      expect(alarms).toEqual([how]);
      expect(await watched.store(Readable.from([content]), upload)).toMatchObject({ known: true });
      expect(await watched.missing('a', [sha256])).toEqual([]);
      expect(watched.damaged.size).toBe(0);
      expect(await read(sha256)).toEqual(content);
    });

    it('altered, are found out before the first byte, or before the last where they are large', async () => {
      const small = await stored(randomBytes(1000));
      await writeFile(small.place, randomBytes(1000));
      await expect((await watched.find('a', small.sha256))!.content()).rejects.toThrow(FileLost);
      const large = await stored(randomBytes(5_000_000));
      await writeFile(large.place, randomBytes(5_000_000));
      let given = 0;
      const reading = async () => {
        for await (const chunk of await (await watched.find('a', large.sha256))!.content())
          given += (chunk as Buffer).length;
      };
      await expect(reading()).rejects.toThrow(FileLost);
      expect(given).toBeLessThan(5_000_000);
      expect(alarms).toEqual(['altered', 'altered']);
      expect(await watched.missing('a', [large.sha256])).toEqual([large.sha256]);
    });

    it('cut short as they came in, are swept at the start, but not from under a program that runs', async () => {
      const arriving = join(folder, 'arriving');
      await mkdir(arriving, { recursive: true });
      const here = [hostname(), '999999', 'a', 'dead'].join('~');
      const elsewhere = ['elsewhere', '1', 'b', 'alive'].join('~');
      const old = ['elsewhere', '1', 'c', 'old'].join('~');
      for (const name of [here, elsewhere, old]) await writeFile(join(arriving, name), 'half');
      const long = new Date(Date.now() - 2 * 60 * 60 * 1000);
      await utimes(join(arriving, old), long, long);
      const slow = new PassThrough();
      const coming = watched.store(slow, upload);
      while ((await readdir(arriving)).length < 4) await new Promise(setImmediate);
      expect(await watched.sweep(false)).toBe(2);
      expect(await watched.sweep(true)).toBe(1);
      slow.end('whole');
      await coming;
      expect(await readdir(arriving)).toEqual([]);
    });
  });
});
