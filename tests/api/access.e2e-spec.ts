/** Who read what, who signed in and who was turned away stands in the record, and auditors find it. */
import { randomUUID } from 'node:crypto';
import { signIn, SignInRefused } from '../../libs/identity/src/sign-in.js';
import request from 'supertest';
import { administrator, as, ownPassword, type Api, type Person } from '../support/api.js';
import { codeBySigningIn, codeExchange, exchange, newBrowser, newVerifier } from '../identity/browser.js';
import { anotherBureau, startBureau } from '../support/bureau.js';

let api: Api;
let agencyOfLin: string;
let lin: Person;
let luo: Person;
let tang: Person;
let stranger: Person;
let theirs: Person;
let known: string;
let another: string;

let engage: Awaited<ReturnType<typeof startBureau>>['engage'];

beforeAll(async () => {
  const { engage: one, ...bureau } = await startBureau();
  engage = one;
  api = bureau.api;
  agencyOfLin = bureau.agency;
  const other = await anotherBureau(api);
  lin = await engage('lin', 'officer');
  tang = await engage('tang', 'leader');
  luo = await engage('luo', 'auditor');
  stranger = await other.engage('yu', 'officer');
  theirs = await other.engage('shi', 'auditor');
  known = await openCase();
  another = await openCase();
});
afterAll(() => api.close());

const openCase = async (): Promise<string> => {
  const lead = { source: '投诉', summary: '未明码标价' };
  return (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body.case;
};

type Item = Readonly<Record<string, unknown>>;
type ListPage = Readonly<{ items: readonly Item[]; next?: string }>;
const listed = async (list: string, by = luo): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const path: string = `/v1/audit/${list}${list.includes('?') ? '&' : '?'}limit=200${after && `&after=${after}`}`;
    const { body }: { body: ListPage } = await as(api, by).get(path).expect(200);
    items.push(...body.items);
    after = body.next;
  }
  return items;
};
const operationsOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap(({ operations }) =>
    (operations as { operation: string }[]).map(({ operation }) => operation),
  );

describe('A read of a case', () => {
  it('is an entry, one however often a session reads it within a minute', async () => {
    for (let nth = 0; nth < 20; nth++) await as(api, lin).get(`/v1/cases/${known}`).expect(200);
    for (const part of ['history', 'actions', 'deadlines', 'compliance'])
      await as(api, lin).get(`/v1/cases/${known}/${part}`).expect(200);
    const items = await listed(`reads?record=${known}`);
    expect(new Set(items.map(({ session }) => session)).size).toBe(1);
    expect([...operationsOf(items)].sort()).toEqual([
      'case/actions',
      'case/compliance',
      'case/deadlines',
      'case/history',
      'case/view',
    ]);
    expect(items[0]).toMatchObject({
      kind: 'read',
      person: lin.person,
      ip: '127.0.0.1',
      record: known,
      operations: expect.arrayContaining([{ operation: 'case/view', shows: 'case-file' }]),
    });
  });

  it('is told by case, person and day', async () => {
    await as(api, tang).get(`/v1/cases/${another}`).expect(200);
    expect(await listed(`reads?record=${another}`)).toHaveLength(1);
    expect(await listed(`reads?record=${another}&person=${lin.person}`)).toEqual([]);
    expect(await listed(`reads?record=${another}&from=2026-03-01&to=2026-03-01`)).toHaveLength(1);
    expect(await listed(`reads?record=${another}&from=2026-03-02`)).toEqual([]);
    expect(await listed(`reads?record=${another}&to=2026-02-28`)).toEqual([]);
  });

  it('is no entry where it is the program’s own page, or what somebody is told of themselves', async () => {
    await as(api, tang).get('/v1/me').expect(200);
    await request(api.url).get('/v1/published-decisions').expect(200);
    const operations = operationsOf(await listed('reads'));
    expect(operations).not.toContain('registry/me');
    expect(operations).not.toContain('published-decisions');
  });

  it('is also that of a list, of a file, of the registry, and of these lists', async () => {
    const { sha256 } = (await as(api, lin).upload('笔录.txt', '询问笔录').expect(201)).body;
    await as(api, lin).get(`/v1/files/${sha256}`).expect(200);
    await as(api, lin).get('/v1/lists/my-cases').expect(200);
    await as(api, lin).get(`/v1/people/${tang.person}`).expect(200);
    await listed('sign-ins');
    const operations = operationsOf(await listed('reads'));
    expect(operations).toEqual(
      expect.arrayContaining(['files/download', 'lists/my-cases', 'registry/person', 'audit/sign-ins']),
    );
    expect(await listed(`reads?record=${sha256}`)).toMatchObject([
      { operations: [{ operation: 'files/download', shows: 'papers' }] },
    ]);
  });
});

