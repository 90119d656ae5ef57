import { AccountRefused, createIssuer, createTokenVerifier, migrate, signIn } from '@anjuan/identity';
import { decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { authorization, newBrowser, newVerifier } from './browser.js';
import { audience, issuerDatabase, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;

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
    await issuer.accounts.open('a1', password);
    await issuer.accounts.open('a2', password);
    expect(await storedPassword('a1')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await storedPassword('a1')).not.toBe(await storedPassword('a2'));
  });

  it('is found by its password and no other', async () => {
    const accountId = await issuer.accounts.open('b1', password);
    expect(await issuer.accounts.verify('B1', password)).toEqual({ outcome: 'accepted', accountId });
    expect(await issuer.accounts.verify('b1', `${password}.`)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.verify('b0', password)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.find('B1')).toBe(accountId);
    expect(await issuer.accounts.find('b0')).toBeUndefined();
    expect(await issuer.accounts.exists(accountId)).toBe(true);
    expect(await issuer.accounts.exists('not an id')).toBe(false);
  });

  it('stored with lower costs still opens, and is stored anew with the present ones', async () => {
    await issuer.accounts.open('c1', password);
    // "correct horse battery" under m=64, t=2, p=1
    const weak =
      '$argon2id$v=19$m=64,t=2,p=1$0MPyM09CzL1a3+q1e7xb2A$oE3wwL2nl2hEoZpO2KjqQQHrsmO36YpcDFSIH8Aegl0';
    await database.pool.query('update issuer.accounts set password = $1 where login = $2', [weak, 'c1']);
    expect(await issuer.accounts.verify('c1', 'correct horse battery')).toMatchObject({
      outcome: 'accepted',
    });
    expect(await storedPassword('c1')).toMatch(/^\$argon2id\$v=19\$m=19456,/);
    expect(await issuer.accounts.verify('c1', 'correct horse battery')).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('is refused a login that is taken, empty or endless', async () => {
    await issuer.accounts.open('d1', password);
    await expect(issuer.accounts.open('D1 ', password)).rejects.toThrow(/该账号已存在/);
    await expect(issuer.accounts.open('  ', password)).rejects.toThrow(AccountRefused);
    await expect(issuer.accounts.open('x'.repeat(101), password)).rejects.toThrow(AccountRefused);
  });

  it.each([0, 11, 201])('is refused a password of %d characters', async (length) => {
    await expect(issuer.accounts.open('e1', '密'.repeat(length))).rejects.toThrow(
      /密码须为 12 至 200 个字符/,
    );
  });

  it('changes its password; an unknown account does not', async () => {
    const id = await issuer.accounts.open('f1', password);
    await issuer.accounts.changePassword(id, 'twelve chars');
    expect(await issuer.accounts.verify('f1', password)).toEqual({ outcome: 'refused' });
    expect(await issuer.accounts.verify('f1', 'twelve chars')).toMatchObject({ outcome: 'accepted' });
    await expect(issuer.accounts.changePassword(id, 'too short')).rejects.toThrow(AccountRefused);
    const nobody = '00000000-0000-4000-8000-000000000000';
    await expect(issuer.accounts.changePassword(nobody, password)).rejects.toThrow(/没有这个账号/);
  });
});

describe('wrong tries', () => {
  const wrong = async (login: string, times: number) => {
    for (let i = 0; i < times; i += 1) await issuer.accounts.verify(login, 'not this one at all');
  };
  const lockSeconds = async (login: string): Promise<number> => {
    const { rows } = await database.pool.query(
      'select extract(epoch from locked_until - last_at)::int as s from issuer.wrong_tries where login = $1',
      [login],
    );
    return rows[0].s;
  };
  const letTheLockEnd = (login: string) =>
    database.pool.query('update issuer.wrong_tries set locked_until = now() where login = $1', [login]);

  it('lock the right password out as well, while the lock lasts', async () => {
    const accountId = await issuer.accounts.open('g1', password);
    await wrong('g1', 5);
    expect(await issuer.accounts.verify('g1', password)).toMatchObject({ outcome: 'locked' });
    await letTheLockEnd('g1');
    expect(await issuer.accounts.verify('g1', password)).toEqual({ outcome: 'accepted', accountId });
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
    await issuer.accounts.open('g3', password);
    await wrong('g3', 4);
    await issuer.accounts.verify('g3', password);
    await wrong('g3', 4);
    await database.pool.query(`update issuer.wrong_tries set last_at = last_at - interval '25 hours'`);
    await wrong('g3', 4);
    expect(await issuer.accounts.verify('g3', password)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('the schema', () => {
  it('may be made again, also by two programs at once', async () => {
    const before = await issuer.accounts.open('h1', password);
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
    };
    const [one, two] = await Promise.all([createIssuer(options), createIssuer(options)]);
    expect(one.jwks).toEqual(two.jwks);
    expect(one.jwks.keys).toHaveLength(1);
    expect(one.jwks.keys[0]).not.toHaveProperty('d');
  });

  it('may get a newer signing key: it signs, the older still verifies', async () => {
    const older = await runIssuer(database.pool);
    const port = Number(new URL(older.baseUrl).port);
    await older.accounts.open('k1', password);
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
      const options = { issuerUrl, pool: database.pool, audience: 'a', clients: [] };
      await expect(createIssuer(options)).rejects.toThrow(/give one such as http/);
    },
  );
});
