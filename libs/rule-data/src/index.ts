/** Rules as data files: holiday tables, packs of other kinds of bureau, switched-off provisions; and their reader. */
export { readRuleData, builtInRules, type RuleData, type RuleSource } from './rule-data.js';
export { rulesInForce } from './in-force.js';
export { RuleDataRefused } from './refused.js';
export { textOf, type NoText } from './utf8.js';
export { fields, oneOf, readPage, someOf, text, type Reader } from './page.js';
