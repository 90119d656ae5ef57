import type { Capacity } from '@anjuan/case';
import { startOfDay, type LocalDate } from '@anjuan/law';
import type { Entered } from './entries.js';
import { withinEntrustments, type Entrustment } from './entrustments.js';
import { onDay, withPersonEvent, type PersonEvent, type Standing } from './person.js';

export type HeldDuring = Readonly<{
  person: string;
  staffNumber: string;
  capacities: readonly Capacity[];
}>;
type Recorded = Readonly<{ event: Entered<PersonEvent>; recordedAt: string }>;

const mayEnter = ({ accounts }: Standing): boolean =>
  accounts.some(({ confirmed, closed }) => confirmed && !closed);

/** Everything that the registry said at some time of the day, from these entries until its end; undefined: nothing. */
export const heldDuring = (
  person: string,
  day: LocalDate,
  entries: readonly Recorded[],
  /** Of the agency, as they were when the day began, and when it ended. */
  entrusted: readonly (readonly Entrustment[])[] = [],
): HeldDuring | undefined => {
  const begins = startOfDay(day);
  const held = new Set<Capacity>();
  let known: Standing | undefined;
  const note = (): void => {
    if (!known || !mayEnter(known)) return;
    const { capacities } = known;
    const within = entrusted.flatMap((then) => withinEntrustments(capacities, then));
    const ofTheAgency = capacities.filter(({ organisation }) => organisation === undefined);
    for (const capacity of onDay({ ...known, capacities: [...ofTheAgency, ...within] }, day).capacities)
      held.add(capacity);
  };
  for (const { event, recordedAt } of entries) {
    // What was so when the day began.
    if (recordedAt >= begins) note();
    known = withPersonEvent(person, known, event);
  }
  note();
  return known && { person, staffNumber: known.staffNumber, capacities: [...held] };
};
