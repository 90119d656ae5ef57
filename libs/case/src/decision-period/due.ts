/** The last day of the period for deciding (办案期限): APL 60, SAMR-P 64. */
import { addDays, count, timeLimit, type Interval, type LocalDate } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

export type Timed = Pick<CaseFile, 'filing' | 'evidence' | 'hearing' | 'suspensions' | 'decisionPeriod'>;

const between = (from: LocalDate, to: LocalDate): readonly Interval[] => (from <= to ? [{ from, to }] : []);

/** The day of resuming counts again: the agency's own period is never read longer than it is. */
const suspendedDays = ({ suspensions }: Timed, today: LocalDate): readonly Interval[] =>
  suspensions.flatMap(({ suspendedOn, resumedOn }) =>
    between(suspendedOn, resumedOn === undefined ? today : addDays(resumedOn, -1)),
  );

const hearingDays = ({ hearing: { requested, report, ended } }: Timed, today: LocalDate) =>
  requested?.inTime === true ? between(requested.on, report?.on ?? ended?.on ?? today) : [];

/** SAMR-P 64(2): suspension, hearing, tests, and what was recorded as left out. Overlaps are merged by `count`. */
export const excluded = (file: Timed, today: LocalDate): readonly Interval[] => [
  ...file.evidence.tests.flatMap(({ commissionedOn, resultOn }) =>
    between(commissionedOn, resultOn ?? today),
  ),
  ...hearingDays(file, today),
  ...suspendedDays(file, today),
  ...file.decisionPeriod.leftOut.flatMap(({ from, to }) => between(from, to)),
];

/** The days by which the leaders have lengthened the period. */
export const extendedBy = ({ decisionPeriod }: Pick<CaseFile, 'decisionPeriod'>): number =>
  decisionPeriod.extensions.reduce((sum, { days }) => sum + days, 0);

/** Last of the ninety days from filing, with extensions and with the days left out by SAMR-P 64(2). */
export const decisionDue = (file: Timed, { today, calendar }: Context): LocalDate => {
  const { length, unit, roll } = timeLimit('decision-period', today);
  const period = { from: file.filing?.filedOn ?? today, length: length + extendedBy(file), unit, roll };
  return count({ ...period, excluded: excluded(file, today) }, calendar).due;
};
