import { rm } from 'node:fs/promises';
import { signIn } from '@anjuan/identity';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { joinEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { anjuan } from '../backup/command.js';
import {
  administrator,
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
    program = await answering({ DATA_DIR: folder, ADMIN_PASSWORD: adminPassword });
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
  const recorded = async (): Promise<readonly { type: string; data: unknown; recordedBy: string }[]> => {
    const server = await joinEmbeddedPostgres({ dataDir: folder });
    const pool = openPool(server.connection);
    const store = new PostgresEventStore(pool, { clock: () => new Date() });
    const found = [];
    for await (const event of store.readAll()) if (event.type === 'AccountReset') found.push(event);
    await store.close();
    await pool.end();
    await server.stop();
    return found;
  };

  it('lets in with the new password alone, signs out what was signed in, and is in the record', async () => {
    const before = await administrator(program);
    await as(program, before).get('/v1/me').expect(200);
    const { login, password } = await reset();
    expect(login).toBe('admin');
    await as(program, before).get('/v1/me').expect(401);
    await expect(signedIn('admin', adminPassword)).rejects.toThrow();
    await expect(signedIn(login, password)).rejects.toMatchObject({ status: 403 });
    await as(program, await signedIn(login, password, ownPassword))
      .get('/v1/me')
      .expect(200);
    const [event, ...more] = await recorded();
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
    expect(await wrong('nobody')).toMatchObject({ code: 1, said: expect.stringMatching(/admin, lin\n$/) });
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
});

it('anjuan admin reset says where there is no administrator yet', async () => {
  const folder = await temporaryFolder();
  const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset');
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('DATA_DIR') });
  await rm(folder, { recursive: true });
});