describe('A file of which the reader breaks off the answer', () => {
  it('was read: what had come by then is seen', async () => {
    const film = (await as(api, lin).upload('录像.txt', '现场'.repeat(3_000_000)).expect(201)).body.sha256;
    const answer = await fetch(`${api.url}/v1/files/${film}`, {
      headers: { authorization: `Bearer ${lin.token}` },
    });
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
    expect(await listed(`reads?record=${film}`)).toMatchObject([{ person: lin.person, times: 1 }]);
  });
});

describe('Refused access', () => {
  it('is an entry under the agency of who was refused, with what they asked for', async () => {
    await as(api, stranger).get(`/v1/cases/${known}`).expect(404);
    await as(api, stranger).post(`/v1/cases/${known}/education/give`, {}).expect(428);
    await as(api, lin).get('/v1/lists/late-entries').expect(403);
    expect(await listed(`refusals?record=${known}`, theirs)).toMatchObject([
      { person: stranger.person, status: 404, times: 1, operations: [{ operation: 'case/view' }] },
    ]);
    expect(await listed(`refusals?record=${known}`)).toEqual([]);
    expect(await listed(`refusals?person=${lin.person}`)).toMatchObject([
      { status: 403, operations: [{ operation: 'lists/late-entries' }] },
    ]);
  });

  /** The last character of a signature has bits that mean nothing, and base64 another alphabet. */
  const otherSpelling = (token: string): string => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1)!);
    return `${token.slice(0, -1)}${alphabet[last ^ 1]!}`;
  };

  it('is of one session, however the header with its token is spelled: the bounds hold', async () => {
    const unknown = randomUUID();
    const { token } = lin;
    const spelled = [
      `Bearer ${token}`,
      `bearer ${token}`,
      `BEARER   ${token}`,
      `Bearer ${otherSpelling(token)}`,
    ];
    for (const authorization of spelled)
      await request(api.url).get(`/v1/cases/${unknown}`).set({ authorization }).expect(404);
    // One entry, though all but the first may be counted in it only when its minute is over.
    expect(await listed(`refusals?record=${unknown}`)).toMatchObject([{ person: lin.person, status: 404 }]);
  });

  it('is of one session with every token of a sign-in: they share the bound, and another sign-in has its own', async () => {
    const tokensOf = async (): Promise<readonly string[]> => {
      const [issuer, verifier] = [`${api.url}/oidc`, newVerifier()];
      const given = { login: 'tang', password: ownPassword, verifier };
      const code = await codeBySigningIn(newBrowser(), issuer, given);
      const first = (await codeExchange(issuer, code, verifier)).body;
      const { refresh_token } = first;
      const renewed = (await exchange(issuer, { grant_type: 'refresh_token', refresh_token })).body;
      return [first.access_token, renewed.access_token];
    };
    /** As many as have an entry of their own, and some more. */
    const flood = async ([token, renewed]: readonly string[]) => {
      expect(renewed).not.toBe(token);
      for (let nth = 0; nth < 60; nth += 1)
        await as(api, { ...tang, token: (nth % 2 === 0 ? token : renewed)! })
          .get(`/v1/cases/${randomUUID()}`)
          .expect(404);
    };
    /** Of each session: those with a case of their own, and whether the others are counted together. */
    const entries = async () => {
      const bySession = new Map<unknown, { own: number; together: boolean }>();
      for (const { session, record } of await listed(`refusals?person=${tang.person}`)) {
        const { own, together } = bySession.get(session) ?? { own: 0, together: false };
        bySession.set(session, record === null ? { own, together: true } : { own: own + 1, together });
      }
      return [...bySession.values()];
    };
    const bounded = { own: 50, together: true };
    await flood(await tokensOf());
    expect(await entries()).toEqual([bounded]);
    await flood(await tokensOf());
    expect(await entries()).toEqual([bounded, bounded]);
  });

  it('of somebody whom nobody knows is one entry of their address, without what they named', async () => {
    for (let nth = 0; nth < 20; nth++) await request(api.url).get(`/v1/cases/${known}`).expect(401);
    await request(api.url).get('/v1/cases/nothing').expect(401);
    const refused = (await listed('refusals')).filter(({ status }) => status === 401);
    expect(refused).toMatchObject([{ person: null, record: null, ip: '127.0.0.1' }]);
    expect((await listed('refusals', theirs)).filter(({ status }) => status === 401)).toEqual(refused);
  });

  it('is none where nothing of the program was asked for', async () => {
    await request(api.url).get('/nothing').expect(404);
    await request(api.url).get('/problems/nothing').expect(404);
    expect(
      (await listed('refusals')).filter(({ person, status }) => person === null && status === 404),
    ).toEqual([]);
  });
});

