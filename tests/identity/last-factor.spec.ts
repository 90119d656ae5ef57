/** Where a factor is demanded, the last one that signs in is kept. */
import { registerOn } from '../support/passkey-page.js';
import { PasskeyStandIn } from '../support/passkey-stand-in.js';
import {
  holders,
  issuerDatabase,
  own,
  password,
  runIssuer,
  type RunningIssuer,
} from './issuer-under-test.js';

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

let made = 0;
const someone = async () => {
  const login = `lin-${String((made += 1))}`;
  return { login, password, account: await issuer.accounts.open(login, password, own) };
};
type Somebody = Awaited<ReturnType<typeof someone>>;
const signIn = { issuer: 'here', account: 'theirs' };
const newPasskey = () => new PasskeyStandIn(issuer.baseUrl);
const pageFor = async ({ login, account }: Somebody, name = '办公室钥匙') => {
  const begun = await issuer.passkeys.begin({ accountId: account, login, name, signIn });
  if (typeof begun === 'string') throw new Error(begun);
  return `${issuer.issuerUrl}/passkey/${begun.ticket}`;
};
const withPasskey = async () => {
  const person = await someone();
  const passkey = newPasskey();
  const page = await registerOn(await pageFor(person), passkey);
  expect(page.status).toBe(200);
  return { person, passkey, codes: [...page.text.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!) };
};
const held = async ({ account }: Somebody) => (await issuer.passkeys.of(account)).items;

describe('Of factors of which one is to be left', () => {
  const movedAway = ({ account }: Somebody, passkey: string) =>
    database.pool.query(
      "update issuer.passkeys set rp = 'before.example' where account::text = $1 and passkey::text = $2",
      [account, passkey],
    );
  const nothing = () => Promise.resolve();

  it('a passkey of another host name is none: the last one that signs in stays', async () => {
    const { person } = await withPasskey();
    expect((await registerOn(await pageFor(person), newPasskey())).status).toBe(200);
    const [first, second] = (await held(person)).map(({ passkey }) => passkey);
    await movedAway(person, first!);
    const remove = (passkey: string) =>
      issuer.passkeys.remove(person.account, { passkey, keepsOne: true }, nothing);
    expect(await remove(second!)).toBe('last');
    expect(await remove(first!)).toBe('removed');
  });

  it('and the device stays where every passkey is of another host name', async () => {
    const { person } = await withPasskey();
    const [only] = (await held(person)).map(({ passkey }) => passkey);
    await database.pool.query(
      "insert into issuer.second_factors (account, secret, recovery, enrolled_at) values ($1::uuid, 'x', '{}', now())",
      [person.account],
    );
    await movedAway(person, only!);
    const remove = () => issuer.factors.remove(person.account, true, nothing);
    expect(await remove()).toBe('last');
    expect(await issuer.passkeys.remove(person.account, { passkey: only!, keepsOne: true }, nothing)).toBe(
      'removed',
    );
    expect(await remove()).toBe('last');
  });
});
