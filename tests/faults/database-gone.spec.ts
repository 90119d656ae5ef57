import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { temporaryFolder } from '../support/postgres.js';
import { Desk } from './desk.js';
import { openSite, postmasterOf, type Site } from './support.js';
import { removeFolder } from '../support/folder.js';

describe('The program, when its database', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(await temporaryFolder());
  });
  afterAll(async () => {
    await site.api.close();
    await removeFolder(site.folder);
  });

  it('is killed under load, answers 503 until it is back, and does once what is sent again', async () => {
    const desk = new Desk(site);
    let done = false;
    const loading = desk.load(() => done);
    for (let kills = 1; kills <= 3; kills++) {
      const enough = desk.acknowledged.size + 20;
      while (desk.acknowledged.size < enough) await sleep(5);
      process.kill(postmasterOf(site), 'SIGKILL');
    }
    const enough = desk.acknowledged.size + 20;
    while (desk.acknowledged.size < enough) await sleep(5);
    done = true;
    await loading;
    expect(await desk.settle()).toBe(desk.sent.length);
    expect(desk.wrong).toEqual([]);
    expect(new Set(desk.acknowledged.values()).size).toBe(desk.sent.length);
  });

  it('gives no more connections, answers 503 with Retry-After, and recovers', async () => {
    const desk = new Desk(site);
    const held: pg.PoolClient[] = [];
    const { pool, store, views } = site.api.parts;
    // Lists that catch up with the load before hold one connection while they ask for another.
    expect(await views.waitFor((await store.head())!, 60_000)).toBe(true);
    try {
      for (let n = 0; n < pool.options.max; n++) held.push(await pool.connect());
      expect(await desk.open()).toBe(503);
    } finally {
      for (const client of held) client.release(true);
    }
    const foreign: pg.Client[] = [];
    let answered = 0;
    while (answered !== 503) {
      await takeAll(foreign, pool.options);
      answered = await desk.open();
      await foreign[0]?.query(endOthers);
    }
    await Promise.all(foreign.map((client) => client.end()));
    await desk.settle();
    expect(desk.acknowledged.size).toBe(desk.sent.length);
    expect(desk.wrong).toEqual([]);
  });
});

const endOthers = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE backend_type = 'client backend' AND application_name NOT IN ('foreign', 'owner')`;

/** Until the server has no connection left to give. */
async function takeAll(foreign: pg.Client[], options: pg.PoolConfig): Promise<void> {
  for (;;) {
    const client = new pg.Client({ ...options, application_name: 'foreign' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      foreign.push(client);
    } catch (error) {
      expect(error).toMatchObject({ code: '53300' });
      return;
    }
  }
}
