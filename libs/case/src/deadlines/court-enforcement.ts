/** Clocks of the surcharge and of the way to the court. */
import type { CaseFile } from '../steps.js';
import type { Application } from '../court-enforcement/court-enforcement.js';
import { enforceableFrom } from '../court-enforcement/remedy-period.js';
import { owed } from '../execution/owed.js';
import { missedStage, paidTooLate, payableUntil, pauses } from '../execution/surcharge.js';
import { ofThisDecision } from '../remedy/on-the-spot.js';
import { isRefusal } from '../court-enforcement/standing.js';
import { clock, overUnused, type Day, type Deadline } from './clock.js';

const startedBy = ({ service, summary }: CaseFile): number => service?.entry ?? summary?.entry ?? -1;
const owes = (file: CaseFile): boolean => owed(file).left.fine > 0 || owed(file).left.gains > 0;

/** Until three percent a day have reached the fine, or it is paid. */
const surchargeRuns = (file: CaseFile, day: Day): readonly Deadline[] => {
  const unpaid = missedStage(file, day.today, day.calendar);
  const late = unpaid === undefined ? paidTooLate(file, day.calendar) : undefined;
  const from = unpaid ?? late?.due;
  if (from === undefined) return [];
  const excluded = pauses(file, day.today);
  return clock(
    { id: 'surcharge-ceiling', startedBy: startedBy(file), from, excluded, met: late?.payment },
    day,
  );
};

/** A time to wait: when it has run out it has done its work. */
const reminders = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.courtEnforcement.reminders
    .flatMap(({ entry, servedOn }) => clock({ id: 'reminder', startedBy: entry, from: servedOn }, day))
    .map((waited) => (waited.due < day.today ? { ...waited, state: 'met' as const } : waited));

const applying = (file: CaseFile, day: Day): readonly Deadline[] => {
  const from = enforceableFrom(file, day.calendar);
  const met = file.courtEnforcement.applications.at(-1);
  const pending = ofThisDecision(file).some(({ concluded }) => concluded === undefined);
  if (from === undefined || from >= day.today || pending) return [];
  if (met === undefined && !(owes(file) && lateBy(file, day))) return [];
  return clock({ id: 'court-application', startedBy: startedBy(file), from, met }, day);
};

const lateBy = (file: CaseFile, { today, calendar }: Day): boolean => {
  const until = payableUntil(file, calendar);
  return until !== undefined && until < today;
};

/**
 * ACL 57, 58: seven days; thirty where the decision looks clearly unlawful. Which of them the court goes by shows in its
 * ruling not to enforce, or in that the seven days are over without any.
 */
const ruling = ({ answers }: Application, day: Day): readonly Deadline[] => {
  const accepted = answers.find(({ answer }) => answer === 'accepted');
  const met = answers.find(({ answer }) => answer === 'ordered' || answer === 'not-enforced');
  if (accepted === undefined) return [];
  const of = { startedBy: accepted.entry, from: accepted.on, met };
  const seven = clock({ id: 'court-ruling', ...of }, day);
  const thirty = clock({ id: 'court-ruling-on-flaws', ...of }, day);
  if (met?.answer === 'not-enforced') return thirty;
  return seven.some(({ state }) => state === 'missed') ? [...seven, ...thirty] : seven;
};

const answered = (application: Application, day: Day): readonly Deadline[] => {
  const { answers, entry, on } = application;
  const challengeable = answers.filter(
    (one) => isRefusal(one.answer) && (one.challenged !== undefined || one === answers.at(-1)),
  );
  return [
    ...clock({ id: 'court-acceptance', startedBy: entry, from: on, met: answers[0] }, day),
    ...ruling(application, day),
    ...challengeable.flatMap((refusal) =>
      clock(
        { id: 'court-challenge', startedBy: refusal.entry, from: refusal.on, met: refusal.challenged },
        day,
      ).map(overUnused),
    ),
  ];
};

const courts = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.courtEnforcement.applications.flatMap((application) => answered(application, day));

export const ofCourtEnforcement = [surchargeRuns, reminders, applying, courts];
