/** Which fields of an entry a provision reads, noted while it is asked: pointers with `*` for each item of a list. */
import type { AnySchema, Field } from '@anjuan/entry';

const isOwn = (value: object, key: string | symbol): key is string =>
  typeof key === 'string' && !(key in Object.prototype) && !(Array.isArray(value) && key in Array.prototype);

/** The entry as it is, and what is taken out of it is noted. */
const noting = <Value>(value: Value, at: string, note: (pointer: string) => void): Value => {
  if (typeof value !== 'object' || value === null) return value;
  const pointerTo = (key: string): string => `${at}/${Array.isArray(value) ? '*' : key}`;
  return new Proxy(value, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver);
      if (!isOwn(target, key)) return found;
      note(pointerTo(key));
      return noting(found, pointerTo(key), note);
    },
    has: (target, key) => {
      if (isOwn(target, key)) note(pointerTo(key));
      return Reflect.has(target, key);
    },
  });
};

const partsOf = (field: Field): readonly AnySchema[] => {
  if (field.kind === 'one' || field.kind === 'list') return [field.of];
  return field.kind === 'variant' || field.kind === 'variants' ? Object.values(field.of) : [];
};
const lists: readonly Field['kind'][] = ['list', 'variants', 'texts', 'words', 'people', 'papers', 'entries'];

/** Whether a schema has what a pointer leads to; of forms told apart by their kind, in one of them. */
export const leads = ({ fields }: AnySchema, [name = '', ...rest]: readonly string[]): boolean => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return false;
  const inItem = lists.includes(field.kind);
  const further = inItem && rest[0] === '*' ? rest.slice(1) : rest;
  if (further.length === 0) return true;
  return inItem === further.length < rest.length && partsOf(field).some((part) => leads(part, further));
};
export const keysOf = (pointer: string): readonly string[] => pointer.slice(1).split('/');

/** Whether what is at `inner` is in what is at `outer`, or is it. */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** What `ask` reads of an entry of that schema, each thing where it ends: not the parts that lead there. */
export const readBy = (
  schema: AnySchema,
  entry: object,
  ask: (entry: object) => unknown,
): readonly string[] => {
  const read = new Set<string>();
  ask(noting(entry, '', (pointer) => read.add(pointer)));
  const known = [...read].filter((pointer) => leads(schema, keysOf(pointer)));
  return known.filter((one) => !known.some((other) => other !== one && isWithin(other, one)));
};
