import { fieldsAt, peopleNamedIn, whereNamed, type Schema } from '@anjuan/entry';
import type { Context } from './context.js';
import type { NewEvent } from './event.js';
import type { Capacity, PersonId } from './people.js';
import {
  type Bilingual,
  type EntryProvision,
  type Provision,
  Refusal,
  type Stated,
  type Unmet,
} from './provision.js';
import { recordingOne, type Recording } from './recording.js';

/**
 * `true`: it decides, reviews or approves, and its person has signed in lately (RFC 9470). What leaders or reviewers do
 * besides says why any sign-in will do.
 */
export type Gate = true | Readonly<{ not: Bilingual }>;

/** One act of a procedure: who may ask it, what is demanded of the file and of what is entered, what is recorded. */
export type Act<Data, Recorded extends NewEvent<string, unknown>, File> = Readonly<{
  title: Bilingual;
  /** The schema of the entry: the form, its description and the people it names follow from it. */
  entry: Schema<Data>;
  by: readonly Capacity[];
  opens?: true;
  opensGate?: Gate;
  requires: readonly Provision<File>[];
  demands: readonly EntryProvision<File, Data>[];
  /** Ids of the provisions of every act that do not apply to this one. */
  exemptFrom?: readonly string[];
  names: (entry: Data) => readonly PersonId[];
  /** The event type it records: the event shows that the act's provisions were checked. */
  records: Recorded['type'];
  record: (entry: Data, file: File, context: Context) => readonly Recorded[];
}>;

type AnyEvent = NewEvent<string, unknown>;
/** What is entered, as it is recorded where the act does not say how. */
type AsEntered<Data> = Data extends unknown ? Omit<Data, 'occurredAt'> : never;
type DataOf<Data, Recorded extends AnyEvent, File> = NonNullable<Recording<Data, Recorded, File>['data']>;
type HowRecorded<Data, Recorded extends AnyEvent, File> =
  | Pick<Act<Data, Recorded, File>, 'record'>
  | (AsEntered<Data> extends Recorded['data']
      ? Readonly<{ data?: DataOf<Data, Recorded, File> }>
      : Readonly<{ data: DataOf<Data, Recorded, File> }>);

/**
 * An act as it is written down: `record` where it leaves several events or none; else one, whose data are what is
 * entered, or what `data` makes of it.
 */
export type WrittenAct<Data, Recorded extends AnyEvent, File> = Omit<
  Act<Data, Recorded, File>,
  'names' | 'record'
> &
  HowRecorded<Data, Recorded, File>;

/** Fixes the types of an act where it is written down. */
export const act = <Data, Recorded extends AnyEvent, File>(
  it: WrittenAct<Data, Recorded, File>,
): Act<Data, Recorded, File> => ({
  ...it,
  names: peopleNamedIn(it.entry),
  record: 'record' in it ? it.record : recordingOne<Data, Recorded, File>(it),
});

/** What a procedure asks of every act, whatever it is. */
export type EveryAct<File> = Readonly<{
  always: readonly Provision<File>[];
  /** Checked for each person named in the entry, by what the act requires. */
  ofNamed?: (
    person: PersonId,
    file: File,
    context: Context,
    requires: readonly Stated[],
  ) => readonly Stated[];
}>;

const isSwitchedOn = ({ id }: Stated, { switchedOff }: Context): boolean =>
  switchedOff === undefined || !switchedOff.includes(id);

type OfFile<File> = Readonly<{ requires: readonly Provision<File>[]; exemptFrom?: readonly string[] }>;

/** How acts are examined and done in a procedure that asks this of every act. */
export const decidingBy = <Base>({ always, ofNamed }: EveryAct<Base>) => {
  /** The provisions that the file does not meet, for several acts: those common to all acts are evaluated once. */
  const unmetOfFile = <File extends Base>(file: File, context: Context) => {
    const isUnmet = (provision: Provision<File>): boolean =>
      isSwitchedOn(provision, context) && !provision.holds(file, context);
    const ofEveryAct = always.filter(isUnmet);
    return ({ requires, exemptFrom }: OfFile<File>): readonly Stated[] => {
      const ofThisAct = requires.filter(isUnmet);
      if (ofEveryAct.length === 0) return ofThisAct;
      return [...ofEveryAct.filter(({ id }) => exemptFrom?.includes(id) !== true), ...ofThisAct];
    };
  };

  /** Of the people whom an entry names, each provision once, with every field that names one whom it is not met for. */
  const unmetOfNamed = <Data, Recorded extends NewEvent<string, unknown>, File extends Base>(
    it: Act<Data, Recorded, File>,
    entry: Data,
    file: File,
    context: Context,
  ): readonly Unmet[] => {
    const found = new Map<string, Unmet>();
    for (const person of new Set(it.names(entry)))
      for (const provision of ofNamed?.(person, file, context, it.requires) ?? []) {
        const { fields = [] } = found.get(provision.id) ?? {};
        found.set(provision.id, {
          ...provision,
          fields: [...fields, ...whereNamed(it.entry, entry, person)],
        });
      }
    return [...found.values()];
  };

  const unmet = <Data, Recorded extends NewEvent<string, unknown>, File extends Base>(
    it: Act<Data, Recorded, File>,
    entry: Data,
    file: File,
    context: Context,
  ): readonly Unmet[] => {
    const ofFile = unmetOfFile(file, context)(it);
    const known = new Set(ofFile.map(({ id }) => id));
    return [
      ...ofFile,
      ...unmetOfNamed(it, entry, file, context).filter(({ id }) => !known.has(id)),
      ...it.demands
        .filter((provision) => isSwitchedOn(provision, context) && !provision.holds(entry, file, context))
        .map((provision) => ({
          ...provision,
          fields: [...new Set(provision.fields.flatMap((pointer) => fieldsAt(it.entry, entry, pointer)))],
        })),
    ];
  };

  const perform = <Data, Recorded extends NewEvent<string, unknown>, File extends Base>(
    it: Act<Data, Recorded, File>,
    entry: Data,
    file: File,
    context: Context,
  ): readonly Recorded[] => {
    const reasons = unmet(it, entry, file, context);
    if (reasons.length > 0) throw new Refusal(reasons);
    return it.record(entry, file, context);
  };
  return { unmetOfFile, unmet, perform };
};
