import {
  AccountRefused,
  createIssuer,
  createTokenVerifier,
  migrate,
  type Origin,
  signIn,
} from '@anjuan/identity';
import { decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { authorization, newBrowser, newVerifier } from './browser.js';
import {
  audience,
  holders,
  issuerDatabase,
  own,
  password,
  runIssuer,
  type RunningIssuer,
} from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;

const desk = { address: '10.0.0.1' };
const elsewhere = { address: '10.0.0.2' };

beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});

const storedPassword = async (login: string): Promise<string> => {
  const { rows } = await database.pool.query('select password from issuer.accounts where login = $1', [
    login,
  ]);
  return rows[0].password;
};

describe('an account', () => {
  it('keeps its password as an Argon2id string with its costs, salted', async () => {
    await issuer.accounts.open('a1', password, own);
    await issuer.accounts.open('a2', password, own);
    expect(await storedPassword('a1')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await storedPassword('a1')).not.toBe(await storedPassword('a2'));
  });

  it('is found by its password and no other', async () => {
    const accountId = await issuer.accounts.open('b1', password, own);
    expect(await issuer.accounts.verify('B1', password, desk)).toMatchObject({
      outcome: 'accepted',
      accountId,
    });
    expect(await issuer.accounts.verify('b1', `${password}.`, desk)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.verify('b0', password, desk)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.find('B1')).toBe(accountId);
    expect(await issuer.accounts.find('b0')).toBeUndefined();
    expect(await issuer.accounts.exists(accountId)).toBe(true);
    expect(await issuer.accounts.exists('not an id')).toBe(false);
  });

  it('stored with lower costs still opens, and is stored anew with the present ones', async () => {
    await issuer.accounts.open('c1', password, own);
    // "correct horse battery" under m=64, t=2, p=1
    const weak =
      '$argon2id$v=19$m=64,t=2,p=1$0MPyM09CzL1a3+q1e7xb2A$oE3wwL2nl2hEoZpO2KjqQQHrsmO36YpcDFSIH8Aegl0';
    await database.pool.query('update issuer.accounts set password = $1 where login = $2', [weak, 'c1']);
    expect(await issuer.accounts.verify('c1', 'correct horse battery', desk)).toMatchObject({
      outcome: 'accepted',
    });
    expect(await storedPassword('c1')).toMatch(/^\$argon2id\$v=19\$m=19456,/);
    expect(await issuer.accounts.verify('c1', 'correct horse battery', desk)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('is refused a login that is taken, empty or endless', async () => {
    await issuer.accounts.open('d1', password, own);
    await expect(issuer.accounts.open('D1 ', password, own)).rejects.toThrow(/该账号已存在/);
    await expect(issuer.accounts.open('  ', password, own)).rejects.toThrow(AccountRefused);
    await expect(issuer.accounts.open('\u3164', password, own)).rejects.toThrow(
      /第1个字符 U\+3164 是不可见字符/,
    );
    await expect(issuer.accounts.open('d\u200B1', password, own)).rejects.toThrow(/第2个字符 U\+200B/);
    await expect(issuer.accounts.open('Ｄ１', password, own)).rejects.toThrow(/该账号已存在/);
    await expect(issuer.accounts.open('x'.repeat(101), password, own)).rejects.toThrow(AccountRefused);
  });

  it.each([0, 11, 201])('is refused a password of %d characters', async (length) => {
    await expect(issuer.accounts.open('e1', '密'.repeat(length), own)).rejects.toThrow(
      /密码须为 12 至 200 个字符/,
    );
  });

  it('changes its password, and is given a first one again; an unknown account is not', async () => {
    const id = await issuer.accounts.open('f1', password, own);
    const anew = { password: 'twelve chars' };
    expect(await issuer.accounts.verify('f1', password, desk, anew)).toMatchObject({ outcome: 'accepted' });
    expect(await issuer.accounts.verify('f1', password, desk)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.verify('f1', 'twelve chars', desk)).toMatchObject({ outcome: 'accepted' });
    await issuer.accounts.reset(id, password);
    expect(await issuer.accounts.verify('f1', 'twelve chars', desk)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.verify('f1', password, desk)).toEqual({ outcome: 'first' });
    await expect(issuer.accounts.reset(id, 'too short')).rejects.toThrow(AccountRefused);
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(issuer.accounts.reset(nobody, password)).rejects.toThrow(/没有这个账号/);
  });
});

describe('wrong tries', () => {
  const guess = 'not this one at all';
  const wrong = async (login: string, times: number, from: Origin = desk) => {
    for (let i = 0; i < times; i += 1) await issuer.accounts.verify(login, guess, from);
  };
  const lockSeconds = async (login: string): Promise<number> => {
    const { rows } = await database.pool.query(
      `select extract(epoch from locked_until - last_at)::int as s from issuer.tries
       where login = $1 and origin = 'address:10.0.0.1'`,
      [login],
    );
    return rows[0].s;
  };
  const letTheLockEnd = (login: string) =>
    database.pool.query('update issuer.tries set locked_until = now() where login = $1', [login]);
  beforeEach(() => database.pool.query('delete from issuer.tries'));

  it('lock the right password out as well, while the lock lasts', async () => {
    const accountId = await issuer.accounts.open('g1', password, own);
    await wrong('g1', 5);
    expect(await issuer.accounts.verify('g1', password, desk)).toMatchObject({ outcome: 'locked' });
    await letTheLockEnd('g1');
    expect(await issuer.accounts.verify('g1', password, desk)).toMatchObject({
      outcome: 'accepted',
      accountId,
    });
  });

  it('lock for 30 s at the fifth, then twice as long each time, 15 min at most', async () => {
    await wrong('g2', 5);
    const locks = [await lockSeconds('g2')];
    for (let i = 0; i < 6; i += 1) {
      await letTheLockEnd('g2');
      await wrong('g2', 1);
      locks.push(await lockSeconds('g2'));
    }
    expect(locks).toEqual([30, 60, 120, 240, 480, 900, 900]);
  });

  it('are forgotten after a right one, and after a day', async () => {
    await issuer.accounts.open('g3', password, own);
    await wrong('g3', 4);
    await issuer.accounts.verify('g3', password, desk);
    await wrong('g3', 4);
    await database.pool.query(`update issuer.tries set last_at = last_at - interval '25 hours'`);
    await wrong('g3', 4);
    expect(await issuer.accounts.verify('g3', password, desk)).toMatchObject({ outcome: 'accepted' });
  });

  it('of somebody else lock nobody out who comes from another address or with a known browser', async () => {
    const accountId = await issuer.accounts.open('g4', password, own);
    await wrong('g4', 7);
    expect(await issuer.accounts.verify('g4', password, desk)).toMatchObject({ outcome: 'locked' });
    const accepted = { outcome: 'accepted', accountId };
    expect(await issuer.accounts.verify('g4', password, elsewhere)).toMatchObject(accepted);
    expect(await issuer.accounts.verify('g4', password, { device: 'known' })).toMatchObject(accepted);
    // The owner's sign-in frees the attacker of nothing.
    expect(await issuer.accounts.verify('g4', password, desk)).toMatchObject({ outcome: 'locked' });
  });

  it('with a known browser are counted too', async () => {
    await issuer.accounts.open('g5', password, own);
    await wrong('g5', 5, { device: 'stolen' });
    const stolen = await issuer.accounts.verify('g5', password, { device: 'stolen' });
    expect(stolen).toMatchObject({ outcome: 'locked' });
  });

  it('from very many addresses leave each further one a single free try', async () => {
    await issuer.accounts.open('g6', password, own);
    for (let i = 0; i < 51; i += 1) await wrong('g6', 1, { address: `10.1.0.${String(i)}` });
    await wrong('g6', 1, { address: '10.2.0.1' });
    const again = await issuer.accounts.verify('g6', password, { address: '10.2.0.1' });
    expect(again).toMatchObject({ outcome: 'locked' });
    expect(await issuer.accounts.verify('g6', password, elsewhere)).toMatchObject({ outcome: 'accepted' });
  });

  it('of one address over many logins lock the address; IPv6 by its network', async () => {
    const attacker = (host: number) => ({ address: `2001:db8:1:2::${host.toString(16)}` });
    for (let i = 1; i <= 100; i += 1) await wrong(`h${String(i)}`, 1, attacker(i));
    await issuer.accounts.open('g7', password, own);
    expect(await issuer.accounts.verify('g7', password, attacker(999))).toMatchObject({ outcome: 'locked' });
    const neighbour = { address: '2001:db8:1:3::1' };
    expect(await issuer.accounts.verify('g7', password, neighbour)).toMatchObject({ outcome: 'accepted' });
  });

  it('of one address over many logins are not forgotten when one of them signs in; its own are', async () => {
    await issuer.accounts.open('own', password, own);
    const attacker = { address: '10.3.0.1' };
    const tries = async (): Promise<number> =>
      (
        await database.pool.query(`select tries from issuer.tries where login = '' and origin = $1`, [
          'address:10.3.0.1',
        ])
      ).rows[0].tries;
    for (let i = 1; i <= 6; i += 1) await wrong(`k${String(i)}`, 1, attacker);
    await wrong('own', 3, attacker);
    expect(await tries()).toBe(9);
    expect(await issuer.accounts.verify('own', password, attacker)).toMatchObject({ outcome: 'accepted' });
    expect(await tries()).toBe(6);
    expect(await issuer.accounts.verify('own', password, attacker)).toMatchObject({ outcome: 'accepted' });
    expect(await tries()).toBe(6);
  });

  it('sent at once are looked at sixteen of an address, and people known are not kept waiting', async () => {
    const accountId = await issuer.accounts.open('g8', password, own);
    const tries = Array.from({ length: 60 }, (_, i) =>
      issuer.accounts.verify(`i${String(i)}`, guess, { address: '10.3.0.1' }),
    );
    const known = issuer.accounts.verify('g8', password, { device: 'known' });
    const first = await Promise.race([known, Promise.all(tries).then(() => 'all the others')]);
    expect(first).toMatchObject({ outcome: 'accepted', accountId });
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(16);
    expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(44);
  });

  it('sent at once from everywhere do not pile up', async () => {
    const tries = Array.from({ length: 100 }, (_, i) =>
      issuer.accounts.verify(`j${String(i)}`, guess, { address: `10.4.0.${String(i)}` }),
    );
    const busy = (await Promise.all(tries)).filter(({ outcome }) => outcome === 'busy');
    expect(busy.length).toBeGreaterThanOrEqual(60);
    expect(await issuer.accounts.verify('nobody', guess, elsewhere)).toEqual({ outcome: 'refused' });
  });
});

describe('the schema', () => {
  it('may be made again, also by two programs at once', async () => {
    const before = await issuer.accounts.open('h1', password, own);
    await Promise.all([migrate(database.pool), migrate(database.pool)]);
    expect(await issuer.accounts.exists(before)).toBe(true);
  });

  it('holds one signing key, whichever of two first starts makes it', async () => {
    await database.pool.query('delete from issuer.keys');
    const options = {
      issuerUrl: 'http://127.0.0.1:3000/oidc',
      pool: database.pool,
      audience: 'a',
      clients: [],
      holders,
    };
    const [one, two] = await Promise.all([createIssuer(options), createIssuer(options)]);
    expect(one.jwks).toEqual(two.jwks);
    expect(one.jwks.keys).toHaveLength(1);
    expect(one.jwks.keys[0]).not.toHaveProperty('d');
  });

  it('may get a newer signing key: it signs, the older still verifies', async () => {
    const older = await runIssuer(database.pool);
    const port = Number(new URL(older.baseUrl).port);
    await older.accounts.open('k1', password, own);
    const before = await signIn({ baseUrl: older.baseUrl, login: 'k1', password });
    await older.close();
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    await database.pool.query(
      `insert into issuer.keys (id, purpose, secret) values (gen_random_uuid(), 'signing', $1)`,
      [JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'newer', alg: 'ES256', use: 'sig' })],
    );
    const newer = await runIssuer(database.pool, port);
    const after = await signIn({ baseUrl: newer.baseUrl, login: 'k1', password });
    expect(decodeProtectedHeader(before.accessToken).kid).not.toBe('newer');
    expect(decodeProtectedHeader(after.accessToken).kid).toBe('newer');
    const verifier = createTokenVerifier({ issuerUrl: newer.issuerUrl, audience, jwks: newer.jwks });
    const subjects = await Promise.all(
      [before, after].map(async ({ accessToken }) => (await verifier.verify(accessToken)).subject),
    );
    expect(subjects[0]).toBe(subjects[1]);
    await newer.close();
  });

  it('is swept of what has expired when an issuer first writes', async () => {
    await database.pool.query(
      `insert into issuer.artifacts (model, id, payload, expires_at) values ('Session', 'old', '{}', now() - interval '1 s')`,
    );
    const fresh = await runIssuer(database.pool);
    await newBrowser().open(authorization(fresh.issuerUrl, newVerifier()));
    await fresh.close();
    const { rowCount } = await database.pool.query(`select from issuer.artifacts where id = 'old'`);
    expect(rowCount).toBe(0);
  });

  it.each(['not an address', 'ftp://127.0.0.1/oidc', 'http://127.0.0.1:3000/oidc/'])(
    'is not touched for the issuer address %p',
    async (issuerUrl) => {
      const options = { issuerUrl, pool: database.pool, audience: 'a', clients: [], holders };
      await expect(createIssuer(options)).rejects.toThrow(/give one such as http/);
    },
  );
});
