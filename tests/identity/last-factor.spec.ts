/** Where a factor is demanded, the last one that signs in is kept. */
import { registerOn } from '../support/passkey-page.js';
import { holders, issuerDatabase, runIssuer, type RunningIssuer } from './issuer-under-test.js';
import { newPasskey, pageFor, passkeysOf, withPasskey, type Somebody } from './somebody.js';

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

describe('Of factors of which one is to be left', () => {
  const movedAway = ({ account }: Somebody, passkey: string) =>
    database.pool.query(
      "update issuer.passkeys set rp = 'before.example' where account::text = $1 and passkey::text = $2",
      [account, passkey],
    );
  const nothing = () => Promise.resolve();

  it('a passkey of another host name is none: the last one that signs in stays', async () => {
    const { person } = await withPasskey(issuer);
    expect((await registerOn(await pageFor(issuer, person), newPasskey(issuer))).status).toBe(200);
    const [first, second] = (await passkeysOf(issuer, person)).map(({ passkey }) => passkey);
    await movedAway(person, first!);
    const remove = (passkey: string) =>
      issuer.passkeys.remove(person.account, { passkey, keepsOne: true }, nothing);
    expect(await remove(second!)).toBe('last');
    expect(await remove(first!)).toBe('removed');
  });

  it('and the device stays where every passkey is of another host name', async () => {
    const { person } = await withPasskey(issuer);
    const [only] = (await passkeysOf(issuer, person)).map(({ passkey }) => passkey);
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
