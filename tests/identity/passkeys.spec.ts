/** Passkeys at the issuer: registered once, used once for each challenge, and every way round. A stand-in signs. */
import { type Holders } from '@anjuan/identity';
import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { decodeJwt } from 'jose';
import { packedStatement, u2fStatement } from '../support/makers-statement.js';
import { askedOn, registerOn, signInBegun, signInWith } from '../support/passkey-page.js';
import { cbor, type Cbor, type Wrongly } from '../support/passkey-stand-in.js';
import { holders, issuerDatabase, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { newPasskey, pageFor, passkeysOf, signIn, someone, withPasskey, type Somebody } from './somebody.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let registered: string[] = [];
let refuses = false;
const noting: Holders = {
  ...holders,
  factorRegistered: (account) => {
    if (!refuses) registered.push(account);
    return Promise.resolve(!refuses);
  },
};
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, noting, 'localhost');
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
beforeEach(() => {
  registered = [];
  refuses = false;
});

describe('A passkey', () => {
  it('is registered on its page, recorded, and asked for besides the password from then on', async () => {
    const { person, passkey, codes } = await withPasskey(issuer);
    expect(registered).toEqual([person.account]);
    expect(codes).toHaveLength(10);
    expect(await passkeysOf(issuer, person)).toEqual([
      {
        passkey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: '办公室钥匙',
        registeredAt: expect.any(String),
        synced: false,
        usable: true,
      },
    ]);
    const { asking, answer, tokens } = await signInWith(issuer.issuerUrl, person, passkey);
    expect(asking.status).toBe(403);
    expect(answer.status).toBe(303);
    expect(decodeJwt((await tokens(answer.location)).access_token)['amr']).toEqual([
      ...['pwd', 'hwk', 'user', 'mfa'],
    ]);
    expect((await passkeysOf(issuer, person))[0]!.usedAt).toBeDefined();
  });

  it('is no password: without it, and with a wrong one, it signs nobody in', async () => {
    const { person, passkey } = await withPasskey(issuer);
    const begun = await signInBegun(issuer.issuerUrl, person);
    const response = passkey.get(askedOn(begun.asking.text));
    const { status } = await begun.browser.open(begun.action, {
      ...{ login: person.login, password: 'not this one at all', code: '', passkey: response },
    });
    expect(status).toBe(403);
    expect((await begun.send({})).status).toBe(403);
  });

  it('has a script on its pages alone, by its address and its bytes, and nothing inline', async () => {
    const { person } = await withPasskey(issuer);
    const { first, asking } = await signInBegun(issuer.issuerUrl, person);
    const byNumber = await runIssuer(database.pool);
    const page = (await signInBegun(byNumber.issuerUrl, person)).first;
    await byNumber.close();
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    const address = `${issuer.issuerUrl}/passkey.js`;
    for (const page of [
      first,
      asking,
      await (
        await fetch(await pageFor(issuer, person))
      )
        .text()
        .then(async (text) => ({ text, headers: (await fetch(await pageFor(issuer, person))).headers })),
    ]) {
      expect(page.headers.get('content-security-policy')).toContain(`script-src ${address};`);
      expect(page.text.match(/<script[^>]*>/g)).toEqual([
        expect.stringMatching(new RegExp(`^<script src="${address}" integrity="sha384-[^"]+" defer>$`)),
      ]);
      expect(page.text).not.toMatch(/ on\w+=/);
    }
    const script = await fetch(address);
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells a stranger nothing: without the right password no page names one', async () => {
    const { person } = await withPasskey(issuer);
    const { asking } = await signInBegun(issuer.issuerUrl, { ...person, password: 'not this one at all' });
    expect(asking.text).not.toContain('data-passkey');
  });

  it('is one of several, each removed by itself; the last is kept where one is demanded', async () => {
    const { person, passkey } = await withPasskey(issuer);
    const other = newPasskey(issuer);
    const page = await registerOn(await pageFor(issuer, person, '家中钥匙'), other);
    expect(page.text).not.toContain('<li>');
    for (const one of [passkey, other])
      expect((await signInWith(issuer.issuerUrl, person, one)).answer.status).toBe(303);
    const recorded: string[] = [];
    const remove = (which: string, keepsOne: boolean) =>
      issuer.passkeys.remove(person.account, { passkey: which, keepsOne }, () => {
        recorded.push(which);
        return Promise.resolve();
      });
    const [first, second] = (await passkeysOf(issuer, person)).map((one) => one.passkey);
    expect(await remove(first!, true)).toBe('removed');
    expect(await remove(first!, true)).toBe('none');
    expect(await remove(second!, true)).toBe('last');
    expect((await signInWith(issuer.issuerUrl, person, passkey)).answer.status).toBe(403);
    expect(await remove(second!, false)).toBe('removed');
    expect(recorded).toEqual([first, second]);
    expect((await issuer.passkeys.of(person.account)).recoveryCodesLeft).toBe(0);
    expect((await signInBegun(issuer.issuerUrl, person)).asking.status).toBe(303);
  });

  it('of somebody else is not removed', async () => {
    const { person } = await withPasskey(issuer);
    const stranger = await someone(issuer);
    const [{ passkey } = { passkey: '' }] = await passkeysOf(issuer, person);
    const of = { passkey, keepsOne: false };
    expect(
      await issuer.passkeys.remove(stranger.account, of, () => Promise.reject(new Error('recorded'))),
    ).toBe('none');
  });

  it('ends with a first password given on the machine, and with the account', async () => {
    for (const end of [
      (account: string) => issuer.accounts.reset(account, 'given away at the desk'),
      (account: string) => issuer.accounts.close(account),
    ]) {
      const { person } = await withPasskey(issuer);
      await pageFor(issuer, person);
      await end(person.account);
      for (const table of ['passkeys', 'recovery_codes', 'passkeys_begun', 'passkey_challenges']) {
        const { rowCount } = await database.pool.query(`select from issuer.${table} where account = $1`, [
          person.account,
        ]);
        expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
      }
    }
  });
});

