import type { Entered } from './entries.js';
import { isSame, type Account } from './held-accounts.js';
import type { PersonEvent } from './person.js';

/** The course of an account, each with the time it was entered. */
export type AccountCourse = Account &
  Readonly<{ openedAt: string; activatedAt?: string; confirmedAt?: string; closedAt?: string }>;

const courseOf = {
  AccountActivated: 'activatedAt',
  AccountConfirmed: 'confirmedAt',
  AccountClosed: 'closedAt',
} as const;

export const withCourse = (
  courses: readonly AccountCourse[],
  { type, data, occurredAt }: Entered<PersonEvent>,
): readonly AccountCourse[] => {
  if (type === 'AccountOpened') return [...courses, { ...data, openedAt: occurredAt }];
  if (type !== 'AccountActivated' && type !== 'AccountConfirmed' && type !== 'AccountClosed') return courses;
  const latest = courses.findLastIndex((course) => isSame(course, data));
  const entered = { [courseOf[type]]: occurredAt };
  return courses.map((course, at) => (at === latest ? { ...course, ...entered } : course));
};
