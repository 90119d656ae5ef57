import { NotJson } from './event-store.js';

const deepest = 100;

/**
 * Passes only what comes back from JSON as it went in: canonical JSON itself would drop or change the rest silently.
 * @throws NotJson with the JSON pointer of the value
 */
export function checkJson(value: unknown, pointer = '', depth = 0): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') checkString(value, pointer);
  else if (typeof value === 'number') checkNumber(value, pointer);
  else if (typeof value !== 'object')
    throw new NotJson(pointer, `${typeof value} is not JSON: leave it out or write it as a string.`);
  else if (depth === deepest)
    throw new NotJson(pointer, `nested deeper than ${deepest}, or within itself: flatten it.`);
  else if (Array.isArray(value)) checkItems(value, pointer, depth);
  else checkMembers(value, pointer, depth);
}

function checkItems(items: readonly unknown[], pointer: string, depth: number): void {
  for (let i = 0; i < items.length; i++) checkJson(items[i], `${pointer}/${i}`, depth + 1);
}

function checkMembers(value: object, pointer: string, depth: number): void {
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]' || 'toJSON' in value)
    throw new NotJson(pointer, `${kind} is not JSON: write it as a string, an array or a plain object.`);
  for (const [key, member] of Object.entries(value)) {
    checkString(key, pointer);
    checkJson(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
  }
}

/** Half of a surrogate pair has no UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function checkString(value: string, pointer: string): void {
  if (hasLoneSurrogate(value))
    throw new NotJson(pointer, 'half of a surrogate pair is not Unicode text: send whole characters.');
}

function checkNumber(value: number, pointer: string): void {
  if (!Number.isFinite(value))
    throw new NotJson(pointer, `${value} is not a JSON number: leave it out or write what it means.`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new NotJson(pointer, 'an integer beyond 2^53 - 1 would be rounded: write it as a string.');
}
