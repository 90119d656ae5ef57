import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { signIn } from '@anjuan/identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Test } from 'supertest';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { createApp } from '../../apps/api/src/start/create-app.js';
import { firstStart } from '../../apps/api/src/start/first-start.js';
import { openParts, type OpenParts } from '../../apps/api/src/start/open-parts.js';
import { clusterIn } from './cluster.js';
import { creditCode } from './credit-code.js';
import { temporaryFolder } from './folder.js';
import { somePort } from './ports.js';

export type Api = Readonly<{
  url: string;
  clock: MovableClock;
  parts: OpenParts;
  app: NestFastifyApplication;
  close: () => Promise<void>;
}>;
export const adminPassword = 'correct horse battery staple';

/** The whole program on a port of its own: embedded database, built-in issuer, movable clock. */
export const startApi = async (
  env: Readonly<Record<string, string>> = {},
  firstDay = '2026-03-01',
): Promise<Api> => {
  const folder = await temporaryFolder();
  if (env['DATABASE_URL'] === undefined) await clusterIn(folder);
  const port = somePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const config = loadConfig({ DATA_DIR: folder, CLOCK: 'movable', ADMIN_PASSWORD: adminPassword, ...env });
  const clock = new MovableClock();
  clock.moveTo(new Date(`${firstDay}T01:00:00Z`));
  const parts = await openParts(config, clock, url);
  await firstStart(parts);
  const app = await createApp(parts, url);
  await app.listen(port, '127.0.0.1');
  const close = async () => {
    await app.close();
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, clock, parts, app, close };
};

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
  await as(api, admin).post(`/v1/agencies/${body.agency}/lists`, lists).expect(201);
  return body.agency;
};

/** What an administrator gives, and what everybody here sets in its place. */
export const firstPassword = 'given away at the desk';
export const ownPassword = 'kept to oneself since';

/** Opens an account, activates it through the issuer's own page, and gives the token. */
export const openAccount = async (
  api: Server,
  admin: Person,
  person: string,
  login: string,
): Promise<string> => {
  const first = { login, password: firstPassword };
  await as(api, admin).post(`/v1/people/${person}/account`, first).expect(204);
  return (await signIn({ baseUrl: api.url, ...first, newPassword: ownPassword })).accessToken;
};

/** Registered with one capacity since 2024, signed in through the issuer's own page. */
export const register = async (
  api: Server,
  admin: Person,
  agency: string,
  of: Readonly<{ login: string; capacity: string; credentialTo?: string }>,
): Promise<Person> => {
  const by = as(api, admin);
  const { login, capacity } = of;
  const facts = { agency, staffNumber: login, name: `人员${login}` };
  const { person } = (await by.post('/v1/people', facts).expect(201)).body;
  await by.post(`/v1/people/${person}/capacities`, { capacity, from: '2024-01-01' }).expect(204);
  if (capacity === 'officer')
    await by
      .post(`/v1/people/${person}/credentials`, {
        number: `执-${login}`,
        validFrom: '2024-01-01',
        validTo: of.credentialTo ?? '2028-12-31',
      })
      .expect(204);
  if (capacity === 'legal-reviewer')
    await by.post(`/v1/people/${person}/qualification`, { legalQualification: 'A2019' }).expect(204);
  return { person, login, token: await openAccount(api, admin, person, login), capacity };
};
