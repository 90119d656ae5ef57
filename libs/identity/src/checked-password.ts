/** Login and password, and what comes with them: looked at in one order, whatever is wrong. */
import { type Pool } from 'pg';
import { type Anew, type FactorOutcome, type More, type Verified } from './accounts.js';
import { type FactorResets } from './factor-resets.js';
import { type Factors, type Found } from './factors.js';
import { joined, unfit } from './fit.js';
import { type Holders } from './holders.js';
import { type oneAtATime } from './in-turn.js';
import { type Origin } from './origin.js';
import { hashPassword, nobodysPassword, passwordMatches } from './password.js';
import { storedAccount, type StoredAccount, storeOwn, strengthen } from './stored-account.js';
import { type WrongTries } from './wrong-tries.js';

interface Parts {
  readonly pool: Pool;
  readonly holders: Holders;
  readonly wrongTries: WrongTries;
  readonly factors: Factors;
  readonly resets: Pick<FactorResets, 'waits'>;
  /** Of passwords, one after the other: each keeps a connection while another records it. */
  readonly changes: ReturnType<typeof oneAtATime>;
}

interface Try {
  readonly login: string;
  readonly password: string;
  readonly from: Origin;
  readonly more: More;
}

/** A new password in place of the right one. */
const change = async (
  { pool, holders, changes }: Parts,
  account: StoredAccount,
  { login, password: before }: Try,
  { anew, methods }: Readonly<{ anew: Anew; methods: readonly string[] }>,
): Promise<Verified> => {
  const { id: accountId, kind } = account;
  const of = [login, ...(await holders.knownOf(accountId))];
  const reasons = await unfit(anew.password, { of, before });
  if (reasons.length > 0) return { outcome: 'unfit', problem: joined(reasons) };
  const first = kind === 'first';
  const own = { hashed: await hashPassword(anew.password), session: anew.session };
  // Recorded first: what is not recorded does not happen.
  const record = (at: Date) => holders.passwordSet(accountId, { first, at });
  const stored = await changes('', () => storeOwn(pool, account, own, record));
  if (stored === 'too-many') return { outcome: 'changed-too-often' };
  if (stored === undefined || stored === 'not-theirs') return { outcome: 'refused' };
  return { outcome: 'accepted', accountId, since: stored.since, methods };
};

/**
 * Whether a second factor is to be registered before the password is changed: else whoever knows the one would set the
 * other. A first password is there to be replaced, and signs nobody in.
 */
const factorFirst = async (
  { holders, resets }: Parts,
  { id, kind }: StoredAccount,
  { factorShown = false, wanted = false }: More,
): Promise<boolean> =>
  kind === 'own' && !factorShown && ((await resets.waits(id)) || (await holders.demandsFactor(id, wanted)));

/** Counts a wrong one. */
const withRightPassword = async (
  { pool, holders, wrongTries }: Parts,
  { login, password, from }: Try,
): Promise<StoredAccount | undefined> => {
  const account = await storedAccount(pool, login);
  const turn = 'device' in from ? 'first' : 'stranger';
  const matches = await passwordMatches(password, account?.password ?? nobodysPassword(), turn);
  if (account !== undefined && matches && (await holders.belongs(account.id))) return account;
  await wrongTries.count(login, from);
  return undefined;
};

const outcomeOf: Readonly<Record<Exclude<Extract<Found, string>, 'none'>, FactorOutcome>> = {
  wanted: 'code-wanted',
  wrong: 'code-wrong',
  'passkey-wrong': 'passkey-wrong',
  cloned: 'passkey-cloned',
};

const foundOf = async (
  factors: Factors,
  accountId: string,
  { code = '', passkey, factorShown = false }: More,
): Promise<Found> => (factorShown ? 'none' : factors.check(accountId, { code, ...(passkey && { passkey }) }));

/** Further than the password, and the second factor where there is one. */
const withFactor = async (
  parts: Parts,
  account: StoredAccount,
  one: Try,
  methods: readonly string[],
): Promise<Verified> => {
  const { id: accountId, kind, since } = account;
  const { password, more } = one;
  if (kind === 'expired') return { outcome: 'expired' };
  const accepted = { outcome: 'accepted', accountId, since, methods } as const;
  const { password: anew, session } = more;
  if (anew !== undefined) {
    const waits = !methods.includes('mfa') && (await factorFirst(parts, account, more));
    if (waits) return { ...accepted, passwordWaits: true };
    return change(parts, account, one, { anew: { password: anew, session }, methods });
  }
  if (kind === 'first') return { outcome: 'first' };
  await strengthen(parts.pool, account, password);
  return accepted;
};

export const check = async (parts: Parts, one: Try): Promise<Verified> => {
  const { wrongTries, factors } = parts;
  const { login, from, more } = one;
  const until = await wrongTries.lockedUntil(login, from);
  if (until !== undefined) return { outcome: 'locked', until };
  const account = await withRightPassword(parts, one);
  if (account === undefined) return { outcome: 'refused' };
  const found = await foundOf(factors, account.id, more);
  if (typeof found === 'string' && found !== 'none') {
    if (found !== 'wanted') await wrongTries.count(login, from);
    return { outcome: outcomeOf[found], accountId: account.id };
  }
  await wrongTries.forget(login, from);
  return withFactor(parts, account, one, found === 'none' ? ['pwd'] : ['pwd', ...found.methods, 'mfa']);
};
