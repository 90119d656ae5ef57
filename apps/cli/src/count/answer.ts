/** `anjuan count`: the last day of a period, and the days of the tables that made a difference. */
import {
  chinaCalendar,
  count,
  DateUnreadable,
  PeriodImpossible,
  type Counted,
  type LocalDate,
} from '@anjuan/law';
import { wrongUsage } from '../command-line.js';
import { counting } from '../messages.js';
import { readQuestion, type Question } from './question.js';

const counted = ({ period }: Question): Counted => {
  try {
    return count(period, chinaCalendar);
  } catch (error) {
    if (error instanceof PeriodImpossible || error instanceof DateUnreadable) throw wrongUsage(error.message);
    throw error;
  }
};

const listed = (days: readonly LocalDate[]): string => (days.length === 0 ? '—' : days.join(', '));

const asText = ({ due, unrolled, holidays, makeUpDays, provisional }: Counted): string =>
  [
    counting.due(due),
    counting.unrolled(unrolled),
    counting.holidays(listed(holidays)),
    counting.makeUpDays(listed(makeUpDays)),
    ...(provisional ? [counting.provisional] : []),
  ].join('\n');

const asJson = (
  { period }: Question,
  { due, unrolled, holidays, makeUpDays, provisional }: Counted,
): string =>
  JSON.stringify(
    { ...period, due, unrolled, holidays, makeUpDays, provisional, calendar: chinaCalendar.version },
    null,
    2,
  );

/** What is printed for the words after `count`. Throws UsageWrong. */
export const answer = (words: readonly string[]): string => {
  const question = readQuestion(words);
  const found = counted(question);
  return question.json ? asJson(question, found) : asText(found);
};
