/** The files of rules as the server reads them. */
import path from 'node:path';
import { given } from '../environment.js';
import { readRuleData, rulesInForce, type RuleData } from '@anjuan/rule-data';

const folderOf = (env: NodeJS.ProcessEnv): string => path.resolve(given(env, 'RULES_DIR') ?? './rules');

/** Throws RuleDataRefused. */
export const rulesOf = (env: NodeJS.ProcessEnv): RuleData => readRuleData(folderOf(env));

/** `anjuan rules`: which files are in force and which were not read. Throws RuleDataRefused. */
export const rulesSaid = (env: NodeJS.ProcessEnv, json: boolean): string => {
  const folder = folderOf(env);
  const rules = readRuleData(folder);
  if (!json) return rulesInForce(rules, folder);
  const { calendar, packs, sources } = rules;
  return JSON.stringify(
    {
      folder,
      calendar: calendar.version,
      years: calendar.years,
      packs: packs.map(({ id }) => id),
      rules: sources,
    },
    null,
    2,
  );
};
