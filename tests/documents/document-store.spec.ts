import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DocumentStore, migrateDocuments } from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { temporaryFolder, testDatabase } from '../support/postgres.js';

let pool: pg.Pool;
let folder: string;
let documents: DocumentStore;
beforeAll(async () => {
  pool = openPool(await testDatabase());
  await migrateDocuments(pool);
  folder = await temporaryFolder();
  documents = new DocumentStore(pool, folder);
}, 60_000);
afterAll(async () => {
  await pool.end();
  await rm(folder, { recursive: true, force: true });
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
    expect(Buffer.compare(await buffer(found!.content()), content)).toBe(0);
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
});
