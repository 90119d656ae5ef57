import type { Instant } from '@anjuan/law';
import type { Digest } from './context.js';
import type { Actor, PersonId } from './people.js';

/** Number of an event within its case: its revision in the stream, from 0. Entries refer to each other by it. */
export type EntryNumber = number;

/** A paper or recording (文书、音像), stored under its hash before an event may name it. */
export type Paper = Readonly<{ sha256: Digest; name: string }>;

/** What `decide` yields: the edge adds revision, recordedAt and the rest of the envelope. */
export type NewEvent<Type extends string, Data> = Readonly<{
  type: Type;
  v: 1;
  occurredAt: Instant;
  actors: readonly Actor[];
  data: Data;
}>;

/** What the fold sees: an entry of the case file. */
export type Event<Type extends string, Data> = NewEvent<Type, Data> &
  Readonly<{ revision: EntryNumber; recordedAt: Instant; recordedBy: PersonId }>;
