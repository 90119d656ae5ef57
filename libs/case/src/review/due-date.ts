import { count, timeLimit, type Counted, type Interval, type LocalDate, type TimeLimitId } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';

/** The last day of a review that was given so many working days more (SAMR-P 55). */
export const longerReview = (from: LocalDate, days: number, { today, calendar }: Context): LocalDate => {
  const { length, unit, roll } = timeLimit('review', today);
  return count({ from, length: length + days, unit, roll }, calendar).due;
};

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
