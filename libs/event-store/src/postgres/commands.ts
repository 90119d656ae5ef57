import { toPosition } from '../position.js';
import type { KnownCommand } from '../submission.js';
import type { Ask } from './ask.js';

/** Of `ledger.commands`. */
export type CommandRow = Readonly<{
  command_id: string;
  digest: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;

export async function findCommand(ask: Ask, id: string): Promise<KnownCommand | undefined> {
  const [row] = await ask<CommandRow>('SELECT * FROM ledger.commands WHERE command_id = $1', [id]);
  return row && known(row)[1];
}

/** By its command. */
export function known(row: CommandRow): readonly [string, KnownCommand] {
  const appended = {
    stream: row.stream,
    revision: Number(row.revision),
    position: toPosition(Number(row.position)),
    recordedAt: row.recorded_at.toISOString(),
    replayed: false,
  };
  return [row.command_id, { digest: row.digest, appended }];
}
