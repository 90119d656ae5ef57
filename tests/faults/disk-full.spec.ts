import { statfsSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { as } from '../support/api.js';
import { temporaryFolder } from '../support/postgres.js';
import { Desk, mountSmallDisk, openSite, removeDisk, type Site } from './support.js';

describe('The program on a small disk', () => {
  let folder: string;
  let site: Site;
  let opened: Site | undefined;
  beforeAll(async () => {
    folder = await temporaryFolder();
    if (!mountSmallDisk(folder, 160))
      throw new Error('This test fills a disk of its own: run it as a user who may mount a tmpfs.');
    opened = await openSite(folder);
    site = opened;
  }, 60_000);
  afterAll(async () => {
    await opened?.api.close();
    await removeDisk(folder);
  });

  const ballast = () => join(folder, 'ballast');
  const fill = (leaving: number) => {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast(), Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
  };

  it('says 503 to an upload there is no room for, and takes it when there is', async () => {
    await mkdir(join(folder, 'files'), { recursive: true });
    fill(1_000_000);
    const paper = Buffer.alloc(3_000_000, 'x');
    const by = as(site.api, site.officer);
    const refused = await by.upload('笔录.txt', paper);
    expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
    expect(refused.text).toContain('磁盘');
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
  }, 120_000);
});
