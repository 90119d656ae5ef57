/** People leave: they are out at once, and what hung on them in cases is listed until somebody else has it. */
import { as, enter, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau, type Engage } from '../support/bureau.js';
import { fileCase, filingBy, receiveLead } from '../support/filed-case.js';
import { inspect } from '../support/inspection.js';

let api: Api;
let admin: Person;
let engage: Engage;
let lin: Person;
let gao: Person;
let tang: Person;
let luo: Person;
let zhou: Person;
let stranger: Person;
let opened: string;
let filed: string;
let position: string;

beforeAll(async () => {
  ({ api, admin, engage } = await startBureau());
  [lin, gao, tang] = [
    await engage('lin', 'officer'),
    await engage('gao', 'officer'),
    await engage('tang', 'leader'),
  ];
  [luo, zhou] = [await engage('luo', 'auditor'), await engage('zhou', 'unit-head')];
  stranger = await (await anotherBureau(api)).engage('yu', 'auditor');
  [opened, filed] = [await receiveLead(api, lin), await receiveLead(api, lin)];
  position = await fileCase(api, filed, { handlers: [lin, gao], leader: tang });
});
afterAll(() => api.close());

const duties = (by: Person, of: Person, query = '') =>
  as(api, by).get(`/v1/people/${of.person}/duties?waitFor=${position}${query}`);
const orphaned = async (query = '') =>
  (await as(api, zhou).get(`/v1/lists/orphaned-cases?waitFor=${position}${query}`).expect(200)).body;
const borne = ({ items }: { items: readonly Record<string, unknown>[] }) =>
  items.map(({ case: of, duty, person, left }) => ({ of, duty, person, left }));

it('what hangs on somebody is read by themselves, by those in charge, and by auditors', async () => {
  for (const by of [lin, tang, luo, zhou]) {
    const { body } = await duties(by, lin).expect(200);
    expect(body).toMatchObject({ person: lin.person, open: 2 });
    expect(borne(body)).toEqual([
      { of: expect.any(String), duty: expect.any(String), person: lin.person, left: undefined },
      { of: expect.any(String), duty: expect.any(String), person: lin.person, left: undefined },
    ]);
    expect(body.items).toContainEqual(
      expect.objectContaining({ case: filed, duty: 'handler', cause: '未按规定明码标价', stage: 'filed' }),
    );
    expect(body.items).toContainEqual(expect.objectContaining({ case: opened, duty: 'lead', number: null }));
  }
});

it('an administrator is told how many, and of no case; a colleague and another agency nothing', async () => {
  const { body } = await duties(admin, lin).expect(200);
  expect(body).toEqual({ person: lin.person, open: 2 });
  await duties(gao, lin).expect(404);
  const there = (await duties(stranger, lin).expect(404)).body;
  const nowhere = (await duties(stranger, { ...lin, person: crypto.randomUUID() }).expect(404)).body;
  expect(there.detail).toBe(nowhere.detail);
});

it('is read page by page', async () => {
  const first = (await duties(zhou, lin, '&limit=1').expect(200)).body;
  const second = (await duties(zhou, lin, `&limit=1&after=${first.next}`).expect(200)).body;
  expect(new Set([...borne(first), ...borne(second)].map(({ of }) => of))).toEqual(new Set([opened, filed]));
  expect(second.next).toBeUndefined();
  await duties(zhou, lin, '&after=x').expect(422);
  await duties(zhou, lin, '&limit=0').expect(422);
});

it('nothing is orphaned while everybody is there; of a capacity that ends, the cases are from the next day on', async () => {
  expect((await orphaned()).items).toEqual([]);
  await enter(api, admin, `/v1/people/${gao.person}/capacities/end`, {
    capacity: 'officer',
    to: '2026-03-01',
  });
  expect((await orphaned()).items).toEqual([]);
  api.clock.moveTo(new Date('2026-03-02T01:00:00Z'));
  expect(borne(await orphaned())).toEqual([
    { of: filed, duty: 'handler', person: gao.person, left: { why: 'no-capacity', on: '2026-03-01' } },
  ]);
});

it('an account that is closed is out at once, and so is what hung on it', async () => {
  await as(api, admin).post(`/v1/people/${lin.person}/account/close`, {}).expect(204);
  await as(api, lin).get('/v1/me').expect(401);
  const { items } = await orphaned();
  const gone = { person: lin.person, left: { why: 'account-closed', on: expect.any(String) } };
  expect(borne({ items })).toEqual(
    expect.arrayContaining([
      { of: opened, duty: 'lead', ...gone },
      { of: filed, duty: 'handler', ...gone },
    ]),
  );
  expect(items).toHaveLength(3);
});

it('what anybody of a capacity may do hangs on nobody once the last of them has left', async () => {
  const mei = await engage('mei', 'officer');
  const { body } = await as(api, mei)
    .post(`/v1/cases/${opened}/initiation/request-filing`, filingBy([mei, gao]))
    .set('if-match', '"0"');
  // Whom the registry no longer has as an officer cannot be named.
  expect(body.provisions ?? []).not.toEqual([]);
  const ren = await engage('ren', 'officer');
  await inspect(api, opened, [mei, ren]);
  ({ position } = (
    await as(api, mei)
      .post(`/v1/cases/${opened}/initiation/request-filing`, filingBy([mei, ren]))
      .set('if-match', '"1"')
      .expect(200)
  ).body);
  const waiting = async () => borne(await orphaned()).filter(({ duty }) => duty === 'approval');
  expect(await waiting()).toEqual([]);
  await enter(api, admin, `/v1/people/${tang.person}/capacities/end`, {
    capacity: 'leader',
    to: '2026-03-02',
  });
  api.clock.moveTo(new Date('2026-03-03T01:00:00Z'));
  expect(await waiting()).toEqual([
    { of: opened, duty: 'approval', person: null, left: { why: 'no-capacity' } },
  ]);
});
