/** Uploads of the running program before a real clamd, by the network and by its socket. */
import { hash, randomBytes } from 'node:crypto';
import { as, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { zipOf } from '../../libs/tables/src/testing.js';
import * as samples from '../documents/samples.js';
import { largestMb, largestScannedMb, malware, malwareName, startClamd, type RunningClamd } from './clamd.js';

let clamd: RunningClamd;
beforeAll(async () => {
  clamd = await startClamd();
});
afterAll(() => clamd.stop());

describe.each(['tcp', 'unix'] as const)('by %s', (way) => {
  let api: Api;
  let lin: Person;
  let luo: Person;
  beforeAll(async () => {
    const { engage, ...bureau } = await startBureau({ CLAMD: clamd[way], MAX_UPLOAD_MB: '10' });
    api = bureau.api;
    lin = await engage('lin', 'officer');
    luo = await engage('luo', 'auditor');
  });
  afterAll(() => api.close());
  const health = async () => (await (await fetch(`${api.url}/health`)).json()) as object;
  const named = (bytes: Buffer, name: string) =>
    as(api, lin).upload(name, bytes).type('application/octet-stream');

  it('clean files are stored', async () => {
    for (const [name, bytes] of Object.entries({
      'x.pdf': samples.pdf,
      'x.docx': samples.docx,
      'x.jpg': samples.jpg,
    }))
      expect((await named(bytes, name)).status).toBe(201);
    await as(api, lin).upload('x.txt', randomBytes(500_000).toString('hex')).expect(201);
    expect(await health()).toMatchObject({ status: 'ok', scanner: 'answers' });
  });

  it('malware is refused by its name, also packed into a document, and recorded', async () => {
    const { body } = await as(api, lin).upload('笔录.txt', `前 ${malware} 后`).expect(422);
    expect(body).toMatchObject({ type: expect.stringMatching(/file-infected$/), found: malwareName });
    const within = zipOf([
      ...samples.documentParts,
      { name: 'word/embeddings/x.bin', content: Buffer.from(malware) },
    ]);
    expect((await named(within, 'x.docx')).body).toMatchObject({ found: malwareName });
    const { items } = (
      await as(api, luo)
        .get(`/v1/audit/refusals?record=${String(body.sha256)}`)
        .expect(200)
    ).body;
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'upload-refused', person: lin.person, outcome: malwareName }),
    );
  });

  it('what is larger than clamd takes is not stored, with the setting that cures it', async () => {
    const large = 'x'.repeat((largestMb + 2) * 1024 * 1024);
    const { body } = await as(api, lin).upload('x.txt', large).expect(503);
    expect(body).toMatchObject({
      type: expect.stringMatching(/file-not-scanned$/),
      detail: expect.stringMatching(/StreamMaxLength/),
    });
  });

  it('what is larger than clamd looks through is not stored, and not taken for malware', async () => {
    const large = 'y'.repeat((largestScannedMb + 0.5) * 1024 * 1024);
    const { body } = await as(api, lin).upload('x.txt', large).expect(503);
    expect(body).toMatchObject({
      type: expect.stringMatching(/file-not-scanned$/),
      detail: expect.stringMatching(/MaxFileSize.+MaxScanSize/),
    });
    const sha256 = hash('sha256', large);
    const { items } = (await as(api, luo).get(`/v1/audit/refusals?record=${sha256}`).expect(200)).body;
    expect(items).toEqual([]);
  });

  it('while clamd is gone nothing is stored, and again when it is back', async () => {
    await clamd.kill();
    const { body } = await as(api, lin).upload('x.txt', '未经扫描').expect(503);
    expect(body).toMatchObject({ detail: expect.stringMatching(/CLAMD/) });
    expect(await health()).toMatchObject({ status: 'degraded', scanner: 'silent' });
    await clamd.startAgain();
    await as(api, lin).upload('x.txt', '未经扫描').expect(201);
    expect(await health()).toMatchObject({ status: 'ok', scanner: 'answers' });
  });
});
