/** The units (内设机构) of an agency, who belongs to one, and who heads it: dated, as capacities are. */
import type { PersonOnDay } from '@anjuan/case';
import { addDays, sameText, type LocalDate } from '@anjuan/law';
import type { Person, PersonChange, Standing } from './person.js';
import { RegistryRefusal } from './registry-refusal.js';
import { bothOf, covers, endless, hasDays, firstEnd, meet, type Span } from './spans.js';

export type Unit = Readonly<{
  unit: string;
  /** `name` would be a person's in a proposal, and stored apart. */
  title: string;
  /** The unit above. */
  parent?: string;
  from: LocalDate;
  to?: LocalDate;
}>;
export type Membership = Readonly<{ unit: string; from: LocalDate; to?: LocalDate }>;

export type UnitChange =
  | Readonly<{ type: 'UnitEntered'; data: Unit }>
  | Readonly<{ type: 'UnitEnded'; data: Readonly<{ unit: string; to: LocalDate }> }>;

export const isUnitChange = (change: Readonly<{ type: string }>): change is UnitChange =>
  change.type === 'UnitEntered' || change.type === 'UnitEnded';

export const withUnitChange = (units: readonly Unit[], { type, data }: UnitChange): readonly Unit[] =>
  type === 'UnitEntered'
    ? [...units, data]
    : units.map((one) => (one.unit === data.unit ? { ...one, to: data.to } : one));

/** @throws RegistryRefusal */
export const checkUnits = (units: readonly Unit[], change: UnitChange, today: LocalDate): void => {
  if (change.type === 'UnitEnded') mayBeEnded(units, change.data, today);
  else mayBeEntered(units, change.data);
};

const mayBeEntered = (units: readonly Unit[], entered: Unit): void => {
  if (entered.parent !== undefined) mustBeThere(units, entered.parent, entered.from);
  const named = units.find((one) => hasDays(one) && meet(one, entered) && sameText(one.title, entered.title));
  if (named) throw unitNamed(named);
};

const mayBeEnded = (
  units: readonly Unit[],
  { unit, to }: Readonly<{ unit: string; to: LocalDate }>,
  today: LocalDate,
): void => {
  const ended = units.find((one) => one.unit === unit);
  if (!ended) throw unknownUnit(to);
  if (to < firstEnd(ended.from, today) || (ended.to ?? endless) <= to) throw unknownUnit(to);
  const below = units.find((one) => one.parent === unit && hasDays(one) && (one.to ?? endless) > to);
  if (below) throw unitsBelow(below);
};

/** @throws RegistryRefusal, where there is no such unit on that day */
const mustBeThere = (units: readonly Unit[], unit: string, day: LocalDate): void => {
  if (!units.some((one) => one.unit === unit && covers(one, day))) throw unknownUnit(day);
};

/**
 * Somebody joins, or heads, a unit that there is on that day; and a head who is granted for days on which there are units
 * heads one by name. @throws RegistryRefusal
 */
export const unitsFit = (units: readonly Unit[], { type, data }: PersonChange): void => {
  if (type === 'UnitJoined') mustBeThere(units, data.unit, data.from);
  if (type !== 'CapacityGranted') return;
  if (data.unit !== undefined) mustBeThere(units, data.unit, data.from);
  else if (data.capacity === 'unit-head') mustBeOfNoUnit(units, data);
};

/** @throws RegistryRefusal, where there are units on one of the days */
const mustBeOfNoUnit = (units: readonly Unit[], granted: Span): void => {
  const [day] = units
    .filter((one) => hasDays(one) && meet(one, granted))
    .map(({ from }) => (from > granted.from ? from : granted.from))
    .sort();
  if (day !== undefined) throw unitNotNamed(day);
};

/** Whoever joins a unit leaves the one before; what was entered for other days stays. */
export const joined = (units: readonly Membership[], next: Membership): readonly Membership[] =>
  [
    ...units.flatMap((one) => {
      if (!meet(one, next)) return [one];
      return one.from < next.from ? [{ ...one, to: addDays(next.from, -1) }] : [];
    }),
    next,
  ].sort((one, other) => (one.from < other.from ? -1 : 1));

