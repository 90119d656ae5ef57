/** How long a seizure lasts: ACL 25. */
import { addDays, count, daysBetween, type Calendar, type Interval, type LocalDate } from '@anjuan/law';
import type { Test } from '../evidence/evidence.js';
import type { Seizure } from './seizure.js';

/** ACL 25(1), calendar days: the first term, and the one extension. */
export const longestTerm = 30;

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** ACL 25(3): a test suspends the term only for the period that was fixed and notified in writing. */
const leftOut = ({ commissionedOn, periodDays, toldInWriting, resultOn }: Test): readonly Interval[] => {
  const fixed = addDays(commissionedOn, Math.max(0, periodDays));
  const to = earlier(resultOn ?? fixed, fixed);
  return toldInWriting && to > commissionedOn ? [{ from: addDays(commissionedOn, 1), to }] : [];
};

/** ACL 25(3): of those things; a test of before it said which is taken to be of all that is seized. */
export const testsOf = ({ entry }: Pick<Seizure, 'entry'>, tests: readonly Test[]): readonly Test[] =>
  tests.filter(({ of }) => of === undefined || of.some((line) => line.entry === entry));

/** Last day of the seizure, the days of tests left out. An upper limit on the agency never rolls. */
export const termEnds = (
  { takenOn, until }: Seizure,
  tests: readonly Test[],
  calendar: Calendar,
): LocalDate =>
  count(
    {
      from: takenOn,
      length: Math.max(0, daysBetween(takenOn, until)),
      unit: 'd',
      roll: 'none',
      excluded: tests.flatMap(leftOut),
    },
    calendar,
  ).due;
