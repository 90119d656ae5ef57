import { checkEntry } from './no-cure.js';
import { addHours, policy, type Instant } from '@anjuan/law';
import type { Context } from './context.js';
import type { EntryProvision } from './provision.js';
import { filled } from './text.js';

/**
 * An act done outside the program (a scene, a service, a payment) has a time of its own; inside acts
 * (opinions, approvals, decisions) take the server's. Absent: it happens now.
 */
export type Outside = Readonly<{ occurredAt?: Instant; lateReason?: string }>;

export const happenedAt = ({ occurredAt }: Outside, { now }: Context): Instant => occurredAt ?? now;

export const notInTheFuture: EntryProvision<unknown, Outside> = {
  id: 'outside/not-in-the-future',
  cites: policy('已经发生的事才能记录；Only what has happened can be recorded'),
  says: '记录的行为时间不得晚于记录之时',
  en: 'An act cannot be recorded before it has happened',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, _, context) => happenedAt(entry, context) <= context.now,
};

export const lateEntryExplained: EntryProvision<unknown, Outside> = {
  id: 'outside/late-entry-explained',
  cites: policy('逾期补录须说明理由；A late entry gives its reason'),
  says: '超过本机关规定时限补录的，应当说明理由',
  en: "An act entered later than the agency's limit carries a reason",
  cure: { zh: '填写补录理由', en: 'Give the reason for the late entry' },
  fields: ['/lateReason', '/occurredAt'],
  // What happens now is never late.
  holds: ({ occurredAt, lateReason }, _, { now, lists }) =>
    occurredAt === undefined || addHours(occurredAt, lists.lateEntry.hours) >= now || filled(lateReason),
};

/** The provisions of every outside act; `demands: [...outsideAct, …]`. */
export const outsideAct = [notInTheFuture, lateEntryExplained] as const;

/** The part of an event that explains a late entry. */
export const late = ({ lateReason }: Outside): Pick<Outside, 'lateReason'> => ({
  ...(lateReason !== undefined && { lateReason }),
});
