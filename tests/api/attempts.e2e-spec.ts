/** Acts that the law refused are entries of the record, bounded in a flood; those kept in a table before are read too. */
import { randomUUID } from 'node:crypto';
import { openPool } from '@anjuan/event-store';
import { as, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau } from '../support/bureau.js';

let api: Api;
let agency: string;
let lin: Person;
let gao: Person;
let luo: Person;
let theirs: Person;
beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, agency } = bureau);
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  luo = await engage('luo', 'auditor');
  theirs = await (await anotherBureau(api)).engage('shi', 'auditor');
});
afterAll(() => api.close());

const opened = async (): Promise<string> => {
  const lead = { source: '投诉', summary: '未明码标价' };
  return (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body.case;
};
/** By the law: it was not asked for. */
const ordered = (by: Person, id: string, nth = 7) =>
  as(api, by)
    .post(`/v1/cases/${id}/erasures/${String(nth)}/order`, {})
    .expect(409);
const order = 'erasure/order';

type Item = Readonly<{
  person: string;
  case: string;
  act: string;
  times: number;
  provisions: readonly { id: string }[];
}>;
type Page = Readonly<{ items: readonly Item[]; next?: string }>;
const page = async (query: string, by = luo): Promise<Page> =>
  (await as(api, by).get(`/v1/lists/attempts?${query}`).expect(200)).body;
const listed = async (query: string, by = luo) => (await page(`limit=200&${query}`, by)).items;

it('stands in the record, under the agency of who tried, with what was refused and why', async () => {
  const id = await opened();
  await ordered(lin, id);
  const [item, ...more] = await listed(`record=${id}`);
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    ...{ person: lin.person, case: id, act: order, capacity: 'officer', times: 1 },
    provisions: expect.arrayContaining([{ id: 'erasure/ordered-by-a-leader', cites: expect.any(String) }]),
  });
  expect(await listed(`record=${id}`, theirs)).toEqual([]);
  const recorded: string[] = [];
  for await (const event of api.parts.store.readAll())
    if (event.type === 'ActRefused') recorded.push(event.agency);
  expect(recorded).toContain(agency);
});

it('is found by person, case, day, act and provision', async () => {
  const [one, other] = [await opened(), await opened()];
  await ordered(lin, one);
  await ordered(gao, one);
  await ordered(gao, other);
  expect(await listed(`record=${one}`)).toHaveLength(2);
  expect(await listed(`record=${one}&person=${gao.person}`)).toHaveLength(1);
  expect(await listed(`record=${one}&operation=${order}&outcome=erasure/ordered-by-a-leader`)).toHaveLength(
    2,
  );
  expect(await listed(`record=${one}&operation=decision/decide`)).toEqual([]);
  expect(await listed(`record=${one}&outcome=decision/none`)).toEqual([]);
  expect(await listed(`record=${one}&from=2026-03-01&to=2026-03-01`)).toHaveLength(2);
  expect(await listed(`record=${one}&from=2026-03-02`)).toEqual([]);
  expect(await listed(`record=${one}&to=2026-02-28`)).toEqual([]);
});

it('in a flood is not an entry each', async () => {
  const id = await opened();
  for (let nth = 0; nth < 30; nth += 1) await ordered(gao, id, nth);
  expect((await listed(`record=${id}`)).length).toBeLessThan(30);
});

it('that a program before this one kept in its table is read before the others, page by page', async () => {
  const id = randomUUID();
  const provisions = JSON.stringify([{ id: 'decision/after-review', cites: 'APL 58' }]);
  // As its role could then: this one's cannot.
  const owner = openPool({ ...api.parts.pool.options, user: 'anjuan', max: 1 });
  for (const act of ['decision/decide', 'service/serve'])
    await owner.query(
      `INSERT INTO audit.attempt (at, agency, case_id, person, capacity, act, provisions)
       VALUES ('2026-02-01T01:00:00Z', $1, $2, $3, 'officer', $4, $5)`,
      [agency, id, lin.person, act, provisions],
    );
  await owner.end();
  await ordered(lin, await opened());
  expect(await listed(`record=${id}`)).toMatchObject([
    { act: 'decision/decide', case: id, times: 1, provisions: [{ id: 'decision/after-review' }] },
    { act: 'service/serve' },
  ]);
  expect(await listed(`record=${id}&outcome=decision/after-review&operation=service/serve`)).toHaveLength(1);
  expect(await listed(`record=${id}&from=2026-02-02`)).toEqual([]);
  const all = await listed('');
  const walked: Item[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const { items, next }: Page = await page(`limit=1${after && `&after=${after}`}`);
    walked.push(...items);
    after = next;
  }
  // The minute of what was counted may end meanwhile: then it is an entry more, among the others by its time.
  const there = new Set(all.map((item) => JSON.stringify(item)));
  expect(walked.filter((item) => there.has(JSON.stringify(item)))).toEqual(all);
  expect(all.slice(0, 2).map(({ act }) => act)).toEqual(['decision/decide', 'service/serve']);
});
