/** How fast a view is built anew from the record. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { migrate, openPool, PostgresEventStore } from '@anjuan/event-store';
import { rebuild, views } from '@anjuan/views';
import type pg from 'pg';
import { machine } from '../measure.js';
import { writeTypicalLog } from './typical-log.js';

export type RebuildMeasured = Readonly<{
  view: string;
  events: number;
  /** of the rebuild */
  seconds: number;
  /** of this process's processor time, without the database's: what others do on the machine tells less on it */
  cpuSeconds: number;
  eventsPerSecond: number;
  /** the most resident memory of this process at the progress reports, in MB */
  memory: number;
}>;

/** Everything is taken down on the day it happens. */
const clock = (): Date => new Date('2026-03-10T04:00:00.000Z');

/**
 * Writes a typical record of at least `events` events into the empty database, unless one is there, and rebuilds each
 * view once.
 */
export async function measureRebuild(
  connection: pg.PoolConfig,
  events: number,
  report: (line: string) => void = console.error,
): Promise<readonly RebuildMeasured[]> {
  const pool = openPool(connection);
  const store = new PostgresEventStore(pool, { clock });
  try {
    await migrate(pool);
    if ((await store.head()) === undefined)
      await writeTypicalLog(store, events, (written) => {
        if (written % 60_000 === 0) report(`${String(written)} / ${String(events)} events written`);
      });
    const measured: RebuildMeasured[] = [];
    for (const view of views) {
      let taken = 0;
      let memory = 0;
      const progress = (at: number): void => {
        taken = at;
        memory = Math.max(memory, process.memoryUsage.rss() / 1e6);
      };
      const begun = performance.now();
      const before = process.cpuUsage();
      await rebuild(view, { pool, store, clock, signal: new AbortController().signal, progress });
      const seconds = (performance.now() - begun) / 1000;
      const { user, system } = process.cpuUsage(before);
      const one = {
        view: view.name,
        events: taken,
        seconds: Number(seconds.toPrecision(4)),
        cpuSeconds: Number(((user + system) / 1e6).toPrecision(4)),
        eventsPerSecond: Math.round(taken / seconds),
        memory: Math.round(memory),
      };
      report(JSON.stringify(one));
      measured.push(one);
    }
    return measured;
  } finally {
    await store.close();
    await pool.end();
  }
}

/** Events a second of the slowest view. */
export const slowest = (measured: readonly RebuildMeasured[]): number =>
  Math.min(...measured.map(({ eventsPerSecond }) => eventsPerSecond));

/** `npm run bench -- rebuild [events]`: a typical record of so many events (300,000), in a database of its own. */
export async function rebuildBench([events = '300000']: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'anjuan-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const measured = await measureRebuild(server.connection, Number(events));
    return JSON.stringify({ machine: machine(), slowest: slowest(measured), rebuilds: measured }, null, 2);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
