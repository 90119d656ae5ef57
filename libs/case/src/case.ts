/** What may be done in a case and what follows from it: one table of acts, one fold. */
import { possibleOf, type Context, type Possibility } from '@anjuan/procedure';
import type { CaseEvent, NewCaseEvent } from './case-event.js';
import * as entry from './entry/entry.js';
import { atHead } from './head.js';
import { eventAttributes } from './event-types.js';
import { perform, unmetOfFile, type Act } from './case-act.js';
import type { EventKind, EventMap, Folded } from './event-kind.js';
import { emptyFile, stepActs, stepEvents, type CaseFile } from './steps.js';

export type ActName = keyof typeof stepActs;
/** What is entered for an act of that name; the body of its command. */
export type EntryOf<Name extends ActName> =
  (typeof stepActs)[Name] extends Act<infer Data, infer _Recorded> ? Data : never;
export type Acts = { readonly [Name in ActName]: Act<EntryOf<Name>, NewCaseEvent> };

/** Every act of the procedure by its name, `step/act`: also the path of its command. */
export const acts: Acts = stepActs;

const kinds: { readonly [Type in keyof EventMap]: EventKind<EventMap[Type]> } = stepEvents;

const foldOne = <Type extends keyof EventMap>(
  file: Folded,
  type: Type,
  event: EventMap[Type],
): Partial<Folded> => kinds[type].fold(file, event);

/**
 * The file after further entries. `standing`: those of them that the slices are folded from. One copy takes them all
 * in, and nobody else has it before it is done: no fold sees the notes, which are made of the whole history.
 */
const after = (
  file: CaseFile,
  further: readonly CaseEvent[],
  standing: readonly CaseEvent[] = further,
): CaseFile => {
  const grown = { ...file };
  for (const event of standing) Object.assign(grown, foldOne(grown, event.type, event));
  return Object.assign(grown, {
    revision: standing.at(-1)?.revision ?? file.revision,
    entries: entry.noted(file.entries, further, eventAttributes),
  });
};

/** The file after one more entry. Corrections and withdrawals reach back: use `replay` for a history. */
export const evolve = (file: CaseFile, event: CaseEvent): CaseFile => after(file, [event]);

/** The file as a history leaves it: withdrawn entries left out but for their notes, corrected ones as corrected. */
export const replay = (history: readonly CaseEvent[]): CaseFile =>
  after(emptyFile, history, entry.standing(history));

/**
 * The file after further entries, without its history; undefined where one of them reaches back (a correction, a
 * withdrawal): then only `replay` of everything gives the file.
 */
export const resume = (file: CaseFile, further: readonly CaseEvent[]): CaseFile | undefined =>
  further.some(entry.refolds) ? undefined : after(file, further);

/** Pure: what is recorded when `context.actor` asks for an act; throws one `Refusal` with every reason. */
export const decide = <Name extends ActName>(
  name: Name,
  data: EntryOf<Name>,
  file: CaseFile,
  context: Context,
): readonly NewCaseEvent[] =>
  perform<EntryOf<Name>, NewCaseEvent, CaseFile>(acts[name], data, file, atHead(file, context));

const possible = possibleOf<ActName, Acts[ActName]>(acts);

/** What the actor may do next, and the unmet provisions of the other acts. */
export const actions = (file: CaseFile, context: Context): readonly Possibility<ActName>[] => {
  const now = atHead(file, context);
  return possible(file.revision >= 0, now, unmetOfFile(file, now));
};
