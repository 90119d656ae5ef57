/** An attempt that a spec made, and the same attempt as it is after a cure was followed. */
import {
  decide,
  Refusal,
  replay,
  type ActName,
  type CaseFile,
  type EntryOf,
  type NewCaseEvent,
} from '@anjuan/case';
import { numbered, type Attempted } from '../../../libs/case/src/testing.js';

export type Entry = Readonly<Record<string, unknown>>;
export type Trial = Omit<Attempted, 'entry'> & Readonly<{ entry: Entry; file: CaseFile }>;
export type Answer = Readonly<{ refused: readonly string[]; recorded: readonly NewCaseEvent[] }>;

const isEntry = (entry: unknown): entry is Entry => typeof entry === 'object' && entry !== null;

export const trialOf = ({ entry, ...attempt }: Attempted): Trial => ({
  ...attempt,
  entry: isEntry(entry) ? entry : {},
  file: replay(numbered(attempt.history)),
});

/** Ids of the provisions that refuse it, or what is recorded. */
export const answerTo = ({ act, entry, file, context }: Trial): Answer => {
  try {
    return { refused: [], recorded: decide(act, entry as EntryOf<ActName>, file, context) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.provisions.map(({ id }) => id), recorded: [] };
  }
};
