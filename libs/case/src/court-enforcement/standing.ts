/** What has been done to enforce the decision in force; acts that enforced an annulled one do not count. */
import type { CaseFile } from '../steps.js';
import { receivedOn } from '../execution/surcharge.js';
import type { Application, CourtAnswer, Reminder } from './court-enforcement.js';

export type Enforced = Pick<CaseFile, 'courtEnforcement' | 'service' | 'summary'>;

export const remindersOf = (file: Enforced): readonly Reminder[] => {
  const from = receivedOn(file);
  return file.courtEnforcement.reminders.filter(({ servedOn }) => from !== undefined && servedOn >= from);
};

export const applicationOf = (file: Enforced): Application | undefined => {
  const from = receivedOn(file);
  return file.courtEnforcement.applications.findLast(({ on }) => from !== undefined && on >= from);
};

export const lastAnswerOf = (file: Enforced): CourtAnswer | undefined =>
  applicationOf(file)?.answers.at(-1)?.answer;

export const isRefusal = (answer: CourtAnswer | undefined): boolean =>
  answer === 'refused' || answer === 'not-enforced';
