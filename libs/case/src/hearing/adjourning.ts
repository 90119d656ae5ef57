/** A hearing of several days: the host decides when it is held (SAMR-H 12(1)); each day has its record. */
import { dayOf, isLocalDate, policy, samrH } from '@anjuan/law';
import { type EntryProvision, happenedAt } from '@anjuan/procedure';
import type { Entry } from '@anjuan/entry';
import type { adjournHearingSchema } from './entries.js';

/** hearing/adjourn: by the host, at the end of a day that is not the last. */
export type AdjournHearing = Entry<typeof adjournHearingSchema>;

export const goesOnLater: EntryProvision<unknown, AdjournHearing> = {
  id: 'hearing/goes-on-on-a-later-day',
  cites: policy('听证一日未完的，另日继续；A hearing that is not over goes on on a later day'),
  also: [samrH(12, 1, 1)],
  says: '继续听证的日期应当晚于本次听证',
  en: 'The hearing goes on on a day after this one',
  cure: { zh: '更正继续听证的日期', en: 'Correct the day on which it goes on' },
  fields: ['/goesOn', '/occurredAt'],
  holds: (entry, _, context) => isLocalDate(entry.goesOn) && entry.goesOn > dayOf(happenedAt(entry, context)),
};
