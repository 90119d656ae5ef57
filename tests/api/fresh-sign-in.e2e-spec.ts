/** What opens a gate is done by who has signed in lately (RFC 9470); everything else goes on. */
import { randomUUID } from 'node:crypto';
import { procedures } from '@anjuan/record';
import { routes } from '../edges/routes.js';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { onAnOldSignIn, tokenSaying } from '../support/tokens.js';

const hoursAgo = (hours: number) => Math.floor(Date.now() / 1000) - hours * 3600;

let api: Api;
let admin: Person;
let lin: Person;
let tang: Person;
beforeAll(async () => {
  api = await startApi();
  admin = await administrator(api);
  const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
  tang = await register(api, admin, agency, { login: 'tang', capacity: 'leader' });
});
afterAll(() => api.close());

const saying = async (person: Person, said: object): Promise<Person> => ({
  ...person,
  token: await tokenSaying(api, person, { ...said }),
});
const pathOf = (path: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'erasure' ? '0' : randomUUID()));
const gates = routes.filter(({ opensGate }) => opensGate);
const lead = { source: '投诉', summary: '未明码标价' };
const grantsAndEnds = [
  'registry/set-lists',
  'registry/set-second-factor',
  'registry/grant-capacity',
  'registry/end-capacity',
  'registry/end-credential',
  'registry/end-qualification',
  'registry/correct-registration',
  'registry/decline-of-person',
  'registry/decline-of-agency',
  'registry/end-sessions',
  'registry/unlock-account',
  'registry/enter-unit',
  'registry/end-unit',
  'registry/join-unit',
  'registry/reset-second-factor',
  'registry/issue-credential',
  'registry/record-qualification',
  'registry/approve-of-person',
  'registry/approve-of-agency',
  'registry/open-account',
  'registry/close-account',
  'registry/confirm-account',
  'registry/import',
  'registry/take-up-import',
  'registry/abandon-import',
  'registry/hand-over',
  'registry/begin-passkey',
  'registry/begin-second-factor',
  'registry/remove-passkey',
  'registry/entrust',
  'registry/end-entrustment',
  'registry/delegate',
  'registry/evaluate-delegation',
  'registry/end-delegation',
  'registry/correct-level',
];

describe('The description of the API', () => {
  it('marks the acts that open a gate, as their definitions have them, the grants and their ends', () => {
    const acts = procedures.flatMap((procedure) =>
      Object.entries(procedure.acts).flatMap(([name, { opensGate }]) => (opensGate === true ? [name] : [])),
    );
    expect(acts).toContain('decision/make');
    expect(acts).toContain('legal-review/give-opinion');
    expect(gates.map(({ operationId }) => operationId).sort()).toEqual([...acts, ...grantsAndEnds].sort());
  });

  it('says of every other route that changes something in the registry why any sign-in will do', () => {
    const others = routes.filter(
      ({ method, operationId, opensGate }) =>
        method !== 'GET' && operationId.startsWith('registry/') && !opensGate,
    );
    expect(others.map(({ operationId }) => operationId).sort()).toEqual([
      'registry/confirm-second-factor',
      'registry/end-my-session',
      'registry/end-my-sessions',
      'registry/register-agency',
      'registry/register-person',
      'registry/remove-second-factor',
    ]);
    for (const { anySignIn } of others) expect(anySignIn).toMatch(/^\p{Script=Han}.*；\w+/u);
  });
});

describe('An act that opens a gate', () => {
  it('is refused by every one of their routes on an old sign-in, with what is wanted', async () => {
    const stale = await onAnOldSignIn(api, tang);
    const found = await Promise.all(
      gates.map(async ({ path, operationId }) => {
        const { status, headers, body } = await as(api, stale).post(pathOf(path), {});
        const { type, maxAge } = body as { type: string; maxAge: number };
        return {
          operationId,
          status,
          challenge: headers['www-authenticate'],
          type: type.split('/').at(-1),
          maxAge,
        };
      }),
    );
    expect(found).toEqual(
      gates.map(({ operationId }) => ({
        operationId,
        status: 401,
        challenge:
          'Bearer error="insufficient_user_authentication", error_description="Sign in again", max_age="43200"',
        type: 'sign-in-insufficient',
        maxAge: 43_200,
      })),
    );
  });

  it('is refused where the token does not say when its person signed in', async () => {
    const answer = await as(api, await saying(tang, {})).post(pathOf('/v1/cases/{caseId}/decision/make'), {});
    expect(answer.status).toBe(401);
    expect(answer.body.detail).toMatch(/auth_time/);
  });

  it('goes on where the sign-in is within the limit', async () => {
    const lately = await saying(admin, { auth_time: hoursAgo(11) });
    const grant = { capacity: 'officer', from: '2027-01-01' };
    await as(api, lately).post(`/v1/people/${tang.person}/capacities`, grant).expect(204);
  });
});

describe('Everything else', () => {
  it('goes on with an old sign-in', async () => {
    const stale = await onAnOldSignIn(api, lin);
    const opened = await as(api, stale).post('/v1/cases/initiation/receive-lead', lead).expect(201);
    await as(api, stale).get(`/v1/cases/${opened.body.case}/history`).expect(200);
  });

  it('is asked for with the plain challenge', async () => {
    const answer = await as(api, { ...lin, token: 'x' })
      .get('/v1/me')
      .expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('Where any age will do', () => {
  let lax: Api;
  beforeAll(async () => {
    lax = await startApi({ MAX_SIGN_IN_AGE_MINUTES: '0' });
  });
  afterAll(() => lax.close());

  it('nothing is refused for it, and /health says so', async () => {
    const by = await administrator(lax);
    const old = { ...by, token: await tokenSaying(lax, by, { auth_time: hoursAgo(1000) }) };
    const facts = { staffNumber: '7', name: '高明' };
    const { person } = (await as(lax, old).post('/v1/people', facts).expect(201)).body;
    await as(lax, old)
      .post(`/v1/people/${person}/account`, { login: 'gao', password: 'given away at the desk' })
      .expect(204);
    const health = (await (await fetch(`${lax.url}/health`)).json()) as { warnings?: readonly string[] };
    expect(health.warnings).toEqual([
      expect.stringMatching(/^MAX_SIGN_IN_AGE_MINUTES 为 0/),
      expect.stringMatching(/^SECOND_FACTOR 为 optional/),
    ]);
  });
});
