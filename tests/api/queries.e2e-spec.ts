import { as, enter, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';

let api: Api;
let lin: Person;
let luo: Person;
let opened: string;
let position: string;
beforeAll(async () => {
  const { admin, engage, ...bureau } = await startBureau();
  api = bureau.api;
  lin = await engage('lin', 'officer');
  await enter(api, admin, `/v1/people/${lin.person}/capacities`, { capacity: 'leader', from: '2024-01-01' });
  luo = await engage('luo', 'auditor');
  const lead = { source: '投诉', summary: '未明码标价', occurredAt: '2026-03-01T08:30:00+08:00' };
  const { body } = await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  ({ case: opened, position } = body);
});
afterAll(() => api.close());

const lists = ['my-cases', 'agency-cases', 'approvals', 'late-entries', 'running-clocks'].map(
  (name) => `/v1/lists/${name}`,
);
const forAuditors = /late-entries|attempts/;
const ask = (path: string) => as(api, forAuditors.test(path) ? luo : lin).get(path);
const reported = async (path: string): Promise<unknown> => {
  const { body } = await ask(path)
    .expect(422)
    .expect('content-type', /^application\/problem\+json/);
  return body.errors.map(({ pointer }: { pointer: string }) => pointer);
};

describe('a query is a form', () => {
  it.each<[string, string]>([
    ...['0', '-1', '201', '0x10', '1e1', '+5', ' 5', '05', '5.0', '', '５', 'ten'].map(
      (value): [string, string] => ['limit', value],
    ),
    ...['1', '0', 'TRUE', 'yes', ''].map((value): [string, string] => ['overdue', value]),
    ...['2026-99-99', '2026-02-30', '2026-2-1', '2026-02-01T00:00:00Z', ''].map((value): [string, string] => [
      'dueBefore',
      value,
    ]),
    ...['mine', 'constructor', ''].map((value): [string, string] => ['scope', value]),
    ...['later', 'constructor'].map((value): [string, string] => ['consequence', value]),
    ...['', 'a b', 'x'.repeat(600)].map((value): [string, string] => ['after', value]),
    ['waitFor', 'now'],
    ['unheardOf', '1'],
    ['constructor', '1'],
    ['__proto__', '1'],
    ['__proto__[admin]', '1'],
  ])('%s=%s is refused at its key', async (key, value) => {
    expect(
      await reported(`/v1/lists/running-clocks?${encodeURIComponent(key)}=${encodeURIComponent(value)}`),
    ).toEqual([`#/${key}`]);
  });

  it('a key given twice is refused', async () => {
    expect(await reported('/v1/lists/my-cases?limit=5&limit=6')).toEqual(['#/limit']);
    expect(await reported('/v1/lists/my-cases?limit=5&%6cimit=6')).toEqual(['#/limit']);
  });

  const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('a cursor that no list gave is refused, whatever it decodes to', async () => {
    for (const given of [
      ...[
        ['\0', '', 0],
        ['\ud800', '', 0],
        ['', '', 1e300],
        ['', '', 0.5],
        ['', '', 0, 0],
      ].map((key) => ['running-clocks', ...key]),
      ['', '', 0],
      { length: 3 },
      { length: 4, 0: 'running-clocks' },
    ])
      expect(await reported(`/v1/lists/running-clocks?after=${cursor(given)}`)).toEqual(['#/after']);
    await ask(`/v1/lists/running-clocks?after=${cursor(['running-clocks', '', '', 0])}`).expect(200);
  });

  it('a cursor of another list is refused: it would pass cases over', async () => {
    const own = cursor(['my-cases', '', '']);
    await ask(`/v1/lists/my-cases?after=${own}`).expect(200);
    const { body } = await ask(`/v1/lists/declarations?after=${own}`).expect(422);
    expect(body.errors).toEqual([
      { pointer: '#/after', detail: expect.stringMatching(/^须为本清单上一页的 next；.*of this list$/) },
    ]);
  });

  it('a route without a query takes none, and a command without a form no body', async () => {
    expect(await reported('/v1/me?verbose=1')).toEqual(['#/verbose']);
    expect(await reported(`/v1/cases/${opened}/history?at=0`)).toEqual(['#/at']);
    const { body } = await as(api, lin)
      .post(`/v1/cases/${opened}/erasures/1/order`, { sure: true })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: '#/sure' }]);
  });

  it('true and false are told apart', async () => {
    const all = (await ask('/v1/lists/running-clocks').expect(200)).body.items;
    expect(all.length).toBeGreaterThan(0);
    expect((await ask('/v1/lists/running-clocks?overdue=false').expect(200)).body.items).toEqual(all);
    expect((await ask('/v1/lists/running-clocks?overdue=true').expect(200)).body.items).toEqual([]);
  });
});

