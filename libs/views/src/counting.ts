import { createHash } from 'node:crypto';
import type { Day } from '@anjuan/case';
import {
  knownOn,
  limitsOf,
  packOf,
  type Calendar,
  type LocalDate,
  type RulePack,
  type TimeLimit,
} from '@anjuan/law';
import type { ViewRecord } from './view.js';

/** The dated data that views count with: the holiday tables, and the periods of each kind of bureau. */
export type Counting = Readonly<{ calendar: Calendar; packs: readonly RulePack[] }>;

/** Eight hex digits of its content: a new holiday table, or a corrected one, is another version of the views. */
export const countingVersion = ({ calendar, packs }: Counting): string =>
  createHash('sha256')
    .update(JSON.stringify([calendar.tables, packs, ...(calendar.earlier ? [calendar.earlier] : [])]))
    .digest('hex')
    .slice(0, 8);

const known = new WeakMap<Counting, Map<string | undefined, readonly TimeLimit[]>>();

/** The periods that bind a bureau of that domain, worked out once. */
const limitsFor = (counting: Counting, domain: string | undefined): readonly TimeLimit[] => {
  const byDomain = known.get(counting) ?? new Map<string | undefined, readonly TimeLimit[]>();
  known.set(counting, byDomain);
  const limits = byDomain.get(domain) ?? limitsOf(packOf(counting.packs, domain));
  byDomain.set(domain, limits);
  return limits;
};

/** How the clocks of a case are counted on the day: by the periods that bind its bureau, and from where that is. */
export const dayFor = (
  counting: Counting,
  { domain, region }: Pick<ViewRecord, 'domain' | 'region'>,
  today: LocalDate,
): Day => ({
  calendar: knownOn(counting.calendar, today),
  today,
  limits: limitsFor(counting, domain),
  ...(region !== undefined && { region }),
});
