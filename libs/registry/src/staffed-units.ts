/** The units of an agency as they are read: each with who heads it and who belongs to it, all with their days. */
import type { LocalDate } from '@anjuan/law';
import type { Standing } from './person.js';
import { covers, hasDays, type Span } from './spans.js';
import { headedBy, type Unit } from './units.js';

type InUnit = Readonly<{ person: string; staffNumber: string }> & Span;
export type StaffedUnit = Unit & Readonly<{ heads: readonly InUnit[]; members: readonly InUnit[] }>;

const inUnit = ({ person, staffNumber }: Standing, { from, to }: Span): InUnit => ({
  ...{ person, staffNumber, from },
  ...(to !== undefined && { to }),
});

/** Of that day, or of every day there was. */
export const staffed = (
  units: readonly Unit[],
  people: readonly Standing[],
  on?: LocalDate,
): readonly StaffedUnit[] => {
  const there = (span: Span): boolean => (on === undefined ? hasDays(span) : covers(span, on));
  const who = (spansOf: (one: Standing) => readonly Span[]): readonly InUnit[] =>
    people.flatMap((one) =>
      spansOf(one)
        .filter(there)
        .map((span) => inUnit(one, span)),
    );
  return units.filter(there).map((unit) => ({
    ...unit,
    heads: who((one) => headedBy(one, unit.unit)),
    members: who((one) => one.units.filter((held) => held.unit === unit.unit)),
  }));
};
