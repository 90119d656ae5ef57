import { Shaped } from './shaped.js';

/** One of the words the law knows. */
export const Word = (words: readonly string[]): PropertyDecorator =>
  Shaped({
    name: 'isWord',
    holds: (value) => typeof value === 'string' && words.includes(value),
    says: `须为下列之一；one of: ${words.join(', ')}`,
    shown: { type: 'string', enum: [...words] },
  });
