/** Who may do what, and read what: the one table, from which routes are guarded and docs/rights.md is printed. */
export { holdsOneOf, type Personal, type Right } from './right.js';
export { NoRight, rights, rightTo } from './rights.js';
