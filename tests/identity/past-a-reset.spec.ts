/** What was begun before second factors were taken back, or a session ended, comes to nothing after it. */
import { authenticator } from '../support/authenticator.js';
import { shownOn } from '../support/first-factor.js';
import { askedOn, registerOn, signInBegun } from '../support/passkey-page.js';
import { newBrowser } from './browser.js';
import { holders, issuerDatabase, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { newPasskey, pageFor, passkeysOf, someone, type Somebody } from './somebody.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
beforeAll(async () => {
  database = await issuerDatabase();
  const demanding = { ...holders, demandsFactor: () => Promise.resolve(true) };
  issuer = await runIssuer(database.pool, 0, demanding, 'localhost');
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
afterEach(() => {
  expect(issuer.errors).toEqual([]);
});

/** Sent while the reset has the account: looked at before it, and to take effect after it. */
const resetMeanwhile = async <Answer>(account: string, send: () => Promise<Answer>): Promise<Answer> => {
  let answer: Promise<Answer> | undefined;
  const made = await issuer.resets.reset(account, 'p/1', async () => {
    answer = send();
    await database.waiting();
  });
  expect(made).toBeDefined();
  return answer!;
};
const nothingHeld = async (person: Somebody) => {
  expect(await passkeysOf(issuer, person)).toEqual([]);
  expect(await issuer.factors.held(person.account)).toBeUndefined();
};

describe('Past a reset', () => {
  it('a passkey that was being registered is not, and its page is over', async () => {
    const person = await someone(issuer);
    const page = await pageFor(issuer, person);
    const { open } = newBrowser();
    const passkey = newPasskey(issuer).create(askedOn((await open(page)).text));
    const answer = await resetMeanwhile(person.account, () => open(page, { passkey }));
    expect(answer.status).toBe(400);
    expect((await open(page)).status).toBe(400);
    await nothingHeld(person);
  });

  it('a device that was being confirmed at a sign-in is not, and the one-time code is still wanted', async () => {
    const person = await someone(issuer);
    const { asking, send } = await signInBegun(issuer.issuerUrl, person);
    const code = authenticator(shownOn(asking.text).uri)();
    const answer = await resetMeanwhile(person.account, () => send({ code }));
    expect([answer.status, answer.location]).toEqual([403, '']);
    await nothingHeld(person);
    expect(shownOn((await send({ code })).text)).toMatchObject({ uri: '', passkeyPage: '' });
  });

  it('no device is begun with the password that was looked at before it', async () => {
    const person = await someone(issuer);
    const since = (await issuer.accounts.since(person.account))!;
    const begun = await resetMeanwhile(person.account, () =>
      issuer.factors.begin(person.account, person.login, { since }),
    );
    expect(begun).toBe('outdated');
    const { rowCount } = await database.pool.query(
      'select from issuer.second_factors where account = $1::uuid',
      [person.account],
    );
    expect(rowCount).toBe(0);
  });

  it('a passkey begun with that password is not registered, although the page was made after it', async () => {
    const person = await someone(issuer);
    const since = (await issuer.accounts.since(person.account))!;
    await issuer.resets.reset(person.account, 'p/1');
    const signIn = { issuer: 'here', account: person.account };
    const of = { accountId: person.account, login: person.login, name: '钥匙', signIn, since };
    const begun = await issuer.passkeys.begin(of);
    if (typeof begun === 'string') throw new Error(begun);
    const page = `${issuer.issuerUrl}/passkey/${begun.ticket}`;
    expect((await registerOn(page, newPasskey(issuer))).status).toBe(400);
    await nothingHeld(person);
  });

  it('nobody is signed in by what was accepted before it', async () => {
    const { login, password, account } = await someone(issuer);
    const accepted = await issuer.accounts.verify(login, password, { address: '10.0.0.9' });
    if (accepted.outcome !== 'accepted') throw new Error(accepted.outcome);
    expect(await issuer.accounts.isStill(accepted)).toBe(true);
    await issuer.resets.reset(account, 'p/1');
    expect(await issuer.accounts.isStill(accepted)).toBe(false);
  });

  it('is recorded with an instant before it takes effect, and is nothing where that is refused', async () => {
    const person = await someone(issuer);
    const page = await pageFor(issuer, person);
    expect((await registerOn(page, newPasskey(issuer))).status).toBe(200);
    const no = () => Promise.reject(new Error('not recorded'));
    await expect(issuer.resets.reset(person.account, 'p/1', no)).rejects.toThrow('not recorded');
    expect(await passkeysOf(issuer, person)).toHaveLength(1);
    const before = Date.now();
    let at = 0;
    await issuer.resets.reset(person.account, 'p/1', (instant) => {
      at = instant.getTime();
      return Promise.resolve();
    });
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
    await nothingHeld(person);
  });
});

describe('The page that registers a passkey', () => {
  /** Of the sign-in that registers a device, with the session it leaves. */
  const signedIn = async () => {
    const person = await someone(issuer);
    const { asking, send, tokens } = await signInBegun(issuer.issuerUrl, person);
    const code = authenticator(shownOn(asking.text).uri);
    await tokens((await send({ code: code() })).location);
    const [session] = await issuer.sessions.of(person.account);
    return { person, session: session!.session };
  };

  it('ends with the session in which it was begun, and with no other', async () => {
    const { person, session } = await signedIn();
    const page = await pageFor(issuer, person, '钥匙', session);
    const { open } = newBrowser();
    const passkey = newPasskey(issuer).create(askedOn((await open(page)).text));
    await issuer.sessions.end(person.account, 'another');
    expect((await open(page)).status).toBe(200);
    await issuer.sessions.end(person.account, session);
    expect((await open(page)).status).toBe(400);
    expect((await open(page, { passkey })).status).toBe(400);
    expect(await passkeysOf(issuer, person)).toEqual([]);
  });

  it('ends with it also where the issuer alone knows that it is over', async () => {
    const { person, session } = await signedIn();
    const page = await pageFor(issuer, person, '钥匙', session);
    await database.pool.query(`delete from issuer.artifacts where payload ->> 'uid' = $1`, [session]);
    expect((await newBrowser().open(page)).status).toBe(400);
  });

  it('is of use in the session, once', async () => {
    const { person, session } = await signedIn();
    const page = await pageFor(issuer, person, '钥匙', session);
    expect((await registerOn(page, newPasskey(issuer))).status).toBe(200);
    expect((await newBrowser().open(page)).status).toBe(400);
    expect(await passkeysOf(issuer, person)).toHaveLength(1);
  });
});
