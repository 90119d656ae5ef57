import { hash as hashed } from 'node:crypto';

/** A UUIDv8 (RFC 9562) made of what it names: a retry of the same command names the same thing. */
export const derivedId = (...of: readonly string[]): string => {
  const hash = hashed('sha256', JSON.stringify(of), 'buffer');
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
