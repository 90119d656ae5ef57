/** Where the files of a record lie is one place for all its programs. */
import { hash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  agreeOnPlace,
  DocumentStore,
  FilesElsewhere,
  FilesInFolder,
  migrateDocuments,
  placeOf,
  type FilePlace,
} from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import { testDatabase } from '../support/postgres.js';
import { limits } from './limits.js';

let pool: pg.Pool;
let folder: string;
beforeEach(async () => {
  pool = openPool(await testDatabase());
  await migrateDocuments(pool);
  folder = await temporaryFolder();
});
afterEach(async () => {
  await pool.end();
  await removeFolder(folder);
});

const upload = { agency: 'a', by: 'lin', name: '笔录.txt', mediaType: 'text/plain', at: new Date() };
const stored = (documents: DocumentStore, text: string) =>
  documents.store(Readable.from([Buffer.from(text)]), upload);
/** A place of another name, in the same folder. */
const elsewhere = (): FilePlace =>
  Object.assign(new FilesInFolder(folder), { name: 'https://s3.example/papers/' });

it('A record without files has them where it is told to', async () => {
  await agreeOnPlace(pool, elsewhere().name);
  await agreeOnPlace(pool, 'folder');
  await stored(new DocumentStore(pool, folder, limits), '笔录');
});

it('A record with files has them where they are: another setting is refused, with both places', async () => {
  await stored(new DocumentStore(pool, folder, limits), '笔录');
  await agreeOnPlace(pool, 'folder');
  await expect(agreeOnPlace(pool, elsewhere().name)).rejects.toThrow(
    /folder.+https:\/\/s3\.example\/papers\/.+anjuan files move/,
  );
  await agreeOnPlace(pool, 'folder');
});

it('A program that still has the old place stores nothing, and calls nothing lost', async () => {
  const documents = new DocumentStore(pool, folder, limits);
  await stored(documents, '笔录');
  await pool.query('UPDATE documents.kept_in SET place = $1', [elsewhere().name]);
  for (const text of ['另一笔录', '笔录'])
    await expect(stored(documents, text)).rejects.toThrow(FilesElsewhere);
  expect((await pool.query('SELECT sha256 FROM documents.file')).rows).toHaveLength(1);
  const sha256 = hash('sha256', '笔录');
  await rm(placeOf(folder, sha256));
  await expect(documents.missing('a', [sha256])).rejects.toThrow(FilesElsewhere);
  await expect((await documents.find('a', sha256))!.content()).rejects.toThrow(FilesElsewhere);
  expect(documents.damaged.size).toBe(0);
  await stored(new DocumentStore(pool, folder, { ...limits, place: elsewhere() }), '笔录');
});

it('A record whose files are hidden from the program is not taken for one without', async () => {
  await stored(new DocumentStore(pool, folder, limits), '笔录');
  const program = `program_${randomUUID().replaceAll('-', '')}`;
  await pool.query(`
    CREATE ROLE ${program} LOGIN; GRANT USAGE ON SCHEMA documents TO ${program};
    GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA documents TO ${program}`);
  const hidden = openPool({ ...pool.options, user: program });
  try {
    await expect(agreeOnPlace(hidden, elsewhere().name)).rejects.toThrow(FilesElsewhere);
    await pool.query('ALTER POLICY rows_read ON documents.file USING (false)');
    await expect(agreeOnPlace(hidden, elsewhere().name)).rejects.toThrow(/row-level security/);
  } finally {
    await hidden.end();
    await pool.query(`DROP OWNED BY ${program}; DROP ROLE ${program}`);
  }
  await agreeOnPlace(pool, 'folder');
});
