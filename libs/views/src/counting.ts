import { createHash } from 'node:crypto';
import type { Day } from '@anjuan/case';
import { limitsOf, packOf, type Calendar, type LocalDate, type RulePack } from '@anjuan/law';
import type { ViewCase } from './view.js';

/** The dated data that views count with: the holiday tables, and the periods of each kind of bureau. */
export type Counting = Readonly<{ calendar: Calendar; packs: readonly RulePack[] }>;

/** Eight hex digits of its content: a new holiday table, or a corrected one, is another version of the views. */
export const countingVersion = ({ calendar, packs }: Counting): string =>
  createHash('sha256')
    .update(JSON.stringify([calendar.tables, packs]))
    .digest('hex')
    .slice(0, 8);

/** How the clocks of a case are counted on the day: by the periods that bind its bureau, and from where that is. */
export const dayFor = (
  { calendar, packs }: Counting,
  { domain, region }: Pick<ViewCase, 'domain' | 'region'>,
  today: LocalDate,
): Day => ({
  calendar,
  today,
  limits: limitsOf(packOf(packs, domain)),
  ...(region !== undefined && { region }),
});
