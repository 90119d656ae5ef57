import { Shaped } from './shaped.js';

const longest = (words: readonly string[]): number => Math.max(...words.map((word) => 6 * word.length + 3));

/** Some of the words the law knows, each once; at least so many of them. */
export const Words = (words: readonly string[], least = 0): PropertyDecorator =>
  Shaped({
    name: 'areWords',
    holds: (value) =>
      Array.isArray(value) &&
      value.length >= least &&
      new Set(value).size === value.length &&
      value.every((one: unknown) => typeof one === 'string' && words.includes(one)),
    says: `须为下列若干项${least > 0 ? `（至少${String(least)}项）` : ''}，不得重复；${least > 0 ? `at least ${String(least)}` : 'some'} of these, each once: ${words.join(', ')}`,
    shown: {
      type: 'array',
      uniqueItems: true,
      ...(least > 0 && { minItems: least }),
      items: { type: 'string', enum: [...words] },
    },
    bytes: () => words.length * longest(words),
  });

/** One of the words the law knows. */
export const Word = (words: readonly string[]): PropertyDecorator =>
  Shaped({
    name: 'isWord',
    holds: (value) => typeof value === 'string' && words.includes(value),
    says: `须为下列之一；one of: ${words.join(', ')}`,
    shown: { type: 'string', enum: [...words] },
    bytes: () => longest(words),
  });
