import type { LocalDate } from '@anjuan/law';
import { onDay, type Person } from '@anjuan/registry';

/** A person as colleagues see them: name, staff number, and what they may do on the day. */
export const onDayJson = (person: Person, day: LocalDate) => {
  const { capacities, credential } = onDay(person, day);
  const { person: id, agency, staffNumber, name } = person;
  return { person: id, agency, staffNumber, name, capacities, credential };
};
