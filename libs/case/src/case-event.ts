/** Everything that can be recorded in a case. */
import type { Event, NewEvent } from '@anjuan/procedure';
import type { StepEvents } from './steps.js';

export type CaseEvent = NonNullable<StepEvents[keyof StepEvents]['event']>;

type New<E> = E extends Event<infer Type, infer Data> ? NewEvent<Type, Data> : never;
/** What `decide` yields. */
export type NewCaseEvent = New<CaseEvent>;
/** The event of one type, before it is recorded; `Recorded<'CaseFiled'>`. */
export type Recorded<Type extends CaseEvent['type']> = Extract<NewCaseEvent, { type: Type }>;
