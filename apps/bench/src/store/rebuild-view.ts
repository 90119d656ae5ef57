/** A view built anew from the record: the docket here; there a document for each case, by their own first rebuild. */
import type { Event } from '@event-driven-io/emmett';
import {
  pongoSingleStreamProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { openPool } from '@anjuan/event-store';
import type pg from 'pg';
import { measureRebuild, type RebuildMeasured } from '../rebuild/rebuild.js';
import { openEmmett } from './emmett.js';
import { perSecond } from './pace.js';
import { eventType, type payload } from './payload.js';
import type { StoreMeasure } from './rounds.js';

const events = 24_000;
/** Fewer, because it takes them one by one: the figure is a rate. */
const eventsOfEmmett = 2_400;
const eventsOfCase = 12;
const page = 500;
const silent = (): void => undefined;

export const rebuildView: StoreMeasure = {
  name: 'rebuilding a view: the docket',
  unit: 'events/s',
  aim: { ours: 30_000, emmett: 50 },
  open: async (server) => {
    const [own, theirs] = [await server.database(), await server.database()];
    console.error(`${events} events for us, ${eventsOfEmmett} for emmett …`);
    let views: readonly RebuildMeasured[] = await measureRebuild(own.config, events, silent);
    const emmett = await openEmmett(theirs);
    await emmett.fill(eventsOfEmmett / eventsOfCase, eventsOfCase);
    const pool = openPool(own.config);
    await pool.query('CREATE TABLE plain_view (stream text PRIMARY KEY, row jsonb NOT NULL)');
    await pool.query('CREATE TABLE plain_checkpoint AS SELECT 0::bigint AS position');
    let rebuilds = 0;
    return {
      ours: async () => {
        views = await measureRebuild(own.config, events, silent);
        return views.find(({ view }) => view === 'docket')?.eventsPerSecond ?? Number.NaN;
      },
      emmett: () => perSecond(eventsOfEmmett, () => rebuildTheirs(theirs.url, `cases_${++rebuilds}`)),
      floor: () => perSecond(events, () => rebuildPlainly(pool)),
      sideFigures: () =>
        Object.fromEntries(views.map(({ view, eventsPerSecond }) => [`${view}, events/s`, eventsPerSecond])),
      close: async () => {
        await Promise.all([emmett.close(), pool.end()]);
      },
    };
  },
};

type Added = Event<typeof eventType, ReturnType<typeof payload>>;

/** A fresh collection each time, so that nothing has to be emptied first. */
async function rebuildTheirs(connectionString: string, collectionName: string): Promise<void> {
  const projection = pongoSingleStreamProjection({
    collectionName,
    canHandle: [eventType],
    initialState: (): Row => ({ entries: 0, last: '' }),
    evolve: ({ entries }: Row, { data }: Added): Row => ({ entries: entries + 1, last: data.what }),
  });
  const consumer = rebuildPostgreSQLProjections({ connectionString, projections: [projection] });
  await consumer.start();
  await consumer.close();
}

type Row = { entries: number; last: string };

/** Folded in memory; with every page its rows and the checkpoint in one transaction. */
async function rebuildPlainly(pool: pg.Pool): Promise<void> {
  await pool.query('TRUNCATE plain_view');
  const rows = new Map<string, Row>();
  const client = await pool.connect();
  for (let position = 0; ;) {
    const { rows: read } = await client.query<{ position: string; bytes: Buffer }>(
      'SELECT position, bytes FROM ledger.log WHERE position > $1 ORDER BY position LIMIT $2',
      [position, page],
    );
    if (read.length === 0) break;
    const touched = new Set<string>();
    for (const { bytes } of read) {
      const { stream, type } = JSON.parse(bytes.toString('utf8')) as { stream: string; type: string };
      rows.set(stream, { entries: (rows.get(stream)?.entries ?? 0) + 1, last: type });
      touched.add(stream);
    }
    position = Number(read.at(-1)?.position);
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO plain_view SELECT * FROM unnest($1::text[], $2::jsonb[])
       ON CONFLICT (stream) DO UPDATE SET row = excluded.row`,
      [[...touched], [...touched].map((stream) => JSON.stringify(rows.get(stream)))],
    );
    await client.query('UPDATE plain_checkpoint SET position = $1', [position]);
    await client.query('COMMIT');
  }
  client.release();
}
