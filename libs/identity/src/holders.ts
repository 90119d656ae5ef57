/** Whose the accounts are: not the issuer's to say. */
export interface Holders {
  /** Whether the account is somebody's: one that an attempt cut short has left behind is nobody's, and signs nobody in. */
  belongs(accountId: string): Promise<boolean>;
  /** What everybody may know of its person, such as the staff number: no part of a password. */
  knownOf(accountId: string): Promise<readonly string[]>;
  /**
   * Called when the person sets a password of their own, before it takes effect. Sessions signed in before `set.at` end.
   */
  passwordSet(accountId: string, set: PasswordSet): Promise<PasswordEntered>;
  /** Whether its person is to have a second factor; `wanted`: the client asks for one. */
  demandsFactor(accountId: string, wanted: boolean): Promise<boolean>;
  /**
   * Called before a passkey, or a device, that the person registered on a page takes effect. False: the account is not
   * theirs any more, or has changed too often.
   */
  factorRegistered(accountId: string, of: FactorRegistered): Promise<boolean>;
}

/** How the person was signed in who began it. */
export type SignedInBefore = Readonly<{
  issuer: string;
  account: string;
  methods?: readonly string[];
  at?: string;
}>;

export interface FactorRegistered {
  /** Absent: a device that makes codes. */
  readonly passkey?: string;
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
  demandsFactor: () => Promise.resolve(false),
  factorRegistered: () => Promise.resolve(false),
};
