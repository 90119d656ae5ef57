/** How an entry is written down: `entry('Educate', '…', { record: paper('…') })`. */
import type {
  About,
  AnySchema,
  Field,
  Fields,
  OptionalField,
  Said,
  Shape,
  TextMeaning,
  Variants,
} from './field.js';
import type { Words } from './words.js';

export type StoredPaper = Readonly<{ sha256: string; name: string }>;

type RequiredKey<F> = { [K in keyof F]: F[K] extends { optional: true } ? never : K }[keyof F];
type OptionalKey<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];
type ValueOf<F> = F extends { readonly value?: infer Value } ? Exclude<Value, undefined> : never;
type Flat<Type> = { [K in keyof Type]: Type[K] } & {};
type EntryWith<F extends Fields> = Flat<
  { readonly [K in RequiredKey<F>]: ValueOf<F[K]> } & { readonly [K in OptionalKey<F>]?: ValueOf<F[K]> }
>;
/** The entry that a schema describes. */
export type Entry<S> = S extends { entry?: infer Value } ? Exclude<Value, undefined> : never;

export const entry = <const F extends Fields>(
  name: string,
  help: Said,
  fields: F,
): Readonly<{ name: string; help: Said; fields: F; entry?: EntryWith<F> }> => ({ name, help, fields });

const field = <Value>(shape: Shape, help: Said, about: About = {}): Field<Value> => ({
  ...shape,
  help,
  ...about,
});

/** May be left out; `null` is not leaving out. */
export const optional = <Value>(it: Field<Value>): OptionalField<Value> => ({ ...it, optional: true });

type AboutText = About & Readonly<{ means?: TextMeaning }>;
export const text = (most: number, help: Said, about?: AboutText) =>
  field<string>({ kind: 'text', least: 1, most }, help, about);
/** May come in empty: that it must not be is a provision, which names its article and every other reason at once. */
export const blankText = (most: number, help: Said, about?: AboutText) =>
  field<string>({ kind: 'text', least: 0, most }, help, about);
/** A name, a number or a title. */
export const line = (most: number, help: Said, about?: AboutText) =>
  field<string>({ kind: 'text', least: 1, most, oneLine: true }, help, about);
export const blankLine = (most: number, help: Said, about?: AboutText) =>
  field<string>({ kind: 'text', least: 0, most, oneLine: true }, help, about);
export const creditCode = (help: Said, about?: About) => field<string>({ kind: 'credit-code' }, help, about);
export const texts = (items: number, most: number, help: Said, about?: About) =>
  field<readonly string[]>({ kind: 'texts', items, most }, help, about);
export const textByField = (items: number, most: number, help: Said, about?: About) =>
  field<Readonly<Record<string, string>>>({ kind: 'text-by-field', items, most }, help, about);
export const word = <Word extends string>(of: Words<Word>, help: Said, about?: About) =>
  field<Word>({ kind: 'word', words: of }, help, about);
export const wordsOf = <Word extends string>(of: Words<Word>, least: number, help: Said, about?: About) =>
  field<readonly Word[]>({ kind: 'words', words: of, least }, help, about);
export const fen = (help: Said, about?: About) => field<number>({ kind: 'fen' }, help, about);
export const days = (help: Said, about?: About) => field<number>({ kind: 'days' }, help, about);
export const count = (help: Said, about?: About) => field<number>({ kind: 'count' }, help, about);
export const day = (help: Said, about?: About) => field<string>({ kind: 'day' }, help, about);
export const instant = (help: Said, about?: About) => field<string>({ kind: 'instant' }, help, about);
export const yesOrNo = (help: Said, about?: About) => field<boolean>({ kind: 'yes-or-no' }, help, about);
export const paper = (help: Said, about?: About) => field<StoredPaper>({ kind: 'paper' }, help, about);
export const papers = (help: Said, about?: About) =>
  field<readonly StoredPaper[]>({ kind: 'papers', media: false }, help, about);
export const media = (help: Said, about?: About) =>
  field<readonly StoredPaper[]>({ kind: 'papers', media: true }, help, about);
export const person = (as: readonly string[], help: Said, about?: About) =>
  field<string>({ kind: 'person', as }, help, about);
export const people = (items: number, as: readonly string[], help: Said, about?: About) =>
  field<readonly string[]>({ kind: 'people', items, as }, help, about);
export const entryNumber = (types: readonly string[], help: Said, about?: About) =>
  field<number>({ kind: 'entry', types }, help, about);
export const entryNumbers = (items: number, types: readonly string[], help: Said, about?: About) =>
  field<readonly number[]>({ kind: 'entries', items, types }, help, about);
export const one = <S extends AnySchema>(of: S, help: Said, about?: About) =>
  field<Entry<S>>({ kind: 'one', of }, help, about);
export const list = <S extends AnySchema>(of: S, items: number, help: Said, about?: About) =>
  field<readonly Entry<S>[]>({ kind: 'list', of, items }, help, about);

type OneOf<V> = { [Kind in keyof V]: Entry<V[Kind]> }[keyof V];
export const variant = <const V extends Variants>(of: V, help: Said, about?: About) =>
  field<OneOf<V>>({ kind: 'variant', of }, help, about);
export const variants = <const V extends Variants>(of: V, items: number, help: Said, about?: About) =>
  field<readonly OneOf<V>[]>({ kind: 'variants', of, items }, help, about);
