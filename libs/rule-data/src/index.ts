/** Rules as data files: holiday tables, the packs of other kinds of bureau, what is not asked; and how such a file is read. */
export { readRuleData, builtInRules, type RuleData, type RuleSource } from './rule-data.js';
export { rulesInForce } from './in-force.js';
export { RuleDataRefused } from './refused.js';
export { textOf, type NoText } from './utf8.js';
export { fields, oneOf, readPage, someOf, text, type Reader } from './page.js';
