/** What an account demands besides the password: a code of a device, a passkey or a recovery code, whichever it has. */
import { type Pool } from 'pg';
import type { Assertion } from './passkey-checks.js';
import type { Passkeys } from './passkeys.js';
import { useCode } from './recovery-codes.js';
import { canonicalCode, type SecondFactors } from './second-factor.js';

/** What came with the password; '' where nothing was typed. */
export type Shown = Readonly<{ code: string; passkey?: Assertion }>;
/** `none`: the account has no second factor; `wanted`: it has one, and nothing came. `cloned`: a copy of the device has signed. */
export type Found =
  'none' | 'wanted' | 'wrong' | 'passkey-wrong' | 'cloned' | Readonly<{ methods: readonly string[] }>;

export interface Factors {
  /** What was good is not good again. */
  check(accountId: string, shown: Shown): Promise<Found>;
}

const withCode = { methods: ['otp'] };

type Kinds = Readonly<{ device: SecondFactors; passkeys: Passkeys }>;

export const factorsOf = (pool: Pool, { device, passkeys }: Kinds): Factors => {
  const byPasskey = async (accountId: string, passkey: Assertion): Promise<Found> => {
    const found = await passkeys.check(accountId, passkey);
    return found === 'wrong' ? 'passkey-wrong' : found;
  };
  return {
    check: async (accountId, { code, passkey }) => {
      if (passkey) return byPasskey(accountId, passkey);
      const found = await device.check(accountId, code);
      if (found === 'good') return withCode;
      if (found === 'none' && !(await passkeys.has(accountId))) return 'none';
      const typed = canonicalCode(code);
      if (typed === '') return 'wanted';
      return (await useCode(pool, accountId, typed)) ? withCode : 'wrong';
    },
  };
};

/** Where nobody signs in. */
export const noFactors: Factors = { check: () => Promise.resolve('none') };
