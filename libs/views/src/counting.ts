import { createHash } from 'node:crypto';
import { limitsOf, packOf, type Calendar, type RulePack, type TimeLimit } from '@anjuan/law';

/** The dated data that views count with: the holiday tables, and the periods of each kind of bureau. */
export type Counting = Readonly<{ calendar: Calendar; packs: readonly RulePack[] }>;

/** Eight hex digits of its content: a new holiday table, or a corrected one, is another version of the views. */
export const countingVersion = ({ calendar, packs }: Counting): string =>
  createHash('sha256')
    .update(JSON.stringify([calendar.tables, packs]))
    .digest('hex')
    .slice(0, 8);

/** The periods that bind a bureau of that domain. */
export const limitsFor = ({ packs }: Counting, domain: string | undefined): readonly TimeLimit[] =>
  limitsOf(packOf(packs, domain));