/** Absent: they belong to none on that day. */
export const belongsTo = (units: readonly Membership[], day: LocalDate): string | undefined =>
  units.find((one) => covers(one, day))?.unit;

/** Of that day, or the last there was: who has left is looked after by the head of where they were. */
const unitOn = (units: readonly Membership[], day: LocalDate): string | undefined =>
  units.findLast(({ from }) => from <= day)?.unit;

/** One that has ended is looked after by the head of the one above. */
const withBelow = (units: readonly Unit[], head: string): readonly string[] => [
  head,
  ...units.filter(({ parent }) => parent === head).flatMap(({ unit }) => withBelow(units, unit)),
];

/** Heads who were granted before there were units: of the one they belong to. */
const headsWhereTheyBelong = ({ capacity, unit }: Person['capacities'][number]): boolean =>
  capacity === 'unit-head' && unit === undefined;

const waitingGrants = ({ proposals }: Standing): Person['capacities'] =>
  proposals.flatMap(({ outcome, change }) =>
    outcome === undefined && change.type === 'CapacityGranted' ? [change.data] : [],
  );

/** Where somebody belongs says whom they head, or will once a grant is approved: then it is as good as a grant. */
export const movesAHead = (known: Standing, change: PersonChange): boolean =>
  change.type === 'UnitJoined' &&
  [...known.capacities, ...waitingGrants(known)].some(
    (held) => headsWhereTheyBelong(held) && meet(held, change.data),
  );

/**
 * Where the agency has units on that day: the unit of the person, and those that they head. Where it has none, who was
 * granted as head of one heads none (ADR 37).
 */
export const inUnits = (
  person: PersonOnDay,
  { units: memberships, capacities }: Standing,
  units: readonly Unit[],
  day: LocalDate,
): PersonOnDay => {
  const there = units.filter((one) => covers(one, day));
  const grants = capacities.filter((held) => held.capacity === 'unit-head' && covers(held, day));
  if (there.length === 0) {
    const ofOne = grants.length > 0 && grants.every((held) => held.unit !== undefined);
    return ofOne ? { ...person, heads: [] } : person;
  }
  const unit = unitOn(memberships, day);
  const current = belongsTo(memberships, day);
  const heads = grants
    .flatMap((held) => held.unit ?? current ?? [])
    .filter((head) => there.some((one) => one.unit === head));
  return {
    ...person,
    ...(unit !== undefined && { unit }),
    heads: [...new Set(heads.flatMap((head) => withBelow(units, head)))],
  };
};

/** The days on which somebody headed that unit itself, as far as they are entered. */
export const headedBy = ({ capacities, units }: Standing, unit: string): readonly Span[] =>
  capacities
    .filter(({ capacity }) => capacity === 'unit-head')
    .flatMap((held) => {
      if (held.unit !== undefined) return held.unit === unit ? [held] : [];
      return units.filter((one) => one.unit === unit).flatMap((one) => bothOf(held, one));
    });

const unknownUnit = (day: LocalDate): RegistryRefusal =>
  new RegistryRefusal(
    'unknown-unit',
    `本机关在 ${day} 没有该内设机构，请核对编号和日期（GET /v1/agencies/{agency}/units）。The agency has no such unit on ${day}: check its id and the day (GET /v1/agencies/{agency}/units).`,
  );

const unitsBelow = ({ title }: Unit): RegistryRefusal =>
  new RegistryRefusal(
    'units-below',
    `其下级机构“${title}”届时仍在，请先撤销。The unit ${title} below it is there then: end that one first.`,
  );

const unitNamed = ({ title }: Unit): RegistryRefusal =>
  new RegistryRefusal(
    'unit-named-already',
    `已有名为“${title}”的内设机构，请沿用，或者另取名称。There is a unit called ${title}: go on with that one, or choose another name.`,
  );

const unitNotNamed = (day: LocalDate): RegistryRefusal =>
  new RegistryRefusal(
    'unit-not-named',
    `本机关在 ${day} 有内设机构，请写明该负责人所负责的机构（unit）；此前的任职另行登记，止于前一日。The agency has units on ${day}: say which one this head heads (unit), and enter the days before it as a grant of their own.`,
  );
