/** The letters of a reporter are no files like any other: they go by a look at who reported, and are erased with them. */
import { as, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';

const reporter = { name: '郑晓岚', phone: '13800000000' };
let api: Api;
let intake: Person;
let checker: Person;
let other: Person;
let head: Person;
let leader: Person;
let auditor: Person;
let stranger: Person;
let id: string;
let letter: string;
let revision = -1;

const done = async (by: Person, act: string, entry: object) => {
  const { body } = await as(api, by)
    .post(`/v1/cases/${id}/${act}`, entry)
    .set('if-match', `"${String(revision)}"`)
    .expect(200);
  revision += 1;
  return body;
};
const look = (by: Person) => done(by, 'reporter-identity/look', { purpose: '核实举报内容' });
const fetched = (by: Person, query = '') => as(api, by).get(`/v1/files/${letter}${query}`);
const byLook = () => `?look=${id}`;

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api } = bureau);
  intake = await engage('lin', 'officer');
  checker = await engage('gao', 'officer');
  other = await engage('shen', 'officer');
  head = await engage('zhou', 'unit-head');
  leader = await engage('tang', 'leader');
  auditor = await engage('luo', 'auditor');
  stranger = await engage('meng', 'officer');
  const opened = await as(api, intake)
    .post('/v1/cases/initiation/receive-lead', { source: '举报', summary: '未明码标价', reporter })
    .expect(201);
  id = opened.body.case;
  revision = 0;
  letter = (await as(api, intake).upload('再次举报.txt', '本人郑晓岚再次举报').expect(201)).body.sha256;
  const report = { sha256: letter, name: '再次举报.txt' };
  await done(intake, 'initiation/supplement-lead', { newFacts: '又购得一批', report });
  await done(head, 'initiation/name-checkers', { checkers: [checker.person] });
});
afterAll(() => api.close());

it('are named to no reader of the record, and reached through it by none', async () => {
  const purpose = `?purpose=${encodeURIComponent('核对同一当事人的另案')}`;
  for (const one of [checker, other, head, leader, auditor]) {
    for (const path of ['', '/history'])
      expect((await as(api, one).get(`/v1/cases/${id}${path}${purpose}`).expect(200)).text).not.toContain(
        letter,
      );
    await fetched(one).expect(404);
    await fetched(one, purpose).expect(404);
    await fetched(one, byLook()).expect(404);
  }
  const [, supplemented] = await api.parts.store.read(`case-${id}`);
  expect(Buffer.from(supplemented!.bytes).toString()).not.toContain(letter);
});

it('are shown by a look to who looked, and to nobody else', async () => {
  const { letters } = await look(checker);
  expect(letters).toEqual([expect.objectContaining({ entry: 1, sha256: letter, name: '再次举报.txt' })]);
  expect((await fetched(checker, byLook()).expect(200)).text).toContain('再次举报');
  for (const one of [other, head, leader, auditor]) await fetched(one, byLook()).expect(404);
  await look(head);
  await fetched(head, byLook()).expect(200);
});

it('are shown no more to who took them in, nor to who read them and sends them again', async () => {
  await fetched(intake).expect(404);
  const again = await as(api, checker).upload('另存.txt', '本人郑晓岚再次举报').expect(200);
  expect(again.body.sha256).toBe(letter);
  await fetched(checker).expect(404);
});

it('are named in no list of who read what: there the case is', async () => {
  for (const list of ['reads', 'refusals'])
    expect((await as(api, auditor).get(`/v1/audit/${list}?record=${id}`).expect(200)).text).not.toContain(
      letter,
    );
  const { items } = (await as(api, auditor).get(`/v1/audit/reads?record=${id}`).expect(200)).body;
  expect(items.flatMap(({ operations }: { operations: object[] }) => operations)).toContainEqual({
    operation: 'files/download',
    shows: 'papers',
  });
});

it('are named in no other case, by who knows their hash or sent them in', async () => {
  const report = { sha256: letter, name: '再次举报.txt' };
  const opened = await as(api, intake)
    .post('/v1/cases/initiation/receive-lead', { source: '举报', summary: '另案', reporter })
    .expect(201);
  const scene = {
    ...{
      officers: [intake.person, checker.person],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
    },
    ...{ credentialShown: true, recordSigned: true, record: report },
  };
  const named = (by: Person, act: string, entry: object) =>
    as(api, by).post(`/v1/cases/${opened.body.case}/${act}`, entry).set('if-match', '"0"');
  for (const one of [intake, checker]) {
    const { body } = await named(one, 'evidence/record-scene', scene).expect(422);
    expect(body).toMatchObject({ files: [letter], detail: expect.stringContaining('举报材料') });
    expect(body.type).toMatch(/file-missing$/);
  }
  const again = { newFacts: '又购得一批', report };
  await named(intake, 'initiation/supplement-lead', again).expect(200);
});

it('are shown to who looked before they came after another look only', async () => {
  const more = (await as(api, intake).upload('三次举报.txt', '本人郑晓岚第三次举报').expect(201)).body.sha256;
  const report = { sha256: more, name: '三次举报.txt' };
  await done(intake, 'initiation/supplement-lead', { newFacts: '又购得一批', report });
  await as(api, checker).get(`/v1/files/${more}${byLook()}`).expect(404);
  await fetched(checker, byLook()).expect(200);
  await look(checker);
  await as(api, checker).get(`/v1/files/${more}${byLook()}`).expect(200);
});

it('are found through that case alone, and no other file is', async () => {
  const lead = { source: '举报', summary: '另案', reporter };
  const another = (await as(api, checker).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body;
  await fetched(checker, `?look=${another.case}`).expect(404);
  await fetched(checker, '?look=everywhere').expect(422);
  await as(api, checker)
    .get(`/v1/files/${'a'.repeat(64)}${byLook()}`)
    .expect(404);
});

it('are not shown any more to who has come to have nothing to do with it', async () => {
  await done(head, 'initiation/name-checkers', { checkers: [other.person] });
  await fetched(checker, byLook()).expect(404);
  await look(other);
  await fetched(other, byLook()).expect(200);
});

it('are erased with who wrote them', async () => {
  const asked = { kinds: ['reporter'], ground: '本人申请删除' };
  const { erasure } = (await as(api, intake).post(`/v1/cases/${id}/erasures`, asked).expect(201)).body;
  const order = `/v1/cases/${id}/erasures/${String(erasure)}/order`;
  expect((await as(api, leader).post(order, {}).expect(200)).body).toEqual({ erased: 3 });
  await fetched(other, byLook()).expect(404);
  const seen = await look(other);
  expect(seen).not.toHaveProperty('letters');
  expect(seen).not.toHaveProperty('reporter');
  for (const one of [intake, other]) await fetched(one).expect(404);
});

it('keep nobody who has the same bytes from elsewhere from using them', async () => {
  const lead = { source: '投诉', summary: '另案' };
  const opened = await as(api, stranger).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  const record = { sha256: letter, name: '商家提供.txt' };
  const scene = {
    ...{ officers: [stranger.person, other.person], kind: '现场笔录', what: '现场检查', record },
    ...{ place: '东苇路18号院', credentialShown: true, recordSigned: true },
  };
  const named = () =>
    as(api, stranger)
      .post(`/v1/cases/${opened.body.case}/evidence/record-scene`, scene)
      .set('if-match', '"0"');
  await named().expect(422);
  await as(api, stranger).upload('商家提供.txt', '本人郑晓岚再次举报').expect(200);
  await fetched(stranger).expect(200);
  await named().expect(200);
});
