/** One simulated year: what the case is about, how lawful its people are, and the moves they make. */
import { defaultLists, type AgencyLists } from '@anjuan/law';
import fc from 'fast-check';

export const endings = ['major', 'minor', 'no-penalty', 'on-the-spot'] as const;
export type Ending = (typeof endings)[number];

/** What somebody in the agency is tempted to do, over and over, for a year. */
export const vices = ['anything', 'backdating', 'amending', 'rewriting', 'hurrying', 'standing-in'] as const;
export type Vice = (typeof vices)[number];

/** Days that pass before the move, and the number all its choices are drawn from. */
export type Move = Readonly<{ days: number; seed: number }>;
export type Scenario = Readonly<{
  ending: Ending;
  vice: Vice;
  lists: AgencyLists;
  party: 'natural-person' | 'individual-business' | 'entity';
  /** Day of the year on which it begins. */
  start: number;
  /** Of a hundred moves, how many are the next lawful act. */
  obedience: number;
  asksForHearing: boolean;
  speaks: boolean;
  waives: boolean;
  marked: boolean;
  /** The report lists two breaches. */
  several: boolean;
  seizes: boolean;
  tests: boolean;
  signsPapers: boolean;
  /** Papers are issued before they are served, whether or not the lists ask for it. */
  issues: boolean;
  moves: readonly Move[];
}>;

/** A bureau that has listed what SAMR-P 50(3) lets it list, one that has not, and one with other amounts. */
const listing: AgencyLists = {
  ...defaultLists,
  version: 'adversary-listing',
  majorDecisions: {
    basis: 'SAMR-P 50(3)',
    triggers: [
      'hearing-eligible',
      'suspension-or-closure',
      'revocation-or-lowering',
      'opened-to-public-interest',
    ],
  },
  lateEntry: { hours: 48 },
};
const stricter: AgencyLists = {
  ...listing,
  version: 'adversary-stricter',
  hearingThresholds: {
    naturalPerson: { comparator: '>', fen: 3_000_00 },
    entity: { comparator: '>', fen: 50_000_00 },
    individualBusiness: 'entity',
  },
  collectiveDiscussion: { quorum: 3, cases: 'all-legally-reviewed' },
  papersIssuedFirst: true,
};

/** One that would have nothing reviewed and nobody heard. */
const hollow: AgencyLists = {
  ...defaultLists,
  version: 'adversary-hollow',
  majorDecisions: { basis: '本局', triggers: [] },
  hearingThresholds: {
    naturalPerson: { comparator: '>', fen: Number.MAX_SAFE_INTEGER },
    entity: { comparator: '>', fen: Number.MAX_SAFE_INTEGER },
    individualBusiness: 'natural-person',
  },
};

const pause = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 3, arbitrary: fc.integer({ min: 3, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 25 }) },
);
const move = fc.record({ days: pause, seed: fc.integer({ min: 0, max: 0x7fffffff }) });
const often = (percent: number) => fc.integer({ min: 0, max: 99 }).map((n) => n < percent);

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  ending: fc.constantFrom('major', ...endings),
  vice: fc.constantFrom(...vices),
  lists: fc.constantFrom(listing, listing, defaultLists, stricter, hollow),
  party: fc.constantFrom('natural-person', 'individual-business', 'entity'),
  start: fc.integer({ min: 0, max: 220 }),
  obedience: fc.constantFrom(85, 75, 65, 90, 80, 70, 100, 50, 0),
  asksForHearing: often(50),
  speaks: often(40),
  waives: often(25),
  marked: often(15),
  several: often(30),
  seizes: often(20),
  tests: often(20),
  signsPapers: often(60),
  issues: often(30),
  moves: fc.array(move, { minLength: 40, maxLength: 130, size: 'max' }),
});
