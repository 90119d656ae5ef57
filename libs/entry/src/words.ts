import type { Said } from './field.js';

/** The words of a closed list, in their order, each with what a person reads. */
export type Words<Word extends string = string> = readonly Word[] &
  Readonly<{ said: Readonly<Record<Word, Said>> }>;

export const words = <Word extends string>(said: Readonly<Record<Word, Said>>): Words<Word> =>
  Object.assign(Object.keys(said) as Word[], { said });

/** Some of them, in the order given. */
export const someOf = <All extends string, Word extends All>(
  { said }: Words<All>,
  ...some: readonly Word[]
): Words<Word> =>
  words(Object.fromEntries(some.map((word) => [word, said[word]])) as Readonly<Record<Word, Said>>);
