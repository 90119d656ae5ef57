import type { AnySchema } from '@anjuan/entry';
import type { BegunUnder, Calendar, Citation, LocalDate, TimeLimit } from '@anjuan/law';
import { decidingBy, type Act, type EveryAct, type Gate } from './act.js';
import type { Context } from './context.js';
import type { EntryNumber, Event, NewEvent } from './event.js';
import type { Capacity, PersonId, Reader, Relation } from './people.js';
import type { Bilingual, Stated } from './provision.js';

/** JSON pointer into the event's `data`; a field that is absent there is passed over. `kind`: whose data it is. */
export type PersonalField = Readonly<{ pointer: string; kind: string }>;
/** A personal value that the record still holds, by the digest that its event commits to; `entry`: of which event. */
export type PersonalValue = Readonly<{ kind: string; digest: string; entry: EntryNumber }>;

/** Case numbers (立案号) and document numbers (文书号) are each unique in an agency and a year. */
export type NumberKind = 'case' | 'document';
/** Numbers of the agency that an act takes: reserved by the program, or claimed because a paper bears them. */
export type Numbers = Readonly<{
  allot?: readonly NumberKind[];
  claim?: Readonly<{ kind: 'document'; number: string }>;
}>;

/**
 * With what the clocks of a record are counted. `limits`: those of the kind of bureau; absent: those of market
 * supervision. `region`: six digits of GB/T 2260, where the agency is; absent: no party is taken to be registered in
 * another province.
 */
export type Day = Readonly<{
  calendar: Calendar;
  today: LocalDate;
  limits?: readonly TimeLimit[];
  region?: string;
}>;
/** A last day: which entry started the period, and what is due. */
export type Due = Readonly<{
  id: string;
  title: Bilingual;
  cites: readonly Citation[];
  startedBy: EntryNumber;
  /** In a record of several parties: for which of them it runs; absent: for all. */
  ofParty?: EntryNumber;
  due: LocalDate;
  state: 'running' | 'met' | 'missed' | 'lapsed';
}>;

export type Possibility<Name extends string = string> = Readonly<{
  act: Name;
  title: Bilingual;
  /** `open-subject-to-entry`: the file meets every provision; those about the entry are checked when it is made. */
  state: 'open' | 'open-subject-to-entry' | 'not-yet';
  because: readonly Stated[];
}>;

/** An act as far as those outside the law need to know it. */
export type ActOutline = Readonly<{
  title: Bilingual;
  entry: AnySchema;
  by: readonly Capacity[];
  opens?: true;
  opensGate?: Gate;
  requires: readonly Stated[];
  demands: readonly Stated[];
  /** Ids of the provisions of every act that do not apply to this one. */
  exemptFrom?: readonly string[];
  /** The event type it records. */
  records: string;
}>;

/** What the list of all records of a procedure shows of each. */
export type Register<File> = Readonly<{
  /** The list's name, and its path under /v1/lists; for ever. */
  name: string;
  title: Bilingual;
  /** Another version is filled from the beginning. */
  version: string;
  /** Capacities that may read it. */
  readers: readonly Capacity[];
  /** Plain JSON values. No personal data: what is erased must not stay in a list. */
  shows(file: File): Readonly<Record<string, string | number | null>>;
}>;

/** A procedure with a side stream: its events are in a stream of their own, decided also on another record's file. */
export type SideStream<Recorded, File> = Readonly<{
  of: AnyProcedure;
  /** `personal`: the values that the other record still holds. */
  file(base: unknown, personal: readonly PersonalValue[], own: readonly Recorded[]): File;
}>;

export type NewOf<Recorded> = Recorded extends Event<infer Type, infer Data> ? NewEvent<Type, Data> : never;

/**
 * Everything the program must know of a procedure: its streams, what may be done, what is recorded and what follows
 * from it. Methods, so that each procedure can stand in a list with others of other files.
 */
export type Procedure<
  Name extends string = string,
  Recorded extends Event<string, unknown> = Event<string, unknown>,
  File = unknown,
> = Readonly<{
  /** Its streams are `name-id`; for ever. */
  name: Name;
  /** Its records are served at `/v1/path`; for ever. */
  path: string;
  title: Bilingual;
  empty: File;
  /** By their names, `step/act`. */
  acts: Readonly<Record<string, ActOutline>>;
  /** Checked for every act. */
  always: readonly Stated[];
  /** @throws Refusal with every reason */
  decide(act: string, entry: unknown, file: File, context: Context): readonly NewOf<Recorded>[];
  /** What the actor may do next, and the unmet provisions of the other acts; `of` may name a party of several. */
  actions(file: File, context: Context, of?: unknown): readonly Possibility[];
  /** The file as a history leaves it. */
  replay(history: readonly Recorded[]): File;
  /** The file after further events, without its history; undefined where only `replay` of everything gives it. */
  resume(file: File, further: readonly Recorded[]): File | undefined;
  /** The version of each event's shape that can be folded; any other is an error to its reader. */
  versions: Readonly<Record<Recorded['type'], number>>;
  /** Those that are folded as well, as programs before wrote them. */
  writtenBefore?: Readonly<Partial<Record<Recorded['type'], number>>>;
  /** The personal fields of each event type: their values are kept apart from the permanent bytes. */
  personal: Readonly<Partial<Record<Recorded['type'], readonly PersonalField[]>>>;
  /** Kinds of personal data that no reader is shown, but for an act that looks at them. */
  hidden: readonly string[];
  /** People of the agency named in the entry, about whom provisions ask. */
  named(act: string, entry: unknown): readonly PersonId[];
  /** The same of those in the file. */
  inFile(file: File): readonly PersonId[];
  /** Of somebody of the agency that has the record; absent: what they do in a record gives nobody a relation to it. */
  relation?(file: File, reader: Reader): Relation;
  numbers?(act: string, entry: unknown, file: File): Numbers;
  /** The agency's lists by which the record was begun; undefined: it is measured by those of the day. */
  lists?(file: File): BegunUnder | undefined;
  /** What the context's digest is taken of; `entered` may name a party of several. */
  digested?(file: File, entered?: unknown): unknown;
  /** The same without what asks for no other review; absent: the same. */
  reviewed?(file: File, entered?: unknown): unknown;
  deadlines?(file: File, day: Day): readonly Due[];
  register?: Register<File>;
  sideStream?: SideStream<Recorded, File>;
}>;

