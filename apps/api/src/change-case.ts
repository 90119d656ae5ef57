import type { ActName, EntryOf } from '@anjuan/case';
import { Command } from '@nestjs/cqrs';
import type { CommandRequest } from './http/command-request.js';

/** What a command answers: where the case stands now. */
export type Changed = Readonly<{
  case: string;
  revision: number;
  position: string;
  recorded: readonly Readonly<{ entry: number; type: string }>[];
  number?: string;
}>;

/** The one envelope on the command bus: an act, what was entered, and who asks. */
export class ChangeCase<Name extends ActName = ActName> extends Command<Changed> {
  constructor(
    readonly request: CommandRequest,
    readonly act: Name,
    readonly entry: EntryOf<Name>,
  ) {
    super();
  }
}
