/** The cases of somebody who leaves are handed over together; each is answered for itself. */
import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '@anjuan/event-store';
import { as, enter, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau } from '../support/bureau.js';
import { fileCase, receiveLead } from '../support/filed-case.js';
import { lastEntry } from '../support/last-entry.js';

let api: Api;
let lin: Person;
let gao: Person;
let mei: Person;
let ren: Person;
let tang: Person;
let zhou: Person;
let stranger: Person;
let cases: readonly string[];
let elsewhere: string;

const act = (by: Person, path: string, revision: number, body: object) =>
  as(api, by)
    .post(`/v1/cases/${path}`, body)
    .set('if-match', `"${String(revision)}"`)
    .expect(200);
const filed = async (...handlers: readonly [Person, Person]): Promise<string> => {
  const id = await receiveLead(api, handlers[0]);
  await fileCase(api, id, { handlers, leader: tang });
  return id;
};

beforeAll(async () => {
  const { admin, engage, ...bureau } = await startBureau();
  api = bureau.api;
  [lin, gao] = [await engage('lin', 'officer'), await engage('gao', 'officer')];
  [mei, ren] = [await engage('mei', 'officer'), await engage('ren', 'officer')];
  [tang, zhou] = [await engage('tang', 'leader'), await engage('zhou', 'unit-head')];
  stranger = await (await anotherBureau(api)).engage('yu', 'officer');
  elsewhere = await receiveLead(api, stranger);
  cases = [await filed(lin, gao), await filed(lin, gao), await filed(lin, gao)];
  await enter(api, admin, `/v1/people/${lin.person}/capacities/end`, {
    capacity: 'officer',
    to: '2026-03-01',
  });
  api.clock.moveTo(new Date('2026-03-02T01:00:00Z'));
});
afterAll(() => api.close());

const over = (body: object, { by = zhou, of = lin, key = randomUUID() } = {}) =>
  as(api, by).post(`/v1/people/${of.person}/hand-over`, { reason: '林岚调离', ...body }, key);
const handlersIn = async (id: string): Promise<readonly string[]> =>
  (await as(api, tang).get(`/v1/cases/${id}`).expect(200)).body.file.filing.handlers;
const orphaned = async (position: string): Promise<readonly string[]> => {
  const { body } = await as(api, zhou).get(`/v1/lists/orphaned-cases?waitFor=${position}`).expect(200);
  return body.items.map((item: { case: string }) => item.case);
};
const head = () => lastEntry(api.parts.store);

/** While `work` runs nothing can be written to those cases; gives how often it was tried. */
const withoutWriting = async (
  ids: readonly string[],
  fault: () => Error,
  work: () => Promise<void>,
): Promise<number> => {
  const { store } = api.parts;
  const append = store.append.bind(store);
  let tries = 0;
  store.append = (stream, ...given) => {
    if (!ids.some((id) => stream === `case-${id}`)) return append(stream, ...given);
    tries += 1;
    return Promise.reject(fault());
  };
  await work().finally(() => {
    store.append = append;
  });
  return tries;
};

it('each case gets its new handlers, or its own refusal, and those that were done are orphaned no more', async () => {
  const [first = '', second = '', third = ''] = cases;
  // Whose handlers are others by now.
  await act(zhou, `${second}/initiation/name-handlers`, 4, {
    handlers: [gao.person, ren.person],
    reason: '林岚调离',
  });
  const [key, unknown] = [randomUUID(), randomUUID()];
  const asked = { cases: [first, second, third, elsewhere, unknown, first], to: [mei.person] };
  const { body } = await over(asked, { key }).expect(200);
  expect(body).toEqual({
    person: lin.person,
    items: [
      { case: first, done: { revision: 5, position: expect.any(String) } },
      { case: second, refused: expect.objectContaining({ status: 409, reason: 'does-not-handle' }) },
      { case: third, done: { revision: 5, position: expect.any(String) } },
      { case: elsewhere, refused: expect.objectContaining({ status: 404 }) },
      { case: unknown, refused: expect.objectContaining({ status: 404 }) },
    ],
  });
  const [, , , there, nowhere] = body.items;
  expect(there.refused).toEqual(nowhere.refused);
  expect(await handlersIn(first)).toEqual([gao.person, mei.person]);
  expect(await handlersIn(second)).toEqual([gao.person, ren.person]);
  expect(await orphaned(body.items[2].done.position)).toEqual([]);

  const before = await head();
  expect((await over(asked, { key }).expect(200)).body).toEqual(body);
  for (const other of [{ reason: '另有原因' }, { to: [ren.person] }, { cases: [third, elsewhere] }])
    expect((await over({ ...asked, ...other }, { key }).expect(422)).body.type).toMatch(/key-reused$/);
  expect(await head()).toBe(before);
});

