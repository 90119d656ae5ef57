import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  calendarOf,
  chinaCalendar,
  marketSupervision,
  type Calendar,
  type HolidayTable,
  type RulePack,
  type SwitchedOff,
} from '@anjuan/law';
import { readHolidays } from './holidays.js';
import { RuleDataRefused } from './page.js';
import { readRulePack } from './rule-pack.js';
import { readSwitches } from './switches.js';

/** What a bureau brings along as data: the years' holidays, the rules of its field, and what it does not ask. */
export type RuleData = Readonly<{
  calendar: Calendar;
  packs: readonly RulePack[];
  switches: readonly SwitchedOff[];
}>;

export const builtInRules: RuleData = { calendar: chinaCalendar, packs: [marketSupervision], switches: [] };

type Loaded<T> = Readonly<{ file: string; value: T }>;

const load = async <T>(
  folder: string,
  read: (file: string, yaml: string) => T,
): Promise<readonly Loaded<T>[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const pages = names.filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    pages.map(async (name) => {
      const file = path.join(folder, name);
      return { file, value: read(file, await readFile(file, 'utf8')) };
    }),
  );
};

const withYears = (added: readonly Loaded<HolidayTable>[]): Calendar => {
  const years = new Set(chinaCalendar.years);
  for (const { file, value } of added) {
    if (years.has(value.year))
      throw new RuleDataRefused(file, 1, 'year', `${String(value.year)} 年已有安排；this year has its table`);
    years.add(value.year);
  }
  if (added.length === 0) return chinaCalendar;
  const tables = [...chinaCalendar.tables, ...added.map(({ value }) => value)];
  const named = [...years].sort((a, b) => a - b).join('-');
  return calendarOf(`CN-${named}`, tables);
};

const withPacks = (added: readonly Loaded<RulePack>[]): readonly RulePack[] =>
  added.reduce<readonly RulePack[]>((packs, { file, value }) => {
    const twice = packs.find(
      ({ id, domains }) => id === value.id || domains.some((domain) => value.domains.includes(domain)),
    );
    if (twice)
      throw new RuleDataRefused(
        file,
        1,
        'domains',
        `与规则包“${twice.id}”重叠；overlaps the pack ${twice.id}`,
      );
    return [...packs, value];
  }, builtInRules.packs);

/** Reads `holidays/*.yaml`, `packs/*.yaml` and `switches/*.yaml` of a folder. Throws RuleDataRefused with file, line and key. */
export const readRuleData = async (folder: string): Promise<RuleData> => {
  const [holidays, packs, switches] = await Promise.all([
    load(path.join(folder, 'holidays'), readHolidays),
    load(path.join(folder, 'packs'), readRulePack),
    load(path.join(folder, 'switches'), readSwitches),
  ]);
  return {
    calendar: withYears(holidays),
    packs: withPacks(packs),
    switches: switches.flatMap(({ value }) => value),
  };
};
