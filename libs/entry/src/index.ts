/** One schema per entry: its type, its form, its description and what it holds follow from it. */
export * from './entry.js';
export type { AnySchema, Field, Pointer, Said, Schema, Variants } from './field.js';
export { fieldsAt, whereNamed } from './pointed.js';
export { prefilledFrom } from './prefilled.js';
export { inBoth, peopleNamedIn, schemasIn, titleOf, walk } from './read.js';
export { someOf, words, type Words } from './words.js';
