import { caseProcedure, type ActName, type EntryOf } from '@anjuan/case';
import type { CommandRequest } from '../http/command-request.js';
import { Change } from '../procedures/change.js';

export type { Changed } from '../procedures/change.js';

/** A command on a case. */
export class ChangeCase<Name extends ActName = ActName> extends Change<'case'> {
  declare readonly act: Name;
  declare readonly entry: EntryOf<Name>;

  constructor(request: CommandRequest, act: Name, entry: EntryOf<Name>) {
    super(caseProcedure, request, act, entry);
  }
}
