import { covers, type Dated, versionOn } from './dated.js';
import { type LocalDate } from './dates.js';
import { sameText } from './plain-text.js';
import { type Retention } from './retention.js';
import { specialLawsOfBoth, type SpecialLaw } from './special-laws.js';
import { type Threshold } from './thresholds.js';

/** What makes a decision major besides the four triggers of APL 58(1), which always apply. */
export const majorTriggers = [
  'hearing-eligible',
  'suspension-or-closure',
  'revocation-or-lowering',
  'opened-to-public-interest',
  'every-penalty',
] as const;
export type MajorTrigger = (typeof majorTriggers)[number];

/** A benchmark (裁量基准) the agency measures by; APL 34: made public on `publishedOn`. */
export type Benchmark = Dated & Readonly<{ name: string; publishedOn: LocalDate }>;

/** One agency's own lists (法制审核目录清单 and amounts); the version is recorded in the event that used it. */
export type AgencyLists = Dated &
  Readonly<{
    version: string;
    majorDecisions: Readonly<{
      basis: string;
      triggers: readonly MajorTrigger[];
      /** Fines that make a decision major, where the list goes by amounts. */
      fines?: Readonly<{ naturalPerson: Threshold; entity: Threshold }>;
    }>;
    hearingThresholds: Readonly<{
      naturalPerson: Threshold;
      entity: Threshold;
      /** What it counts as for the fines of `majorDecisions` and on the spot; its hearing has the lower amount. */
      individualBusiness: 'natural-person' | 'entity';
    }>;
    collectiveDiscussion: Readonly<{ quorum: number; cases: 'all-legally-reviewed' | 'complex-or-major' }>;
    lateEntry: Readonly<{ hours: number }>;
    /** Papers to a party are issued (制发) before they are served; absent: where the case has issued one of the kind. */
    papersIssuedFirst?: boolean;
    /** Absent while the agency keeps no list of them: then a benchmark is named and not looked up. */
    benchmarks?: readonly Benchmark[];
    /** Articles that let a trader go unpunished, besides those known here; they confirm those that were not read. */
    specialLaws?: readonly SpecialLaw[];
    /** Absent: `defaultRetention`. */
    retention?: Retention;
  }>;

/** For a market-supervision bureau that has entered no lists: the amounts of SAMR-H 5, no triggers of its own. */
export const defaultLists: AgencyLists = {
  version: 'SAMR-default-1',
  validFrom: '2021-07-15',
  majorDecisions: { basis: 'SAMR-P 50(1)', triggers: [] },
  hearingThresholds: {
    naturalPerson: { comparator: '>=', fen: 10_000_00 },
    entity: { comparator: '>=', fen: 100_000_00 },
    individualBusiness: 'natural-person',
  },
  collectiveDiscussion: { quorum: 2, cases: 'all-legally-reviewed' },
  lateEntry: { hours: 24 },
};

const lower = (one: Threshold, other: Threshold): Threshold => {
  if (one.fen !== other.fen) return one.fen < other.fen ? one : other;
  return one.comparator === '>=' ? one : other;
};

/**
 * The amounts that give a hearing: an agency's list may lower those of SAMR-H 5, it never takes the right away. An
 * individual business (个体工商户) has the lower one, whatever the list takes it for: where the law is unsure, the
 * party's right decides.
 */
export const hearingAmounts = ({
  hearingThresholds,
}: AgencyLists): Readonly<{ naturalPerson: Threshold; entity: Threshold; individualBusiness: Threshold }> => {
  const naturalPerson = lower(hearingThresholds.naturalPerson, defaultLists.hearingThresholds.naturalPerson);
  const entity = lower(hearingThresholds.entity, defaultLists.hearingThresholds.entity);
  return { naturalPerson, entity, individualBusiness: lower(naturalPerson, entity) };
};

/** The agency's lists of that day. Throws NoVersionInForce, VersionsOverlap. */
export const listsOn = (versions: readonly AgencyLists[], day: LocalDate): AgencyLists =>
  versionOn(versions, day, '机关清单；agency lists');

type Amounts = Readonly<{ naturalPerson: Threshold; entity: Threshold }>;

const lowerOf = (one: Amounts, other: Amounts): Amounts => ({
  naturalPerson: lower(one.naturalPerson, other.naturalPerson),
  entity: lower(one.entity, other.entity),
});

/** Of either list, the lower one where both go by amounts. */
const finesOf = (...lists: readonly AgencyLists[]): Pick<AgencyLists['majorDecisions'], 'fines'> => {
  const [first, ...others] = lists.flatMap(({ majorDecisions: { fines } }) => fines ?? []);
  return first === undefined ? {} : { fines: others.reduce(lowerOf, first) };
};

/**
 * What a step of a record is measured by: procedure follows the lists of the day of the step. What made a decision
 * major, or gave a hearing, when the record was begun goes on doing so, and a benchmark or a special law of either may
 * be named.
 */
export const listsOfStep = (begun: AgencyLists, now: AgencyLists): AgencyLists => {
  const { benchmarks, specialLaws, ...others } = now;
  const asPerson = [begun, now].some(
    ({ hearingThresholds }) => hearingThresholds.individualBusiness === 'natural-person',
  );
  return {
    ...others,
    majorDecisions: {
      basis: now.majorDecisions.basis,
      triggers: majorTriggers.filter((trigger) =>
        [begun, now].some(({ majorDecisions }) => majorDecisions.triggers.includes(trigger)),
      ),
      ...finesOf(begun, now),
    },
    hearingThresholds: {
      ...lowerOf(begun.hearingThresholds, now.hearingThresholds),
      individualBusiness: asPerson ? 'natural-person' : 'entity',
    },
    ...(begun.benchmarks && { benchmarks: [...begun.benchmarks, ...(benchmarks ?? [])] }),
    ...((begun.specialLaws ?? specialLaws) && {
      specialLaws: specialLawsOfBoth(begun.specialLaws ?? [], specialLaws ?? []),
    }),
  };
};

/** The version by which a record was begun, and the day. */
export type BegunUnder = Readonly<{ version: string; on: LocalDate }>;

/**
 * What a record is measured by on that day: the agency's lists of the day, and what it was begun under or any that were
 * in force since made of it. Where they ran out and no others came, the last go on. Throws NoVersionInForce for what is
 * not begun yet, VersionsOverlap.
 */
export const listsOfRecord = (
  versions: readonly AgencyLists[],
  day: LocalDate,
  begun?: BegunUnder,
): AgencyLists => {
  const ofDay = () =>
    versions.some(({ validFrom }) => validFrom <= day) ? listsOn(versions, day) : defaultLists;
  const first = [defaultLists, ...versions].find(({ version }) => version === begun?.version);
  if (first === undefined || begun === undefined) return ofDay();
  const since = versions
    .filter((one) => one !== first && one.validFrom <= day && (one.validTo ?? day) >= begun.on)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  const now = versions.some((one) => covers(one, day)) ? [ofDay()] : [];
  return [...since.filter((one) => !now.includes(one)), ...now.filter((one) => one !== first)].reduce(
    listsOfStep,
    first,
  );
};

/** Whether the agency may measure by it on that day: published by then, and in force. */
export const benchmarkPublished = ({ benchmarks }: AgencyLists, name: string, day: LocalDate): boolean =>
  benchmarks === undefined ||
  benchmarks.some((one) => sameText(one.name, name) && one.publishedOn <= day && covers(one, day));
