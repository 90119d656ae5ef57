import type { AnyProcedure } from '@anjuan/procedure';
import { Command } from '@nestjs/cqrs';
import type { CommandRequest } from '../http/command-request.js';

/** The answer to a command: the record's new revision; its id under the name of its procedure. */
export type Changed<Name extends string = 'case'> = Readonly<Record<Name, string>> &
  Readonly<{
    revision: number;
    position: string;
    recorded: readonly Readonly<{ entry: number; type: string }>[];
    number?: string;
  }>;

/** `repeated`: the request was recorded before, and this is what it was answered; a secret goes with it once only. */
export type Done<Name extends string = 'case'> = Readonly<{ changed: Changed<Name>; repeated: boolean }>;

/** The one command on the command bus: an act of a procedure, its entry, and the request with its actor. */
export class Change<Name extends string = never> extends Command<Done<Name>> {
  readonly procedure: AnyProcedure;

  constructor(
    procedure: AnyProcedure & Readonly<{ name: Name }>,
    readonly request: CommandRequest,
    readonly act: string,
    readonly entry: unknown,
  ) {
    super();
    this.procedure = procedure;
  }
}
