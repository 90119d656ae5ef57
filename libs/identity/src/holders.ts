/** Whose the accounts are: not the issuer's to say. */
export interface Holders {
  /** Whether the account is somebody's: one that an attempt cut short has left behind is nobody's, and signs nobody in. */
  belongs(accountId: string): Promise<boolean>;
  /** What everybody may know of its person, such as the staff number: no part of a password. */
  knownOf(accountId: string): Promise<readonly string[]>;
  /**
   * Called when the person sets a password of their own, before it takes effect. Sessions signed in before `set.at`, to
   * the second, end.
   */
  passwordSet(accountId: string, set: PasswordSet): Promise<PasswordEntered>;
  /** Called before a passkey that the person registered takes effect. False: the account is not theirs any more. */
  passkeyRegistered(accountId: string, of: PasskeyRegistered): Promise<boolean>;
}

/** How the person was signed in who began it. */
export type SignedInBefore = Readonly<{
  issuer: string;
  account: string;
  methods?: readonly string[];
  at?: string;
}>;

export interface PasskeyRegistered {
  readonly passkey: string;
  /** By the real clock, as tokens have it. */
  readonly at: Date;
  readonly signIn: SignedInBefore;
}

/** `not-theirs`: the account is not theirs any more; `too-many`: it was changed too often of late. */
export type PasswordEntered = 'recorded' | 'not-theirs' | 'too-many';

export interface PasswordSet {
  /** It replaces a first password. */
  readonly first: boolean;
  /** By the real clock, as tokens have it. */
  readonly at: Date;
}

/** Where nobody signs in: the command line. */
export const nobody: Holders = {
  belongs: () => Promise.resolve(false),
  knownOf: () => Promise.resolve([]),
  passwordSet: () => Promise.resolve('not-theirs'),
  passkeyRegistered: () => Promise.resolve(false),
};
