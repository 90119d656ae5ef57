/**
 * A second wall: where a condition is forgotten, the database itself shows the program no row of another agency, and
 * none where it was not said for whom. Tried by the program's own role, with statements of somebody who got hold of it.
 */
import { Readable } from 'node:stream';
import { AttemptLog, attemptWalls } from '@anjuan/attempt-log';
import { byOwner, readingUnder, writingUnder, type Scope } from '@anjuan/database';
import { DocumentStore, documentWalls, filesHidden, hideFiles, migrateDocuments } from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import {
  accesses,
  agencyCases,
  isHiddenFile,
  listWalls,
  migrate as migrateViews,
  myCases,
  publishedDecisions,
  rebuild,
  recordsNaming,
  statesOfViews,
  views,
} from '@anjuan/views';
import { migrate as migrateLedger } from '@anjuan/event-store';
import pg from 'pg';
import { breachesIn } from '../../libs/database/src/wall.js';
import { concluded } from '../../libs/views/src/testing.js';
import { limits } from '../documents/limits.js';
import { removeFolder } from '../support/folder.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { Desk, patienceMs } from '../views/desk.js';

const records = [
  'documents.file',
  'documents.upload',
  'documents.hidden',
  'documents.day_of_person',
  'audit.attempt',
];
const lists = ['views.docket', 'views.handled_cases', 'views.case_files', 'views.parked'];

let superuser: pg.PoolConfig;
let administrator: pg.Pool;
let owner: pg.Pool;
let pool: pg.Pool;
let desk: Desk;
let folder: string;
let documents: DocumentStore;
/** Of the program's role, as somebody would open it who had got hold of it. */
let plain: pg.Client;

const ofProgram = (config: pg.PoolConfig): pg.PoolConfig => ({ ...config, user: 'walled' });
const open = () =>
  byOwner(
    {
      program: pool,
      owner: { ...superuser, user: 'walled_owner' },
      open: openPool,
      walls: async (program) => [...documentWalls, ...attemptWalls, ...(await listWalls(program))],
    },
    async (by) => {
      await migrateLedger(by);
      await migrateDocuments(by);
      await new AttemptLog(by).migrate();
      await migrateViews(by);
    },
  );

beforeAll(async () => {
  superuser = await testDatabase();
  administrator = openPool(superuser);
  await administrator.query(`CREATE ROLE walled_owner LOGIN; CREATE ROLE walled LOGIN; GRANT walled TO walled_owner;
    GRANT CREATE ON DATABASE ${superuser.database ?? ''} TO walled_owner`);
  owner = openPool({ ...superuser, user: 'walled_owner' });
  // As the program's own.
  pool = openPool({ ...ofProgram(superuser), pipeline: true });
  expect(await open()).toBeUndefined();
  desk = await Desk.another({ pool } as Desk);
  const runner = await desk.run();
  await desk.enter('of-a', concluded, { agency: 'a' });
  await desk.enter('of-b', concluded, { agency: 'b' });
  await desk.enter('new-of-a', concluded.slice(0, 1), { agency: 'a' });
  await runner.waitFor(await desk.enterUnknown('of-b', concluded.length - 1, 'b'), patienceMs);
  folder = await temporaryFolder();
  documents = new DocumentStore(pool, folder, limits);
  for (const agency of ['a', 'b']) {
    for (const by of ['lin', 'gao'])
      await documents.store(Readable.from([Buffer.from(`文书 ${agency}`)]), {
        ...{ agency, by, name: '笔录.txt', mediaType: 'text/plain', at: new Date('2026-03-01T01:00:00Z') },
      });
    await hideFiles(pool, { agency, person: 'lin' }, [`letter of ${agency}`]);
    await administrator.query(
      `INSERT INTO audit.attempt (at, agency, person, capacity, act, provisions)
       VALUES (now(), $1, 'lin', 'officer', 'decision/decide', '[]')`,
      [agency],
    );
  }
  await administrator.query(`INSERT INTO views.parked
    SELECT name, version, build, 'new-of-a', 'a', '0', 1, 'x', 'x', now(), 1, 1 FROM views.checkpoint WHERE name = 'docket'`);
  plain = new pg.Client(ofProgram(superuser));
  plain.on('error', () => undefined);
  await plain.connect();
});
afterEach(async () => {
  await plain.query('ROLLBACK; RESET ALL');
});
afterAll(async () => {
  await plain.end();
  await desk.close();
  await owner.end();
  await administrator.end();
  await removeFolder(folder);
});

const agenciesIn = async (table: string, by: Pick<pg.ClientBase, 'query'> = plain) =>
  (await by.query<{ agency: string }>(`SELECT DISTINCT agency FROM ${table} ORDER BY 1`)).rows.map(
    ({ agency }) => agency,
  );
