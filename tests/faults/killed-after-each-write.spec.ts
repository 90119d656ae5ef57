import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { openPool, PostgresEventStore, type RecordedEvent } from '@anjuan/event-store';
import { signIn } from '../../libs/identity/src/sign-in.js';
import type pg from 'pg';
import type { Response } from 'supertest';
import {
  administrator,
  as,
  firstPassword,
  ownPassword,
  registerAgency,
  secondAdministrator,
  type Person,
} from '../support/api.js';
import { openBureau } from '../support/bureau.js';
import { onTheSpot } from '../support/on-the-spot.js';
import { creditCode } from '../support/credit-code.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { launch, type Program, type Shared } from './programs.js';
import { somePort } from '../support/ports.js';
import { removeFolder } from '../support/folder.js';

/** A request of several writes: made anew for each write after which the program is killed. */
type Request = Readonly<{
  send: (key: string) => Promise<Response>;
  /** What must be there once, however often it was sent. */
  once: () => Promise<number>;
  /** What every answer says alike: all of it, where nothing else is said. */
  alike?: (body: Record<string, unknown>) => unknown;
}>;

const lead = { source: '举报', summary: '未明码标价', reporter: { name: '郑晓岚', phone: '13800000000' } };

describe('The program, killed after each write of a request and started again', () => {
  let files: string;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  let shared: Shared;
  let port: number;
  let program: Program;
  let admin: Person;
  let second: Person;
  let agency: string;
  let officers: readonly [Person, Person];
  let leader: Person;
  let paper: string;
  let made = 0;

  beforeAll(async () => {
    files = await temporaryFolder();
    const database = await testDatabase();
    pool = openPool({ ...database, max: 2 });
    store = new PostgresEventStore(pool, { clock: () => new Date() });
    port = somePort();
    const preload = new URL('./kill-after.ts', import.meta.url).href;
    shared = { database, files, publicUrl: `http://127.0.0.1:${String(port)}`, preload };
    program = await launch(port, shared);
    const { engage, ...bureau } = await openBureau(program);
    ({ admin, agency } = bureau);
    second = await secondAdministrator(program);
    officers = [await engage('lin', 'officer'), await engage('gao', 'officer')];
    leader = await engage('tang', 'leader');
    paper = (await as(program, officers[0]).upload('决定书.txt', '当场处罚决定书').expect(201)).body.sha256;
  }, 600_000);
  afterAll(async () => {
    await program.kill();
    await store.close();
    await pool.end();
    await removeFolder(files);
  });

  const record = async (): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    return events;
  };
  const count = async (fits: (event: RecordedEvent) => boolean) => (await record()).filter(fits).length;
  const byAdmin = () => as(program, admin);
  const person = async (): Promise<string> => {
    const facts = { agency, staffNumber: `编号${String((made += 1))}`, name: '高明' };
    return (await byAdmin().post('/v1/people', facts).expect(201)).body.person;
  };
  const caseOpened = async (): Promise<string> =>
    (await as(program, officers[0]).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body.case;
  const ofPerson = (of: string, type: string) => () =>
    count((event) => event.stream === `person-${of}` && event.type === type);

  const requests: Readonly<Record<string, () => Promise<Request>>> = {
    'registering an agency': () => {
      const name = `第${String((made += 1))}局`;
      const facts = {
        ...{ name, uscc: creditCode(), level: 'district' },
        ...{ domain: 'market-supervision', region: '110105' },
      };
      return Promise.resolve({
        send: (key) => byAdmin().post('/v1/agencies', facts, key),
        once: () => count(({ data }) => (data as { name?: string }).name === name),
      });
    },
    'registering a person': () => {
      const staffNumber = `工号${String((made += 1))}`;
      return Promise.resolve({
        send: (key) => byAdmin().post('/v1/people', { agency, staffNumber, name: '林岚' }, key),
        once: () => count(({ data }) => (data as { staffNumber?: string }).staffNumber === staffNumber),
      });
    },
    'granting a capacity': async () => {
      const of = await person();
      const granted = { capacity: 'officer', from: '2100-01-01' };
      return {
        send: (key) => byAdmin().post(`/v1/people/${of}/capacities`, granted, key),
        once: ofPerson(of, 'CapacityGranted'),
      };
    },
    'issuing a credential': async () => {
      const of = await person();
      const number = `执-${String((made += 1))}`;
      const credential = { number, validFrom: '2100-01-01', validTo: '2101-12-31' };
      return {
        send: (key) => byAdmin().post(`/v1/people/${of}/credentials`, credential, key),
        once: ofPerson(of, 'CredentialIssued'),
      };
    },
    'approving what another proposed': async () => {
      const of = await person();
      const path = `/v1/people/${of}`;
      const wanted = { capacity: 'leader', from: '2024-01-01' };
      const { proposal } = (await byAdmin().post(`${path}/capacities`, wanted).expect(202)).body;
      return {
        send: (key) => as(program, second).post(`${path}/proposals/approve`, { proposals: [proposal] }, key),
        once: ofPerson(of, 'ChangesApproved'),
      };
    },
    'opening an account': async () => {
      const of = await person();
      const login = `login${String((made += 1))}`;
      return {
        send: (key) => byAdmin().post(`/v1/people/${of}/account`, { login, password: firstPassword }, key),
        once: async () => {
          await meBehind(login, of);
          return ofPerson(of, 'AccountOpened')();
        },
      };
    },
    'closing an account': async () => {
      const of = await person();
      const login = `login${String((made += 1))}`;
      await byAdmin().post(`/v1/people/${of}/account`, { login, password: firstPassword }).expect(204);
      const token = await activated(login);
      return {
        send: (key) => byAdmin().post(`/v1/people/${of}/account/close`, {}, key),
        once: async () => {
          await as(program, { person: of, login, token, capacity: 'officer' }).get('/v1/me').expect(401);
          const entered = signIn({ baseUrl: program.url, login, password: ownPassword });
          await expect(entered).rejects.toMatchObject({ status: 403 });
          // The issuer has ended it too: the login is anybody's.
          expect(await accountsNamed(login)).toBe(0);
          return ofPerson(of, 'AccountClosed')();
        },
      };
    },
    'deciding on the spot, with a number of the office and two of its own': () => {
      const number = `朝市监当罚〔2026〕${String((made += 1))}号`;
      return Promise.resolve({
        send: (key) =>
          as(program, officers[0]).post('/v1/cases/summary-procedure/decide', decision(number), key),
        once: () =>
          count(
            ({ type, data }) =>
              type === 'DecidedOnTheSpot' && (data as { number?: string }).number === number,
          ),
      });
    },
    'looking at who reported': async () => {
      const id = await caseOpened();
      return {
        send: (key) =>
          as(program, officers[0])
            .post(`/v1/cases/${id}/reporter-identity/look`, { purpose: '核实举报内容' }, key)
            .set('if-match', '"0"'),
        once: () => count(({ stream, type }) => stream === `case-${id}` && type !== 'LeadReceived'),
        // Who reported is in the answer of the request that recorded the look, and in no other.
        alike: ({ reporter: _, again: __, ...rest }) => rest,
      };
    },
    'asking for an erasure': async () => {
      const id = await caseOpened();
      return {
        send: (key) =>
          as(program, officers[0]).post(
            `/v1/cases/${id}/erasures`,
            { kinds: ['reporter'], ground: '申请' },
            key,
          ),
        once: () => count(({ stream }) => stream === `erasure-${id}`),
      };
    },
    'ordering an erasure': async () => {
      const id = await caseOpened();
      const asking = { kinds: ['reporter'], ground: '申请' };
      const { erasure } = (
        await as(program, officers[0]).post(`/v1/cases/${id}/erasures`, asking).expect(201)
      ).body;
      return {
        send: (key) => as(program, leader).post(`/v1/cases/${id}/erasures/${String(erasure)}/order`, {}, key),
        once: async () => {
          expect(await disclosed(`case-${id}`)).toBe(0);
          return count(({ stream, type }) => stream === `erasure-${id}` && type === 'ErasureOrdered');
        },
      };
    },
    'uploading a file': () => {
      const content = `第${String((made += 1))}份 ${randomUUID()}`;
      let sha256 = '';
      return Promise.resolve({
        send: async () => {
          const answer = await as(program, officers[0]).upload('笔录.txt', content);
          sha256 = String(answer.body.sha256);
          // 201 where it is new, 200 where it was stored before.
          return Object.assign(answer, { status: answer.status === 201 ? 200 : answer.status });
        },
        once: async () => {
          const got = await as(program, officers[0]).get(`/v1/files/${sha256}`).expect(200);
          expect(got.text).toBe(content);
          return 1;
        },
      });
    },
  };

  const activated = async (login: string): Promise<string> => {
    const first = { login, password: firstPassword, newPassword: ownPassword };
    return (await signIn({ baseUrl: program.url, ...first })).accessToken;
  };
  const accountsNamed = async (login: string) =>
    (await pool.query('SELECT FROM issuer.accounts WHERE login = $1', [login])).rowCount;
  const meBehind = async (login: string, of: string) => {
    const token = await activated(login);
    const me = await as(program, { person: of, login, token, capacity: 'officer' }).get('/v1/me').expect(200);
    expect(me.body.person).toBe(of);
  };
  const disclosed = async (stream: string) =>
    (await record()).filter((event) => event.stream === stream && event.disclosures.length > 0).length;
  const decision = (number: string) => ({ ...onTheSpot(officers, paper), number });

  /** Whether the program was still there to be told. */
  const arm = async (killAfter: number | null, listsToo: boolean): Promise<boolean> => {
    const { process: child } = program;
    const heard = Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]);
    if (child.signalCode !== null || !child.connected) return false;
    child.send({ killAfter, listsToo }, () => undefined);
    return heard;
  };
  /** Whether the request was answered before so many writes were done. */
  const answeredBefore = async (
    n: number,
    listsToo: boolean,
    send: () => Promise<Response>,
  ): Promise<boolean> => {
    await arm(n, listsToo);
    const answer = await send().catch(() => undefined);
    // Lists that are filled anew go on being written after the answer.
    if (answer !== undefined && (await arm(null, false))) {
      expect(answer.status).toBeLessThan(300);
      return true;
    }
    await program.kill();
    program = await launch(port, shared);
    return false;
  };
  it.each(Object.keys(requests))(
    'does %s once, with the same answer each time it is sent again',
    async (name) => {
      const prepare = requests[name]!;
      const listsToo = name === 'ordering an erasure';
      let killed = 0;
      for (let done = false; !done;) {
        const request = await prepare();
        const key = randomUUID();
        done = await answeredBefore(killed + 1, listsToo, () => request.send(key));
        if (!done) killed += 1;
        const answer = async () => {
          const { status, body } = await request.send(key);
          return { status, body: request.alike?.(body) ?? body };
        };
        const first = await answer();
        expect(first.status).toBeLessThan(300);
        expect(await answer()).toEqual(first);
        expect(await request.once()).toBe(1);
      }
      process.stderr.write(`${name}: killed after each of ${String(killed)} writes.\n`);
      expect(killed).toBeGreaterThan(0);
    },
    600_000,
  );

  it.each([
    'registering a person',
    'opening an account',
    'deciding on the spot, with a number of the office and two of its own',
  ])(
    'lets another key do %s when the first is never sent again',
    async (name) => {
      let killed = 0;
      for (let done = false; !done;) {
        const request = await requests[name]!();
        done = await answeredBefore(killed + 1, false, () => request.send(randomUUID()));
        if (done) continue;
        killed += 1;
        const { status } = await request.send(randomUUID());
        // 409 where the first had done all there was to do, and only its answer was lost.
        expect([201, 204, 409]).toContain(status);
        expect(await request.once()).toBe(1);
      }
      expect(killed).toBeGreaterThan(1);
    },
    600_000,
  );

  it('activates an account once, though it was killed after a write of the sign-in', async () => {
    let killed = 0;
    for (let done = false; !done;) {
      const of = await person();
      const login = `login${String((made += 1))}`;
      await byAdmin().post(`/v1/people/${of}/account`, { login, password: firstPassword }).expect(204);
      await arm(killed + 1, false);
      done = (await activated(login).catch(() => undefined)) !== undefined && (await arm(null, false));
      if (!done) {
        killed += 1;
        await program.kill();
        program = await launch(port, shared);
      }
      // Either the first password is still to be replaced, or the own one holds.
      await activated(login).catch((error: unknown) => {
        expect(error).toMatchObject({ status: 403 });
      });
      expect((await signIn({ baseUrl: program.url, login, password: ownPassword })).accessToken).toBeTruthy();
      expect(await ofPerson(of, 'AccountActivated')()).toBe(1);
    }
    process.stderr.write(`activating an account: killed after each of ${String(killed)} writes.\n`);
    expect(killed).toBeGreaterThan(3);
  }, 600_000);

  it('makes each administrator once, though the first start was killed after one of its entries', async () => {
    let killed = 0;
    for (let done = false; !done;) {
      const database = await testDatabase();
      const env = {
        KILL_AFTER: String(killed + 1),
        KILL_AMONG: 'ledger.log_(at_head|each)|INTO (ledger.log|issuer.accounts)',
      };
      const first = await launch(port + 1, { ...shared, database, env }).catch(() => undefined);
      done = first !== undefined;
      if (!done) killed += 1;
      await first?.kill();
      const second = await launch(port + 1, {
        ...shared,
        database,
        publicUrl: `http://127.0.0.1:${String(port + 1)}`,
      });
      await registerAgency(second, await administrator(second), '朝阳区市场监督管理局');
      await second.kill();
      const own = openPool({ ...database, max: 2 });
      const firstStore = new PostgresEventStore(own, { clock: () => new Date() });
      const counts: Record<string, number> = {};
      for await (const { type } of firstStore.readAll()) counts[type] = (counts[type] ?? 0) + 1;
      await firstStore.close();
      await own.end();
      // The staff number and the account of each are linked by entries of one type.
      expect(counts).toMatchObject({
        PersonRegistered: 2,
        CapacityGranted: 2,
        AccountLinked: 4,
        AccountOpened: 2,
      });
    }
    process.stderr.write(`a first start: killed after each of ${String(killed)} entries.\n`);
    expect(killed).toBeGreaterThan(4);
  }, 600_000);
});
