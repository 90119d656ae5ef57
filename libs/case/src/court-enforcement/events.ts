/** What enforcement by the court leaves in the file. */
import { dayOf } from '@anjuan/law';
import { eventKind, type Events } from '../event-kind.js';
import type {
  Application,
  CourtAnswered,
  CourtApplied,
  HigherCourtAsked,
  ReminderAnswered,
  ReminderServed,
  Slice,
} from './court-enforcement.js';

/** The last of a list, changed. */
const lastChanged = <One>(all: readonly One[], change: (one: One) => One): readonly One[] =>
  all.map((one, index) => (index === all.length - 1 ? change(one) : one));

const ofApplication = ({ courtEnforcement }: Slice, change: (one: Application) => Application): Slice => ({
  courtEnforcement: {
    ...courtEnforcement,
    applications: lastChanged(courtEnforcement.applications, change),
  },
});

export const events: Events<
  ReminderServed | ReminderAnswered | CourtApplied | CourtAnswered | HigherCourtAsked
> = {
  ReminderServed: eventKind(
    { v: 1, volume: 'to-party', personal: { '/witness': 'witness' }, refersTo: ['issued'] },
    ({ courtEnforcement }, { revision, occurredAt, data: { servedOn = dayOf(occurredAt) } }) => ({
      courtEnforcement: {
        ...courtEnforcement,
        reminders: [...courtEnforcement.reminders, { entry: revision, servedOn }],
      },
    }),
  ),
  ReminderAnswered: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ courtEnforcement }, { occurredAt }) => ({
      courtEnforcement: {
        ...courtEnforcement,
        reminders: lastChanged(courtEnforcement.reminders, (one) => ({
          ...one,
          answeredOn: dayOf(occurredAt),
        })),
      },
    }),
  ),
  CourtApplied: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['approval'] },
    ({ courtEnforcement }, { revision, occurredAt, data: { approval } }) => ({
      courtEnforcement: {
        ...courtEnforcement,
        applications: [
          ...courtEnforcement.applications,
          { entry: revision, approval, on: dayOf(occurredAt), answers: [] },
        ],
      },
    }),
  ),
  CourtAnswered: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt, data: { answer } }) =>
      ofApplication(file, (one) => ({
        ...one,
        answers: [...one.answers, { entry: revision, answer, on: dayOf(occurredAt) }],
      })),
  ),
  HigherCourtAsked: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt }) =>
      ofApplication(file, (one) => ({
        ...one,
        answers: lastChanged(one.answers, (answer) => ({
          ...answer,
          challenged: { entry: revision, on: dayOf(occurredAt) },
        })),
      })),
  ),
};
