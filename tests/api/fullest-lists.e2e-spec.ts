/** What the form of an agency's lists takes, the record takes: the fullest lists are set, and nothing beyond them. */
import { exemptionConditions, majorTriggers } from '@anjuan/law';
import { administrator, as, registerAgency, startApi, type Api, type Person } from '../support/api.js';

let api: Api;
let admin: Person;
let agency: string;
beforeAll(async () => {
  api = await startApi();
  admin = await administrator(api);
  agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
});
afterAll(() => api.close());

const amount = { comparator: '>=', fen: Number.MAX_SAFE_INTEGER };
const benchmark = {
  name: '裁'.repeat(120),
  publishedOn: '2026-01-01',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};
const provision = { law: '法'.repeat(40), article: '第一百二十四条第一款第（一百二十一）项' };
const specialLaw = {
  ...provision,
  takes: 'goods-and-gains',
  conditions: exemptionConditions,
  of: Array.from({ length: 3 }, () => provision),
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};
const fullest = (validFrom: string) => ({
  validFrom,
  majorDecisions: {
    basis: '据'.repeat(200),
    triggers: majorTriggers,
    fines: { naturalPerson: amount, entity: amount },
  },
  hearingThresholds: { naturalPerson: amount, entity: amount, individualBusiness: 'natural-person' },
  collectiveDiscussion: { quorum: 100, cases: 'all-legally-reviewed' },
  lateEntry: { hours: 8760 },
  benchmarks: Array.from({ length: 120 }, () => benchmark),
  specialLaws: Array.from({ length: 5 }, () => specialLaw),
});
const path = () => `/v1/agencies/${agency}/lists`;
const escaped = (body: object) =>
  JSON.stringify(body).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

it('takes the fullest that its form describes, however it is written', async () => {
  await as(api, admin).post(path(), fullest('2026-01-01')).expect(202);
  const sent = await fetch(`${api.url}${path()}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${admin.token}`,
      'acting-capacity': 'administrator',
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
    },
    body: escaped(fullest('2027-01-01')),
  });
  expect(sent.status).toBe(202);
});

it.each([
  ['one benchmark more', (from: string) => [...fullest(from).benchmarks, benchmark], '#/benchmarks'],
  [
    'one character more',
    (from: string) => [{ ...benchmark, name: `${benchmark.name}量` }, ...fullest(from).benchmarks.slice(1)],
    '#/benchmarks/0/name',
  ],
])('names the place of %s', async (_, benchmarks, pointer) => {
  const from = '2028-01-01';
  const { body } = await as(api, admin)
    .post(path(), { ...fullest(from), benchmarks: benchmarks(from) })
    .expect(422);
  const { errors } = body as { errors: { pointer: string }[] };
  expect([...new Set(errors.map((error) => error.pointer))]).toEqual([pointer]);
});