const under = (scope: Scope, table: string) =>
  readingUnder({ pool, scope }, (client) => agenciesIn(table, client));

describe.each([...records, ...lists])('%s', (table) => {
  it('shows nothing where nobody has said for whom, before and after a transaction that did', async () => {
    expect(await agenciesIn(table)).toEqual([]);
    await plain.query(`BEGIN; SET LOCAL anjuan.agency = 'a'`);
    expect(await agenciesIn(table)).toEqual(['a']);
    await plain.query('COMMIT');
    expect(await agenciesIn(table)).toEqual([]);
    expect((await plain.query(`SELECT FROM ${table} WHERE agency = 'a'`)).rowCount).toBe(0);
  });

  it('shows one agency its own rows, whatever is asked for', async () => {
    expect(await under({ agency: 'b' }, table)).toEqual(['b']);
    await plain.query(`BEGIN; SET LOCAL anjuan.agency = 'b'`);
    const { rows } = await plain.query(`SELECT agency FROM ${table} WHERE agency = 'a' OR true`);
    expect(new Set(rows.map(({ agency }: { agency: string }) => agency))).toEqual(new Set(['b']));
  });

  it('shows the rows of every agency to whoever says so, and of none for a name that is none', async () => {
    expect(await under('every-agency', table)).toEqual(['a', 'b']);
    for (const name of ['', '*', 'every-agency', `b'; SET LOCAL anjuan.agency = 'a`, 'b\\'])
      expect(await under({ agency: name }, table)).toEqual([]);
  });

  it.each([true, false])(
    'heeds nothing that another has left on a connection (pipelined: %s)',
    async (pipeline) => {
      const one = openPool({ ...ofProgram(superuser), max: 1, pipeline });
      const left = `SET anjuan.agency = 'a'; SET anjuan.scope = 'every-agency'`;
      await one.query(left);
      expect(
        await readingUnder({ pool: one, scope: { agency: 'b' } }, (by) => agenciesIn(table, by)),
      ).toEqual(['b']);
      await one.query('RESET ALL');
      expect(await agenciesIn(table, one)).toEqual([]);
      await one.end();
    },
  );

  it.each([true, false])('answers nothing where the beginning failed (pipelined: %s)', async (pipeline) => {
    const one = openPool({ ...ofProgram(superuser), max: 1, pipeline });
    await one.query(`SET anjuan.agency = 'a'`);
    const failing = { pool: one, scope: { agency: 'a' }, opening: 'SELECT FROM nowhere' } as const;
    await expect(readingUnder(failing, (client) => agenciesIn(table, client))).rejects.toMatchObject({
      code: '42P01',
    });
    await expect(writingUnder(failing, (client) => agenciesIn(table, client))).rejects.toMatchObject({
      code: '42P01',
    });
    // What was left there is gone with the connection.
    expect(await agenciesIn(table, one)).toEqual([]);
    await one.end();
  });

  it.each([true, false])(
    'shows each reader their own, however many share one connection (pipelined: %s)',
    async (pipeline) => {
      const one = openPool({ ...ofProgram(superuser), max: 1, pipeline });
      const asked = Array.from({ length: 40 }, (_, nth) => [['a'], ['b'], []][nth % 3]!);
      const found = await Promise.all(
        asked.map(async ([agency]) =>
          agency === undefined
            ? agenciesIn(table, one)
            : readingUnder({ pool: one, scope: { agency } }, (client) => agenciesIn(table, client)),
        ),
      );
      expect(found).toEqual(asked);
      await one.end();
    },
  );
});

