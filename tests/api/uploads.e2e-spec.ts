/** What comes in as a file is what it says it is, and within what one person may upload on one day. */
import { signIn } from '../../libs/identity/src/sign-in.js';
import { startOfDay } from '@anjuan/law';
import { as, ownPassword, startApi, type Api, type Person } from '../support/api.js';
import { openBureau, startBureau } from '../support/bureau.js';
import { ClamdStandIn, malware, malwareName } from '../support/clamd-stand-in.js';
import { clusterIn } from '../support/cluster.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import * as samples from '../documents/samples.js';

let api: Api;
let lin: Person;
let gao: Person;
const limits = { MAX_UPLOADS_PER_DAY: '4', MAX_UPLOAD_MB_PER_DAY: '2', UPLOAD_TYPES: 'pdf, DOCX,txt' };

describe('An upload', () => {
  beforeAll(async () => {
    const { engage, ...bureau } = await startBureau({ ...limits, MAX_UPLOADS_PER_DAY: '1000' });
    api = bureau.api;
    lin = await engage('lin', 'officer');
  });
  afterAll(() => api.close());

  it('is kept under its own type where name, Content-Type and content agree', async () => {
    const { body } = await as(api, lin)
      .upload('笔录.docx', samples.docx)
      .type('application/octet-stream')
      .expect(201);
    expect(body.mediaType).toMatch(/wordprocessingml\.document$/);
    const got = await as(api, lin)
      .get(`/v1/files/${String(body.sha256)}`)
      .expect(200);
    expect(got.headers).toMatchObject({
      'content-type': body.mediaType,
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment;/),
    });
  });

  type Wrong = Readonly<{ where: string; name: string; type?: string; content: Buffer; place: object }>;
  it.each<Wrong>([
    { where: 'its name', name: 'x.exe', content: samples.pdf, place: { pointer: '#/name' } },
    {
      where: 'its name, of a kind left out here',
      name: 'x.jpg',
      content: samples.jpg,
      place: { pointer: '#/name' },
    },
    {
      ...{ where: 'its Content-Type', name: 'x.pdf', type: 'text/html' },
      ...{ content: samples.pdf, place: { header: 'Content-Type' } },
    },
    { where: 'its content', name: 'x.pdf', content: samples.svg, place: { pointer: '#' } },
  ])('is refused with the place and its cure: $where', async ({ name, content, place, type }) => {
    const sent = as(api, lin)
      .upload(name, content)
      .type(type ?? 'application/octet-stream');
    expect((await sent.expect(415)).body).toMatchObject({
      type: expect.stringMatching(/file-type-refused$/),
      errors: [{ ...place, detail: expect.stringMatching(/：.+；.+: /) }],
    });
  });

  it('is not scanned where no scanner is configured, which /health says', async () => {
    const { scanner } = (await (await fetch(`${api.url}/health`)).json()) as { scanner: string };
    expect(scanner).toBe('not-configured');
  });

  it('that was refused is there for nobody, and its name does not stand in the answer', async () => {
    const { body } = await as(api, lin)
      .upload('李某举报.pdf', samples.html)
      .type('application/pdf')
      .expect(415);
    expect(JSON.stringify(body)).not.toContain('李某');
  });
});

describe('The uploads of one person on one day', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => removeFolder(folder));
  const day = '2026-03-01';
  const started = (firstDay = day) => startApi({ ...limits, DATA_DIR: folder }, firstDay);
  const again = async (one: Person): Promise<Person> => {
    const { accessToken } = await signIn({ baseUrl: api.url, login: one.login, password: ownPassword });
    return { ...one, token: accessToken };
  };
  const upload = (by: Person, content: string) => as(api, by).upload('x.txt', content);

  it('end with 429, which names the limit and its end; a restart forgets nothing, the next day begins anew', async () => {
    await clusterIn(folder);
    api = await started();
    const { engage } = await openBureau(api);
    lin = await engage('lin', 'officer');
    gao = await engage('gao', 'officer');
    for (const nth of [1, 2, 3]) await upload(lin, `第 ${String(nth)} 份`).expect(201);
    await upload(gao, 'x'.repeat(1_500_000)).expect(201);
    await api.close();

    api = await started();
    lin = await again(lin);
    gao = await again(gao);
    await upload(lin, '第 4 份').expect(201);
    const ends = startOfDay('2026-03-02');
    const most = await upload(lin, '第 5 份').expect(429);
    expect(most.body).toMatchObject({
      type: expect.stringMatching(/uploads-used-up$/),
      ...{ limit: 'MAX_UPLOADS_PER_DAY', most: 4, ends },
    });
    expect(most.headers['retry-after']).toBe(new Date(ends).toUTCString());
    const large = await upload(gao, 'y'.repeat(700_000)).expect(429);
    expect(large.body).toMatchObject({ limit: 'MAX_UPLOAD_MB_PER_DAY', most: 2, ends });
    await upload(gao, '小的还可以').expect(201);
    api.clock.moveTo(new Date(ends));
    await upload(lin, '次日').expect(201);
    await api.close();
  });
});

describe('A scanner', () => {
  const clamd = new ClamdStandIn();
  let luo: Person;
  beforeAll(async () => {
    const { engage, ...bureau } = await startBureau({
      CLAMD: await clamd.listen(),
      CLAMD_TIMEOUT_SECONDS: '5',
    });
    api = bureau.api;
    lin = await engage('lin', 'officer');
    luo = await engage('luo', 'auditor');
  });
  afterAll(async () => {
    await api.close();
    await clamd.close();
  });
  const health = async () =>
    (await (await fetch(`${api.url}/health`)).json()) as { status: string; scanner: string };

  it('that finds malware has it refused by its name, and recorded with who sent it', async () => {
    const { body } = await as(api, lin).upload('笔录.txt', `前 ${malware} 后`).expect(422);
    expect(body).toMatchObject({ type: expect.stringMatching(/file-infected$/), found: malwareName });
    await as(api, lin)
      .get(`/v1/files/${String(body.sha256)}`)
      .expect(404);
    await as(api, lin).upload('另名.txt', `前 ${malware} 后`).expect(422);
    const { items } = (
      await as(api, luo)
        .get(`/v1/audit/refusals?record=${String(body.sha256)}`)
        .expect(200)
    ).body;
    const sent = items.filter(({ kind }: { kind: string }) => kind === 'upload-refused');
    expect(sent).toEqual([
      expect.objectContaining({ person: lin.person, ip: '127.0.0.1', outcome: malwareName }),
    ]);
    await as(api, lin).upload('笔录.txt', '前后').expect(201);
    expect(await health()).toMatchObject({ status: 'ok', scanner: 'answers' });
  });

  it('is not pinged by each who looks at /health', async () => {
    const before = clamd.pings;
    await Promise.all(Array.from({ length: 9 }, health));
    expect(clamd.pings - before).toBeLessThanOrEqual(1);
  });

  it('that does not answer has everything refused, which /health says', async () => {
    clamd.behaviour = 'takes all and says nothing';
    const { body } = await as(api, lin).upload('笔录.txt', '未经扫描').expect(503);
    expect(body).toMatchObject({
      type: expect.stringMatching(/file-not-scanned$/),
      detail: expect.stringMatching(/CLAMD_TIMEOUT_SECONDS/),
    });
    expect(await health()).toMatchObject({ status: 'degraded', scanner: 'silent' });
    clamd.behaviour = 'scans';
    await as(api, lin).upload('笔录.txt', '未经扫描').expect(201);
    expect(await health()).toMatchObject({ status: 'ok', scanner: 'answers' });
  });
});
