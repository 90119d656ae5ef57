import { dayOf, type Instant } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import type { CaseFile } from './steps.js';

type Headed = Pick<CaseFile, 'entries'>;

/** The record is in the order of time: the law's now is never before the last entry of the file. */
export const notBehind = ({ entries }: Headed, now: Instant): Instant => {
  const head = entries.at(-1)?.recordedAt ?? now;
  return head > now ? head : now;
};

/** The context, with its time and day not before those of the last entry of the file. */
export const atHead = (file: Headed, context: Context): Context => {
  const now = notBehind(file, context.now);
  return now === context.now ? context : { ...context, now, today: dayOf(now) };
};
