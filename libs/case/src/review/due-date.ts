import { count, timeLimit, type Counted, type Interval, type LocalDate, type TimeLimitId } from '@anjuan/law';
import type { Context } from '../kernel/context.js';

/** The last day of a period of the law that starts on `from`, by the version in force on the day of the act. */
export const dueDate = (
  id: TimeLimitId,
  from: LocalDate,
  { today, calendar }: Context,
  excluded: readonly Interval[] = [],
): Counted => {
  const { length, unit, roll } = timeLimit(id, today);
  return count({ from, length, unit, roll, excluded }, calendar);
};
