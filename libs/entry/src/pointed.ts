/** Where in an entry something is: JSON pointers to its fields. */
import type { AnySchema, Field, Pointer } from './field.js';
import { namesPeople, partOf, walk } from './read.js';

const inside = (at: string, key: string): Pointer => `${at}/${key}` as Pointer;

/** `keys`: what is left of the pointer behind the field. */
const within = (field: Field, value: unknown, keys: readonly string[], at: Pointer): readonly Pointer[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return [at];
  if (key === '*') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => within(field, item, rest, inside(at, String(index))));
  }
  const part = value === undefined ? undefined : partOf(field, value);
  return part === undefined ? [] : inPart(part, value, keys, at);
};

const inPart = (
  { fields }: AnySchema,
  value: unknown,
  [name = '', ...rest]: readonly string[],
  at: string,
): readonly Pointer[] => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) return [];
  const here = inside(at, name);
  const found = within(field, (Object(value) as Readonly<Record<string, unknown>>)[name], rest, here);
  return found.length > 0 ? found : [here];
};

/**
 * The fields of an entry that a pointer leads to, where `*` is each item of a list. A field that is not filled in is
 * there all the same; where a list is empty, a part is left out, or a form of another kind has no such field, what
 * would have it.
 */
export const fieldsAt = (schema: AnySchema, entry: unknown, pointer: Pointer): readonly Pointer[] =>
  inPart(schema, entry, pointer.slice(1).split('/'), '');

/** Where an entry names that person of the agency. */
export const whereNamed = (schema: AnySchema, entry: unknown, person: string): readonly Pointer[] => {
  const found: Pointer[] = [];
  walk(schema, Object(entry) as object, (field, value, pointer) => {
    if (!namesPeople(field)) return;
    if (value === person) found.push(pointer);
    const people: readonly unknown[] = Array.isArray(value) ? value : [];
    people.forEach((one, index) => {
      if (one === person) found.push(inside(pointer, String(index)));
    });
  });
  return found;
};
