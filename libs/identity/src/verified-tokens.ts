import { hash } from 'node:crypto';
import { type HowSignedIn } from './how-signed-in.js';

/** `issuedAt` in milliseconds since 1970, see issued-at.ts; 0 where the issuer does not say. */
export type VerifiedToken = Readonly<{ issuer: string; subject: string; issuedAt: number }> & HowSignedIn;

/** A key that the issuer withdrew is noticed after this time. */
const keptMs = 60_000;
const mostKept = 10_000;

/** Tokens whose signature and claims were found good, by their hash: the tokens themselves are not kept. */
export class VerifiedTokens {
  /** The oldest first. */
  readonly #known = new Map<string, Readonly<{ account: VerifiedToken; until: number }>>();

  constructor(private readonly now: () => number = Date.now) {}

  get(bearer: string): VerifiedToken | undefined {
    const key = keyOf(bearer);
    const known = this.#known.get(key);
    if (known === undefined) return undefined;
    if (this.now() < known.until) return known.account;
    this.#known.delete(key);
    return undefined;
  }

  /** Those of an account. */
  forget(subject: string): void {
    for (const [key, { account }] of this.#known) if (account.subject === subject) this.#known.delete(key);
  }

  /** `expiresAt` in milliseconds since 1970. */
  keep(bearer: string, account: VerifiedToken, expiresAt: number): void {
    this.#known.set(keyOf(bearer), { account, until: Math.min(expiresAt, this.now() + keptMs) });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKept) return;
      this.#known.delete(oldest);
    }
  }
}

const keyOf = (bearer: string): string => hash('sha256', bearer, 'base64url');
