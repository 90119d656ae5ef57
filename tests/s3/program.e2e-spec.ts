/** The running program with its files in a bucket of a real Ceph. */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { openParts } from '../../apps/api/src/start/open-parts.js';
import { anjuan } from '../backup/command.js';
import { as, startApi, type Api, type Person } from '../support/api.js';
import { openBureau, startBureau, type Engage } from '../support/bureau.js';
import { Cable } from '../support/cable.js';
import { clusterIn } from '../support/cluster.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import { startCeph, type RunningCeph } from './ceph.js';
import { keyOf, type Owner } from './owner.js';

let ceph: RunningCeph;
let bureau: Owner;
beforeAll(async () => {
  ceph = await startCeph();
  bureau = await ceph.owner('bureau');
});
afterAll(() => ceph.stop());

type Health = { fileStore: { kind: string; answers: boolean } };
const health = async ({ url }: Api) => (await (await fetch(`${url}/health`)).json()) as Health;
const download = (api: Api, by: Person, sha256: string) => as(api, by).get(`/v1/files/${sha256}`);
const leftIn = async (folder: string) =>
  (await readdir(join(folder, 'files'))).filter((name) => name !== 'arriving');

describe('Papers of cases in a bucket', () => {
  let folder: string;
  let api: Api;
  let lin: Person;
  let cable: Cable;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await bureau.makeBucket('cases');
    cable = new Cable('127.0.0.1', ceph.port);
    const env = bureau.env('cases', {
      S3_ENDPOINT: `http://${await cable.listen()}`,
      S3_PREFIX: 'anjuan/',
    });
    const started = await startBureau({ ...env, DATA_DIR: folder });
    api = started.api;
    lin = await started.engage('lin', 'officer');
  });
  afterAll(async () => {
    await api.close();
    await cable.close();
    await removeFolder(folder);
  });

  /** What is said once the bucket answers, or does not: it is looked at every few seconds. */
  const healthWhere = async (answers: boolean) => {
    for (;;) {
      const said = await health(api);
      if (said.fileStore.answers === answers) return said;
      await sleep(200);
    }
  };

  it('are put there, read from there, and not kept on the machine', async () => {
    const { body } = await as(api, lin).upload('笔录.txt', '现场笔录').expect(201);
    expect(body.sha256).toBe(hash('sha256', '现场笔录'));
    expect((await bureau.bytesOf('cases', body.sha256, 'anjuan/'))?.toString()).toBe('现场笔录');
    expect((await download(api, lin, body.sha256).expect(200)).text).toBe('现场笔录');
    expect(await leftIn(folder)).toEqual([]);
    expect(await readdir(join(folder, 'files', 'arriving'))).toEqual([]);
    await as(api, lin).upload('笔录.txt', '现场笔录').expect(200);
    expect(await healthWhere(true)).toMatchObject({ status: 'ok' });
  });

  it('that are refused never come into the bucket', async () => {
    const { status } = await as(api, lin).upload('笔录.pdf', '不是 PDF').type('application/pdf');
    expect(status).toBe(415);
    expect(await bureau.bytesOf('cases', hash('sha256', '不是 PDF'), 'anjuan/')).toBeUndefined();
  });

  it.each([
    ['missing', 'is taken away', (key: string) => bureau.remove('cases', key)],
    ['altered', 'is of another size', (key: string) => bureau.put('cases', key, Buffer.from('被人改动'))],
    [
      'altered',
      'is of the same size',
      (key: string, bytes: number) => bureau.put('cases', key, Buffer.alloc(bytes, 'x')),
    ],
  ])(
    'are said to be %s where the object %s, by their hash, until they are uploaded again',
    async (how, what, harm) => {
      const paper = `笔录 ${what}`;
      const { sha256, bytes } = (await as(api, lin).upload('笔录.txt', paper).expect(201)).body;
      await harm(`anjuan/${keyOf(sha256)}`, bytes);
      const { body } = await download(api, lin, sha256).expect(500);
      expect(body).toMatchObject({ type: expect.stringMatching(/file-lost$/), sha256 });
      expect(await health(api)).toMatchObject({
        status: 'degraded',
        fileStore: { kind: 's3' },
        files: [{ sha256, how }],
      });
      await as(api, lin).upload('笔录.txt', paper).expect(200);
      await download(api, lin, sha256).expect(200);
      expect(await healthWhere(true)).toMatchObject({ status: 'ok' });
    },
  );

  it('are neither taken nor called lost while the bucket is away, and are there when it is back', async () => {
    const { sha256 } = (await as(api, lin).upload('笔录.txt', '断网之前').expect(201)).body;
    cable.break();
    const away = { type: expect.stringMatching(/files-unavailable$/), detail: expect.stringMatching(/S3_/) };
    expect((await as(api, lin).upload('笔录.txt', '断网之时').expect(503)).body).toMatchObject(away);
    expect((await download(api, lin, sha256).expect(503)).body).toMatchObject(away);
    for (const way of ['broken', 'silent'] as const) {
      cable.way = way;
      const said = await healthWhere(false);
      expect(said).toMatchObject({ status: 'degraded' });
      expect(said).not.toHaveProperty('files');
      expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
    }
    cable.cut();
    await as(api, lin).upload('笔录.txt', '断网之时').expect(201);
    await download(api, lin, sha256).expect(200);
    expect(await healthWhere(true)).toMatchObject({ status: 'ok' });
  });

  it('are counted in the metrics by method and status', async () => {
    expect(await api.parts.metrics.text()).toMatch(
      /anjuan_file_bucket_request_duration_seconds_count\{method="PUT",status="200"\} [1-9]/,
    );
  });
});