describe('The role of the program', () => {
  it.each(
    records.flatMap((table) => [
      `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
      `DROP POLICY rows_read ON ${table}`,
      `ALTER POLICY rows_read ON ${table} USING (true)`,
      `CREATE POLICY mine ON ${table} USING (true)`,
      `SET row_security = off; SELECT * FROM ${table}`,
    ]),
  )('gets round nothing by %s', async (statement) => {
    await expect(plain.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['SET ROLE walled_owner', 'SET SESSION AUTHORIZATION walled_owner', 'ALTER ROLE walled BYPASSRLS'])(
    'becomes nobody else by %s',
    async (statement) => {
      await expect(plain.query(statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each([
    `INSERT INTO documents.file VALUES ('a', 'x', 1, 'x', 'x', 'x', now())`,
    `INSERT INTO documents.upload VALUES ('a', 'x', 'x', now())`,
    `INSERT INTO documents.hidden VALUES ('a', 'x', 'x')`,
    `INSERT INTO documents.day_of_person VALUES ('a', 'x', '2026-03-01', 1, 1)`,
    `UPDATE documents.day_of_person SET agency = 'a'`,
    `INSERT INTO views.handled_cases_v1 VALUES ('x', 'b', 'x')`,
    `INSERT INTO views.handled_cases_v1 VALUES ('x', 'a', 'x')`,
  ])('under agency b, adds nothing by %s', async (statement) => {
    await expect(
      writingUnder({ pool, scope: { agency: 'b' } }, (client) => client.query(statement)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    `UPDATE documents.day_of_person SET files = 0 WHERE agency = 'a'`,
    `UPDATE views.handled_cases_v1 SET person = 'x'`,
    `DELETE FROM views.handled_cases_v1`,
    `DELETE FROM views.parked`,
  ])('under agency b, or none, changes nothing of others, nor of a list, by %s', async (statement) => {
    const changed = await writingUnder({ pool, scope: { agency: 'b' } }, (client) => client.query(statement));
    expect(changed.rowCount).toBe(0);
    expect((await plain.query(statement)).rowCount).toBe(0);
  });

  it('without an agency adds nothing', async () => {
    const add = `INSERT INTO documents.file VALUES ('a', 'x', 1, 'x', 'x', 'x', now())`;
    for (const scope of ['every-agency', 'lists', { agency: '' }] as const)
      await expect(writingUnder({ pool, scope }, (client) => client.query(add))).rejects.toMatchObject({
        code: '42501',
      });
    await expect(plain.query(add)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('Behind the wall the program goes on as before', () => {
  it('lists show an agency its own', async () => {
    const page = { limit: 10 };
    const seen = async (agency: string) =>
      (await agencyCases(pool, { person: 'luo', agency }, page)).items.map((one) => one.case);
    expect(await seen('a')).toEqual(expect.arrayContaining(['of-a', 'new-of-a']));
    expect(await seen('b')).toEqual(['of-b']);
    expect(await seen('c')).toEqual([]);
    expect((await myCases(pool, { person: 'lin', agency: 'b' }, page)).items).toMatchObject([
      { case: 'of-b', parked: true },
    ]);
    expect(await myCases(pool, { person: 'lin', agency: 'c' }, page)).toMatchObject({ items: [], parked: 0 });
    expect((await publishedDecisions(pool, page)).items).toEqual([]);
    expect(await accesses(pool, { kinds: ['read'], agency: undefined, ...page })).toEqual({ items: [] });
    expect(await recordsNaming(pool, 'b', '0'.repeat(64))).toMatchObject([{ id: 'of-b' }]);
    expect(await recordsNaming(pool, 'c', '0'.repeat(64))).toEqual([]);
  });

  it('who names a file is found in a list of a program before this one too, until the new one is filled', async () => {
    const { rows } = await plain.query<{ was: string }>(
      `SELECT pg_get_viewdef('views.case_files'::regclass) AS was`,
    );
    await plain.query(`DROP VIEW views.case_files; CREATE VIEW views.case_files AS
      SELECT case_id, agency, array_agg(file) AS files, ARRAY['letter'] AS hidden_files
      FROM views.case_files_v4 GROUP BY 1, 2`);
    expect(await recordsNaming(pool, 'b', '0'.repeat(64))).toMatchObject([{ id: 'of-b' }]);
    expect(await isHiddenFile(pool, 'b', 'letter')).toBe(true);
    expect(await isHiddenFile(pool, 'b', '0'.repeat(64))).toBe(false);
    expect(await isHiddenFile(pool, 'c', 'letter')).toBe(false);
    await plain.query(`DROP VIEW views.case_files; CREATE VIEW views.case_files AS
      SELECT case_id, agency, array_agg(file) AS files FROM views.case_files_v4 GROUP BY 1, 2`);
    expect(await recordsNaming(pool, 'b', '0'.repeat(64))).toMatchObject([{ id: 'of-b' }]);
    await expect(isHiddenFile(pool, 'b', 'letter')).rejects.toThrow('never filled');
    await plain.query(`DROP VIEW views.case_files; CREATE VIEW views.case_files AS ${rows[0]?.was ?? ''}`);
    expect(await recordsNaming(pool, 'b', '0'.repeat(64))).toMatchObject([{ id: 'of-b' }]);
  });

  it('own cases are found too while the list by which they are sought is not complete', async () => {
    await administrator.query(`UPDATE views.checkpoint SET state = 'filling' WHERE name = 'handled-cases';
      CREATE TABLE kept AS SELECT * FROM views.handled_cases_v1; DELETE FROM views.handled_cases_v1`);
    const mine = () => myCases(pool, { person: 'lin', agency: 'b' }, { limit: 10 });
    expect((await mine()).items).toMatchObject([{ case: 'of-b' }]);
    await administrator.query(`UPDATE views.checkpoint SET state = 'following' WHERE name = 'handled-cases';
      INSERT INTO views.handled_cases_v1 SELECT * FROM kept`);
    expect((await mine()).items).toMatchObject([{ case: 'of-b' }]);
  });

  it('cases that wait are counted and rebuilt, whosesoever they are', async () => {
    const waiting = (await statesOfViews(pool, desk.store)).find(({ name }) => name === 'docket');
    expect(waiting).toMatchObject({ parked: 2 });
    const [docket] = views;
    const { signal } = new AbortController();
    const { store, clock } = desk;
    await rebuild(docket!, { pool, store, clock, signal, progress: () => undefined });
    expect(await under({ agency: 'b' }, 'views.docket')).toEqual(['b']);
    expect(await agenciesIn('views.docket')).toEqual([]);
    expect(await breachesIn(pool, await listWalls(pool))).toEqual([]);
  });

  it('files are found by their agency', async () => {
    const { sha256 } = await documents.store(Readable.from([Buffer.from('文书 a')]), {
      ...{ agency: 'a', by: 'tang', name: 'x.txt', mediaType: 'text/plain', at: new Date() },
    });
    const both = ['a', 'b'].map((agency) => documents.missing(agency, [sha256]));
    expect(await Promise.all(both)).toEqual([[], [sha256]]);
    expect(await documents.find('b', sha256)).toBeUndefined();
    expect(await documents.uploadedBy('a', 'tang', [sha256])).toEqual(new Set([sha256]));
    expect(await documents.uploadedBy('b', 'tang', [sha256])).toEqual(new Set());
    const letters = ['letter of a', 'letter of b'];
    expect(await filesHidden(pool, { agency: 'b', person: 'lin' }, letters)).toEqual(
      new Map([['letter of b', 'this-person']]),
    );
  });
});

describe('A start', () => {
  it.each([
    ['documents.file', 'ALTER POLICY rows_read ON documents.file USING (true)', 'rows_read'],
    ['documents.upload', 'ALTER POLICY rows_added ON documents.upload WITH CHECK (true)', 'rows_added'],
    ['documents.hidden', `ALTER POLICY rows_changed ON documents.hidden WITH CHECK (true)`, 'rows_changed'],
    ['audit.attempt', `CREATE POLICY mine ON audit.attempt USING (true)`, 'mine'],
    [
      'views.parked',
      `DROP POLICY rows_read ON views.parked; CREATE POLICY rows_read ON views.parked AS RESTRICTIVE
         FOR SELECT USING (current_setting('anjuan.scope', true) = 'every-agency')`,
      'rows_read',
    ],
  ])('is refused where the wall of %s was altered, and its cure cures it', async (table, altered, policy) => {
    await administrator.query(altered);
    await expect(open()).rejects.toThrow(
      new RegExp(`行级安全策略缺失或者被改动（${policy} on ${table}）.*DROP POLICY`),
    );
    await administrator.query(`DROP POLICY ${policy} ON ${table}`);
    expect(await open()).toBeUndefined();
    expect(await under({ agency: 'b' }, table)).toEqual(['b']);
  });

  it.each(records.concat('views.parked'))('makes a wall that %s does not have', async (table) => {
    await administrator.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
      DROP POLICY rows_read ON ${table}`);
    expect(await agenciesIn(table)).toContain('b');
    expect(await open()).toBeUndefined();
    expect(await agenciesIn(table)).toEqual([]);
    expect(await under({ agency: 'b' }, table)).toEqual(['b']);
  });

  it('makes the walls of lists that a program before this one has filled', async () => {
    const { rows } = await administrator.query<{ table: string }>(
      `SELECT oid::regclass::text AS "table" FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'views'::regnamespace AND relrowsecurity`,
    );
    for (const { table } of rows)
      await administrator.query(`DO $$ DECLARE p name; BEGIN
        FOR p IN SELECT polname FROM pg_policy WHERE polrelid = '${table}'::regclass LOOP
          EXECUTE format('DROP POLICY %I ON ${table}', p);
        END LOOP;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY; END $$`);
    expect(await agenciesIn('views.docket')).toEqual(['a', 'b']);
    expect(await open()).toBeUndefined();
    for (const table of lists) expect(await agenciesIn(table)).toEqual([]);
    expect(await under({ agency: 'a' }, 'views.docket')).toEqual(['a']);
  });

  it('is refused to a role that passes the walls', async () => {
    await administrator.query('ALTER ROLE walled BYPASSRLS');
    await expect(open()).rejects.toThrow(/BYPASSRLS.*Take that away/);
    await administrator.query(
      'ALTER ROLE walled NOBYPASSRLS; CREATE ROLE passing BYPASSRLS; GRANT passing TO walled',
    );
    await expect(open()).rejects.toThrow(/member of passing, BYPASSRLS/);
    await administrator.query('REVOKE passing FROM walled');
    expect(await open()).toBeUndefined();
  });
});
