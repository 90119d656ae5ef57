export * from './citation.js';
export * from './dates.js';
export * from './money.js';
