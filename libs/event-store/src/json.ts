import { NotJson } from './event-store.js';

const deepest = 100;

/**
 * The value as RFC 8785 JSON. Refuses what would not come back from JSON as it went in: serializers drop or change it
 * silently.
 * @throws NotJson with the JSON pointer of the value
 */
export function canonicalJson(value: unknown): string {
  return written(value, undefined, 0);
}

/** Where a value stands: spelt out only for an error. */
type Place = Readonly<{ parent: Place | undefined; key: string | number }> | undefined;

function written(value: unknown, place: Place, depth: number): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return text(value, place);
  if (typeof value === 'number') return number(value, place);
  if (typeof value !== 'object')
    throw new NotJson(pointer(place), `${typeof value} is not JSON: leave it out or write it as a string.`);
  if (depth === deepest)
    throw new NotJson(pointer(place), `nested deeper than ${deepest}, or within itself: flatten it.`);
  return Array.isArray(value) ? items(value, place, depth) : members(value, place, depth);
}

function items(values: readonly unknown[], parent: Place, depth: number): string {
  let json = '[';
  for (let key = 0; key < values.length; key++) {
    if (key > 0) json += ',';
    json += written(values[key], { parent, key }, depth + 1);
  }
  return `${json}]`;
}

function members(value: object, parent: Place, depth: number): string {
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]' || 'toJSON' in value)
    throw new NotJson(
      pointer(parent),
      `${kind} is not JSON: write it as a string, an array or a plain object.`,
    );
  let json = '{';
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (json.length > 1) json += ',';
    json += `${text(key, parent)}:${written(member, { parent, key }, depth + 1)}`;
  }
  return `${json}}`;
}

/** By UTF-16 code units, as RFC 8785 wants. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function pointer(place: Place): string {
  if (place === undefined) return '';
  const key = String(place.key).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${pointer(place.parent)}/${key}`;
}

/** Half of a surrogate pair has no UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return !text.isWellFormed();
}

function text(value: string, place: Place): string {
  if (hasLoneSurrogate(value))
    throw new NotJson(pointer(place), 'half of a surrogate pair is not Unicode text: send whole characters.');
  return JSON.stringify(value);
}

function number(value: number, place: Place): string {
  if (!Number.isFinite(value))
    throw new NotJson(pointer(place), `${value} is not a JSON number: leave it out or write what it means.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new NotJson(pointer(place), 'an integer beyond 2^53 - 1 would be rounded: write it as a string.');
  return JSON.stringify(value);
}
