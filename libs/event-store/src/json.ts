import { NotJson } from './event-store.js';

const deepest = 100;
const fewKeys = 16;

/**
 * The value as RFC 8785 JSON. Refuses what would not come back from JSON as it went in: serializers drop or change it
 * silently.
 * @throws NotJson with the JSON pointer of the value
 */
export function canonicalJson(value: unknown): string {
  return written(value, []);
}

/** The members and indexes that lead to a value. */
type Path = (string | number)[];

function written(value: unknown, path: Path): string {
  if (typeof value === 'string') return text(value, path);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return number(value, path);
  if (typeof value !== 'object')
    throw new NotJson(pointer(path), `${typeof value} is not JSON: leave it out or write it as a string.`);
  if (path.length === deepest)
    throw new NotJson(pointer(path), `nested deeper than ${deepest}, or within itself: flatten it.`);
  return Array.isArray(value) ? items(value, path) : members(value, path);
}

function items(values: readonly unknown[], path: Path): string {
  let json = '[';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) json += ',';
    path.push(index);
    json += written(values[index], path);
    path.pop();
  }
  return `${json}]`;
}

function members(value: object, path: Path): string {
  if (!isPlain(value))
    throw new NotJson(
      pointer(path),
      `${kindOf(value)} is not JSON: write it as a string, an array or a plain object.`,
    );
  let json = '{';
  for (const key of sorted(Object.keys(value))) {
    if (json.length > 1) json += ',';
    json += `${text(key, path)}:`;
    path.push(key);
    json += written(value[key], path);
    path.pop();
  }
  return `${json}}`;
}

/**
 * By UTF-16 code units, as RFC 8785 wants and `<` compares. Objects have a handful of members, often in order already:
 * inserting each in its place takes a fraction of the time of sort().
 */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > fewKeys) return keys.sort();
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next] ?? '';
    let place = next;
    for (let before = keys[place - 1]; before !== undefined && key < before; before = keys[place - 1])
      keys[place--] = before;
    keys[place] = key;
  }
  return keys;
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const plain = Object.getPrototypeOf(value) === Object.prototype || kindOf(value) === '[object Object]';
  return plain && !('toJSON' in value);
}

function kindOf(value: object): string {
  return Object.prototype.toString.call(value);
}

function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Half of a surrogate pair has no UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}

/** Nothing in it is escaped in JSON, nor half of a surrogate pair. */
const verbatim = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/;

function text(value: string, path: Path): string {
  if (verbatim.test(value)) return `"${value}"`;
  if (hasLoneSurrogate(value))
    throw new NotJson(pointer(path), 'half of a surrogate pair is not Unicode text: send whole characters.');
  return JSON.stringify(value);
}

function number(value: number, path: Path): string {
  if (!Number.isFinite(value))
    throw new NotJson(pointer(path), `${value} is not a JSON number: leave it out or write what it means.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new NotJson(pointer(path), 'an integer beyond 2^53 - 1 would be rounded: write it as a string.');
  return JSON.stringify(value);
}
