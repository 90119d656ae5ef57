import { statfsSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { as } from '../support/api.js';
import { temporaryFolder } from '../support/postgres.js';
import { Desk, type Office } from './desk.js';
import { launchAlone, type Program } from './programs.js';
import {
  engaged,
  limitEach,
  limitFiles,
  mayMount,
  mountSmallDisk,
  openSite,
  removeDisk,
  type Site,
} from './support.js';
import { removeFolder } from '../support/folder.js';

/** Less than a new segment of the log takes, so that there is room for what is there and for nothing more. */
const little = 8_000_000;

describe('The program, where there is no more room', () => {
  let folder: string;
  let program: Program;
  let pool: pg.Pool;
  let office: Office;
  beforeAll(async () => {
    folder = await temporaryFolder();
    program = await launchAlone(folder);
    pool = openPool({ host: placeIn(folder).socketDir, user: 'anjuan', database: 'anjuan' });
    const store = new PostgresEventStore(pool, { clock: () => new Date() });
    office = { api: program, officer: await engaged(program), store };
  });
  afterAll(async () => {
    await office.store.close();
    await pool.end();
    await program.kill();
    await removeFolder(folder);
  });

  /** The program, and with it whatever it starts. */
  const limit = (bytes?: number) => {
    limitFiles(program.process.pid!, bytes);
  };
  const limitServer = async () => {
    // First the one from which the others come.
    limitFiles(postmasterPid(placeIn(folder))!, little);
    const { rows } = await pool.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
    limitEach(
      rows.map(({ pid }) => pid),
      little,
    );
  };

  it('says 503 to an upload there is no room for, and takes it when there is', async () => {
    const by = as(office.api, office.officer);
    const paper = Buffer.alloc(little + 1, 'x');
    limit(little);
    const refused = await by.upload('笔录.txt', paper);
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
    expect(refused.text).toContain('磁盘');
    limit();
    await by.upload('笔录.txt', paper).expect(201);
  });

  it('says why its database cannot start, loses nothing, and goes on by itself when there is room', async () => {
    const desk = new Desk(office);
    let done = false;
    const loading = desk.load(() => done);
    while (desk.acknowledged.size < 20) await sleep(5);
    limit(little);
    await limitServer();
    const reported = () => [...desk.reasons].some((reason) => /磁盘已满.*The disk is full/.test(reason));
    // A request may be answered so before the database has gone for it, and the program said why.
    while (!reported() || !program.said().includes('磁盘已满')) {
      await pool.query('SELECT pg_switch_wal()').catch(() => undefined);
      await sleep(20);
    }
    limit();
    const enough = desk.acknowledged.size + 20;
    while (desk.acknowledged.size < enough) await sleep(20);
    done = true;
    await loading;
    expect(await desk.settle()).toBe(desk.sent.length);
    expect(desk.wrong).toEqual([]);
    expect(program.said()).toContain('The database is back');
  });
});

const mounts = mayMount();
process.stderr.write(
  `No room: by RLIMIT_FSIZE${mounts ? ', and on a full tmpfs' : ' only: none may mount here'}.\n`,
);
if (mounts) describe('The program on a small disk', onASmallDisk);

function onASmallDisk(): void {
  let folder: string;
  let site: Site;
  let opened: Site | undefined;
  beforeAll(async () => {
    folder = await temporaryFolder();
    mountSmallDisk(folder, 160);
    // The reserve would refuse the upload before the disk is full.
    opened = await openSite(folder, { MIN_FREE_MB: '0' });
    site = opened;
  });
  afterAll(async () => {
    await opened?.api.close();
    await removeDisk(folder);
  });

  const ballast = () => join(folder, 'ballast');
  const fill = (leaving: number) => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast(), Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
  };

  it('refuses an upload there is no room for, its length said or not, and takes it when there is', async () => {
    await mkdir(join(folder, 'files'), { recursive: true });
    fill(1_000_000);
    const paper = Buffer.alloc(3_000_000, 'x');
    const by = as(site.api, site.officer);
    const refused = await by.upload('笔录.txt', paper);
    expect(refused.status).toBe(507);
    expect(refused.text).toContain('磁盘');
    const unsaid = await fetch(`${site.api.url}/v1/files?name=a.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${site.officer.token}`, 'content-type': 'text/plain' },
      body: Readable.toWeb(Readable.from([paper])) as ReadableStream,
      duplex: 'half',
    });
    expect(unsaid.status).toBe(503);
    expect(unsaid.headers.get('retry-after')).toBe('2');
    expect(await unsaid.text()).toContain('磁盘');
    await rm(ballast());
    await by.upload('笔录.txt', paper).expect(201);
  });

  it('loses nothing acknowledged when the log has no room, and goes on without a restart', async () => {
    const desk = new Desk(site);
    let done = false;
    const loading = desk.load(() => done);
    while (desk.acknowledged.size < 20) await sleep(5);
    fill(0);
    while ((desk.statuses.get(503) ?? 0) < 3) {
      await site.api.parts.pool.query('SELECT pg_switch_wal()').catch(() => undefined);
      await sleep(20);
    }
    await rm(ballast());
    const enough = desk.acknowledged.size + 20;
    while (desk.acknowledged.size < enough) await sleep(20);
    done = true;
    await loading;
    expect(await desk.settle()).toBe(desk.sent.length);
    expect(desk.wrong).toEqual([]);
  });
}
