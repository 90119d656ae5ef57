/** What the steps say of their event types, by type. */
import type { CaseEvent } from './case-event.js';
import type { EventAttributes } from './event-kind.js';
import type { PersonalField } from './personal-data.js';
import { stepEvents } from './steps.js';

type Type = CaseEvent['type'];
type Table<Value> = Readonly<Record<Type, Value>>;

const tableOf = <Value>(of: (attributes: EventAttributes, type: Type) => Value): Table<Value> =>
  Object.fromEntries(
    Object.entries(stepEvents).map(([type, { attributes }]) => [type, of(attributes, type as Type)]),
  ) as Table<Value>;

export const eventAttributes: Table<EventAttributes> = tableOf((attributes) => attributes);

/** The version of each event's shape that this program can fold; any other is an error to the reader. */
export const eventVersions: Table<number> = tableOf(({ v }) => v);

/** The personal fields of each event type: the edge keeps their values out of the permanent bytes. */
export const personalData: Table<readonly PersonalField[]> = tableOf(({ personal }) =>
  Object.entries(personal).map(([pointer, kind]) => ({ pointer, kind })),
);
