import type { RuleData, RuleSource } from './rule-data.js';

const line = (source: RuleSource): string =>
  'notRead' in source
    ? `  ${source.file}  未读取 not read: ${source.notRead}`
    : `  ${source.file}  sha256 ${source.sha256}\n    ${source.covers}`;

/** For people: what the program counts and asks with, a line each. */
export const rulesInForce = (
  { calendar, packs, sources }: Pick<RuleData, 'calendar' | 'packs' | 'sources'>,
  folder: string,
): string =>
  [
    `规则 rules: ${folder}`,
    `  放假安排 holiday tables: ${calendar.years.join(', ')}（${calendar.version}）`,
    `  规则包 packs: ${packs.map(({ id }) => id).join(', ')}`,
    ...(sources.length === 0 ? ['  没有规则文件；no files of rules'] : sources.map(line)),
  ].join('\n');
