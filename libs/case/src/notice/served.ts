/** The notice that counts, and the day from which the party's period runs. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { happenedAt, type Context, type Outside, type Paper } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { dueDate } from '../review/due-date.js';
import type { ServiceMethod } from '../service/service.js';
import type { Notice } from './notice.js';

export const latestNotice = ({ notices }: Pick<CaseFile, 'notices'>): Notice | undefined => notices.at(-1);

type Served = Outside & Readonly<{ method: ServiceMethod; proof?: Paper }>;

/** The proven day; without proof the day of entry, so that no period of the party is shortened by a late entry. */
export const servedOnOf = (entry: Served, context: Context): LocalDate => {
  const day = entry.proof === undefined ? context.today : dayOf(happenedAt(entry, context));
  return entry.method === 'public-notice' ? dueDate('public-notice', day, context).due : day;
};
