/** Rules as data files: holiday tables and the packs of other kinds of bureau. */
export { readRuleData, builtInRules, type RuleData } from './rule-data.js';
export { RuleDataRefused } from './page.js';
