import { createHash } from 'node:crypto';
import {
  chinaCalendar,
  marketSupervision,
  sameText,
  type Calendar,
  type HolidayTable,
  type RulePack,
  type SwitchedOff,
} from '@anjuan/law';
import { coversHolidays, coversPack, coversSwitches } from './covers.js';
import { readFolder, type Kind, type NotRead, type Page } from './folder.js';
import { readHolidays } from './holidays.js';
import { gather, refusedAt } from './refused.js';
import { readRulePack } from './rule-pack.js';
import { inOrder, readSwitches } from './switches.js';
import { withYears, type Loaded } from './years.js';

/** A file of rules, by its path in the folder: what its content is and covers, or why it was not read. */
export type RuleSource = Readonly<{ file: string; sha256: string; covers: string }> | NotRead;

/** What a bureau brings along as data: the years' holidays, the rules of its field, and what it does not ask. */
export type RuleData = Readonly<{
  calendar: Calendar;
  packs: readonly RulePack[];
  switches: readonly SwitchedOff[];
  sources: readonly RuleSource[];
}>;

export const builtInRules: RuleData = {
  calendar: chinaCalendar,
  packs: [marketSupervision],
  switches: [],
  sources: [],
};

const withPacks = (added: readonly Loaded<RulePack>[]): readonly RulePack[] =>
  added.reduce<readonly RulePack[]>((packs, { place, value }) => {
    const twice = packs.find(
      ({ id, domains }) =>
        sameText(id, value.id) ||
        domains.some((domain) => value.domains.some((other) => sameText(domain, other))),
    );
    if (twice)
      throw refusedAt(place, 1, 'domains', `与规则包“${twice.id}”重叠；overlaps the pack ${twice.id}`);
    return [...packs, value];
  }, builtInRules.packs);

type Read = {
  readonly holidays: Loaded<HolidayTable>[];
  readonly packs: Loaded<RulePack>[];
  readonly switches: Loaded<readonly SwitchedOff[]>[];
};

/** Reads one page into its place and says what it covers. */
const readers: Readonly<Record<Kind, (page: Page, read: Read) => string>> = {
  holidays: ({ place, text }, { holidays }) => {
    const value = readHolidays(place, text);
    holidays.push({ place, value });
    return coversHolidays(value);
  },
  packs: ({ place, text }, { packs }) => {
    const value = readRulePack(place, text);
    packs.push({ place, value });
    return coversPack(value);
  },
  switches: ({ place, text }, { switches }) => {
    const value = readSwitches(place, text);
    switches.push({ place, value });
    return coversSwitches(value);
  },
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads `holidays/*.yaml`, `packs/*.yaml` and `switches/*.yaml` of a folder, and nothing else may be in it.
 * Throws RuleDataRefused with every reason, each with its file and place.
 */
export const readRuleData = (folder: string): RuleData => {
  const { pages, notRead } = readFolder(folder);
  const read: Read = { holidays: [], packs: [], switches: [] };
  const sources = gather(
    pages.map((page) => () => ({
      file: page.file,
      sha256: sha256(page.bytes),
      covers: readers[page.kind](page, read),
    })),
  );
  const packs = withPacks(read.packs);
  return {
    calendar: withYears(read.holidays),
    packs,
    switches: inOrder(read.switches, packs),
    sources: [...sources, ...notRead],
  };
};
