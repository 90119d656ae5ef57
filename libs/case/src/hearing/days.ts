/** The days of hearings, which the period for deciding leaves out: SAMR-P 64(2). */
import type { Interval, LocalDate } from '@anjuan/law';
import type { Hearing } from './hearing.js';

const until = (from: LocalDate, to: LocalDate): readonly Interval[] => (from <= to ? [{ from, to }] : []);

/** Of hearings that are over: reported, or ended without one. */
export const daysOver = ({ requested, report, ended, daysBefore = [] }: Hearing): readonly Interval[] => {
  const over = report?.on ?? ended?.on;
  return requested?.inTime !== true || over === undefined
    ? daysBefore
    : [...daysBefore, ...until(requested.on, over)];
};

/** Those that are over, and the one that goes on. */
export const hearingDays = (hearing: Hearing, today: LocalDate): readonly Interval[] => {
  const { requested, report, ended } = hearing;
  const goesOn = requested?.inTime === true && report === undefined && ended === undefined;
  return [...daysOver(hearing), ...(goesOn ? until(requested.on, today) : [])];
};

/** For what follows this hearing; absent where there was none. */
export const daysKept = (hearing: Hearing): Pick<Hearing, 'daysBefore'> => {
  const days = daysOver(hearing);
  return days.length === 0 ? {} : { daysBefore: days };
};
