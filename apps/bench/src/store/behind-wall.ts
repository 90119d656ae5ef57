/**
 * What row-level security costs a read: the program's own reads, and the same reads without transaction and settings on
 * a database of the same rows without policies, in turns. A superuser is no measure: policies bind whoever owns the view
 * of a list, and a superuser who has declared nothing reads no row through it.
 */
import { byOwner, writingUnder } from '@anjuan/database';
import { Admission, documentWalls, DocumentStore, migrateDocuments, usualKinds } from '@anjuan/documents';
import { migrate as migrateLedger, openPool, PostgresEventStore } from '@anjuan/event-store';
import {
  agencyCases,
  listWalls,
  migrate as migrateViews,
  myCases,
  rebuild,
  recordsNaming,
  views,
} from '@anjuan/views';
import type pg from 'pg';
import { rounded } from '../measure.js';
import { writeTypicalLog } from '../rebuild/typical-log.js';
import { perSecond } from './pace.js';
import type { StoreMeasure } from './rounds.js';
import type { BenchServer, Database } from './server.js';

const events = 6_000;
const reads = 300;
const agency = 'bureau';
const file = '0'.repeat(64);
const clock = (): Date => new Date('2026-03-10T04:00:00.000Z');
const lists = ['docket', 'handled-cases', 'case-files', 'declaration-files'];
const options = {
  ...{ mostBytes: 1, leastFreeBytes: 0, mostUploads: 1, mostFilesOfDay: 1, mostBytesOfDay: 1 },
  admission: new Admission(usualKinds),
};

type Reading = () => Promise<unknown>;
type Read = (pool: pg.Pool) => Reading;

/** As the owner and the program make it at a start. */
const fill = async ({ owner, program }: Database): Promise<void> => {
  const pool = openPool(program);
  const walls = async () => [...documentWalls, ...(await listWalls(pool))];
  await byOwner({ program: pool, owner, open: openPool, walls }, async (by) => {
    await migrateLedger(by);
    await migrateDocuments(by);
    await migrateViews(by);
  });
  const store = new PostgresEventStore(pool, { clock });
  await writeTypicalLog(store, events, () => undefined);
  const { signal } = new AbortController();
  for (const view of views.filter(({ name }) => lists.includes(name)))
    await rebuild(view, { pool, store, clock, signal, progress: () => undefined });
  await writingUnder({ pool, scope: { agency } }, (client) =>
    client.query(`INSERT INTO documents.file VALUES ($1, $2, 1, '笔录.txt', 'text/plain', 'lin', now())`, [
      agency,
      file,
    ]),
  );
  await store.close();
  await pool.end();
};

const beginning = /^BEGIN[^;]*(?:; SET LOCAL [^;]*){3}; /;
const nothing = { rows: [] };

/** The pool of a program that sends nothing of what the wall needs. */
const withoutWall = (pool: pg.Pool): pg.Pool => {
  const lent = async () => {
    const client = await pool.connect();
    const query = async (text: string, values?: unknown[]): Promise<unknown> => {
      if (text === 'COMMIT') return nothing;
      const [begun] = beginning.exec(text) ?? [];
      if (begun === undefined) return client.query(text, values);
      const opening = text.slice(begun.length);
      const opened = opening === '' ? [] : [await client.query(opening)].flat();
      return [nothing, nothing, nothing, nothing, ...opened];
    };
    return { query, on: silent, off: silent, release: client.release.bind(client) };
  };
  return { connect: lent } as unknown as pg.Pool;
};

/** Of every table. */
const takeDown = `DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT oid FROM pg_class WHERE relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', t);
  END LOOP; END $$`;

const filled = async (server: BenchServer, prepare: string): Promise<pg.Pool> => {
  const database = await server.database();
  await fill(database);
  const superuser = openPool(database.config);
  await superuser.query(`${prepare}; ANALYZE`);
  await superuser.end();
  return openPool({ ...database.program, pipeline: true });
};

const nth = (times: readonly number[] = [], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;

const silent = (): void => undefined;

const mustReadTheSame = async (one: Reading, other: Reading): Promise<void> => {
  const [ours, floor] = [await one(), await other()].map((found) => JSON.stringify(found).length);
  if (ours !== floor) throw new Error(`Behind the wall ${ours} bytes are read, without it ${floor}`);
};

const behindWall = (name: string, read: Read): StoreMeasure => ({
  name: `${name} behind row-level security; floor: without`,
  unit: 'reads/s',
  aim: {},
  open: async (server) => {
    const own = await filled(server, 'SELECT');
    const free = await filled(server, takeDown);
    await mustReadTheSame(read(own), read(withoutWall(free)));
    const took = { walled: [] as number[], plain: [] as number[] };
    const side = (pool: pg.Pool, each: number[]) => () => {
      const one = read(pool);
      return perSecond(reads, async () => {
        for (let at = 0; at < reads; at++) {
          const begun = performance.now();
          await one();
          each.push(performance.now() - begun);
        }
      });
    };
    return {
      ours: side(own, took.walled),
      floor: side(withoutWall(free), took.plain),
      sideFigures: () => {
        const [walled, plain] = [took.walled, took.plain].map((each) => each.slice(reads));
        const longer = (share: number) => rounded(nth(walled, share) - nth(plain, share));
        return {
          'a read takes longer by, ms, of the medians (aim: ≤ 0.2)': longer(0.5),
          // What else the machine does tells least on these.
          'of the tenth that was fastest': longer(0.1),
          'without it takes, ms, of the tenth that was fastest': rounded(nth(plain, 0.1)),
        };
      },
      close: async () => {
        await Promise.all([own.end(), free.end()]);
      },
    };
  },
});

const page = { limit: 50 };
const lin = { agency, person: 'lin' };

export const readsBehindWall: readonly StoreMeasure[] = [
  behindWall('the list of an agency’s cases', (pool) => () => agencyCases(pool, lin, page)),
  behindWall('the list of a person’s own cases', (pool) => () => myCases(pool, lin, page)),
  behindWall('what is noted of a file', (pool) => {
    const documents = new DocumentStore(pool, '', options);
    return () => documents.find(agency, file);
  }),
  behindWall('which records name a file', (pool) => () => recordsNaming(pool, agency, file)),
];
