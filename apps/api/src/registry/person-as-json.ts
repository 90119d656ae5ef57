import type { LocalDate } from '@anjuan/law';
import type { SignedIn } from '../http/signed-in.js';
import { onDay, type Person } from '@anjuan/registry';

/** A person as colleagues see them: name, staff number, and what they may do on the day. */
export const onDayJson = (person: Person, day: LocalDate) => {
  const { capacities, credential } = onDay(person, day);
  const { person: id, agency, staffNumber, name } = person;
  return { person: id, agency, staffNumber, name, capacities, credential };
};

/** Which accounts somebody has is for them, for administrators and for auditors to know. */
export const seesAccountsOf = ({ person, capacities }: SignedIn, of: string): boolean =>
  person === of || capacities.includes('administrator') || capacities.includes('auditor');
