import { rm } from 'node:fs/promises';
import { builtInIssuer, signIn } from '@anjuan/identity';
import { Registry } from '@anjuan/registry';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { anjuan } from '../backup/command.js';
import {
  administrator,
  administrators,
  adminPassword,
  as,
  ownPassword,
  register,
  registerAgency,
  type Person,
} from '../support/api.js';
import { answering, type Answering } from '../support/built.js';
import { temporaryFolder } from '../support/postgres.js';

describe('anjuan admin reset, on a machine whose administrator cannot sign in', () => {
  let folder: string;
  let program: Answering;
  beforeAll(async () => {
    folder = await temporaryFolder();
    program = await answering({ DATA_DIR: folder, ...administrators });
  }, 180_000);
  afterAll(async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  const reset = async (...words: string[]): Promise<{ login: string; password: string }> => {
    const { code, out, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset', '--json', ...words);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    return JSON.parse(out) as { login: string; password: string };
  };
  const signedIn = async (login: string, password: string, newPassword?: string): Promise<Person> => {
    const { accessToken } = await signIn({ baseUrl: program.url, login, password, newPassword });
    return { person: '', login, token: accessToken, capacity: 'administrator' };
  };
  const onRecord = async <Result>(work: (store: PostgresEventStore) => Promise<Result>): Promise<Result> => {
    const server = await joinEmbeddedPostgres({ dataDir: folder });
    const pool = openPool(server.connection);
    const store = new PostgresEventStore(pool, { clock: () => new Date() });
    const result = await work(store);
    await store.close();
    await pool.end();
    await server.stop();
    return result;
  };
  const recorded = (type: string) =>
    onRecord(async (store) => {
      const found: { type: string; data: unknown; recordedBy: string }[] = [];
      for await (const event of store.readAll()) if (event.type === type) found.push(event);
      return found;
    });

  it('lets in with the new password alone, signs out what was signed in, and is in the record', async () => {
    const before = await administrator(program);
    await as(program, before).get('/v1/me').expect(200);
    const { login, password } = await reset();
    expect(login).toBe('admin');
    await as(program, before).get('/v1/me').expect(401);
    await expect(signedIn('admin', adminPassword)).rejects.toThrow();
    expect(Buffer.from(password, 'base64url')).toHaveLength(16);
    await expect(signedIn(login, password)).rejects.toMatchObject({ status: 403 });
    await as(program, await signedIn(login, password, ownPassword))
      .get('/v1/me')
      .expect(200);
    const [event, ...more] = await recorded('AccountReset');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ recordedBy: 'system', data: { issuer: 'urn:anjuan:built-in-issuer' } });
    expect(JSON.stringify(event)).not.toContain(password);
  }, 180_000);

  it('lifts the lock of too many wrong tries', async () => {
    for (let tries = 0; tries < 6; tries++)
      await expect(signedIn('admin', 'not the right password')).rejects.toThrow();
    const { login, password } = await reset();
    await as(program, await signedIn(login, password, ownPassword))
      .get('/v1/me')
      .expect(200);
  }, 180_000);

  it('says which logins there are, and leaves those of others alone', async () => {
    const { login, password } = await reset();
    const admin = await signedIn(login, password, ownPassword);
    const agency = await registerAgency(program, admin, '海淀区市场监督管理局');
    await register(program, admin, agency, { login: 'lin', capacity: 'officer' });
    const wrong = (...words: string[]) => anjuan({ DATA_DIR: folder }, 'admin', 'reset', ...words);
    expect(await wrong('nobody')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/admin, admin2, lin\n$/),
    });
    expect(await wrong('lin')).toMatchObject({
      code: 1,
      said: expect.stringContaining('not an administrator'),
    });
    expect(await wrong('--subject', 'x')).toMatchObject({
      code: 1,
      said: expect.stringContaining('OIDC_ISSUER'),
    });
    await signIn({ baseUrl: program.url, login: 'lin', password: ownPassword });
  }, 180_000);

  it('names another account at another issuer: the one there was is closed, the built-in one stays', async () => {
    const issuer = 'https://login.example.org';
    for (const subject of ['one', 'two', 'two']) {
      const env = { DATA_DIR: folder, OIDC_ISSUER: issuer };
      const { code, out } = await anjuan(env, 'admin', 'reset', '--json', '--subject', subject);
      expect({ code, linked: JSON.parse(out) as unknown }).toEqual({ code: 0, linked: { issuer, subject } });
    }
    const closed = await recorded('AccountClosed');
    expect(closed.map(({ data }) => data)).toMatchObject([{ issuer, subject: 'one' }]);
    const { login, password } = await reset();
    await signedIn(login, password, ownPassword);
  }, 180_000);

  it('says that the first administrator’s account was closed, and opens none again', async () => {
    await onRecord(async (store) => {
      const registry = new Registry(store);
      const at = new Date().toISOString();
      const by = { person: 'system', at, command: { id: 'closing', digest: 'closing' } };
      const person = (await registry.administratorOfFirstStart('first'))!;
      await registry.accounts.close(person, { issuer: builtInIssuer }, at, by);
    });
    const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/已销户[^]+was closed/) });
    await expect(signedIn('admin', ownPassword)).rejects.toMatchObject({ status: 403 });
  }, 180_000);
});

it('anjuan admin reset says where there is no administrator yet', async () => {
  const folder = await temporaryFolder();
  const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset');
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('DATA_DIR') });
  await rm(folder, { recursive: true });
});
