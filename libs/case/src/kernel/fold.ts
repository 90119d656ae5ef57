import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../case-file.js';

export type EventMap = { [E in CaseEvent as E['type']]: E };

/** What each event changes in the file: only the slices named in the result. Total, pure, no `default`. */
export type Folds<Type extends CaseEvent['type']> = Readonly<{
  [T in Type]: (file: CaseFile, event: EventMap[T]) => Partial<CaseFile>;
}>;
