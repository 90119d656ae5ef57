/** The definition of an event type: its description, and its change to the file. */
import type { EntryNumber, Event } from '@anjuan/procedure';
import type { PlaceName } from './archive/places.js';
import type { CaseEvent } from './case-event.js';
import type { Slice as NoteSlice } from './entry/entry.js';
import type { CaseFile } from './steps.js';
import type { PersonalKind } from './personal-data.js';

type AnyEvent = Event<string, object>;
/** Any text that is not blank, one of a single line, or one of these words. */
export type CorrectValues = 'text' | 'line' | readonly string[];

/** Every line is read by somebody far from the step: docs/events.md prints them. */
export type EventAttributes = Readonly<{
  /** The version of the shape that this program can fold; any other is an error to the reader of the record. */
  v: 1;
  /** Heading of the archived file under which its entries are filed (SAMR-P 78). */
  volume: PlaceName;
  /** Field that names an earlier entry: it is filed where that one is, and under `volume` where it is withdrawn. */
  filedWith?: string;
  /**
   * Pointers to what is personal and whose it is: kept out of the permanent bytes, and can be erased. No fold depends
   * on it. `{}` where nothing is.
   */
  personal: Readonly<Record<string, PersonalKind>>;
  /** Fields that name an earlier entry, which cannot be withdrawn while this one counts. */
  refersTo?: readonly string[] | ((data: never) => readonly EntryNumber[]);
  /** Fields that may be corrected, and to what. Absent: none; opinions, approvals and decisions stay as given. */
  correctable?: Readonly<Record<string, CorrectValues>>;
  /** Who may withdraw an entry of it besides the person who recorded it. Absent: nobody may. */
  withdrawableBy?: 'handler' | 'unit-head';
  /** The agency may not withdraw what the party said or requested. */
  saidByParty?: true;
  /** It is investigation: its officers neither review nor decide. */
  investigates?: true;
  /** It is an opinion of review: its reviewer neither leads nor decides the case. */
  reviews?: true;
  /** Its content is part of what is reviewed: a correction or withdrawal voids the review. */
  inDossier?: true;
  /** The stage that a case has reached by it. */
  stage?: 'investigating';
}>;

type FieldsOf<Data> = Data extends unknown ? Extract<keyof Data, string> : never;
type Referring<Data> = {
  [Field in keyof Data]-?: EntryNumber extends Data[Field] ? Field : never;
}[keyof Data];
/** The same where it is written down: a field that the event does not have does not compile. */
type Written<Data> = Omit<EventAttributes, 'personal' | 'filedWith' | 'refersTo' | 'correctable'> &
  Readonly<{
    personal: Readonly<Partial<Record<`/${FieldsOf<Data>}` | `/${FieldsOf<Data>}/${string}`, PersonalKind>>>;
    filedWith?: Referring<Data>;
    refersTo?: readonly Referring<Data>[] | ((data: Data) => readonly EntryNumber[]);
    correctable?: Readonly<Partial<Record<FieldsOf<Data>, CorrectValues>>>;
  }>;

/** The slices that event types fold; the notes of the entries are the same of every type. */
export type Folded = Omit<CaseFile, 'revision' | keyof NoteSlice>;

export type EventKind<E extends AnyEvent> = Readonly<{
  event?: E;
  attributes: EventAttributes;
  /** What it changes in the file: only the slices named in the result. Total, pure. */
  fold: (file: Folded, event: E) => Partial<Folded>;
}>;

/** The event types of a step, by name. */
export type Events<E extends AnyEvent> = Readonly<{ [One in E as One['type']]: EventKind<One> }>;

export const eventKind = <E extends AnyEvent>(
  attributes: Written<E['data']>,
  fold: (file: Folded, event: E) => Partial<Folded>,
): EventKind<E> => ({ attributes: attributes as EventAttributes, fold });

export type EventMap = { [E in CaseEvent as E['type']]: E };
