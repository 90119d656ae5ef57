import { RecordDamaged } from '../damage.js';
import { toPosition } from '../position.js';
import { openSealed } from '../sealed.js';
import type { KnownCommand } from '../submission.js';
import type { Ask } from './ask.js';
import { commandKey } from './command-key.js';
import { digestFrom } from './digest.js';

/** Of `ledger.log`: the last event of a command, whose full id is in the bytes. */
export type CommandRow = Readonly<{
  command: string;
  digest: Buffer;
  stream: string;
  revision: number;
  position: string;
  recorded_at: Date;
  bytes: Buffer;
}>;

/** What is known of a command, or the key under which it can be stored. */
export type Sought = Readonly<{ known: KnownCommand } | { key: string }>;

export const commandColumns =
  'command, digest, (SELECT name FROM ledger.streams WHERE number = l.stream) AS stream, revision, position, recorded_at, bytes';

export async function findCommand(ask: Ask, id: string): Promise<KnownCommand | undefined> {
  const sought = await seek(ask, id, 0);
  return 'known' in sought ? sought.known : undefined;
}

/** From that slot on, until the command or a free slot is met. Nothing is ever taken out, so a free one is the end. */
export async function seek(ask: Ask, id: string, slot: number): Promise<Sought> {
  for (let at = slot; ; at++) {
    const key = commandKey(id, at);
    const [row] = await ask<CommandRow>(`SELECT ${commandColumns} FROM ledger.log l WHERE command = $1`, [
      key,
    ]);
    if (row === undefined) return { key };
    const known = knownAs(id, row);
    if (known) return { known };
  }
}

/**
 * Undefined: the row is another command's, whose short hash is the same.
 * @throws RecordDamaged when the event does not say whose it is
 */
export function knownAs(id: string, row: CommandRow): KnownCommand | undefined {
  const { stream, revision } = row;
  const position = toPosition(Number(row.position));
  const opened = openSealed(row.bytes, { stream, revision, position });
  if ('damage' in opened) throw new RecordDamaged(opened.damage);
  if (opened.envelope.commandId !== id) return undefined;
  const recordedAt = row.recorded_at.toISOString();
  const appended = { stream, revision, position, recordedAt, replayed: false };
  return { digest: digestFrom(row.digest), appended };
}
