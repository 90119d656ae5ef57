/** Maps with known keys: unknown keys, missing keys and every wrong value are refused together. */
import { type At, fieldsAt, type Reader, refused } from './node.js';
import { gather } from './unreadable.js';

type Readers<T> = { readonly [K in keyof T]: Reader<T[K]> };

/** The keys of a map and how each is read. */
export type Fields<T> = Readonly<{
  required: readonly string[];
  known: readonly string[];
  /** Keys of the form for which the act has no field. */
  unused: readonly string[];
  build: (given: ReadonlyMap<string, At>) => T;
}>;

export const fields = <R extends object, O extends object = object>(
  required: Readers<R>,
  optional: Readers<O>,
  unused: readonly string[] = [],
): Fields<R & Partial<O>> => ({
  required: Object.keys(required),
  known: [...Object.keys(required), ...Object.keys(optional), ...unused],
  unused,
  build: (given) => {
    const readings = Object.entries<Reader<unknown>>({ ...required, ...optional }).flatMap(([key, read]) => {
      const field = given.get(key);
      return field === undefined ? [] : [() => [key, read(field)] as const];
    });
    return Object.fromEntries(gather(readings)) as R & Partial<O>;
  },
});

/** One map that carries the keys of two. */
export const both = <A, B>(a: Fields<A>, b: Fields<B>): Fields<A & B> => ({
  required: [...a.required, ...b.required],
  known: [...a.known, ...b.known],
  unused: [...a.unused, ...b.unused],
  build: (given) => {
    const [first, second] = gather<A | B>([() => a.build(given), () => b.build(given)]);
    return { ...first, ...second } as A & B;
  },
});

const wrongKeys = <T>(at: At, given: ReadonlyMap<string, At>, { required, known }: Fields<T>) => [
  ...[...given]
    .filter(([key]) => !known.includes(key))
    .map(([key, field]) => refused(field, `不认识的键“${key}”`, `unknown key "${key}"`, known)),
  ...required
    .filter((key) => !given.has(key))
    .map((key) => {
      const missing = { ...at, key: at.key === '' ? key : `${at.key}.${key}` };
      return refused(missing, `缺少键“${key}”`, `missing key "${key}"`, known);
    }),
];

const throwing = (error: Error) => (): never => {
  throw error;
};

export const record =
  <T>(of: Fields<T>): Reader<T> =>
  (at) => {
    const given = fieldsAt(at);
    const wrong = wrongKeys(at, given, of).map(throwing);
    const [built] = gather<T>([() => of.build(given), ...wrong]);
    return built as T;
  };
