/** Does what each 4xx problem advises: the request is then accepted, or refused for another reason only. */
import { hash, randomUUID } from 'node:crypto';
import { signIn } from '../../libs/identity/src/sign-in.js';
import type { Response } from 'supertest';
import { cures } from '../../apps/api/src/http/problem-cures.js';
import { problems } from '../../apps/api/src/http/problems.js';
import { as, enter, ownPassword, secondAdministrator, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { ClamdStandIn } from '../support/clamd-stand-in.js';
import { onTheSpot } from '../support/on-the-spot.js';
import { creditCode } from '../support/credit-code.js';
import { onAnOldSignIn } from '../support/tokens.js';
import { fileRows, mostOfDay } from './advice-on-files.js';
import { routes } from './routes.js';
import { answersIn, raw } from './sending.js';

type Problem = Response['body'];
type Answered = Readonly<{ status: number; body: Problem }>;
type Row = Readonly<{
  /** what the advice names, in detail or cure */
  says: RegExp;
  provoked: () => Answered | PromiseLike<Answered>;
  followed: (problem: Problem) => Answered | PromiseLike<Answered>;
}>;

const clamd = new ClamdStandIn();
let api: Api;
let admin: Person;
let second: Person;
let agency: string;
let lin: Person;
let gao: Person;
let tang: Person;
beforeAll(async () => {
  const { engage, ...bureau } = await startBureau({
    MAX_UPLOAD_MB: '1',
    MAX_UPLOADS_PER_DAY: String(mostOfDay),
    CLAMD: await clamd.listen(),
  });
  ({ api, admin, agency } = bureau);
  second = await secondAdministrator(api);
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  tang = await engage('tang', 'leader');
});
afterAll(async () => {
  await api.close();
  await clamd.close();
});

const opens = '/v1/cases/initiation/receive-lead';
const lead = { source: '投诉', summary: '未明码标价' };
const opened = async (): Promise<string> =>
  (
    await as(api, lin)
      .post(opens, { ...lead, reporter: { name: '郑晓岚' } })
      .expect(201)
  ).body.case;
const looks = (id: string) =>
  as(api, lin).post(`/v1/cases/${id}/reporter-identity/look`, { purpose: '核实举报内容' });
const etagOf = async (id: string): Promise<string> =>
  String((await as(api, lin).get(`/v1/cases/${id}`).expect(200)).headers['etag']);
const withEtag = async (id: string) => looks(id).set('if-match', await etagOf(id));

const bytes = async (request: string, patienceMs?: number): Promise<Answered> => {
  const [answer] = answersIn(await raw(api.url, Buffer.from(request), patienceMs));
  return { status: answer?.status ?? 0, body: JSON.parse(answer?.text ?? 'null') };
};
const get = (target: string, more = '', host = new URL(api.url).host) =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nAuthorization: Bearer ${lin.token}\r\n${more}\r\n`;
const upload = (name: string) =>
  bytes(`${get(`/v1/files?name=${name}`, 'Content-Length: 2\r\n').replace('GET', 'POST')}ok`);

let made = 0;
const decision = (number: string, sha256: string) => ({ ...onTheSpot([lin, gao], sha256), number });
const paper = async (): Promise<string> =>
  (await as(api, lin).upload('决定书.txt', `决定书${String((made += 1))}`)).body.sha256;
const decides = (number: string, sha256: string, more: object = {}) =>
  as(api, lin).post('/v1/cases/summary-procedure/decide', { ...decision(number, sha256), ...more });
const wordings = (many: number) =>
  Array.from({ length: many }, () => ({ law: '电子商务法', article: '76(1)(1)', says: '罚款'.repeat(900) }));
const lists = (validFrom: string) => ({
  validFrom,
  majorDecisions: { basis: 'SAMR-P 50(3)', triggers: ['hearing-eligible'] },
  hearingThresholds: {
    naturalPerson: { comparator: '>=', fen: 1_000_000 },
    entity: { comparator: '>=', fen: 10_000_000 },
    individualBusiness: 'natural-person',
  },
  collectiveDiscussion: { quorum: 2, cases: 'all-legally-reviewed' },
  lateEntry: { hours: 48 },
});
const setLists = (validFrom: string) => enter(api, admin, `/v1/agencies/${agency}/lists`, lists(validFrom));
const person = (staffNumber: string, of = agency) =>
  as(api, admin).post('/v1/people', { agency: of, staffNumber, name: '人员' });
const account = async (login: string) => {
  const { body } = await person(`工号${String((made += 1))}`).expect(201);
  return as(api, admin).post(`/v1/people/${body.person}/account`, { login, password: 'a long password' });
};

/** What is done for an act that the cure of a provision names. */
const actsOfCures: Readonly<Record<string, (id: string) => PromiseLike<Answered>>> = {
  'erasure/ask': (id) =>
    as(api, lin)
      .post(`/v1/cases/${id}/erasures`, { kinds: ['reporter'], ground: '本人申请' })
      .expect(201),
};
const reused = randomUUID();
let theCase = '';
let holder = '';
const open = (login: string, by = admin) =>
  as(api, by).post(`/v1/people/${holder}/account`, { login, password: 'a long password' });

/** By the type of the problem; what follows a blank is another way to it. */
const rows: Readonly<Record<string, Row>> = {
  'not-lawful-yet': {
    says: /cure of each provision/,
    provoked: async () => {
      theCase = await opened();
      return as(api, tang).post(`/v1/cases/${theCase}/erasures/0/order`, {});
    },
    followed: async ({ provisions }) => {
      for (const { cure } of provisions) for (const act of cure.acts) await actsOfCures[act]?.(theCase);
      return as(api, tang).post(`/v1/cases/${theCase}/erasures/0/order`, {});
    },
  },
  'stale-case': {
    says: /new ETag as If-Match/,
    provoked: async () => {
      theCase = await opened();
      const before = await etagOf(theCase);
      expect((await withEtag(theCase)).status).toBe(200);
      return looks(theCase).set('if-match', before);
    },
    followed: () => withEtag(theCase),
  },
  'revision-required': {
    says: /ETag as If-Match/,
    provoked: async () => looks((theCase = await opened())),
    followed: () => withEtag(theCase),
  },
  'invalid-request': {
    says: /each field listed in errors/,
    provoked: () => as(api, lin).post(opens, { source: ' ', summary: 5, unheardOf: true }),
    followed: ({ errors }) => {
      const entry: Record<string, unknown> = { source: ' ', summary: 5, unheardOf: true };
      for (const { pointer } of errors) {
        const field = String(pointer).slice(2) as keyof typeof lead;
        if (field in lead) entry[field] = lead[field];
        else Reflect.deleteProperty(entry, field);
      }
      return as(api, lin).post(opens, entry);
    },
  },
  'header-missing': {
    says: /8 to 128 visible ASCII characters/,
    provoked: () => as(api, lin).post(opens, lead, ''),
    followed: ({ header }) => as(api, lin).post(opens, lead, '').set(header, randomUUID()),
  },
  'malformed-request': {
    says: /percent-encoded UTF-8/,
    provoked: () => upload('笔录.txt'),
    followed: () => upload(encodeURIComponent('笔录.txt')),
  },
  'request-timeout': {
    says: /without a pause/,
    provoked: () => bytes(get('/v1/me').slice(0, -2), 30_000),
    followed: () => bytes(get('/v1/me')),
  },
  'address-too-long': {
    says: /Shorten the address/,
    provoked: () => as(api, lin).get(`/v1/people/${lin.person.padEnd(2_000, 'x')}`),
    followed: () => as(api, lin).get(`/v1/people/${lin.person}`),
  },
  'expectation-unknown': {
    says: /Leave the header Expect out/,
    provoked: () => bytes(get('/v1/me', 'Expect: a-miracle\r\n')),
    followed: () => bytes(get('/v1/me')),
  },
  'headers-too-large': {
    says: /below 16 KB/,
    provoked: () => bytes(get('/v1/me', `X-A: ${'x'.repeat(20_000)}\r\n`)),
    followed: () => bytes(get('/v1/me', `X-A: ${'x'.repeat(14_000)}\r\n`)),
  },
  'method-not-allowed': {
    says: /Allow/,
    provoked: () => bytes(get('/v1/me').replace('GET', 'DELETE')),
    followed: ({ allow }) => bytes(get('/v1/me').replace('GET', String(allow).split(', ')[0] ?? '')),
  },
  'malformed-body': {
    says: /one whole JSON object in UTF-8/,
    provoked: () => as(api, lin).post(opens, lead).send('{"source":').type('json'),
    followed: () => as(api, lin).post(opens, lead),
  },
  'content-altered': {
    says: /correct Content-Digest/,
    provoked: () => as(api, lin).post(opens, lead).set('content-digest', digestOf('{}')),
    followed: () =>
      as(api, lin)
        .post(opens, lead)
        .set('content-digest', digestOf(JSON.stringify(lead))),
  },
  'body-too-large': {
    says: /at most \d+ bytes/,
    provoked: () => as(api, lin).post(opens, { ...lead, summary: 'x'.repeat(70_000) }),
    followed: () => as(api, lin).post(opens, lead),
  },
  'media-type-unknown': {
    says: /Send application\/json/,
    provoked: () => as(api, lin).post(opens, {}).type('text/plain').send(JSON.stringify(lead)),
    followed: () => as(api, lin).post(opens, lead),
  },
  'media-type-unknown for a file': {
    says: /the file itself as the body, under its own media type/,
    provoked: () => as(api, lin).upload('x.txt', 'x').type('multipart/form-data; boundary=x'),
    followed: () => as(api, lin).upload('x.txt', 'x'),
  },
  'wrong-host': {
    says: /Use http:/,
    provoked: () => bytes(get('/v1/me', '', 'evil.example')),
    followed: ({ detail }) =>
      bytes(get('/v1/me', '', new URL(/Use (http:\S+);/.exec(detail)?.[1] ?? '').host)),
  },
  'not-signed-in': {
    says: /Sign in/,
    provoked: () => as(api, { ...lin, token: 'x' }).get('/v1/me'),
    followed: async () => {
      const { accessToken } = await signIn({ baseUrl: api.url, login: 'lin', password: ownPassword });
      return as(api, { ...lin, token: accessToken }).get('/v1/me');
    },
  },
  'sign-in-insufficient': {
    says: /prompt=login/,
    provoked: async () =>
      as(api, await onAnOldSignIn(api, admin)).post(`/v1/people/${lin.person}/account`, {}),
    followed: () => account('signed-in-lately'),
  },
  'not-competent': {
    says: /For the system administrator/,
    provoked: () => as(api, lin).post('/v1/agencies', agencyFacts),
    followed: () => as(api, admin).post('/v1/agencies', agencyFacts),
  },
  'no-such-case': {
    says: /GET \/v1\/lists\/my-cases/,
    provoked: () => as(api, lin).get(`/v1/cases/${randomUUID()}`),
    followed: async () => {
      const { position } = (await as(api, lin).post(opens, lead).expect(201)).body;
      const { items } = (await as(api, lin).get(`/v1/lists/my-cases?waitFor=${position}`).expect(200)).body;
      return as(api, lin).get(`/v1/cases/${items[0].case}`);
    },
  },
  'not-found': {
    says: /docs\/openapi\.json has every route/,
    provoked: () => as(api, lin).get('/v1/myself'),
    followed: () => as(api, lin).get(routes.find(({ path }) => path.endsWith('/me'))?.path ?? ''),
  },
  'key-reused': {
    says: /new key|new Idempotency-Key/,
    provoked: async () => {
      await as(api, lin).post(opens, lead, reused).expect(201);
      return as(api, lin).post(opens, { ...lead, summary: '另一件' }, reused);
    },
    followed: () => as(api, lin).post(opens, { ...lead, summary: '另一件' }),
  },
  'file-missing': {
    says: /POST \/v1\/files/,
    provoked: () => decides('朝市监当罚〔2026〕901号', missing),
    followed: async ({ files }) => {
      expect(files).toEqual([missing]);
      return decides('朝市监当罚〔2026〕901号', await paper());
    },
  },
  'file-too-large': {
    says: /in parts/,
    provoked: () => as(api, lin).upload('x.txt', 'x'.repeat(1024 * 1024 + 1)),
    followed: () => as(api, lin).upload('x.txt', 'x'.repeat(1024 * 1024)),
  },
  ...fileRows(() => ({ api, lin, gao })),
  'position-unknown': {
    says: /a position that a command has answered with/,
    provoked: () => as(api, lin).get('/v1/lists/my-cases?waitFor=999999999'),
    followed: async () => {
      const { position } = (await as(api, lin).post(opens, lead).expect(201)).body;
      return as(api, lin).get(`/v1/lists/my-cases?waitFor=${position}`);
    },
  },
  'number-taken': {
    says: /another/,
    provoked: async () => {
      const sha256 = await paper();
      await decides('朝市监当罚〔2026〕902号', sha256).expect(201);
      return decides('朝市监当罚[2026]0902号', sha256);
    },
    followed: async ({ number }) => decides(String(number).replace('902', '903'), await paper()),
  },
  'registry-refused for an agency': {
    says: /No such agency/,
    provoked: () => person('900', randomUUID()),
    followed: () => person('900'),
  },
  'registry-refused for a staff number': {
    says: /staff number/,
    provoked: async () => {
      await person('Ａ９０１').expect(201);
      return person('a901');
    },
    followed: () => person('a902'),
  },
  'registry-refused for a credit code': {
    says: /look at the code again/,
    provoked: async () => {
      const code = { ...agencyFacts, uscc: creditCode() };
      await as(api, admin).post('/v1/agencies', code).expect(201);
      return as(api, admin).post('/v1/agencies', { ...code, name: '再次登记的机关' });
    },
    followed: () => as(api, admin).post('/v1/agencies', { ...agencyFacts, uscc: creditCode() }),
  },
  'registry-refused for a login': {
    says: /choose another/,
    provoked: () => account('LIN'),
    followed: () => account('lin2'),
  },
  'registry-refused for a second account': {
    says: /close it first/,
    provoked: async () => {
      holder = (await person('904').expect(201)).body.person;
      await open('one').expect(204);
      return open('another');
    },
    followed: async () => {
      await as(api, admin).post(`/v1/people/${holder}/account/close`, {}).expect(204);
      return open('another', second);
    },
  },
  'registry-refused for an account that oneself closed': {
    says: /another administrator opens the next one/,
    provoked: async () => {
      holder = (await person('905').expect(201)).body.person;
      await open('before').expect(204);
      await as(api, admin).post(`/v1/people/${holder}/account/close`, {}).expect(204);
      return open('after');
    },
    followed: () => open('after', second),
  },
  'registry-refused for a password': {
    says: /choose another, such as some words/,
    provoked: async () => {
      const { body } = await person('903').expect(201);
      return as(api, admin).post(`/v1/people/${body.person}/account`, {
        login: 'li',
        password: 'password1234',
      });
    },
    followed: () => account('li'),
  },
  'registry-refused for the days of lists': {
    says: /begin after every version that has begun already/,
    provoked: () => as(api, admin).post(`/v1/agencies/${agency}/lists`, lists('2025-01-01')),
    followed: () => setLists('2025-06-01'),
  },
  'too-large-for-an-entry': {
    says: /Shorten it/,
    provoked: async () => decides('朝市监当罚〔2026〕904号', await paper(), { basis: wordings(30) }),
    followed: async () => decides('朝市监当罚〔2026〕904号', await paper(), { basis: wordings(3) }),
  },
};
const digestOf = (content: string) => `sha-256=:${hash('sha256', content, 'base64')}:`;
const missing = 'a'.repeat(64);
const bureau = { level: 'district', domain: 'market-supervision', region: '110105' };
const agencyFacts = { name: '另一市场监督管理局', uscc: creditCode(), ...bureau };

const typeIn = (name: string): string => name.split(' ')[0] ?? '';

it('is tried of every problem of 4xx that there is', () => {
  const refusals = Object.entries(problems).filter(([, { status }]) => status >= 400 && status < 500);
  expect([...new Set(Object.keys(rows).map(typeIn))].sort()).toEqual(refusals.map(([type]) => type).sort());
});

it.each(Object.entries(rows))('%s', async (name, { says, provoked, followed }) => {
  const type = typeIn(name) as keyof typeof problems;
  const { status, body } = await provoked();
  expect(body).toMatchObject({
    type: `${api.url}/problems/${type}`,
    status: problems[type].status,
    cure: cures[type],
  });
  expect(status).toBe(problems[type].status);
  expect(`${String(body.detail)} ${JSON.stringify(body.cure)}`).toMatch(says);
  const page = await fetch(`${api.url}/problems/${type}`);
  expect(await page.text()).toContain(cures[type].zh);
  const after = await followed(body);
  expect({ name, answer: after.status < 400 ? 'accepted' : after.body }).toEqual({
    name,
    answer: 'accepted',
  });
});