describe('Recovery codes', () => {
  it('that came with the first passkey are good once each in its place', async () => {
    const { person, codes } = await withPasskey(issuer);
    for (const expected of [303, 403]) {
      const { send } = await signInBegun(issuer.issuerUrl, person);
      expect((await send({ code: codes[0]! })).status).toBe(expected);
    }
    expect((await issuer.passkeys.of(person.account)).recoveryCodesLeft).toBe(9);
  });
});

describe('A registration', () => {
  const refused = async (wrongly: Wrongly | ((person: Somebody) => Wrongly)) => {
    const person = await someone(issuer);
    const page = await registerOn(
      await pageFor(issuer, person),
      newPasskey(issuer),
      typeof wrongly === 'function' ? wrongly(person) : wrongly,
    );
    return { status: page.status, held: await passkeysOf(issuer, person), registered };
  };
  const nothing = { status: 400, held: [], registered: [] };
  /** Genuine: the library takes them. */
  const makers = {
    packed: { format: 'packed', attestation: packedStatement },
    u2f: { format: 'fido-u2f', attestation: u2fStatement },
  };
  const nested = (depth: number): Cbor => (depth === 0 ? 0 : [nested(depth - 1)]);

  it.each<[string, Wrongly]>([
    ['for another host', { rpId: 'evil.example' }],
    ['on a page elsewhere', { origin: 'https://evil.example' }],
    ['on a page under the same name and another port', { origin: 'http://localhost:1' }],
    ['in a frame', { crossOrigin: true }],
    ['with another challenge', { challenge: 'AAAA' }],
    ['that is a sign-in', { type: 'webauthn.get' }],
    ['with nobody present', { flags: 0x40 }],
    ['with a maker’s statement, whose certificates name addresses to fetch', makers.packed],
    ['with a statement of another form', makers.u2f],
    [
      'that vouches for itself with a wrong signature',
      {
        format: 'packed',
        attestation: new Map<string, Cbor>([
          ['alg', -7],
          ['sig', Buffer.from('signature')],
        ]),
      },
    ],
    ['of no statement with one', { attestation: new Map<string, Cbor>([['alg', -7]]) }],
    ['with a statement nested without end', { attestation: nested(2_000) }],
    ['with something behind its end', { behind: Buffer.alloc(8) }],
    ['under the id of another passkey', { id: Buffer.from('another').toString('base64url') }],
  ])('is refused %s', async (_, wrongly) => {
    expect(await refused(wrongly)).toEqual(nothing);
  });

  it.each(Object.entries(makers))('has nothing wrong but a maker’s statement (%s)', async (_, made) => {
    const [rp, challenge] = [{ id: 'localhost' }, Buffer.from('a challenge').toString('base64url')];
    const answer = newPasskey(issuer).create({ challenge, rp }, made);
    const { verified } = await verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: issuer.baseUrl,
      expectedRPID: rp.id,
      requireUserVerification: false,
    });
    expect(verified).toBe(true);
  });

  it('that is oversized or no answer at all is refused, and ends the page', async () => {
    for (const answer of [
      '',
      '{}',
      '[]',
      'null',
      '{"id":1}',
      cbor('x').toString('latin1'),
      'x'.repeat(15_000),
    ]) {
      const person = await someone(issuer);
      const page = await pageFor(issuer, person);
      const send = (passkey: string) =>
        fetch(page, { method: 'POST', body: new URLSearchParams({ passkey }) });
      expect((await send(answer)).status).toBe(400);
      expect((await fetch(page)).status).toBe(400);
      expect(await passkeysOf(issuer, person)).toEqual([]);
    }
    const person = await someone(issuer);
    const large = new URLSearchParams({ passkey: 'x'.repeat(100_000) });
    expect((await fetch(await pageFor(issuer, person), { method: 'POST', body: large })).status).toBe(400);
  });

  it('is taken once, within ten minutes, and not after another was begun or every session ended', async () => {
    const person = await someone(issuer);
    const [first, second] = [await pageFor(issuer, person), await pageFor(issuer, person)];
    expect((await fetch(first)).status).toBe(400);
    expect((await registerOn(second, newPasskey(issuer))).status).toBe(200);
    expect((await fetch(second)).status).toBe(400);
    const third = await pageFor(issuer, person);
    await database.pool.query(`update issuer.passkeys_begun set expires_at = now()`);
    expect((await fetch(third)).status).toBe(400);
    const fourth = await pageFor(issuer, person);
    await issuer.sessions.endAll(person.account);
    expect((await fetch(fourth)).status).toBe(400);
    expect(await passkeysOf(issuer, person)).toHaveLength(1);
  });

  it('that is not recorded does not happen', async () => {
    refuses = true;
    const person = await someone(issuer);
    expect((await registerOn(await pageFor(issuer, person), newPasskey(issuer))).status).toBe(400);
    expect(await passkeysOf(issuer, person)).toEqual([]);
    expect((await signInBegun(issuer.issuerUrl, person)).asking.status).toBe(303);
  });

  it('of a passkey that is somebody’s already is refused', async () => {
    const { passkey } = await withPasskey(issuer);
    const person = await someone(issuer);
    expect((await registerOn(await pageFor(issuer, person), passkey)).status).toBe(400);
    expect(await passkeysOf(issuer, person)).toEqual([]);
  });

  it('is begun ten times at most, and by nobody where the address has no name', async () => {
    const person = await someone(issuer);
    for (let time = 0; time < 10; time += 1)
      expect((await registerOn(await pageFor(issuer, person), newPasskey(issuer))).status).toBe(200);
    const since = (await issuer.accounts.since(person.account))!;
    const one = { accountId: person.account, login: person.login, name: '第十一把', signIn, since };
    expect(await issuer.passkeys.begin(one)).toBe('too-many');
    const byNumber = await runIssuer(database.pool, 0, noting);
    expect(await byNumber.passkeys.begin(one)).toBe('no-name');
    expect((await byNumber.passkeys.of(person.account)).items.map(({ usable }) => usable)).toContain(false);
    await byNumber.close();
  });
});

