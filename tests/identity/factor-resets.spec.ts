/** What a reset of second factors does at the issuer: each once, whatever is sent again. */
import { migrate } from '@anjuan/identity';
import { authenticator } from '../support/authenticator.js';
import { shownOn } from '../support/first-factor.js';
import { registerOn, signInBegun } from '../support/passkey-page.js';
import { holders, issuerDatabase, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { newPasskey, passkeysOf, withPasskey, type Somebody } from './somebody.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, holders, 'localhost');
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});

const reset = async ({ account }: Somebody, which: string) =>
  (await issuer.resets.reset(account, which))?.code;
/** The page that the one-time code opens. */
const opened = async (person: Somebody, code: string) => {
  const { send } = await signInBegun(issuer.issuerUrl, person);
  return { send, ...shownOn((await send({ code })).text) };
};
const registerWith = async (person: Somebody, code: string) => {
  const { passkeyPage } = await opened(person, code);
  expect((await registerOn(passkeyPage, newPasskey(issuer))).status).toBe(200);
};

describe('A reset', () => {
  it('gives another code while it is unused, and the one before is void', async () => {
    const { person } = await withPasskey(issuer);
    const lost = await reset(person, 'p/1');
    const code = await reset(person, 'p/1');
    expect((await opened(person, lost!)).passkeyPage).toBe('');
    await registerWith(person, code!);
  });

  it('that was used does nothing again, also after another one and however often the two are sent', async () => {
    const { person } = await withPasskey(issuer);
    await registerWith(person, (await reset(person, 'p/1'))!);
    await registerWith(person, (await reset(person, 'p/2'))!);
    for (const which of ['p/1', 'p/2', 'p/1', 'p/2']) expect(await reset(person, which)).toBeUndefined();
    expect(await passkeysOf(issuer, person)).toHaveLength(1);
  });

  it('ends the code of the one before, which is not good again', async () => {
    const { person } = await withPasskey(issuer);
    const before = await reset(person, 'p/1');
    const code = await reset(person, 'p/2');
    expect(await reset(person, 'p/1')).toBeUndefined();
    expect((await opened(person, before!)).passkeyPage).toBe('');
    const { uri, send } = await opened(person, code!);
    expect((await send({ code: authenticator(uri)() })).status).toBe(303);
  });

  it('is known as one that never took effect: not made, or not recorded, of an account that is here', async () => {
    const { person } = await withPasskey(issuer);
    const neverMade = () => issuer.resets.neverMade(person.account, 'p/1');
    const no = () => Promise.reject(new Error('not recorded'));
    await expect(issuer.resets.reset(person.account, 'p/1', no)).rejects.toThrow('not recorded');
    expect(await neverMade()).toBe(true);
    const code = await reset(person, 'p/1');
    expect(await neverMade()).toBe(false);
    await registerWith(person, code!);
    expect(await neverMade()).toBe(false);
    expect(await issuer.resets.neverMade(person.account, 'p/2')).toBe(true);
    await issuer.accounts.close(person.account);
    for (const which of ['p/1', 'p/2'])
      expect(await issuer.resets.neverMade(person.account, which)).toBe(false);
  });

  it('is over with a first password given on the machine, and with the account', async () => {
    for (const end of [
      (account: string) => issuer.accounts.reset(account, 'given away at the desk'),
      (account: string) => issuer.accounts.close(account),
    ]) {
      const { person } = await withPasskey(issuer);
      await reset(person, 'p/1');
      await end(person.account);
      expect(await reset(person, 'p/1')).toBeUndefined();
    }
  });
});

describe('The table of a program before this one, with one row of an account', () => {
  /** As that program made it. */
  const before = `
    drop table issuer.factor_resets;
    create table issuer.factor_resets (
      account    uuid primary key,
      reset      text not null,
      code       text,
      sign_in    text,
      expires_at timestamptz not null
    )`;
  const rows = async () =>
    (await database.pool.query('select * from issuer.factor_resets order by code nulls first')).rows;

  it('keeps its rows at every start, and takes the next resets', async () => {
    const [{ person: used }, { person: open }] = [await withPasskey(issuer), await withPasskey(issuer)];
    await database.pool.query(before);
    await database.pool.query(
      `insert into issuer.factor_resets values
         ($1, 'p/1', null, 'theirs', now()), ($2, 'p/1', 'hash of a code', null, now() + interval '7 days')`,
      [used.account, open.account],
    );
    const there = await rows();
    for (const _ of ['first', 'second']) await migrate(database.pool);
    expect(await rows()).toEqual(there);

    expect(await reset(used, 'p/1')).toBeUndefined();
    await registerWith(used, (await reset(used, 'p/2'))!);
    expect(await reset(used, 'p/1')).toBeUndefined();
    await registerWith(open, (await reset(open, 'p/1'))!);
    expect(await reset(open, 'p/1')).toBeUndefined();
  });
});
