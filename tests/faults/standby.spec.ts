/** A primary is lost and its standby takes over; the program has both addresses and goes on. Real servers, real replication. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionOf, reachDatabase } from '@anjuan/database';
import { migrate, openPool, PostgresEventStore, StoreUnavailable } from '@anjuan/event-store';
import pg from 'pg';
import { event } from '../event-store/appending.js';
import { ownServer, type OwnServer } from '../support/own-server.js';

const hba = ['host all all 127.0.0.1/32 trust', 'host replication all 127.0.0.1/32 trust'];

/** A copy of the running server, as its documentation has it, without the tools that the embedded one lacks. */
const standbyOf = async (primary: OwnServer): Promise<OwnServer> => {
  const client = new pg.Client({
    host: primary.folder,
    port: primary.port,
    user: 'anjuan',
    database: 'postgres',
  });
  await client.connect();
  const standby = await ownServer({
    hba,
    fill: async (cluster) => {
      await client.query(`SELECT pg_backup_start('standby', true)`);
      execFileSync('cp', ['-a', primary.cluster, cluster]);
      execFileSync('rm', ['-f', join(cluster, 'postmaster.pid')]);
      const { rows } = await client.query<{ labelfile: string }>(
        'SELECT labelfile FROM pg_backup_stop(false)',
      );
      writeFileSync(join(cluster, 'backup_label'), rows[0]?.labelfile ?? '');
      writeFileSync(join(cluster, 'standby.signal'), '');
      appendFileSync(
        join(cluster, 'postgresql.auto.conf'),
        `primary_conninfo = 'host=127.0.0.1 port=${String(primary.port)} user=anjuan'\n`,
      );
    },
  });
  await client.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await client.query('SELECT pg_reload_conf()');
  await client.end();
  return standby;
};

describe('Several hosts with target_session_attrs=read-write', () => {
  let primary: OwnServer;
  let standby: OwnServer;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeAll(async () => {
    primary = await ownServer({ hba });
    await primary.ask('CREATE DATABASE anjuan');
    standby = await standbyOf(primary);
    const { port } = standby;
    // The standby stands first: it answers, but takes no writes.
    const hosts = `127.0.0.1:${String(port)},127.0.0.1:${String(primary.port)}`;
    pool = openPool(connectionOf(`postgresql://anjuan@${hosts}/anjuan?target_session_attrs=read-write`));
  });
  afterAll(async () => {
    await store.close();
    await pool.end();
    await primary.remove();
    await standby.remove();
  });

  it('find the primary, and the standby once it has taken over; nothing acknowledged is lost', async () => {
    await reachDatabase(pool);
    await migrate(pool);
    store = new PostgresEventStore(pool, { clock: () => new Date(), patienceMs: 2_000 });
    const acknowledged: string[] = [];
    const append = async (id: string) => {
      await store.append(`case-${id}`, 'none', [event()], { id, digest: id });
      acknowledged.push(id);
    };
    for (let n = 0; n < 20; n++) await append(`before-${String(n)}`);
    await primary.end('SIGQUIT');
    await standby.ask('SELECT pg_promote()');
    for (let n = 0; n < 20; n++)
      for (const id = `after-${String(n)}`; !acknowledged.includes(id);)
        await append(id).catch(async (error: unknown) => {
          if (!(error instanceof StoreUnavailable)) throw error;
          await sleep(100);
        });
    const found: string[] = [];
    for await (const { commandId } of store.readAll()) found.push(commandId);
    expect(found.sort()).toEqual(acknowledged.sort());
    expect(await standby.ask('SELECT count(*)::int AS events FROM ledger.log', 'anjuan')).toEqual([
      { events: 40 },
    ]);
  }, 180_000);
});
