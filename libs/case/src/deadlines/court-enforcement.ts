/** Clocks of the surcharge and of the way to the court: C29, C34–C37. */
import type { CaseFile } from '../case-file.js';
import type { Application } from '../court-enforcement/court-enforcement.js';
import { enforceableFrom } from '../court-enforcement/remedy-period.js';
import { owed } from '../execution/owed.js';
import { missedStage, payableUntil, pauses } from '../execution/surcharge.js';
import { clock, type Day, type Deadline } from './clock.js';

const startedBy = ({ service, summary }: CaseFile): number => service?.entry ?? summary?.entry ?? -1;
const owes = (file: CaseFile): boolean => owed(file).left.fine > 0 || owed(file).left.gains > 0;

/** Until three percent a day have reached the fine. */
const surchargeRuns = (file: CaseFile, day: Day): readonly Deadline[] => {
  const from = missedStage(file, day.today, day.calendar);
  if (from === undefined) return [];
  return clock({ id: 'C29', startedBy: startedBy(file), from, excluded: pauses(file, day.today) }, day);
};

/** A time to wait: when it has run out it has done its work. */
const reminders = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.courtEnforcement.reminders
    .flatMap(({ entry, servedOn }) => clock({ id: 'C34', startedBy: entry, from: servedOn }, day))
    .map((waited) => (waited.due < day.today ? { ...waited, state: 'met' as const } : waited));

const applying = (file: CaseFile, day: Day): readonly Deadline[] => {
  const from = enforceableFrom(file, day.calendar);
  const met = file.courtEnforcement.applications.at(-1);
  const pending = file.remedies.some(({ concluded }) => concluded === undefined);
  if (from === undefined || from >= day.today || pending) return [];
  if (met === undefined && !(owes(file) && lateBy(file, day))) return [];
  return clock({ id: 'C35', startedBy: startedBy(file), from, met }, day);
};

const lateBy = (file: CaseFile, { today, calendar }: Day): boolean => {
  const until = payableUntil(file, calendar);
  return until !== undefined && until < today;
};

const answered = ({ answers, entry, on, higher }: Application, day: Day): readonly Deadline[] => {
  const accepted = answers.find(({ answer }) => answer === 'accepted');
  const ruled = answers.find(({ answer }) => answer === 'ordered' || answer === 'not-enforced');
  const refused = answers.findLast(({ answer }) => answer === 'refused' || answer === 'not-enforced');
  return [
    ...clock({ id: 'C36', startedBy: entry, from: on, met: answers[0] }, day),
    ...(accepted ? clock({ id: 'C36b', startedBy: accepted.entry, from: accepted.on, met: ruled }, day) : []),
    ...(refused && (higher !== undefined || answers.at(-1) === refused)
      ? clock({ id: 'C37', startedBy: refused.entry, from: refused.on, met: higher }, day)
      : []),
  ];
};

const courts = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.courtEnforcement.applications.flatMap((application) => answered(application, day));

export const ofCourtEnforcement = [surchargeRuns, reminders, applying, courts];
