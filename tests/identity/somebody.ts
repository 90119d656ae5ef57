/** Somebody with an account at an issuer, and with a passkey of theirs. */
import { registerOn } from '../support/passkey-page.js';
import { PasskeyStandIn } from '../support/passkey-stand-in.js';
import { own, password, type RunningIssuer } from './issuer-under-test.js';

let made = 0;
export const someone = async (issuer: RunningIssuer) => {
  const login = `lin-${String((made += 1))}`;
  return { login, password, account: await issuer.accounts.open(login, password, own) };
};
export type Somebody = Awaited<ReturnType<typeof someone>>;

export const newPasskey = (issuer: RunningIssuer) => new PasskeyStandIn(issuer.baseUrl);

/** How they signed in who begin a registration. */
export const signIn = { issuer: 'here', account: 'theirs' };

export const pageFor = async (
  issuer: RunningIssuer,
  { login, account }: Somebody,
  name = '办公室钥匙',
  session?: string,
): Promise<string> => {
  const since = (await issuer.accounts.since(account))!;
  const of = { accountId: account, login, name, signIn, since, ...(session !== undefined && { session }) };
  const begun = await issuer.passkeys.begin(of);
  if (typeof begun === 'string') throw new Error(begun);
  return `${issuer.issuerUrl}/passkey/${begun.ticket}`;
};

/** With the recovery codes that came with their first one. */
export const withPasskey = async (issuer: RunningIssuer) => {
  const person = await someone(issuer);
  const passkey = newPasskey(issuer);
  const page = await registerOn(await pageFor(issuer, person), passkey);
  expect(page.status).toBe(200);
  return { person, passkey, codes: [...page.text.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!) };
};

export const passkeysOf = async (issuer: RunningIssuer, { account }: Somebody) =>
  (await issuer.passkeys.of(account)).items;
