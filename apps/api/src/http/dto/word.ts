import { Shaped } from './shaped.js';

/** Some of the words the law knows, each once. */
export const Words = (words: readonly string[]): PropertyDecorator =>
  Shaped({
    name: 'areWords',
    holds: (value) =>
      Array.isArray(value) &&
      new Set(value).size === value.length &&
      value.every((one: unknown) => typeof one === 'string' && words.includes(one)),
    says: `须为下列若干项，不得重复；some of these, each once: ${words.join(', ')}`,
    shown: { type: 'array', uniqueItems: true, items: { type: 'string', enum: [...words] } },
  });

/** One of the words the law knows. */
export const Word = (words: readonly string[]): PropertyDecorator =>
  Shaped({
    name: 'isWord',
    holds: (value) => typeof value === 'string' && words.includes(value),
    says: `须为下列之一；one of: ${words.join(', ')}`,
    shown: { type: 'string', enum: [...words] },
  });
