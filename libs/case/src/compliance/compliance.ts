/** A case measured (合规检查): against the fatal list of file inspectors, its clocks, and every provision. */
import { addHours } from '@anjuan/law';
import { acts, type ActName } from '../case.js';
import type { CaseEvent } from '../case-event.js';
import type { Deadline } from '../deadlines.js';
import type { EntryNumber } from '../kernel/event.js';
import type { Bilingual, Stated } from '../kernel/provision.js';
import { reviewPoints, type ReviewPoint } from '../review/review.js';
import type { Fault, Found, Measured } from './finding.js';
import { leftBy } from './left-by.js';
import { ofTheCase } from './of-the-case.js';
import { ofTheProcedure } from './of-the-procedure.js';

export type Finding = Found & Readonly<{ id: Fault['id']; title: Bilingual; points: readonly ReviewPoint[] }>;

/** `met`: an act that asks it was recorded, by these entries; it would have been refused otherwise. */
export type ProvisionFinding = Readonly<{
  provision: Stated;
  acts: readonly ActName[];
  state: 'met' | 'not-asked';
  entries: readonly EntryNumber[];
}>;

export type Compliance = Readonly<{
  fatal: readonly Finding[];
  /** The reviewer's points, each with the findings that bear on it (SAMR-P 53; 118, part 3). */
  checklist: readonly Readonly<{ point: ReviewPoint; findings: readonly Finding[] }>[];
  provisions: readonly ProvisionFinding[];
  /** Typed in later than the agency allows without a reason. */
  late: readonly EntryNumber[];
  /** Clocks that were missed, late or not met at all. */
  missed: readonly Deadline[];
}>;

const left = (name: ActName, event: CaseEvent): boolean =>
  leftBy[name].some(
    ({ type, matter }) =>
      type === event.type &&
      (matter === undefined || ('matter' in event.data && event.data.matter === matter)),
  );

const entriesOf = (name: ActName, history: readonly CaseEvent[]): readonly EntryNumber[] =>
  history.filter((event) => left(name, event)).map(({ revision }) => revision);

const named = (name: string): name is ActName => Object.hasOwn(acts, name);

const provisionsOf = (history: readonly CaseEvent[]): readonly ProvisionFinding[] => {
  const found = new Map<string, { provision: Stated; acts: ActName[]; entries: Set<EntryNumber> }>();
  for (const name of Object.keys(acts).filter(named)) {
    const entries = entriesOf(name, history);
    for (const provision of [...acts[name].requires, ...acts[name].demands]) {
      const known = found.get(provision.id) ?? { provision, acts: [], entries: new Set() };
      known.acts.push(name);
      for (const entry of entries) known.entries.add(entry);
      found.set(provision.id, known);
    }
  }
  return [...found.values()].map(({ provision, acts: by, entries }) => ({
    provision,
    acts: by,
    state: entries.size > 0 ? 'met' : 'not-asked',
    entries: [...entries].sort((a, b) => a - b),
  }));
};

/** Pure: what the record says of the case on the day. */
export const compliance = (of: Measured): Compliance => {
  const fatal = [...ofTheCase, ...ofTheProcedure].map(({ id, title, points, measure }) => ({
    id,
    title,
    points,
    ...measure(of),
  }));
  return {
    fatal,
    checklist: reviewPoints.map((point) => ({
      point,
      findings: fatal.filter(({ points }) => points.includes(point)),
    })),
    provisions: provisionsOf(of.history),
    late: of.history
      .filter(({ occurredAt, recordedAt }) => addHours(occurredAt, of.lists.lateEntry.hours) < recordedAt)
      .map(({ revision }) => revision),
    missed: of.deadlines.filter(({ state }) => state === 'missed'),
  };
};
