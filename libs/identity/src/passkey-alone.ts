/**
 * A passkey in place of login and password. Where the device has checked who uses it (by fingerprint, face or PIN), it
 * is two factors: something held, and something its person is or knows. Where it has not, it is one, and the password
 * is asked for besides: whoever finds a key on a desk is not its person.
 */
import { type Pool } from 'pg';
import { type Verified } from './accounts.js';
import { type Holders } from './holders.js';
import { type Assertion } from './passkey-checks.js';
import { type Passkeys } from './passkeys.js';
import { storedById } from './stored-account.js';
import { type AloneOptions } from './webauthn.js';

type Accepted = Extract<Verified, { outcome: 'accepted' }>;

/** `account`: of a passkey that has signed indeed; of another nothing is said. */
export type AloneRefused = Readonly<{
  outcome: 'passkey-wrong' | 'passkey-cloned' | 'password-wanted';
  account?: string;
}>;

export interface PasskeyAlone {
  /** What the page asks the browser for, the same for everybody; undefined: this address has no host name. */
  offer(signIn: string): Promise<AloneOptions | undefined>;
  verified(of: Assertion): Promise<Readonly<{ login: string; accepted: Accepted }> | AloneRefused>;
}

const wrong = { outcome: 'passkey-wrong' } as const;

export const passkeyAlone = (
  pool: Pool,
  { holders, passkeys }: Readonly<{ holders: Holders; passkeys: Passkeys }>,
): PasskeyAlone => ({
  offer: (signIn) => passkeys.offerAlone(signIn),
  verified: async (of) => {
    const found = await passkeys.checkAlone(of);
    if (found === 'wrong') return wrong;
    const { account, methods } = found;
    if (methods === 'cloned') return { outcome: 'passkey-cloned', account };
    const stored = await storedById(pool, account);
    // Registered on a first password, it would be the key of who gave that.
    if (stored?.kind !== 'own' || !(await holders.belongs(account))) return wrong;
    if (!methods.includes('mfa')) return { outcome: 'password-wanted', account };
    const { login, since } = stored;
    return { login, accepted: { outcome: 'accepted', accountId: account, since, methods } };
  },
});
