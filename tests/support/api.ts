import { randomUUID } from 'node:crypto';
import request, { type Test } from 'supertest';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { clusterIn } from './cluster.js';
import { creditCode } from './credit-code.js';
import { removeFolder, temporaryFolder } from './folder.js';
import type { Opened } from './opened-program.js';
import { somePort } from './ports.js';

export type Api = Opened & Readonly<{ url: string; close: () => Promise<void> }>;
export const adminPassword = 'correct horse battery staple';
/**
 * The passwords of the two administrators, for a program that makes them at its first start. No second factor is demanded:
 * the people of the specs have no devices.
 */
export const administrators = {
  SECOND_FACTOR: 'optional',
  ADMIN_PASSWORD: adminPassword,
  SECOND_ADMIN_PASSWORD: 'another horse, another battery',
} as const;

/** The whole program on a port of its own: embedded database, built-in issuer, movable clock. */
export const startApi = async (
  env: Readonly<Record<string, string>> = {},
  firstDay = '2026-03-01',
  host = '127.0.0.1',
): Promise<Api> => {
  const folder = await temporaryFolder();
  if (env['DATABASE_URL'] === undefined) await clusterIn(folder);
  const url = `http://${host}:${String(somePort())}`;
  // Most who send requests have the program in a process of its own: loading it takes four seconds of a processor.
  const { openProgram } = await import('./opened-program.js');
  const opened = await openProgram({ DATA_DIR: folder, ...administrators, ...env }, url, firstDay);
  const { app, parts } = opened;
  const close = async () => {
    const closing = app.close();
    // A client may have opened one that it never used: the server would wait for it.
    app.getHttpServer().closeAllConnections();
    await closing;
    await parts.close();
    await removeFolder(folder);
  };
  return { ...opened, url, close };
};

/** As the player of case files takes them. */
export const administratorAccounts = [
  { login: 'admin', password: administrators.ADMIN_PASSWORD },
  { login: 'admin2', password: administrators.SECOND_ADMIN_PASSWORD },
] as const;

/** Wherever it runs. */
export type Server = Readonly<{ url: string }>;

export type Person = Readonly<{ person: string; login: string; token: string; capacity: string }>;

/** A person's requests: signed in, acting in their capacity, each under a key of its own. */
export const as = ({ url }: Server, { token, capacity }: Person) => ({
  get: (path: string): Test =>
    request(url).get(path).set('authorization', `Bearer ${token}`).set('acting-capacity', capacity),
  post: (path: string, body: object, key: string = randomUUID()): Test =>
    request(url)
      .post(path)
      .set('authorization', `Bearer ${token}`)
      .set('acting-capacity', capacity)
      .set('idempotency-key', key)
      .send(body),
  upload: (name: string, content: string | Buffer): Test =>
    request(url)
      .post(`/v1/files?name=${encodeURIComponent(name)}`)
      .set('authorization', `Bearer ${token}`)
      .set('content-type', 'text/plain; charset=utf-8')
      .send(content),
});

export const administrator = async (api: Server): Promise<Person> => {
  const { accessToken } = await signIn({ baseUrl: api.url, login: 'admin', password: adminPassword });
  return { person: '', login: 'admin', token: accessToken, capacity: 'administrator' };
};

export const secondAdministrator = async (api: Server): Promise<Person> => {
  const signedIn = { baseUrl: api.url, login: 'admin2', password: administrators.SECOND_ADMIN_PASSWORD };
  const { accessToken } = await signIn(signedIn);
  return { person: '', login: 'admin2', token: accessToken, capacity: 'administrator' };
};

/** The other administrator, signed in once for each that the one was. */
const seconds = new WeakMap<Person, Promise<Person>>();
const secondTo = (api: Server, admin: Person): Promise<Person> => {
  const known =
    seconds.get(admin) ?? (admin.login === 'admin2' ? administrator(api) : secondAdministrator(api));
  seconds.set(admin, known);
  return known;
};

/** Entered in the registry by the administrator, and approved by the second one where that takes two. */
export const enter = async (api: Server, admin: Person, path: string, body: object) => {
  const answer = await as(api, admin).post(path, body);
  if (answer.status !== 202) {
    if (answer.status >= 400) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    return answer;
  }
  const of = /^\/v1\/\w+\/[^/]+/.exec(path)?.[0] ?? '';
  const proposals = [Number(answer.body.proposal)];
  await as(api, await secondTo(api, admin))
    .post(`${of}/proposals/approve`, { proposals })
    .expect(204);
  return answer;
};

const lists = {
  validFrom: '2025-01-01',
  majorDecisions: { basis: 'SAMR-P 50(3)', triggers: ['hearing-eligible'] },
  hearingThresholds: {
    naturalPerson: { comparator: '>=', fen: 1_000_000 },
    entity: { comparator: '>=', fen: 10_000_000 },
    individualBusiness: 'natural-person',
  },
  collectiveDiscussion: { quorum: 2, cases: 'all-legally-reviewed' },
  lateEntry: { hours: 48 },
};

export const registerAgency = async (
  api: Server,
  admin: Person,
  name: string,
  domain = 'market-supervision',
): Promise<string> => {
  const facts = {
    name,
    uscc: creditCode(),
    level: 'district',
    domain,
    region: '110105',
    shortName: '朝市监',
  };
  const { body } = await as(api, admin).post('/v1/agencies', facts).expect(201);
  await enter(api, admin, `/v1/agencies/${body.agency}/lists`, lists);
  return body.agency;
};

/** What an administrator gives, and what everybody here sets in its place. */
export const firstPassword = 'given away at the desk';
export const ownPassword = 'kept to oneself since';

/** By the other administrator than opened it. */
export const confirmAccount = async (api: Server, admin: Person, person: string): Promise<void> => {
  await as(api, await secondTo(api, admin))
    .post(`/v1/people/${person}/account/confirm`, {})
    .expect(204);
};

/** Opens an account, activates it through the issuer's own page, has the other administrator confirm it, and gives the token. */
export const openAccount = async (
  api: Server,
  admin: Person,
  person: string,
  login: string,
): Promise<string> => {
  const first = { login, password: firstPassword };
  await as(api, admin).post(`/v1/people/${person}/account`, first).expect(204);
  const { accessToken } = await signIn({ baseUrl: api.url, ...first, newPassword: ownPassword });
  await confirmAccount(api, admin, person);
  return accessToken;
};

/** Registered with one capacity since 2024, signed in through the issuer's own page. */
export const register = async (
  api: Server,
  admin: Person,
  agency: string,
  who: Readonly<{ login: string; capacity: string; credentialTo?: string }>,
): Promise<Person> => {
  const by = as(api, admin);
  const { login, capacity } = who;
  const facts = { agency, staffNumber: login, name: `人员${login}` };
  const { person } = (await by.post('/v1/people', facts).expect(201)).body;
  const of = `/v1/people/${person}`;
  await enter(api, admin, `${of}/capacities`, { capacity, from: '2024-01-01' });
  if (capacity === 'officer')
    await enter(api, admin, `${of}/credentials`, {
      number: `执-${login}`,
      validFrom: '2024-01-01',
      validTo: who.credentialTo ?? '2028-12-31',
    });
  if (capacity === 'legal-reviewer')
    await enter(api, admin, `${of}/qualification`, { legalQualification: 'A2019' });
  return { person, login, token: await openAccount(api, admin, person, login), capacity };
};