describe('A sign-in', () => {
  const wrong = (login: string) => signIn({ baseUrl: api.url, login, password: 'wrong, and long enough' });

  it('is an entry, whether it succeeds or fails, under the agency of whose login it is', async () => {
    await signIn({ baseUrl: api.url, login: 'lin', password: ownPassword });
    await expect(wrong('lin')).rejects.toThrow(SignInRefused);
    const items = await listed(`sign-ins?person=${lin.person}`);
    expect(items.map(({ kind, outcome }) => [kind, outcome])).toEqual(
      expect.arrayContaining([
        ['signed-in', null],
        ['sign-in-failed', 'refused'],
      ]),
    );
    expect((await listed('sign-ins', theirs)).some(({ person }) => person === lin.person)).toBe(false);
  });

  it('fails as well where somebody signed in does not know the password of their second factor', async () => {
    const failed = async () =>
      (await listed(`sign-ins?person=${tang.person}`)).filter(({ kind }) => kind === 'sign-in-failed');
    expect(await failed()).toEqual([]);
    const password = 'not this one at all';
    await as(api, tang).post('/v1/me/second-factor', { password }).expect(409);
    expect(await failed()).toMatchObject([{ outcome: 'refused', person: tang.person, ip: '127.0.0.1' }]);
  });

  it('that fails with a password in place of the login never stores it', async () => {
    const password = '误填在账号栏的密码8341';
    await expect(wrong(password)).rejects.toThrow(SignInRefused);
    const items = (await listed('sign-ins')).filter(({ person }) => person === null);
    expect(items).toMatchObject([{ kind: 'sign-in-failed', login: expect.stringMatching(/^[\w-]{22}$/) }]);
    for await (const { bytes, disclosures } of api.parts.store.readAll()) {
      expect(Buffer.from(bytes).toString()).not.toContain(password);
      for (const { disclosure } of disclosures)
        expect(Buffer.from(disclosure, 'base64url').toString()).not.toContain(password);
    }
  });
});

describe('Who could read a case on a day', () => {
  const readersOn = async (on: string, of = known) =>
    (await as(api, luo).get(`/v1/audit/cases/${of}/readers?on=${on}`).expect(200)).body
      .items as readonly Item[];

  it('is everybody who held a capacity for cases in its agency, and nobody else', async () => {
    expect(await readersOn('2026-03-01')).toEqual([
      { person: lin.person, staffNumber: 'lin', capacities: ['officer'] },
      { person: tang.person, staffNumber: 'tang', capacities: ['leader'] },
      { person: luo.person, staffNumber: 'luo', capacities: ['auditor'] },
    ]);
  });

  it('is nobody before it was there', async () => {
    expect(await readersOn('2026-02-28')).toEqual([]);
  });

  it('is told to auditors of its agency, of a day that has begun', async () => {
    const path = `/v1/audit/cases/${known}/readers`;
    await as(api, lin).get(`${path}?on=2026-03-01`).expect(403);
    await as(api, theirs).get(`${path}?on=2026-03-01`).expect(404);
    await as(api, luo).get('/v1/audit/cases/nothing/readers?on=2026-03-01').expect(404);
    await as(api, luo).get(`${path}?on=2026-03-02`).expect(422);
    await as(api, luo).get(path).expect(422);
  });
});

