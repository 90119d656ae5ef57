/** The notice that counts, and the day from which the party's period runs. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { happenedAt, type Context, type Outside, type Paper } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { dueDate } from '../review/due-date.js';
import type { ServiceMethod } from '../service/service.js';
import type { Notice } from './notice.js';

export const latestNotice = ({ notices }: Pick<CaseFile, 'notices'>): Notice | undefined => notices.at(-1);

type Served = Outside & Readonly<{ method: ServiceMethod; proof?: Paper; media?: readonly Paper[] }>;

/** By a paper, or in pictures of how it was left or posted (SAMR-P 82(2), (5)). */
export const dayShown = ({ proof, media = [] }: Pick<Served, 'proof' | 'media'>): boolean =>
  proof !== undefined || media.length > 0;

/** The proven day; without proof the day of entry, so that no period of the party is shortened by a late entry. */
export const servedOnOf = (entry: Served, context: Context): LocalDate => {
  const day = dayShown(entry) ? dayOf(happenedAt(entry, context)) : context.today;
  return entry.method === 'public-notice' ? dueDate('public-notice', day, context).due : day;
};
