import { addDays, startOfDay } from '@anjuan/law';
import type { AuditOfRecordsDto } from './audit.dto.js';

type Query = Partial<
  Pick<AuditOfRecordsDto, 'after' | 'person' | 'from' | 'to' | 'record' | 'outcome' | 'operation'>
>;

/** The days are whole ones. */
export const soughtIn = ({ after, person, from, to, record, outcome, operation }: Query) => ({
  ...(after !== undefined && { after }),
  ...(person !== undefined && { person }),
  ...(from !== undefined && { from: startOfDay(from) }),
  ...(to !== undefined && { before: startOfDay(addDays(to, 1)) }),
  ...(record !== undefined && { record }),
  ...(outcome !== undefined && { outcome }),
  ...(operation !== undefined && { operation }),
});