describe('What was entered in the registry', () => {
  it('is told of all people of the agency, by whom, and without names', async () => {
    const items = await listed('registry-changes');
    expect(new Set(items.map(({ person }) => person))).toEqual(
      new Set([lin.person, tang.person, luo.person]),
    );
    expect(items.filter(({ person }) => person === tang.person).map(({ type }) => type)).toEqual([
      'PersonRegistered',
      'ChangeProposed',
      'ChangesApproved',
      'AccountOpened',
      'AccountActivated',
      'AccountConfirmed',
    ]);
    expect(items.find(({ type }) => type === 'PersonRegistered')).toMatchObject({
      capacity: 'administrator',
      recordedBy: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(items)).not.toContain('人员');
    expect(await listed(`registry-changes?person=${tang.person}&to=2026-02-28`)).toEqual([]);
    expect(await listed('registry-changes', theirs)).not.toEqual([]);
    await as(api, lin).get('/v1/audit/registry-changes').expect(403);
  });
});

describe('The log of access', () => {
  it('is for auditors, each of their own agency', async () => {
    for (const list of ['sign-ins', 'refusals', 'reads']) {
      await as(api, lin).get(`/v1/audit/${list}`).expect(403);
      await as(api, tang).get(`/v1/audit/${list}`).expect(403);
      await request(api.url).get(`/v1/audit/${list}`).expect(401);
    }
    const own = new Set([stranger.person, theirs.person, null]);
    for (const list of ['sign-ins', 'refusals', 'reads'])
      expect((await listed(list, theirs)).filter(({ person }) => !own.has(person as string))).toEqual([]);
  });

  it('is given page by page, each entry once', async () => {
    const all = await listed('sign-ins');
    const paged: Item[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const { body }: { body: ListPage } = await as(api, luo)
        .get(`/v1/audit/sign-ins?limit=2${after && `&after=${after}`}`)
        .expect(200);
      paged.push(...body.items);
      after = body.next;
    }
    // The minute of what was counted may end meanwhile: then it is an entry more, among the others by its time.
    const there = new Set(all.map((item) => JSON.stringify(item)));
    expect(paged.filter((item) => there.has(JSON.stringify(item)))).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });

  it('takes no cursor of another list, and no day that there is not', async () => {
    const { next } = (await as(api, luo).get('/v1/audit/sign-ins?limit=1').expect(200)).body;
    await as(api, luo).get(`/v1/audit/reads?after=${next}`).expect(422);
    await as(api, luo).get('/v1/audit/reads?from=2026-02-30').expect(422);
    await as(api, luo).get("/v1/audit/reads?record=' OR 1=1").expect(422);
    await as(api, luo).get('/v1/audit/sign-ins?record=x').expect(422);
  });

  it('moves no case: what was read has the revision it had', async () => {
    const { body } = await as(api, lin).get(`/v1/cases/${known}`).expect(200);
    expect(body).toMatchObject({ revision: 0, head: 0 });
  });
});

describe('Refused access on an account', () => {
  it('that nobody has confirmed names its person, and says so', async () => {
    const admin = await administrator(api);
    const facts = { agency: agencyOfLin, staffNumber: '0907', name: '孟晓' };
    const { person } = (await as(api, admin).post('/v1/people', facts).expect(201)).body;
    const given = { login: 'meng', password: 'given away at the desk' };
    await as(api, admin).post(`/v1/people/${person}/account`, given).expect(204);
    const { accessToken: token } = await signIn({ baseUrl: api.url, ...given, newPassword: ownPassword });
    const puppet = { person, login: 'meng', token, capacity: 'officer' };
    await as(api, puppet).get(`/v1/cases/${known}`).expect(403);
    await as(api, stranger).get(`/v1/cases/${known}`).expect(404);
    expect(await listed(`refusals?person=${person}`)).toMatchObject([
      { person, status: 403, unconfirmed: true, operations: [{ operation: 'case/view' }] },
    ]);
    // One entry, or two where the stranger was turned away from the case more than a minute before.
    const ofStranger = await listed(`refusals?record=${known}&person=${stranger.person}`, theirs);
    expect(new Set(ofStranger.map((one) => one['unconfirmed']))).toEqual(new Set([false]));
  });
});

describe('A read of a paper', () => {
  it('is found by the case through which it was reached, and by the file', async () => {
    const gao = await engage('gao', 'officer');
    const third = await openCase();
    const { sha256 } = (await as(api, lin).upload('询问笔录.txt', '东苇路18号院询问笔录').expect(201)).body;
    const scene = {
      ...{ kind: '现场笔录', what: '现场检查', place: '东苇路18号院' },
      ...{ credentialShown: true, recordSigned: true, record: { sha256, name: '询问笔录.txt' } },
    };
    await as(api, lin)
      .post(`/v1/cases/${third}/evidence/record-scene`, { ...scene, officers: [lin.person, gao.person] })
      .set('if-match', '"0"')
      .expect(200);
    await as(api, gao).get(`/v1/files/${sha256}`).expect(200);
    for (const record of [third, sha256])
      expect(await listed(`reads?record=${record}`)).toContainEqual(
        expect.objectContaining({
          ...{ record: sha256, through: third, person: gao.person },
          operations: [{ operation: 'files/download', shows: 'papers' }],
        }),
      );
    expect(operationsOf(await listed(`reads?record=${known}`))).not.toContain('files/download');
  });
});
