/** What has been done to enforce the decision in force; acts that enforced an annulled one do not count. */
import type { CaseFile } from '../steps.js';
import { asItStandsSince } from '../decision-change/standing.js';
import { receivedOn } from '../execution/surcharge.js';
import type { Application, CourtAnswer, Reminder } from './court-enforcement.js';

export type Enforced = Pick<
  CaseFile,
  'courtEnforcement' | 'service' | 'summary' | 'decision' | 'formerDecisions'
>;

/** Of the decision as it is now: one of before a change demands what is owed no more (ACL 35(3)). */
export const remindersOf = (file: Enforced): readonly Reminder[] => {
  const from = receivedOn(file);
  const since = asItStandsSince(file);
  if (from === undefined || since === undefined) return [];
  return file.courtEnforcement.reminders.filter(
    ({ entry, servedOn }) => servedOn >= from && servedOn >= since.on && entry > since.entry,
  );
};

export const applicationOf = (file: Enforced): Application | undefined => {
  const from = receivedOn(file);
  return file.courtEnforcement.applications.findLast(({ on }) => from !== undefined && on >= from);
};

export const lastAnswerOf = (file: Enforced): CourtAnswer | undefined =>
  applicationOf(file)?.answers.at(-1)?.answer;

export const isRefusal = (answer: CourtAnswer | undefined): boolean =>
  answer === 'refused' || answer === 'not-enforced';
