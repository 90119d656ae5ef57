import { hash } from 'node:crypto';

/**
 * The short hash by which a command is found: 8 bytes of SHA-256, as a signed integer in decimal digits. Where another
 * command has it already, the next slot is taken: the full id, in the event's bytes, decides whose it is.
 */
export function commandKey(id: string, slot = 0): string {
  return hash('sha256', `${String(slot)}:${id}`, 'buffer')
    .readBigInt64BE()
    .toString();
}

/** The same in SQL, for slot 0. */
export const commandKeyInSql = (id: string): string =>
  `('x' || encode(substring(sha256(convert_to('0:' || ${id}, 'UTF8')) FOR 8), 'hex'))::bit(64)::bigint`;