/** A procedure among others. */
export type AnyProcedure = Procedure;

type Headed = Readonly<{ revision: EntryNumber }>;
type ActsOf<Recorded, File> = Readonly<
  Record<
    string,
    Omit<Act<never, Extract<NewOf<Recorded>, NewEvent<string, unknown>>, File>, 'entry'> &
      Pick<ActOutline, 'entry'>
  >
>;
type FoldsOf<Recorded extends Event<string, unknown>, File> = Readonly<{
  [Type in Recorded['type']]: (
    file: File,
    event: Extract<Recorded, { type: Type }>,
  ) => Partial<Omit<File, 'revision'>>;
}>;

type Offered = Pick<ActOutline, 'title' | 'by' | 'opens' | 'demands'>;

/** The acts that the actor's capacity may do at this point, each with its unmet provisions. */
export const possibleOf = <Name extends string, It extends Offered>(acts: Readonly<Record<Name, It>>) => {
  const isName = (name: string): name is Name => Object.hasOwn(acts, name);
  // Looked up once: the table of a procedure with many acts is slow to look up in.
  const all = Object.keys(acts)
    .filter(isName)
    .map((name) => ({ name, it: acts[name] }));
  return (
    opened: boolean,
    { actor }: Context,
    unmet: (it: It) => readonly Stated[],
  ): readonly Possibility<Name>[] =>
    all
      .filter(({ it }) => it.by.includes(actor.capacity) && opened !== (it.opens ?? false))
      .map(({ name, it }) => {
        const because = unmet(it);
        const open = it.demands.length === 0 ? 'open' : 'open-subject-to-entry';
        return { act: name, title: it.title, state: because.length === 0 ? open : 'not-yet', because };
      });
};

type Plain<
  Name extends string,
  Recorded extends Event<string, unknown>,
  File extends Headed,
  Acts extends ActsOf<Recorded, File>,
> = Readonly<{
  acts: Acts;
  folds: FoldsOf<Recorded, File>;
  /** Of every event type, also where it holds none. */
  personal: Readonly<Record<Recorded['type'], readonly PersonalField[]>>;
}> &
  EveryAct<File> &
  Pick<Procedure<Name, Recorded, File>, 'name' | 'path' | 'title' | 'empty' | 'versions'> &
  Partial<
    Pick<
      Procedure<Name, Recorded, File>,
      | 'hidden'
      | 'inFile'
      | 'relation'
      | 'numbers'
      | 'lists'
      | 'digested'
      | 'reviewed'
      | 'deadlines'
      | 'register'
    >
  >;

/** A procedure of acts and folds whose entries are neither corrected nor withdrawn. */
export const definedBy = <
  const Name extends string,
  Recorded extends Event<string, unknown>,
  File extends Headed,
  Acts extends ActsOf<Recorded, File>,
>(
  of: Plain<Name, Recorded, File, Acts>,
): Procedure<Name, Recorded, File> & Readonly<{ acts: Acts }> => {
  const { acts, folds, ofNamed, ...rest } = of;
  const { perform, unmetOfFile } = decidingBy<File>({ always: of.always, ...(ofNamed && { ofNamed }) });
  const named = (name: string): ActsOf<Recorded, File>[string] => {
    const act: ActsOf<Recorded, File>[string] | undefined = Object.hasOwn(acts, name)
      ? acts[name]
      : undefined;
    if (act === undefined) throw new TypeError(`The procedure ${of.name} has no act ${name}.`);
    return act;
  };
  const possible = possibleOf<string, ActsOf<Recorded, File>[string]>(acts);
  const evolve = (file: File, event: Recorded): File => {
    const type: Recorded['type'] = event.type;
    return {
      ...file,
      ...folds[type](file, event as Extract<Recorded, { type: typeof type }>),
      revision: event.revision,
    };
  };
  return {
    hidden: [],
    inFile: () => [],
    ...rest,
    acts,
    decide: (act, entry: never, file, context) => perform(named(act), entry, file, context),
    actions: (file, context) => possible(file.revision >= 0, context, unmetOfFile(file, context)),
    replay: (history) => history.reduce(evolve, of.empty),
    resume: (file, further) => further.reduce(evolve, file),
    named: (act, entry: never) => named(act).names(entry),
  };
};