describe('A sign-in', () => {
  it.each<[string, Wrongly]>([
    ['signed for another host', { rpId: 'evil.example' }],
    ['signed on a page elsewhere', { origin: 'https://evil.example' }],
    ['signed in a frame', { crossOrigin: true }],
    ['signed for another challenge', { challenge: 'AAAA' }],
    ['that is a registration', { type: 'webauthn.create' }],
    ['with nobody present', { flags: 0 }],
    ['under a handle of somebody else', { userHandle: Buffer.alloc(16).toString('base64url') }],
    ['by a passkey nobody has', { id: Buffer.from('another').toString('base64url') }],
  ])('is refused %s, and is a wrong try', async (_, wrongly) => {
    const { person, passkey } = await withPasskey(issuer);
    const { answer } = await signInWith(issuer.issuerUrl, person, passkey, wrongly);
    expect(answer.status).toBe(403);
    expect(issuer.tries.at(-1)).toMatchObject({ outcome: 'passkey-wrong' });
    expect((await signInWith(issuer.issuerUrl, person, passkey)).answer.status).toBe(303);
  });

  it('with the passkey of somebody else is refused', async () => {
    const [{ person }, { passkey }] = [await withPasskey(issuer), await withPasskey(issuer)];
    expect((await signInWith(issuer.issuerUrl, person, passkey)).answer.status).toBe(403);
  });

  it('takes an answer once: it is good neither in the same sign-in nor in another', async () => {
    const { person, passkey } = await withPasskey(issuer);
    const begun = await signInBegun(issuer.issuerUrl, person);
    const passkeyAnswer = passkey.get(askedOn(begun.asking.text), { counter: 5 });
    const spent = await begun.browser.open(begun.action, {
      ...{ login: person.login, password, code: '', passkey: passkeyAnswer.replace('"rawId"', '"rawid"') },
    });
    expect(spent.status).toBe(403);
    expect((await begun.send({ passkey: passkeyAnswer })).status).toBe(403);
    const other = await signInBegun(issuer.issuerUrl, person);
    expect((await other.send({ passkey: passkeyAnswer })).status).toBe(403);
  });

  it('takes an answer within five minutes', async () => {
    const { person, passkey } = await withPasskey(issuer);
    const begun = await signInBegun(issuer.issuerUrl, person);
    await database.pool.query('update issuer.passkey_challenges set expires_at = now()');
    expect((await begun.send({ passkey: passkey.get(askedOn(begun.asking.text)) })).status).toBe(403);
  });

  it('by a copy of the device, which has counted less or as much, is refused and told', async () => {
    const { person, passkey } = await withPasskey(issuer);
    expect((await signInWith(issuer.issuerUrl, person, passkey, { counter: 9 })).answer.status).toBe(303);
    for (const counter of [9, 8, 0]) {
      const { answer } = await signInWith(issuer.issuerUrl, person, passkey, { counter });
      expect(answer.status).toBe(403);
      expect(answer.text).toMatch(/可能已被复制.*may have been copied/s);
      expect(issuer.tries.at(-1)).toMatchObject({ outcome: 'passkey-cloned' });
      passkey.counter = 9;
      expect(
        (await signInWith(issuer.issuerUrl, person, passkey, { counter: 10 + 10 * (9 - counter) })).answer
          .status,
      ).toBe(303);
      await database.pool.query('update issuer.passkeys set counter = 9 where account = $1', [
        person.account,
      ]);
    }
  });

  it('by a device that counts nothing goes on', async () => {
    const person = await someone(issuer);
    const passkey = newPasskey(issuer);
    await registerOn(await pageFor(issuer, person), passkey, { counter: 0 });
    for (let time = 0; time < 2; time += 1)
      expect((await signInWith(issuer.issuerUrl, person, passkey, { counter: 0 })).answer.status).toBe(303);
  });

  it('with a forged count and no key does not make the device seem copied', async () => {
    const { person, passkey } = await withPasskey(issuer);
    await signInWith(issuer.issuerUrl, person, passkey, { counter: 9 });
    const forger = newPasskey(issuer);
    const { answer } = await signInWith(issuer.issuerUrl, person, forger, {
      counter: 1,
      id: passkey.id.toString('base64url'),
    });
    expect(answer.status).toBe(403);
    expect(issuer.tries.at(-1)).toMatchObject({ outcome: 'passkey-wrong' });
  });

  it('is locked after five wrong ones', async () => {
    const { person, passkey } = await withPasskey(issuer);
    for (let time = 0; time < 5; time += 1)
      expect((await signInWith(issuer.issuerUrl, person, passkey, { challenge: 'AAAA' })).answer.status).toBe(
        403,
      );
    expect((await signInBegun(issuer.issuerUrl, person)).asking.status).toBe(429);
  });
});
