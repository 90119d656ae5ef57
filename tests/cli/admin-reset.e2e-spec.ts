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
import { folderWithCluster } from '../support/cluster.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

describe('anjuan admin reset, on a machine whose administrator cannot sign in', () => {
  let folder: string;
  let program: Answering;
  beforeAll(async () => {
    folder = await folderWithCluster();
    program = await answering({ DATA_DIR: folder, ...administrators });
  }, 180_000);
  afterAll(async () => {
    await program.stop();
    await removeFolder(folder);
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

  const administratorOf = (which: 'first' | 'second') =>
    onRecord(async (store) => (await new Registry(store).administratorOfFirstStart(which))!);

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

  it('names the second administrator there as well, and closes nothing for a subject that is somebody else’s', async () => {
    const issuer = 'https://login.example.org';
    const link = (...words: string[]) =>
      anjuan({ DATA_DIR: folder, OIDC_ISSUER: issuer }, 'admin', 'reset', '--json', '--subject', ...words);
    const holder = (subject: string) =>
      onRecord(async (store) => (await new Registry(store).personBehind(issuer, subject))?.person);
    expect(await link('three', '--second')).toMatchObject({ code: 0 });
    expect(await holder('three')).toBe(await administratorOf('second'));
    const before = await recorded('AccountClosed');
    for (const words of [['three'], ['two', '--second']])
      expect(await link(...words)).toMatchObject({
        code: 1,
        said: expect.stringMatching(/已关联为他人的账号[^]+linked to somebody else/),
      });
    expect(await recorded('AccountClosed')).toEqual(before);
    expect(await link('four', '--second')).toMatchObject({ code: 0 });
    expect((await recorded('AccountClosed')).at(-1)).toMatchObject({ data: { issuer, subject: 'three' } });
    expect(await holder('two')).toBe(await administratorOf('first'));
  }, 180_000);

  describe('whose account was closed, or whose capacity has ended', () => {
    const close = async (which: 'first' | 'second') => {
      const person = await administratorOf(which);
      const at = new Date().toISOString();
      const by = { person: 'system', at, command: { id: `closing ${which}`, digest: 'closing' } };
      await onRecord((store) =>
        new Registry(store).accounts.close(person, { issuer: builtInIssuer }, at, by),
      );
    };
    /** As of the day before it began: held today by nobody. */
    const end = async (which: 'first' | 'second') => {
      const person = await administratorOf(which);
      const ended = {
        ...{ v: 1, type: 'CapacityEnded', data: { capacity: 'administrator', to: '2026-01-01' } },
        ...{
          occurredAt: new Date().toISOString(),
          actors: [],
          recordedBy: 'system',
          agency: 'system',
          rules: {},
        },
      };
      await onRecord(async (store) => {
        const { length } = await store.read(`person-${person}`);
        await store.append(`person-${person}`, length - 1, [ended], { id: `end ${which}`, digest: 'end' });
      });
    };
    const letIn = async (...words: string[]) => {
      const { login, password } = await reset(...words);
      const { body } = await as(program, await signedIn(login, password, ownPassword))
        .get('/v1/me')
        .expect(200);
      return { login, capacities: (body as { capacities: string[] }).capacities };
    };

    it('is told who can see to it, where the other can, and has nothing opened or granted', async () => {
      await close('first');
      const before = await recorded('AccountOpened');
      for (const words of [[], ['admin']]) {
        const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset', ...words);
        expect({ code, said }).toEqual({
          code: 1,
          said: expect.stringMatching(/已销户[^]+“admin2”[^]+was closed[^]+"admin2"/),
        });
      }
      await expect(signedIn('admin', ownPassword)).rejects.toMatchObject({ status: 403 });
      expect(await recorded('AccountOpened')).toEqual(before);
    }, 180_000);

    it('is let in by a new account, where the other’s was closed too; then it is the other’s turn to ask', async () => {
      await close('second');
      const before = await recorded('AccountOpened');
      expect(await letIn()).toMatchObject({ login: 'admin', capacities: ['administrator'] });
      const [event, ...more] = (await recorded('AccountOpened')).slice(before.length);
      expect(more).toEqual([]);
      expect(event).toMatchObject({ recordedBy: 'system', data: { issuer: builtInIssuer } });
      const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset', 'admin2');
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('anjuan admin reset admin') });
    }, 180_000);

    it('is granted the capacity again, where the other cannot act, and not where the other can', async () => {
      await end('first');
      expect(await letIn('admin2')).toMatchObject({ login: 'admin2', capacities: ['administrator'] });
      const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset');
      expect({ code, said }).toEqual({
        code: 1,
        said: expect.stringMatching(/身份已终止[^]+“admin2”[^]+capacity has ended/),
      });
      await end('second');
      const before = await recorded('CapacityGranted');
      expect(await letIn('admin')).toMatchObject({ login: 'admin', capacities: ['administrator'] });
      const [event, ...more] = (await recorded('CapacityGranted')).slice(before.length);
      expect(more).toEqual([]);
      expect(event).toMatchObject({ recordedBy: 'system', data: { capacity: 'administrator' } });
    }, 180_000);
  });
});

it('anjuan admin reset says where there is no administrator yet', async () => {
  const folder = await temporaryFolder();
  const { code, said } = await anjuan({ DATA_DIR: folder }, 'admin', 'reset');
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('DATA_DIR') });
  await rm(folder, { recursive: true });
});
