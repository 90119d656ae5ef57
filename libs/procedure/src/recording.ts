/** How an act that leaves one event records it: what is entered, or what the law makes of it. */
import type { Schema } from '@anjuan/entry';
import type { Context } from './context.js';
import type { NewEvent } from './event.js';
import { officersAsActors, type ByOfficers } from './officers.js';
import { happenedAt, type Outside } from './outside.js';
import type { Actor } from './people.js';

type Entered = Partial<ByOfficers> & Outside;
export type Recording<Data, Recorded extends NewEvent<string, unknown>, File> = Readonly<{
  entry: Schema<Data>;
  records: Recorded['type'];
  data?: (entry: Data, file: File, context: Context) => Recorded['data'];
}>;

const isByOfficers = (entry: Entered): entry is ByOfficers => entry.officers !== undefined;

/**
 * Makes one event of that type. Its time is the entry's, or else now; its officers are those of the entry, or else the
 * actor. Its data are the entry without its time, unless the act makes them otherwise. Fields that the schema does not
 * have are ignored.
 */
export const recordingOne = <Data, Recorded extends NewEvent<string, unknown>, File>({
  entry: { fields },
  records: type,
  data,
}: Recording<Data, Recorded, File>) => {
  const names = Object.keys(fields).filter((name) => name !== 'occurredAt');
  const outside = Object.hasOwn(fields, 'occurredAt');
  const together = Object.hasOwn(fields, 'officers');
  const asEntered = (entry: Readonly<Record<string, unknown>>): object => {
    const values: Record<string, unknown> = {};
    for (const name of names) if (entry[name] !== undefined) values[name] = entry[name];
    return values;
  };
  const actorsOf = (entry: Entered, context: Context): readonly Actor[] =>
    together && isByOfficers(entry) ? officersAsActors(entry, context) : [context.actor];

  return (entry: Data, file: File, context: Context): readonly Recorded[] => {
    const entered = Object(entry) as Entered & Readonly<Record<string, unknown>>;
    const event: NewEvent<string, unknown> = {
      type,
      v: 1,
      occurredAt: outside ? happenedAt(entered, context) : context.now,
      actors: actorsOf(entered, context),
      data: data === undefined ? asEntered(entered) : data(entry, file, context),
    };
    // The type of `data` was checked where the act is written down.
    return [event as Recorded];
  };
};
