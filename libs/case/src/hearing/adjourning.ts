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
  says: '已当场告知各方继续听证日期的，该日期应当晚于本次听证',
  en: 'Where everybody was told that the hearing goes on, it is on a day after this one',
  cure: {
    zh: '填写、更正继续听证的日期；日期未定的，记为未当场告知',
    en: 'State or correct the day; where it is not fixed yet, nobody was told',
  },
  fields: ['/everybodyTold', '/goesOn', '/occurredAt'],
  holds: (entry, _, context) =>
    entry.goesOn === undefined
      ? !entry.everybodyTold
      : isLocalDate(entry.goesOn) && entry.goesOn > dayOf(happenedAt(entry, context)),
};
