/** What may be done in a case and what follows from it: one table of acts, one fold. */
import {
  possibleOf,
  Refusal,
  type Context,
  type Possibility,
  type Stated,
  type Unmet,
} from '@anjuan/procedure';
import type { CaseEvent, NewCaseEvent } from './case-event.js';
import * as entry from './entry/entry.js';
import { atHead } from './head.js';
import { eventAttributes } from './event-types.js';
import { unmet, unmetOfFile, type Act } from './case-act.js';
import type { EventKind, EventMap, Folded } from './event-kind.js';
import { fileOf, foldedFor, partiesIn, partyNamedIn, partyOfEntry, seenFor } from './parties.js';
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

const folded = foldedFor((file, event) => foldOne(file, event.type, event));

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
  for (const event of standing) Object.assign(grown, folded(grown, event));
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

/** What the law sees for an entry: of a party's step, the file of the party that it names; else the whole. */
export const seenBy = (file: CaseFile, entered: unknown): CaseFile =>
  seenFor(file, partyNamedIn(file, entered));

/** An entry of one party is corrected or withdrawn in the procedure of that party. */
const reachingBack: ReadonlySet<ActName> = new Set(['entry/correct', 'entry/withdraw']);

/** The files on which an act is asked: that of one party, or of every party that is in the case. */
const askedOn = (name: ActName, entered: unknown, file: CaseFile): readonly CaseFile[] => {
  if (file.joinedParties === undefined) return [file];
  if (acts[name].of === 'party') return [seenBy(file, entered)];
  const { entry: number } = Object(entered) as Readonly<{ entry?: number }>;
  const of = reachingBack.has(name) && number !== undefined ? partyOfEntry(file, number) : 'all';
  if (of !== 'all') return [fileOf(file, of)];
  const each = partiesIn(file).map((party) => fileOf(file, party));
  if (!reachingBack.has(name) || number === undefined) return each;
  // No decision rests on what was entered after it.
  const restingOnIt = each.filter(({ decision }) => decision === undefined || decision.entry > number);
  return restingOnIt.length > 0 ? restingOnIt : each;
};

const eachOnce = <It extends Unmet>(found: readonly (readonly It[])[]): readonly It[] => {
  const once = new Map<string, It>();
  for (const provision of found.flat()) {
    const { fields } = once.get(provision.id) ?? provision;
    const both = [...new Set([...(fields ?? []), ...(provision.fields ?? [])])];
    once.set(provision.id, { ...provision, ...(fields !== undefined && { fields: both }) });
  }
  return [...once.values()];
};

/** What keeps an act from being done: of every file on which it is asked, or of none of them. */
const together = <It extends Unmet>(
  { of }: Pick<Acts[ActName], 'of'>,
  found: readonly (readonly It[])[],
): readonly It[] => {
  const [first = [], ...others] = found;
  if (others.length === 0) return first;
  return of === 'any-party' && found.some((reasons) => reasons.length === 0) ? [] : eachOnce(found);
};

/** Pure: what is recorded when `context.actor` asks for an act; throws one `Refusal` with every reason. */
export const decide = <Name extends ActName>(
  name: Name,
  data: EntryOf<Name>,
  file: CaseFile,
  context: Context,
): readonly NewCaseEvent[] => {
  const now = atHead(file, context);
  const it: Act<EntryOf<Name>, NewCaseEvent> = acts[name];
  const files = askedOn(name, data, file);
  const reasons = together(
    it,
    files.map((seen) => unmet(it, data, seen, now)),
  );
  if (reasons.length > 0) throw new Refusal(reasons);
  return it.record(data, it.of === 'party' ? (files[0] ?? file) : file, now);
};

const possible = possibleOf<ActName, Acts[ActName]>(acts);

/** What the actor may do next, and the unmet provisions of the other acts; `of`: which party's steps are asked. */
export const actions = (file: CaseFile, context: Context, of?: unknown): readonly Possibility<ActName>[] => {
  const now = atHead(file, context);
  if (file.joinedParties === undefined) return possible(file.revision >= 0, now, unmetOfFile(file, now));
  const ofParty = unmetOfFile(seenBy(file, of), now);
  const ofAll = partiesIn(file).map((party) => unmetOfFile(fileOf(file, party), now));
  return possible(file.revision >= 0, now, (it): readonly Stated[] =>
    it.of === 'party'
      ? ofParty(it)
      : together(
          it,
          ofAll.map((unmetOf) => unmetOf(it)),
        ),
  );
};
