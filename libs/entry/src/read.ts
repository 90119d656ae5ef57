/** What follows from a schema: titles, what is optional, and what an entry holds of people, papers and personal data. */
import type { AnySchema, Field, Pointer, Said, Variants } from './field.js';

/** What is said in Chinese may have a semicolon of its own: English begins behind the last. */
export const inBoth = (said: Said): Readonly<{ zh: string; en: string }> => {
  const last = said.lastIndexOf('；');
  return { zh: said.slice(0, last), en: said.slice(last + 1) };
};

const clause = (text: string, ends: RegExp): string => text.split(ends)[0] ?? text;

/** The short title of a field: its own, or the first clause of its help. */
export const titleOf = ({
  title,
  help,
}: Pick<Field, 'title' | 'help'>): Readonly<{ zh: string; en: string }> => {
  if (title !== undefined) return inBoth(title);
  const { zh, en } = inBoth(help);
  return { zh: clause(zh, /[：（，；]/), en: clause(en, /[:;(.,]/).trim() };
};

type Visit = (field: Field, value: unknown, pointer: Pointer) => void;

const chosen = (of: Variants, item: object): AnySchema | undefined => {
  const kind = 'kind' in item && typeof item.kind === 'string' ? item.kind : '';
  return Object.hasOwn(of, kind) ? of[kind] : undefined;
};

/** The schema of a part; of a variant, the one for its `kind`. */
export const partOf = (field: Field, value: unknown): AnySchema | undefined => {
  const item = Object(value) as object;
  if (field.kind === 'one' || field.kind === 'list') return field.of;
  return field.kind === 'variant' || field.kind === 'variants' ? chosen(field.of, item) : undefined;
};

/** Each field that an entry fills in, with its JSON pointer; those of its parts too. */
export const walk = ({ fields }: AnySchema, entry: object, visit: Visit, at = ''): void => {
  const values = new Map(Object.entries(entry));
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = values.get(name);
    if (value === undefined) continue;
    const pointer: Pointer = `${at}/${name}` as Pointer;
    visit(field, value, pointer);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    items.forEach((item, index) => {
      const part = typeof item === 'object' && item !== null ? partOf(field, item) : undefined;
      if (part !== undefined)
        walk(part, item as object, visit, Array.isArray(value) ? `${pointer}/${String(index)}` : pointer);
    });
  }
};

/** Every part of a schema, each once, itself first. */
export const schemasIn = (schema: AnySchema, found = new Set<AnySchema>()): ReadonlySet<AnySchema> => {
  if (found.has(schema)) return found;
  found.add(schema);
  for (const field of Object.values(schema.fields)) {
    if (field.kind === 'one' || field.kind === 'list') schemasIn(field.of, found);
    if (field.kind === 'variant' || field.kind === 'variants')
      for (const part of Object.values(field.of)) schemasIn(part, found);
  }
  return found;
};

const isText = (value: unknown): value is string => typeof value === 'string';
const idsIn = (value: unknown): readonly string[] =>
  isText(value) ? [value] : Array.isArray(value) ? value.filter(isText) : [];
export const namesPeople = ({ kind }: Field): boolean => kind === 'person' || kind === 'people';
const peopleFields = ({ fields }: AnySchema): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => (namesPeople(field) ? [name] : []));

type Named = (entry: unknown) => readonly string[];

/** Ids of the people of the agency whom an entry of that schema names. Run at every act: the fields are found once. */
export const peopleNamedIn = (schema: AnySchema): Named => {
  const own = peopleFields(schema);
  const inParts = [...schemasIn(schema)].some((part) => part !== schema && peopleFields(part).length > 0);
  if (!inParts)
    return (entry) => {
      const values = Object(entry) as Readonly<Record<string, unknown>>;
      return own.flatMap((name) => idsIn(values[name]));
    };
  return (entry) => {
    const named: string[] = [];
    walk(schema, Object(entry) as object, (field, value) => {
      if (namesPeople(field)) named.push(...idsIn(value));
    });
    return named;
  };
};
