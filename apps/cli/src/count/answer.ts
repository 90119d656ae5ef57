/**
 * `anjuan count`: the last day of a period, and the days of the tables that made a difference. Which days off move
 * it on is open (CAL-02), so an answer that is not moved says what each reading would make of it.
 */
import {
  chinaCalendar,
  count,
  DateUnreadable,
  PeriodImpossible,
  type Counted,
  type LocalDate,
  type Roll,
} from '@anjuan/law';
import { wrongUsage } from '../command-line.js';
import { counting } from '../messages.js';
import { readQuestion, type Question } from './question.js';

type Rolled = Exclude<Roll, 'none'>;
const readings: readonly Rolled[] = ['publicHoliday', 'anyNonWorkingDay'];
type Answer = Counted & Readonly<{ ifRolled: Readonly<Record<Rolled, LocalDate>> }>;

const counted = ({ period }: Question): Answer => {
  try {
    const by = (roll: Roll): Counted => count({ ...period, roll }, chinaCalendar);
    return {
      ...by(period.roll),
      ifRolled: { publicHoliday: by('publicHoliday').due, anyNonWorkingDay: by('anyNonWorkingDay').due },
    };
  } catch (error) {
    if (error instanceof PeriodImpossible || error instanceof DateUnreadable) throw wrongUsage(error.message);
    throw error;
  }
};

const listed = (days: readonly LocalDate[]): string => (days.length === 0 ? '—' : days.join(', '));

const asText = ({ due, unrolled, holidays, makeUpDays, provisional, ifRolled }: Answer): string =>
  [
    counting.due(due),
    counting.unrolled(unrolled),
    ...readings
      .filter((roll) => ifRolled[roll] !== due)
      .map((roll) => counting.ifRolled(roll, ifRolled[roll])),
    counting.holidays(listed(holidays)),
    counting.makeUpDays(listed(makeUpDays)),
    ...(provisional ? [counting.provisional] : []),
  ].join('\n');

const asJson = (
  { period }: Question,
  { due, unrolled, ifRolled, holidays, makeUpDays, provisional }: Answer,
): string =>
  JSON.stringify(
    {
      ...period,
      due,
      unrolled,
      ifRolled,
      holidays,
      makeUpDays,
      provisional,
      calendar: chinaCalendar.version,
    },
    null,
    2,
  );

/** What is printed for the words after `count`. Throws UsageWrong. */
export const answer = (words: readonly string[]): string => {
  const question = readQuestion(words);
  const found = counted(question);
  return question.json ? asJson(question, found) : asText(found);
};
