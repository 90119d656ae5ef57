/** Files that no reader of a record is shown: from whom they are hidden, also those noted before that was kept. */
import { filesHidden, hideFiles, migrateDocuments } from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';

const [letter, other] = ['a'.repeat(64), 'b'.repeat(64)];
const lin = { agency: 'chaoyang', person: 'lin' };
const gao = { agency: 'chaoyang', person: 'gao' };

let pool: pg.Pool;
beforeEach(async () => {
  pool = openPool(await testDatabase());
});
afterEach(() => pool.end());

it('are hidden from who knows them as such; who has the same bytes from elsewhere may use them', async () => {
  await migrateDocuments(pool);
  await hideFiles(pool, lin, [letter]);
  await hideFiles(pool, lin, [letter]);
  expect(await filesHidden(pool, lin, [letter, other])).toEqual(new Map([[letter, 'this-person']]));
  expect(await filesHidden(pool, gao, [letter, other])).toEqual(new Map([[letter, 'others']]));
  expect(await filesHidden(pool, { ...lin, agency: 'haidian' }, [letter])).toEqual(new Map());
});

it('are hidden from everybody where nobody noted who knows them', async () => {
  await pool.query(`CREATE SCHEMA documents;
    CREATE TABLE documents.hidden (agency text NOT NULL, sha256 text NOT NULL, PRIMARY KEY (agency, sha256));
    INSERT INTO documents.hidden VALUES ('chaoyang', '${letter}')`);
  await migrateDocuments(pool);
  await migrateDocuments(pool);
  await hideFiles(pool, lin, [letter, other]);
  expect(await filesHidden(pool, gao, [letter, other])).toEqual(
    new Map([
      [letter, 'this-person'],
      [other, 'others'],
    ]),
  );
});
