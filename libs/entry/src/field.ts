/** The kinds of field that an entry is made of. No framework, no case, no article. */
import type { Words } from './words.js';

/** Chinese first, then English; both have to be there. */
export type Said = `${string}；${string}`;

export type Shape =
  /**
   * Length in UTF-16 units. `least` 0: whether it may be blank is a provision's to say, with its article. `oneLine`: a
   * name or a number, whose second line would be taken for something else on papers and in lists.
   */
  | Readonly<{ kind: 'text'; least: 0 | 1; most: number; oneLine?: true; means?: TextMeaning }>
  /** A unified social credit code (统一社会信用代码) with its check character. */
  | Readonly<{ kind: 'credit-code' }>
  | Readonly<{ kind: 'texts'; items: number; most: number }>
  | Readonly<{ kind: 'text-by-field'; items: number; most: number }>
  | Readonly<{ kind: 'word'; words: Words }>
  | Readonly<{ kind: 'words'; words: Words; least: number }>
  /** Money in fen (分). */
  | Readonly<{ kind: 'fen' }>
  | Readonly<{ kind: 'days' }>
  /** A whole number of things, one or more. */
  | Readonly<{ kind: 'count' }>
  | Readonly<{ kind: 'day' }>
  | Readonly<{ kind: 'instant' }>
  | Readonly<{ kind: 'yes-or-no' }>
  | Readonly<{ kind: 'paper' }>
  | Readonly<{ kind: 'papers'; media: boolean }>
  /** Ids of people of the agency; `as`: the capacities in which they are named. */
  | Readonly<{ kind: 'person'; as: readonly string[] }>
  | Readonly<{ kind: 'people'; items: number; as: readonly string[] }>
  /** Numbers of entries of the file; `types`: the event types they may name, none for any. */
  | Readonly<{ kind: 'entry'; types: readonly string[] }>
  | Readonly<{ kind: 'entries'; items: number; types: readonly string[] }>
  | Readonly<{ kind: 'one'; of: AnySchema }>
  | Readonly<{ kind: 'list'; of: AnySchema; items: number }>
  /** One of several forms, distinguished by the word in `kind`. */
  | Readonly<{ kind: 'variant'; of: Variants }>
  | Readonly<{ kind: 'variants'; of: Variants; items: number }>;

/** A JSON pointer (RFC 6901) in which `-1` is the last of a list. */
export type Pointer = `/${string}`;

/** What a text is, where a form can help to enter it. */
export type TextMeaning = 'uscc' | 'citizen-id' | 'document-number' | 'place' | 'phone';

/** Said of a field beyond its kind. */
export type About = Readonly<{
  /** Short; where it is left out, the first clause of the help. */
  title?: Said;
  /** Whose personal data it holds; `false`: it is called like one and is none. */
  personal?: string | false;
  /** Where a form takes a value from to begin with, of what is read of the record: the first pointer that leads to one. */
  from?: readonly Pointer[];
}>;

/** A field and, in its type alone, the value that it takes. */
export type Field<Value = unknown> = Shape &
  About &
  Readonly<{ help: Said; optional?: boolean; readonly value?: Value }>;
export type OptionalField<Value> = Field<Value> & Readonly<{ optional: true }>;
export type Fields = Readonly<Record<string, Field>>;

/** `name`: that of the form in the API description. */
export type AnySchema = Readonly<{ name: string; help: Said; fields: Fields }>;
export type Variants = Readonly<Record<string, AnySchema>>;
/** The schema of entries of that type. */
export type Schema<Entry> = AnySchema & Readonly<{ entry?: Entry }>;
