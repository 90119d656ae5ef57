/**
 * `anjuan count`: the last day of a period, and the days of the tables that made a difference. Which days off move
 * it on is open (CAL-02), so an answer that is not moved says what each reading would make of it.
 */
import {
  count,
  DateUnreadable,
  knownOn,
  PeriodImpossible,
  type Calendar,
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

const counted = ({ period }: Question, calendar: Calendar): Answer => {
  try {
    const by = (roll: Roll): Counted => count({ ...period, roll }, calendar);
    return {
      ...by(period.roll),
      ifRolled: { publicHoliday: by('publicHoliday').due, anyNonWorkingDay: by('anyNonWorkingDay').due },
    };
  } catch (error) {
    if (error instanceof PeriodImpossible || error instanceof DateUnreadable)
      throw wrongUsage('count', error.message);
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
  { period, known }: Question,
  calendar: Calendar,
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
      calendar: calendar.version,
      ...(known !== undefined && { known }),
    },
    null,
    2,
  );

/** What is printed for the words after `count`; the calendar is read once they are understood. Throws UsageWrong. */
export const answer = (words: readonly string[], read: () => Calendar): string => {
  const question = readQuestion(words);
  const calendar = question.known === undefined ? read() : knownOn(read(), question.known);
  const found = counted(question, calendar);
  return question.json ? asJson(question, calendar, found) : asText(found);
};
