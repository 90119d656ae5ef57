/** Notice before the decision (行政处罚告知): APL 44, 62, 63; SAMR-P 57. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';
import type { Penalty } from '../penalty/penalty.js';
import type { ServiceMethod } from '../service/service.js';

/** notice/serve */
export type ServeNotice = Outside &
  ByOfficers &
  Readonly<{
    penalties: readonly Penalty[];
    facts: string;
    hearingRightTold: boolean;
    method: ServiceMethod;
    /** Return receipt (送达回证). Without it the party's period runs from the day of entry. */
    proof?: Paper;
  }>;
export type NoticeServed = Event<
  'NoticeServed',
  Omit<ServeNotice, 'occurredAt'> & {
    /** Day the party's period is counted from. */
    servedOn: LocalDate;
    /** Last day to make a statement or ask for a hearing (APL 64(1), SAMR-P 57(2)). */
    lastDay: LocalDate;
    provisional: boolean;
  }
>;
export type Notice = Readonly<{
  entry: EntryNumber;
  servedOn: LocalDate;
  lastDay: LocalDate;
  hearingRightTold: boolean;
  penalties: readonly Penalty[];
}>;
