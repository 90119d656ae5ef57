/** A registry is imported from CSV and XLSX: all of the file or nothing, and nothing that goes round the second person. */
import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '@anjuan/event-store';
import request from 'supertest';
import { xlsxOf, type Typed } from '../../libs/tables/src/testing.js';
import {
  administrator,
  as,
  enter,
  register,
  registerAgency,
  secondAdministrator,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { lastEntry } from '../support/last-entry.js';

const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let api: Api;
let admin: Person;
let second: Person;
let own: Person;
let officer: Person;
let agency: string;
let other: string;
beforeAll(async () => {
  api = await startApi();
  admin = await administrator(api);
  second = await secondAdministrator(api);
  agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  other = await registerAgency(api, admin, '海淀区市场监督管理局');
  own = await register(api, admin, agency, { login: 'keeper', capacity: 'administrator' });
  officer = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
});
afterAll(() => api.close());

type Sent = Readonly<{ by?: Person; type?: string; key?: string; query?: string; to?: string }>;
const send = (
  content: string | Uint8Array,
  { by = admin, type = csv, key, query = '', to = agency }: Sent = {},
) =>
  request(api.url)
    .post(`/v1/agencies/${to}/imports${query}`)
    .set('authorization', `Bearer ${by.token}`)
    .set('idempotency-key', key ?? randomUUID())
    .set('content-type', type)
    .send(Buffer.from(content));
const looked = (content: string | Uint8Array, sent: Sent = {}) =>
  send(content, { ...sent, query: '?dryRun=true' });
const head = () => lastEntry(api.parts.store);
const table = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');
const header = [
  '工号',
  '姓名',
  '身份',
  '任职起始日',
  '执法证号',
  '执法证有效期起',
  '执法证有效期止',
  '法律职业资格证号',
];
const places = ({ body }: { body: { errors: { line: number; column?: string }[] } }) =>
  body.errors.map(({ line, column }) => [line, column]);
const numberOf = () => randomUUID().slice(0, 8);
const personIn = async (id: string) => (await as(api, second).get(`/v1/people/${id}`).expect(200)).body;

describe('a file of people', () => {
  it('is entered from CSV: people at once, what opens a gate once another has approved it', async () => {
    const [gao, fang] = [numberOf(), numberOf()];
    const text = table(
      header,
      [gao, '高明', '执法人员', '2026-03-01', `执-${gao}`, '2026/3/1', '2030年12月31日', ''],
      [fang, '方正', 'legal-reviewer', '2026-03-01', '', '', '', 'A20190001'],
    );
    expect((await looked(`\uFEFF${text}`).expect(200)).body).toEqual({ dryRun: true, lines: 2, errors: [] });
    const { body } = await send(`\uFEFF${text}`).expect(202);
    expect(body).toMatchObject({
      completed: true,
      lines: 2,
      registered: 2,
      entered: 2,
      proposed: 2,
      outrun: [],
    });
    const [one, two] = body.items;
    expect(await personIn(one.person)).toMatchObject({
      staffNumber: gao,
      name: '高明',
      agency,
      capacities: ['officer'],
      credential: { number: `执-${gao}`, validFrom: '2026-03-01', validTo: '2030-12-31' },
    });
    expect(await personIn(two.person)).toMatchObject({
      capacities: [],
      proposals: [{ proposal: 1 }, { proposal: 2 }],
    });
    const approve = (by: Person) =>
      as(api, by).post(`/v1/people/${two.person}/proposals/approve`, { proposals: [1, 2] });
    expect((await approve(admin).expect(409)).body.reason).toBe('own-proposal');
    await approve(second).expect(204);
    expect(await personIn(two.person)).toMatchObject({
      capacities: ['legal-reviewer'],
      legalQualification: 'A20190001',
    });
  });

  it('is entered from XLSX, where days are numbers', async () => {
    const number = numberOf();
    const rows: Typed[][] = [header, [number, '梅雪', '执法人员', 46_082, `执-${number}`, 46_082, 47_848]];
    const { body } = await send(xlsxOf(rows), { type: xlsx }).expect(200);
    expect(await personIn(body.items[0].person)).toMatchObject({
      name: '梅雪',
      capacities: ['officer'],
      credential: { validFrom: '2026-03-01', validTo: '2030-12-31' },
    });
  });

  it('in GBK is read where the sender says so, and refused with its cure where not', async () => {
    // 工号,姓名 / 7f3a,林岚
    const gbk = Buffer.concat([
      Buffer.from('b9a4bac52cd0d5c3fb0a', 'hex'),
      Buffer.from('7f3a,'),
      Buffer.from('c1d6e1b00a', 'hex'),
    ]);
    const { body } = await send(gbk).expect(422);
    expect(body.errors[0].detail).toMatch(/charset=gbk/);
    const read = await send(gbk, { type: 'text/csv; charset=GBK' }).expect(200);
    expect((await personIn(read.body.items[0].person)).name).toBe('林岚');
  });

  it('with one bad line of 1,000 changes nothing and names the line', async () => {
    const rows = Array.from({ length: 1_000 }, (_, nth) => [
      `K${String(nth)}`,
      `人员${String(nth)}`,
      '执法人员',
      '2026-03-01',
    ]);
    const bad = table(header, ...rows.with(499, ['K499', '人员499', '执法人员', '2026-02-30']));
    const before = await head();
    const refused = await send(bad).expect(422);
    expect(refused.body).toMatchObject({
      lines: 1_000,
      errors: [{ pointer: '#/lines/501/from', title: '任职起始日' }],
    });
    expect(refused.body.errors[0].detail).toMatch(/\p{sc=Han}.*；.*[a-z]/u);
    expect(await head()).toBe(before);
    const { body } = await send(table(header, ...rows)).expect(200);
    expect(body).toMatchObject({ lines: 1_000, registered: 1_000, entered: 1_000, proposed: 0, outrun: [] });
  });

  it('sent again under its key is entered once, and each import is listed', async () => {
    const text = table(header, [numberOf(), '高明', '执法人员', '2026-03-01']);
    const key = randomUUID();
    const { body } = await send(text, { key }).expect(200);
    const before = await head();
    expect((await send(text, { key }).expect(200)).body).toEqual(body);
    expect((await send(`${text}\r\n`, { key }).expect(422)).body.type).toMatch(/key-reused$/);
    expect(await head()).toBe(before);
    const { items } = (await as(api, second).get(`/v1/agencies/${agency}/imports`).expect(200)).body;
    const { items: _, ...listed } = body;
    expect(items.at(-1)).toEqual(listed);
    await as(api, officer).get(`/v1/agencies/${agency}/imports`).expect(403);
    await as(api, own).get(`/v1/agencies/${other}/imports`).expect(404);
  });
});

describe('nobody gets round the second person by it', () => {
  it.each([
    'case-reviewer',
    'legal-reviewer',
    'unit-head',
    'hearing-host',
    'leader',
    'principal',
    'auditor',
    'administrator',
  ])('%s is proposed, from today and from a later day', async (capacity) => {
    for (const from of ['2026-03-01', '2027-03-01']) {
      const { body } = await send(table(header, [numberOf(), '高明', capacity, from])).expect(202);
      expect(await personIn(body.items[0].person)).toMatchObject({
        granted: [],
        proposals: [{ proposal: 1 }],
      });
    }
  });

  it('what is dated back is proposed, of an officer too', async () => {
    const number = numberOf();
    const row = [number, '高明', 'officer', '2026-02-28', `执-${number}`, '2026-02-28', '2030-12-31'];
    const { body } = await send(table(header, row)).expect(202);
    expect(await personIn(body.items[0].person)).toMatchObject({ granted: [], credentials: [] });
  });

  it('nobody grants themselves anything, though their number is typed otherwise', async () => {
    const before = await head();
    for (const number of ['keeper', 'ＫＥＥＰＥＲ', ' Keeper '])
      expect(
        places(
          await send(table(header, [number, '人员keeper', 'auditor', '2026-03-01']), { by: own }).expect(422),
        ),
      ).toEqual([[2, 'staffNumber']]);
    expect(await head()).toBe(before);
  });

  it('only administrators import, of that agency or of the system', async () => {
    const text = table(header, [numberOf(), '高明']);
    await send(text, { by: officer }).expect(403);
    await send(text, { by: own, to: other }).expect(403);
    await send(text, { to: randomUUID() }).expect(409);
    await send(text, { by: own }).expect(200);
  });

  it('a column for what is none is refused, not passed over', async () => {
    const { body } = await send(
      table([...header, '机关'], ['1', '高明', '', '', '', '', '', '', other]),
    ).expect(422);
    expect(body.errors).toEqual([
      expect.objectContaining({ line: 1, detail: expect.stringMatching(/没有“机关”这一列/) }),
    ]);
  });
});

describe('a hostile file', () => {
  const row = (...cells: readonly string[]) => table(header, cells);

  it.each<readonly [string, string, readonly unknown[]]>([
    ['nothing', '', [[0, undefined]]],
    ['the names of the columns alone', table(header), [[0, undefined]]],
    ['no column of names', table(['工号'], ['1']), [[1, 'name']]],
    ['a column twice', table(['工号', '姓名', 'name'], ['1', '高明', '高明']), [[1, 'name']]],
    ['more columns than the first line', row('1', '高明', '', '', '', '', '', '', 'x'), [[2, undefined]]],
    ['a formula', row('=1+1', '高明'), [[2, 'staffNumber']]],
    ['a formula of another kind', row('1', '＝HYPERLINK(1)'), [[2, 'name']]],
    ['a command of a spreadsheet', row('1', '@SUM(1)|cmd'), [[2, 'name']]],
    ['a name of two lines', row('1', '"高\n明"'), [[3, 'name']]],
    ['a name with a character that nobody sees', row('1', '高\u200B明'), [[2, 'name']]],
    ['a name that is too long', row('1', '高'.repeat(61)), [[2, 'name']]],
    ['a capacity without its day', row('1', '高明', '执法人员'), [[2, 'from']]],
    ['a day without its capacity', row('1', '高明', '', '2026-03-01'), [[2, 'capacity']]],
    ['an unknown capacity', row('1', '高明', '皇帝', '2026-03-01'), [[2, 'capacity']]],
    ['a day that is none', row('1', '高明', '执法人员', '2026-02-30'), [[2, 'from']]],
    [
      'the last day before the first',
      row('1', '高明', '', '', '执-1', '2026-03-02', '2026-03-01'),
      [[2, 'credentialTo']],
    ],
    ['a credential without an end', row('1', '高明', '', '', '执-1', '2026-03-02'), [[2, 'credentialTo']]],
    [
      'several faults, in lines that can be read too',
      table(header, ['1', ''], ['keeper', '他人', '执法人员', '2026-03-01']),
      [
        [2, 'name'],
        [3, 'name'],
      ],
    ],
  ])('with %s is refused, and nothing written', async (_, text, expected) => {
    const before = await head();
    expect(places(await send(text).expect(422))).toEqual(expected);
    expect(places(await looked(text).expect(200))).toEqual(expected);
    expect(await head()).toBe(before);
  });

  it.each<readonly [string, Typed[][], readonly unknown[]]>([
    ['a formula', [header, ['1', { formula: 'A1' }]], [[2, 'name']]],
    ['a number where leading zeros count', [header, [12, '高明']], [[2, 'staffNumber']]],
    ['a time of day', [header, ['1', '高明', '执法人员', 46_082.5]], [[2, 'from']]],
    ['a day of no calendar', [header, ['1', '高明', '执法人员', -1]], [[2, 'from']]],
  ])('of a workbook with %s too', async (_, rows, expected) => {
    expect(places(await send(xlsxOf(rows), { type: xlsx }).expect(422))).toEqual(expected);
  });

  it('that is too large is refused: by bytes, by lines, by what it unpacks to', async () => {
    await send('x'.repeat(1024 * 1024 + 1)).expect(413);
    const many = Array.from({ length: 2_001 }, (_, nth) => [String(nth), '高明']);
    expect((await send(table(header, ...many)).expect(422)).body.errors[0].detail).toMatch(/至多 2000 行/);
    const bomb = xlsxOf([header, ['1', ' '.repeat(9_000_000)]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await send(bomb, { type: xlsx }).expect(422)).body.errors[0].detail).toMatch(/展开后超过/);
  });

  it('of another kind is refused, and what is not what it says it is', async () => {
    await send('{}', { type: 'application/json' }).expect(415);
    await send('a', { type: 'multipart/form-data; boundary=x' }).expect(415);
    expect((await send('工号,姓名', { type: xlsx }).expect(422)).body.errors[0].detail).toMatch(/不是 XLSX/);
    await send(xlsxOf([header]), { type: csv }).expect(422);
    await send(table(header, ['1', '高明']), { query: '?dryRun=perhaps' }).expect(422);
    await send(table(header, ['1', '高明']), { query: '?dry=true' }).expect(422);
    await send(table(header, ['1', '高明']), { key: 'short' }).expect(400);
  });
});

describe('who checks a file', () => {
  it('is in the log of access, whether the file is only looked at or refused', async () => {
    const auditor = await register(api, admin, agency, { login: 'luo', capacity: 'auditor' });
    const keeper = (login: string) => register(api, admin, agency, { login, capacity: 'administrator' });
    const [enters, looks, errs] = [await keeper('enters'), await keeper('looks'), await keeper('errs')];
    const sound = () => table(header, [numberOf(), '高明']);
    const faulty = table(header, ['keeper', '他人', 'officer', '2026-03-01']);
    await send(sound(), { by: enters }).expect(200);
    await looked(sound(), { by: looks }).expect(200);
    await send(faulty, { by: errs }).expect(422);
    type Item = Readonly<{ person: string; operations: readonly Readonly<{ operation: string }>[] }>;
    const { body } = await as(api, auditor).get(`/v1/audit/reads?record=${agency}&limit=200`).expect(200);
    const checked = (body.items as readonly Item[])
      .filter(({ operations }) => operations.some(({ operation }) => operation === 'registry/import'))
      .map(({ person }) => person);
    expect(checked).toEqual(expect.arrayContaining([looks.person, errs.person]));
    expect(checked).not.toContain(enters.person);
  });
});

describe('an import that was cut short', () => {
  const cutShort = async (by: Person): Promise<string> => {
    const { store } = api.parts;
    const append = store.append.bind(store);
    store.append = (stream, ...given) =>
      stream.startsWith('person-') ? Promise.reject(new StoreUnavailable()) : append(stream, ...given);
    await send(table(header, [numberOf(), '高明', 'leader', '2026-03-01']), { by }).expect(503);
    store.append = append;
    return (await listed()).at(-1)?.['import'] as string;
  };
  const listed = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { body } = await as(api, second).get(`/v1/agencies/${agency}/imports?limit=200`).expect(200);
    return body.items;
  };
  type Sent = Readonly<{ key?: string; to?: string }>;
  const act = (by: Person, id: string, what: 'abandon' | 'take-up', { key, to = agency }: Sent = {}) =>
    as(api, by).post(
      `/v1/agencies/${to}/imports/${id}/${what}`,
      what === 'abandon' ? { reason: '已离任' } : {},
      key,
    );

  const leaverWithOne = async (
    login: string,
  ): Promise<Readonly<{ id: string; left: () => Promise<void> }>> => {
    const leaver = await register(api, admin, agency, { login, capacity: 'administrator' });
    const to = new Date(api.clock.now().getTime()).toISOString().slice(0, 10);
    const left = async (): Promise<void> => {
      await enter(api, admin, `/v1/people/${leaver.person}/capacities/end`, {
        capacity: 'administrator',
        to,
      });
      api.clock.moveTo(new Date(api.clock.now().getTime() + 86_400_000));
    };
    return { id: await cutShort(leaver), left };
  };

  it('is taken up by another administrator, once whoever sent it has left', async () => {
    const { id, left } = await leaverWithOne('leaver');
    expect((await act(second, id, 'take-up').expect(409)).body.reason).toBe('importer-in-office');
    await act(officer, id, 'take-up').expect(403);
    await act(own, id, 'take-up', { to: other }).expect(403);
    await act(second, 'none', 'take-up').expect(404);
    await left();
    await as(api, second).post('/v1/people', { agency, staffNumber: numberOf(), name: '高明' }).expect(201);
    expect((await listed()).at(-1)).toMatchObject({ import: id, completed: false });
    const key = randomUUID();
    const { body } = await act(second, id, 'take-up', { key }).expect(202);
    expect(body).toMatchObject({
      import: id,
      completed: true,
      takenUp: { by: { person: expect.any(String), capacity: 'administrator' } },
      registered: 1,
      proposed: 1,
      items: [{ line: 2, registered: true, proposed: ['CapacityGranted'] }],
    });
    expect((await act(second, id, 'take-up', { key }).expect(202)).body).toEqual(body);
    expect((await act(second, id, 'abandon').expect(409)).body.reason).toBe('import-not-pending');
  });

  it('is abandoned, and no more said to have entered anything', async () => {
    const { id, left } = await leaverWithOne('another-leaver');
    await left();
    await act(officer, id, 'abandon').expect(403);
    await act(own, id, 'abandon', { to: other }).expect(403);
    await act(second, randomUUID(), 'abandon').expect(409);
    const { body } = await act(second, id, 'abandon').expect(200);
    expect(body).toMatchObject({
      import: id,
      completed: false,
      abandoned: { by: { person: expect.any(String) }, reason: '已离任' },
    });
    expect(body).not.toHaveProperty('registered');
    expect((await listed()).at(-1)).toEqual(body);
  });

  it('is listed page by page', async () => {
    const all = await listed();
    const ids: unknown[] = [];
    for (let after = ''; ;) {
      const path = `/v1/agencies/${agency}/imports?limit=2${after}`;
      const { body } = await as(api, second).get(path).expect(200);
      expect(body.imports).toBe(all.length);
      expect(body.items.length).toBeLessThanOrEqual(2);
      ids.push(...(body.items as { import: string }[]).map((one) => one.import));
      if (body.next === undefined) break;
      after = `&after=${String(body.next)}`;
    }
    expect(ids).toEqual(all.map((one) => one['import']));
    for (const [after, detail] of [
      ['none', /须为上一页的 next/],
      [agency, /须为本清单上一页的 next/],
    ] as const) {
      const { body } = await as(api, second).get(`/v1/agencies/${agency}/imports?after=${after}`).expect(422);
      expect(body.errors).toEqual([{ pointer: '#/after', detail: expect.stringMatching(detail) }]);
    }
    await as(api, second).get(`/v1/agencies/${agency}/imports?limit=0`).expect(422);
  });
});
