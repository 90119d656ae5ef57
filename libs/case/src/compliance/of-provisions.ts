/** Every provision of the law core against the record: the entries that met it, or why it was not checked. */
import { covers, dayOf, type LocalDate, type SwitchedOff } from '@anjuan/law';
import type { EntryNumber, Stated } from '@anjuan/procedure';
import { acts, type ActName } from '../case.js';
import type { CaseEvent } from '../case-event.js';
import { standingEvents, type Measured } from './finding.js';

/**
 * `met`: an act that asks it was recorded, by these entries; it would have been refused otherwise. `switched-off`: the
 * agency's data do not ask it, or did not on the days of `notApplied`.
 */
export type ProvisionFinding = Readonly<{
  provision: Stated;
  acts: readonly ActName[];
  state: 'met' | 'not-asked' | 'switched-off';
  entries: readonly EntryNumber[];
  /** Entries of days on which it was switched off. */
  unasked: readonly EntryNumber[];
  /** As the data file gives it. */
  why?: string;
}>;

const left = (name: ActName, event: CaseEvent): boolean => {
  const { records, matter } = acts[name];
  return (
    records === event.type &&
    (matter === undefined || ('matter' in event.data && event.data.matter === matter))
  );
};

const named = (name: string): name is ActName => Object.hasOwn(acts, name);

type Applied = Readonly<{ provision: Stated; acts: ActName[]; events: Set<CaseEvent> }>;

const appliedIn = (events: readonly CaseEvent[]): readonly Applied[] => {
  const found = new Map<string, Applied>();
  for (const name of Object.keys(acts).filter(named)) {
    const recorded = events.filter((event) => left(name, event));
    for (const provision of [...acts[name].requires, ...acts[name].demands]) {
      const known = found.get(provision.id) ?? { provision, acts: [], events: new Set() };
      known.acts.push(name);
      for (const event of recorded) known.events.add(event);
      found.set(provision.id, known);
    }
  }
  return [...found.values()];
};

const offOn =
  (switches: readonly SwitchedOff[], id: string) =>
  (day: LocalDate): SwitchedOff | undefined =>
    switches.find((one) => one.provision === id && covers(one, day));

const numbers = (events: readonly CaseEvent[]): readonly EntryNumber[] =>
  events.map(({ revision }) => revision).sort((a, b) => a - b);

const findingOf =
  ({ today, switches = [] }: Measured) =>
  ({ provision, acts: by, events }: Applied): ProvisionFinding => {
    const off = offOn(switches, provision.id);
    const offAt = ({ occurredAt }: CaseEvent) => off(dayOf(occurredAt));
    const notApplied = [...events].filter((event) => offAt(event) !== undefined);
    const met = [...events].filter((event) => offAt(event) === undefined);
    const switchedOff = notApplied.map(offAt).at(-1) ?? (events.size === 0 ? off(today) : undefined);
    const unmet = switchedOff === undefined ? 'not-asked' : 'switched-off';
    return {
      provision,
      acts: by,
      state: met.length > 0 ? 'met' : unmet,
      entries: numbers(met),
      unasked: numbers(notApplied),
      ...(switchedOff !== undefined && { why: switchedOff.why }),
    };
  };

export const ofProvisions = (of: Measured): readonly ProvisionFinding[] =>
  appliedIn(standingEvents(of)).map(findingOf(of));