it('is refused case by case by the law of the act: who is named, and who names', async () => {
  const id = await filed(mei, gao);
  const ids = ({ body }: { body: { items: readonly { refused?: { provisions: { id: string }[] } }[] } }) =>
    body.items.map(({ refused }) => refused?.provisions.map((one) => one.id));
  expect(ids(await over({ cases: [id], to: [lin.person] }, { of: gao }).expect(200))).toEqual([
    ['initiation/handlers-qualified'],
  ]);
  const twenty = Array.from({ length: 20 }, () => randomUUID());
  expect((await over({ cases: [id], to: twenty }, { of: gao }).expect(200)).body.items).toEqual([
    {
      case: id,
      refused: expect.objectContaining({
        status: 422,
        errors: [{ pointer: '#/to', detail: expect.stringMatching(/至多 20 名/) }],
      }),
    },
  ]);
  expect(await handlersIn(id)).toEqual([mei.person, gao.person]);
  const before = await head();
  await over({ cases: [id], to: [mei.person] }, { by: tang, of: gao }).expect(403);
  await over({ cases: [id], to: [mei.person] }, { by: gao, of: gao }).expect(403);
  expect(await head()).toBe(before);
});

it('asks for cases and for somebody to take them, of a person of the agency', async () => {
  const before = await head();
  const [id = ''] = cases;
  for (const [wrong, pointer] of [
    [{ cases: [], to: [mei.person] }, '#/cases'],
    [{ cases: [id], to: [] }, '#/to'],
    [{ cases: [id, '李某，身份证号在此'], to: [mei.person] }, '#/cases'],
    [{ cases: [id.toUpperCase()], to: [mei.person] }, '#/cases'],
    [{ cases: [id], to: ['王某，电话在此'] }, '#/to'],
    [{ cases: [id], to: 'mei' }, '#/to'],
    [{ cases: [id], to: [mei.person, lin.person] }, '#/to'],
    [{ cases: [id], to: Array.from({ length: 21 }, () => randomUUID()) }, '#/to'],
    [{ cases: [id], to: [mei.person], reason: '' }, '#/reason'],
    [{ cases: Array.from({ length: 201 }, () => id), to: [mei.person] }, '#/cases'],
  ] as const)
    expect(
      (await over(wrong).expect(422)).body.errors.map((one: { pointer: string }) => one.pointer),
    ).toEqual([pointer]);
  await over({ cases: [id], to: [mei.person] }, { of: stranger }).expect(404);
  expect(await head()).toBe(before);
});

it('is begun as head of a unit alone: no other capacity is recorded with it', async () => {
  const before = await head();
  const body = { reason: '林岚调离', cases: [...cases], to: [mei.person] };
  for (const capacity of ['principal', 'leader', 'officer'])
    expect(
      (
        await as(api, zhou)
          .post(`/v1/people/${lin.person}/hand-over`, body)
          .set('acting-capacity', capacity)
          .expect(403)
      ).body.detail,
    ).toContain('unit-head');
  expect(await head()).toBe(before);
});

it.each([
  ['cannot be written', () => new StoreUnavailable(), 503],
  ['meets a fault of the program', () => new TypeError('a fault'), 500],
])('a case that %s is named, and the others go on', async (_, fault, status) => {
  const [hurt, sound] = [await filed(mei, gao), await filed(mei, gao)];
  const key = randomUUID();
  const asked = { cases: [hurt, sound], to: [ren.person] };
  await withoutWriting([hurt], fault, async () => {
    expect((await over(asked, { key, of: gao }).expect(200)).body.items).toEqual([
      { case: hurt, refused: expect.objectContaining({ status }) },
      { case: sound, done: expect.anything() },
    ]);
  });
  const { items } = (await over(asked, { key, of: gao }).expect(200)).body;
  expect(items.map((one: object) => 'done' in one)).toEqual([true, true]);
  expect(await handlersIn(hurt)).toEqual([mei.person, ren.person]);
});

it('where nothing can be written at all, a few cases are tried and every one is answered', async () => {
  const many: string[] = [];
  for (let nth = 0; nth < 5; nth += 1) many.push(await filed(mei, gao));
  const tries = await withoutWriting(
    many,
    () => new StoreUnavailable(),
    async () => {
      const { items } = (await over({ cases: many, to: [ren.person] }, { of: gao }).expect(200)).body;
      expect(items).toEqual(
        many.map((id) => ({ case: id, refused: expect.objectContaining({ status: 503 }) })),
      );
    },
  );
  expect(tries).toBe(3);
});
