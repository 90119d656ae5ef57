import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  DocumentStore,
  FileKindRefused,
  FileLost,
  FileTooLarge,
  migrateDocuments,
  NoRoomForFiles,
  OtherContent,
  placeOf,
  TooManyUploads,
  UploadsUsedUp,
} from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import { addDays, dayOf, startOfDay } from '@anjuan/law';
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

const upload = { agency: 'a', by: 'lin', name: '现场笔录.txt', mediaType: 'text/plain', at: new Date() };
/** As many bytes of text. */
const someText = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('Papers and media', () => {
  it('are kept under the hash computed here, byte for byte, in chunks as they come', async () => {
    const content = someText(3_000_000);
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
      content.write('x'.repeat(11));
      await expect(small.store(content, upload)).rejects.toThrow(FileTooLarge);
      expect(content.destroyed).toBe(false);
      await expect(small.store(Readable.from([]), { ...upload, bytes: 11 })).rejects.toThrow(FileTooLarge);
      await small.store(Readable.from(['x'.repeat(10)]), upload);
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
      await expect(one.store(Readable.from(['x']), upload)).rejects.toThrow(TooManyUploads);
      slow.end('the first');
      await first;
      await one.store(Readable.from([Buffer.from('the next')]), upload);
    });
  });

  describe('of one person on one day', () => {
    const within = (own: Partial<typeof limits>) => new DocumentStore(pool, folder, { ...limits, ...own });
    const nine = new Date('2026-03-01T01:00:00Z');
    const from = (by: string, at = nine) => ({ ...upload, by, at });
    const sent = (store: DocumentStore, by: string, at = nine, bytes = 10) =>
      store.store(Readable.from([someText(bytes)]), { ...from(by, at), bytes });

    it('are so many; the refusal says which limit it is and when it ends, and others go on', async () => {
      const two = { mostFilesOfDay: 2 };
      for (let nth = 0; nth < 2; nth += 1) await sent(within(two), 'counted');
      const refused = await sent(within(two), 'counted').catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(UploadsUsedUp);
      expect(refused).toMatchObject({
        limit: 'MAX_UPLOADS_PER_DAY',
        most: 2,
        ends: '2026-03-01T16:00:00.000Z',
      });
      await sent(within(two), 'another');
      await sent(within(two), 'counted', new Date('2026-03-01T16:00:00Z'));
    });

    it('begin anew with a later day alone: what comes from a day before it counts on the later', async () => {
      const few = { mostFilesOfDay: 4, mostBytesOfDay: 100 };
      const [yesterday, today] = [nine, new Date('2026-03-01T16:00:00Z')];
      const ends = '2026-03-02T16:00:00.000Z';
      await sent(within(few), 'to and fro', today, 40);
      await sent(within(few), 'to and fro', yesterday, 40);
      await expect(sent(within(few), 'to and fro', yesterday, 30)).rejects.toMatchObject({
        limit: 'MAX_UPLOAD_MB_PER_DAY',
        ends,
      });
      const half = { ...from('to and fro', yesterday), bytes: 20 };
      await within(few).store(Readable.from([someText(10)]), half);
      await sent(within(few), 'to and fro', today, 10);
      for (const day of [yesterday, today])
        await expect(sent(within(few), 'to and fro', day)).rejects.toMatchObject({
          limit: 'MAX_UPLOADS_PER_DAY',
          ends,
        });
      await sent(within(few), 'to and fro', new Date(ends), 100);
    });

    describe('where clocks differ', () => {
      const one = () => within({ mostFilesOfDay: 1 });
      const usedUp = { limit: 'MAX_UPLOADS_PER_DAY' };
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
      const endOf = (at: Date) => startOfDay(addDays(dayOf(at.toISOString()), 1));

      it.each([
        [0, -2],
        [0, -365],
        [1, -1],
        [0, 2],
        [-1, 365],
        [1, 7],
      ])('of programs at day %i and day %i each begins nothing anew by turns', async (first, second) => {
        const by = `turns ${String(first)} ${String(second)}`;
        await sent(one(), by, inDays(first));
        for (const days of [second, first, second])
          await expect(sent(one(), by, inDays(days))).rejects.toMatchObject(usedUp);
      });

      it.each([
        [2, 0],
        [365, 0],
        [7, -1],
        [7, 1],
      ])('begin anew after day %i with day %i, once', async (ahead, right) => {
        const by = `ahead ${String(ahead)} ${String(right)}`;
        await sent(one(), by, inDays(ahead));
        await one().store(Readable.from([someText(10)]), { ...from(by, inDays(right)), bytes: 20 });
        for (const days of [right, ahead, right])
          await expect(sent(one(), by, inDays(days))).rejects.toMatchObject(usedUp);
      });

      it('count on after a day that was one ahead; the refusal says when that day ends', async () => {
        const ahead = inDays(1);
        await sent(one(), 'ahead by 1', ahead);
        const ends = endOf(ahead);
        await expect(sent(one(), 'ahead by 1', inDays(0))).rejects.toMatchObject({ ...usedUp, ends });
      });

      it('begin anew with each later day of a clock that was moved to other years', async () => {
        for (const years of [-9, 9]) {
          const by = `moved ${String(years)}`;
          for (const day of [0, 1, 40]) {
            const at = inDays(years * 365 + day);
            await sent(one(), by, at);
            await expect(sent(one(), by, at)).rejects.toMatchObject({ ...usedUp, ends: endOf(at) });
          }
        }
      });

      it('are none where none may be stored, whatever day is counted', async () => {
        await sent(one(), 'none', inDays(365));
        await expect(sent(within({ mostFilesOfDay: 0 }), 'none', inDays(0))).rejects.toMatchObject(usedUp);
      });
    });

    it('are so many bytes, also in several at once', async () => {
      const few = { mostBytesOfDay: 100 };
      const all = await Promise.allSettled(
        Array.from({ length: 9 }, () => sent(within(few), 'weighed', nine, 30)),
      );
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
      await expect(sent(within(few), 'weighed', nine, 12)).rejects.toMatchObject({
        limit: 'MAX_UPLOAD_MB_PER_DAY',
      });
      await sent(within(few), 'weighed', nine, 10);
    });

    it('are counted as they came where their sender said nothing, or broke off', async () => {
      const few = { mostBytes: 50, mostBytesOfDay: 100 };
      const unsaid = (content: Readable) => within(few).store(content, from('silent'));
      await unsaid(Readable.from([someText(20)]));
      const broken = (async function* () {
        yield Buffer.from('half');
        await Promise.resolve();
        throw new Error('the line was cut');
      })();
      await expect(unsaid(Readable.from(broken))).rejects.toThrow('the line was cut');
      await sent(within(few), 'silent', nine, 50);
      await expect(sent(within(few), 'silent', nine, 28)).rejects.toThrow(UploadsUsedUp);
      await sent(within(few), 'silent', nine, 26);
    });

    it('are counted as far as they were taken where they turn out too large, or not what was said', async () => {
      const few = { mostBytes: 50, mostBytesOfDay: 100 };
      const parts = Readable.from([someText(40), someText(40)]);
      await expect(within(few).store(parts, from('over'))).rejects.toThrow(FileTooLarge);
      const other = { ...from('over'), bytes: 20, sha256: '0'.repeat(64) };
      await expect(within(few).store(Readable.from([someText(20)]), other)).rejects.toThrow(OtherContent);
      await expect(sent(within(few), 'over', nine, 42)).rejects.toThrow(UploadsUsedUp);
      await sent(within(few), 'over', nine, 40);
    });

    it('count when they were refused for what they are, too', async () => {
      const one = within({ mostFilesOfDay: 1 });
      await expect(one.store(Readable.from([randomBytes(50)]), from('refused'))).rejects.toThrow(
        FileKindRefused,
      );
      expect(await readdir(join(folder, 'arriving'))).toEqual([]);
      await expect(sent(one, 'refused')).rejects.toThrow(UploadsUsedUp);
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
      const { sha256, place, content } = await stored(someText(100));
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
      const small = await stored(someText(1000));
      await writeFile(small.place, randomBytes(1000));
      await expect((await watched.find('a', small.sha256))!.content()).rejects.toThrow(FileLost);
      const large = await stored(someText(5_000_000));
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