describe('A start', () => {
  const started = async (env: Record<string, string>) => {
    const folder = await temporaryFolder();
    await clusterIn(folder);
    const config = loadConfig({ DATA_DIR: folder, ...env });
    try {
      const parts = await openParts(config, new MovableClock(), 'http://127.0.0.1:1');
      await parts.close();
    } finally {
      await removeFolder(folder);
    }
  };

  it('ends with what is wrong where the bucket refuses', async () => {
    await expect(started(bureau.env('not-made'))).rejects.toMatchObject({
      name: 'FilePlaceRefused',
      message: expect.stringMatching(/NoSuchBucket.+S3_BUCKET/),
    });
    await bureau.makeBucket('ours');
    const wrong = bureau.env('ours', { S3_SECRET_ACCESS_KEY: 'quite-another-secret' });
    const refused: unknown = await started(wrong).catch((error: unknown) => error);
    expect(refused).toMatchObject({ message: expect.stringMatching(/S3_SECRET_ACCESS_KEY/) });
    expect(JSON.stringify(refused) + String(refused)).not.toMatch(/quite-another-secret/);
  });

  it('goes on where the bucket is away: it is waited for', () =>
    started(bureau.env('ours', { S3_ENDPOINT: 'http://127.0.0.1:1' })));
});

describe('Files that lie in the folder', () => {
  let folder: string;
  let api: Api;
  let lin: Person;
  let engage: Engage;
  let settings: Record<string, string>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await bureau.makeBucket('moved');
    settings = { ...bureau.env('moved'), DATA_DIR: folder };
    api = await startApi({ DATA_DIR: folder });
    ({ engage } = await openBureau(api));
    lin = await engage('lin', 'officer');
  });
  afterAll(() => removeFolder(folder));

  it('are moved while the program runs, which then takes no more until it is told; backup and restore follow', async () => {
    const { sha256 } = (await as(api, lin).upload('笔录.txt', '在目录中').expect(201)).body;
    expect(await anjuan(settings, 'files', 'check')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/anjuan files move/),
    });
    expect(await anjuan(settings, 'files', 'move', '--json')).toMatchObject({ code: 0 });
    expect((await bureau.bytesOf('moved', sha256))?.toString()).toBe('在目录中');
    const refused = (await as(api, lin).upload('笔录.txt', '移动之后').expect(503)).body;
    expect(refused).toMatchObject({ type: expect.stringMatching(/files-unavailable$/) });
    expect(refused.detail).toMatch(/FILE_STORE/);
    await api.parts.close();
    await api.app.close();
    expect(await anjuan(settings, 'files', 'move')).toMatchObject({ code: 0 });
    expect(await anjuan(settings, 'files', 'check')).toMatchObject({ code: 0 });
    expect(await anjuan({ DATA_DIR: folder }, 'files', 'check')).toMatchObject({ code: 1 });
    await restoredElsewhere(sha256);
    await bureau.put('moved', keyOf(sha256), Buffer.from('被人改动'));
    expect(await anjuan(settings, 'files', 'check')).toMatchObject({
      code: 1,
      out: expect.stringContaining(sha256),
    });
    const broken = await temporaryFolder();
    expect(await anjuan(settings, 'backup', join(broken, 'backup'))).toMatchObject({
      code: 1,
      said: expect.stringContaining(sha256),
    });
    await removeFolder(broken);
  });

  const restoredElsewhere = async (sha256: string) => {
    const [place, fresh, another] = await Promise.all([
      temporaryFolder(),
      temporaryFolder(),
      temporaryFolder(),
    ]);
    const backup = join(place, 'backup');
    expect(await anjuan(settings, 'backup', backup)).toMatchObject({ code: 0 });
    for (const name of await readdir(backup, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect((await readFile(join(name.parentPath, name.name))).includes(bureau.secretAccessKey)).toBe(
          false,
        );
    // Into a folder, and into another bucket: a backup holds the files.
    expect(await anjuan({ DATA_DIR: fresh }, 'restore', backup)).toMatchObject({ code: 0 });
    expect(await anjuan({ DATA_DIR: fresh }, 'files', 'check')).toMatchObject({ code: 0 });
    await bureau.makeBucket('restored');
    const there = { ...bureau.env('restored'), DATA_DIR: another };
    expect(await anjuan(there, 'restore', backup)).toMatchObject({ code: 0 });
    expect(await anjuan(there, 'files', 'check')).toMatchObject({ code: 0 });
    expect((await bureau.bytesOf('restored', sha256))?.toString()).toBe('在目录中');
    for (const one of [place, fresh, another]) await removeFolder(one);
  };
});