describe('what the record does not reach', () => {
  it('is told alike everywhere', async () => {
    const beyond = position.replaceAll(/\d/g, '9');
    for (const list of lists) {
      await ask(`${list}?waitFor=${position}`).expect(200);
      const { body } = await ask(`${list}?waitFor=${beyond}`).expect(409);
      expect(body.type).toMatch(/\/problems\/position-unknown$/);
    }
    await ask(`/v1/cases/${opened}?at=0`).expect(200);
    const { body } = await ask(`/v1/cases/${opened}?at=1`).expect(409);
    expect(body.type).toMatch(/\/problems\/position-unknown$/);
    expect(body).toMatchObject({ currentRevision: 0, detail: expect.stringContaining('尚无版本1；') });
    expect(body.detail).not.toMatch(/older copy|Rebuild/);
    await ask(`/v1/cases/${opened}?at=1000000`).expect(409);
  });

  it('is learned by nobody from what anybody reads', async () => {
    const beyond = position.replaceAll(/\d/g, '9');
    for (const waitFor of [position, beyond])
      expect(await reported(`/v1/published-decisions?waitFor=${waitFor}`)).toEqual(['#/waitFor']);
  });

  it('is not looked for by an entry and a day at once', async () => {
    expect(await reported(`/v1/cases/${opened}?at=0&asOf=2026-03-01`)).toEqual(['#/at', '#/asOf']);
  });
});

describe('a moment', () => {
  const taken = [
    '2026-03-01T08:30:00+08:00',
    '2026-03-01T00:30Z',
    '2026-03-01T00:30:00.5Z',
    '2026-02-28T20:30:00-04:00',
  ];
  const refused = [
    '2026-03-01T00:30:00.0001Z',
    '2026-03-01T00:30:00',
    '2026-02-30T00:30:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01 00:30:00Z',
    '9999-12-31T20:00:00Z',
    '0001-01-01T00:00:00Z',
  ];
  const asOf = (moment: string) => ask(`/v1/cases/${opened}?asOf=${encodeURIComponent(moment)}`);
  const occurredAt = (moment: string) =>
    as(api, lin).post('/v1/cases/initiation/receive-lead', {
      source: '投诉',
      summary: '摘要',
      occurredAt: moment,
    });

  it.each(taken)('%s is taken in a query as in a command', async (moment) => {
    expect((await asOf(moment)).status).not.toBe(422);
    await occurredAt(moment).expect(201);
  });

  it.each(refused)('%s is refused in a query as in a command', async (moment) => {
    await asOf(moment).expect(422);
    await occurredAt(moment).expect(422);
  });

  it('shows the case as it was known at the end of a day', async () => {
    await ask(`/v1/cases/${opened}?asOf=2026-03-01`).expect(200);
    await ask(`/v1/cases/${opened}?asOf=2026-02-28`).expect(404);
  });
});

describe('who signs in', () => {
  it.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('may write %s', async (scheme) => {
    await ask('/v1/me').set('authorization', `${scheme} ${lin.token}`).expect(200);
  });
});

describe('a route', () => {
  it('tells which methods it has', async () => {
    const { body, headers } = await as(api, lin).post('/v1/me', {}).expect(405);
    expect(body.type).toMatch(/\/problems\/method-not-allowed$/);
    expect(headers['allow']).toBe('GET, HEAD');
  });

  it('tells about no problem that there is not', async () => {
    for (const name of ['constructor', 'toString', '__proto__', 'nowhere'])
      await ask(`/problems/${name}`).expect(404);
    await ask('/problems/method-not-allowed').expect(200);
  });
});

describe('a large form', () => {
  it('may be as large as its fields can be, and no larger', async () => {
    const says = '条'.repeat(2000);
    const basis = Array.from({ length: 30 }, () => ({ law: '法'.repeat(200), article: '1', says }));
    const filing = (more: object) =>
      as(api, lin)
        .post(`/v1/cases/${opened}/initiation/request-filing`, { basis, ...more })
        .set('if-match', '"0"');
    // 190 kB: read, and refused for what it leaves out.
    await filing({}).expect(422);
    await filing({ cause: 'x'.repeat(1_000_000) }).expect(413);
    await as(api, lin)
      .post(`/v1/cases/${opened}/approval/return`, { approval: 1, reason: 'x'.repeat(70_000) })
      .expect(413);
  });
});
