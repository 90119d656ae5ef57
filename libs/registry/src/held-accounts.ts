/** An account of an issuer, by its `sub`. */
export type Account = Readonly<{ issuer: string; subject: string }>;
/** `at` by the real clock, as tokens have it: what was signed in before that instant is not good any more. */
type AccountAt = Account & Readonly<{ at: string }>;
/** `passkey`: which; absent: the device that makes codes. */
type FactorAt = AccountAt & Readonly<{ passkey?: string }>;

export type HeldAccountEvent =
  /** From version 2 on it is used once another person has confirmed whose hands it is in. */
  | Readonly<{ type: 'AccountOpened'; v?: 1 | 2; data: Account }>
  /** Somebody other than its opener has confirmed that the person themselves has it. */
  | Readonly<{ type: 'AccountConfirmed'; data: Account }>
  /** The person replaced the first password, which somebody else knew, by one of their own. */
  | Readonly<{ type: 'AccountActivated'; data: AccountAt }>
  | Readonly<{ type: 'PasswordChanged'; data: AccountAt }>
  /** A new first password, given on the machine itself. */
  | Readonly<{ type: 'AccountReset'; data: AccountAt }>
  | Readonly<{ type: 'AccountClosed'; data: AccountAt }>
  /** By an administrator; the person may sign in again at once. */
  | Readonly<{ type: 'SessionsEnded'; data: AccountAt }>
  | Readonly<{ type: 'LoginUnlocked'; data: AccountAt }>
  | Readonly<{ type: 'SecondFactorEnrolled'; data: FactorAt }>
  | Readonly<{ type: 'SecondFactorRemoved'; data: FactorAt }>
  /** All of them, as two people have it: `proposal` is which. Every sign-in ends with them. */
  | Readonly<{ type: 'SecondFactorsEnded'; data: AccountAt & Readonly<{ proposal: number }> }>;

/** `activated`: since it was opened, or reset. */
export type HeldAccount = Account & Readonly<{ activated: boolean; confirmed: boolean; closed: boolean }>;
export type HeldAccounts = Readonly<{
  accounts: readonly HeldAccount[];
  /** Of each account the latest. */
  signedOut: readonly AccountAt[];
}>;

export const isSame = (one: Account, other: Account): boolean =>
  one.issuer === other.issuer && one.subject === other.subject;

const types: Readonly<Record<HeldAccountEvent['type'], true>> = {
  AccountOpened: true,
  AccountConfirmed: true,
  AccountActivated: true,
  PasswordChanged: true,
  AccountReset: true,
  AccountClosed: true,
  SessionsEnded: true,
  LoginUnlocked: true,
  SecondFactorEnrolled: true,
  SecondFactorRemoved: true,
  SecondFactorsEnded: true,
};

export const isHeldAccountEvent = (event: Readonly<{ type: string }>): event is HeldAccountEvent =>
  Object.hasOwn(types, event.type);

/** The latest instant of an account refuses all that the earlier ones refuse. */
const latest = (
  signedOut: readonly AccountAt[],
  { issuer, subject, at }: AccountAt,
): readonly AccountAt[] => {
  const before = signedOut.find((since) => isSame(since, { issuer, subject }));
  if (before && Date.parse(before.at) >= Date.parse(at)) return signedOut;
  return [...signedOut.filter((since) => since !== before), { issuer, subject, at }];
};

export const withAccountEvent = (
  { accounts, signedOut }: HeldAccounts,
  event: HeldAccountEvent,
): HeldAccounts => {
  const { type, data } = event;
  const changed = (change: Partial<HeldAccount>): readonly HeldAccount[] =>
    accounts.map((held) => (isSame(held, data) ? { ...held, ...change } : held));
  switch (type) {
    case 'AccountOpened': {
      const { issuer, subject } = data;
      const others = accounts.filter((held) => !isSame(held, data));
      const opened = { issuer, subject, activated: false, confirmed: event.v !== 2, closed: false };
      return { accounts: [...others, opened], signedOut };
    }
    case 'AccountConfirmed':
      return { accounts: changed({ confirmed: true }), signedOut };
    case 'AccountActivated':
      return { accounts: changed({ activated: true }), signedOut };
    case 'LoginUnlocked':
    case 'SecondFactorEnrolled':
    case 'SecondFactorRemoved':
      return { accounts, signedOut };
    case 'PasswordChanged':
    case 'SecondFactorsEnded':
    case 'SessionsEnded':
      return { accounts, signedOut: latest(signedOut, data) };
    case 'AccountReset':
      return { accounts: changed({ activated: false }), signedOut: latest(signedOut, data) };
    case 'AccountClosed':
      return { accounts: changed({ closed: true }), signedOut: latest(signedOut, data) };
  }
};

/** As the person's own entries have it: one that is linked and not opened was left by an attempt cut short, or outrun. */
export const stateOf = ({ accounts }: HeldAccounts, account: Account): 'open' | 'closed' | 'none' => {
  const held = accounts.find((one) => isSame(one, account));
  if (held === undefined) return 'none';
  return held.closed ? 'closed' : 'open';
};

/** Not in the hands of its person, as far as anybody but who opened it knows. */
export const isUnconfirmed = ({ accounts }: HeldAccounts, account: Account): boolean =>
  accounts.some((one) => isSame(one, account) && !one.confirmed);

export const openAt = ({ accounts }: HeldAccounts, issuer: string): HeldAccount | undefined =>
  accounts.find((held) => held.issuer === issuer && !held.closed);

/**
 * True when the account got a new password, was closed, or its sessions ended since the token of that instant
 * (milliseconds since 1970; the beginning of the second, where no more is known).
 */
export const isSignedOut = ({ signedOut }: HeldAccounts, account: Account, issuedAt: number): boolean =>
  signedOut.some((since) => isSame(since, account) && issuedAt <= Date.parse(since.at));
