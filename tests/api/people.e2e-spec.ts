/** The registry can be read: who is there, what they hold on which day, who entered it and who approved it. */
import { as, enter, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau } from '../support/bureau.js';

let api: Api;
let admin: Person;
let agency: string;
let lin: Person;
let fang: Person;
let stranger: Person;
beforeAll(async () => {
  const bureau = await startBureau();
  ({ api, admin, agency } = bureau);
  lin = await bureau.engage('a-lin', 'officer');
  fang = await bureau.engage('b-fang', 'legal-reviewer');
  stranger = await (await anotherBureau(api)).engage('yu', 'principal');
  await enter(api, admin, `/v1/people/${lin.person}/capacities/end`, {
    capacity: 'officer',
    to: '2026-03-31',
  });
});
afterAll(() => api.close());

const people = (by: Person, query = '') => as(api, by).get(`/v1/agencies/${agency}/people${query}`);
const named = ({ body }: { body: { items: { staffNumber: string; capacities: string[] }[] } }) =>
  body.items.map(({ staffNumber, capacities }) => [staffNumber, capacities]);

it('everybody of the agency is listed by staff number, with what they hold on a day', async () => {
  expect(named(await people(lin).expect(200))).toEqual([
    ['a-lin', ['officer']],
    ['b-fang', ['legal-reviewer']],
  ]);
  expect(named(await people(fang, '?on=2026-04-01').expect(200))).toEqual([
    ['a-lin', []],
    ['b-fang', ['legal-reviewer']],
  ]);
  expect(named(await people(fang, '?on=2023-12-31').expect(200))).toEqual([
    ['a-lin', []],
    ['b-fang', []],
  ]);
  expect(named(await people(lin, '?capacity=officer').expect(200))).toEqual([['a-lin', ['officer']]]);
});

it('with every grant and its dates for those who keep the registry, and for nobody else', async () => {
  const [{ granted }] = (await people(admin).expect(200)).body.items;
  expect(granted).toEqual([{ capacity: 'officer', from: '2024-01-01', to: '2026-03-31' }]);
  expect((await people(lin).expect(200)).text).not.toMatch(/granted|proposals|qualification/i);
});

it('page by page; a page that this list did not give is refused', async () => {
  const first = (await people(lin, '?limit=1').expect(200)).body;
  expect(first).toMatchObject({ people: 2, next: lin.person });
  const second = await people(lin, `?limit=1&after=${first.next}`).expect(200);
  expect(named(second)).toEqual([['b-fang', ['legal-reviewer']]]);
  expect(second.body.next).toBeUndefined();
  for (const query of [
    '?after=x',
    `?after=${stranger.person}`,
    '?limit=0',
    '?on=2026-02-30',
    '?capacity=emperor',
    '?x=1',
  ])
    await people(lin, query).expect(422);
});

it('of another agency it is as if there were none', async () => {
  const there = (await people(stranger).expect(404)).body;
  const nowhere = (await as(api, stranger).get(`/v1/agencies/${crypto.randomUUID()}/people`).expect(404))
    .body;
  expect(there.detail).toBe(nowhere.detail);
});

it('who proposed a grant, and who approved it, is in the history of the person', async () => {
  const { items } = (await as(api, admin).get(`/v1/people/${fang.person}/history`).expect(200)).body;
  const entries = items as readonly { type: string; by: { person: string; capacity: string } }[];
  const proposed = entries.find(({ type }) => type === 'ChangeProposed');
  const approved = entries.find(({ type }) => type === 'ChangesApproved');
  expect(proposed?.by.capacity).toBe('administrator');
  expect(approved?.by.capacity).toBe('administrator');
  expect(approved?.by.person).not.toBe(proposed?.by.person);
});
