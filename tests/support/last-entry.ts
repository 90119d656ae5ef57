import { accessProcedure } from '@anjuan/access-log';
import type { EventStore, Position } from '@anjuan/event-store';
import { idIn } from '@anjuan/record';

/** Position of the last entry that is none of the log of access, which notes each refusal a moment after it was told. */
export const lastEntry = async (store: EventStore): Promise<Position | undefined> => {
  let last: Position | undefined;
  for await (const { stream, position } of store.readAll())
    if (idIn(accessProcedure, stream) === undefined) last = position;
  return last;
};
