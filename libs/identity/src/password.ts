import { randomBytes, timingSafeEqual } from 'node:crypto';
import { HashingThread, type Turn } from './hashing.js';

const thread = new HashingThread();

/** Argon2id costs: memory in KiB, passes, lanes. Raise them here; stored passwords follow at the next sign-in. */
const current = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const tagBytes = 32;

// Full-width letters of an input method and their plain form are the same password.
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8');

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

const costs = `m=${current.memory},t=${current.passes},p=${current.parallelism}`;
const form =
  /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<salt>[A-Za-z0-9+/]+)\$(?<tag>[A-Za-z0-9+/]+)$/;

const stored = (nonce: Uint8Array, tag: Uint8Array): string =>
  `$argon2id$v=19$${costs}$${base64(nonce)}$${base64(tag)}`;

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`, salt and tag in base64 without padding. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(saltBytes);
  const work = { message: bytesOf(password), nonce, tagLength: tagBytes, ...current };
  return stored(nonce, await thread.run(work, 'first'));
};

/** Of nobody: no password matches it, and each takes the usual work. */
export const nobodysPassword = (): string => stored(randomBytes(saltBytes), randomBytes(tagBytes));

/** Compares in constant time, with the costs the stored string names. Rejects with `HashingBusy` for a stranger. */
export const passwordMatches = async (password: string, kept: string, turn: Turn): Promise<boolean> => {
  const { m, t, p, salt, tag } = form.exec(kept)?.groups ?? {};
  if (salt === undefined || tag === undefined) {
    throw new Error(
      'A stored password is not in the form $argon2id$v=19$…; set a new password for the account.',
    );
  }
  const expected = Buffer.from(tag, 'base64');
  const work = {
    message: bytesOf(password),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    tagLength: expected.length,
  };
  const found = await thread.run(work, turn);
  return timingSafeEqual(found, expected);
};

/** True when the costs have been raised since the password was stored. */
export const isOutdated = (kept: string): boolean => !kept.startsWith(`$argon2id$v=19$${costs}$`);
