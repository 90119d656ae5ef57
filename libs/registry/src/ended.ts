import type { Capacity } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Standing } from './person.js';

/** Of what a person held before that day, the end: last the latest. */
export type Ended = Readonly<{
  what: 'capacity' | 'credential' | 'qualification';
  number?: string;
  on: LocalDate;
}>;

export const endedBefore = (
  { capacities, credentials, qualifications }: Standing,
  capacity: Capacity,
  day: LocalDate,
): readonly Ended[] =>
  [
    ...capacities
      .filter((held) => held.capacity === capacity)
      .map(({ to }) => ({ what: 'capacity', on: to }) as const),
    ...credentials.map(({ number, validTo: on }) => ({ what: 'credential', number, on }) as const),
    ...qualifications.map(({ number, to }) => ({ what: 'qualification', number, on: to }) as const),
  ]
    .flatMap(({ on, ...ended }) => (on !== undefined && on < day ? [{ ...ended, on }] : []))
    .sort((one, other) => (one.on < other.on ? -1 : 1));
