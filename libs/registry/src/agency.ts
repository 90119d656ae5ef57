import { addDays, type AgencyLists, type LocalDate } from '@anjuan/law';
import { RegistryRefusal, unknownAgency } from './registry-refusal.js';

/** What an agency (执法机关) is, once and for all. */
export type AgencyFacts = Readonly<{
  name: string;
  uscc: string;
  level: string;
  domain: string;
  region: string;
  /** 机关代字, the head of its document numbers: 朝市监. */
  shortName?: string;
}>;

export type AgencyEvent =
  | Readonly<{ type: 'AgencyRegistered'; data: AgencyFacts }>
  | Readonly<{ type: 'AgencyListsSet'; data: AgencyLists }>;

/** An agency with every version of its lists (目录清单、听证标准…), in the order they were set. */
export type Agency = AgencyFacts & Readonly<{ agency: string; lists: readonly AgencyLists[] }>;

export const withAgencyEvent = (
  agency: string,
  known: Agency | undefined,
  { type, data }: AgencyEvent,
): Agency | undefined => {
  switch (type) {
    case 'AgencyRegistered':
      return { ...data, agency, lists: known?.lists ?? [] };
    case 'AgencyListsSet':
      return known && { ...known, lists: [...endedBefore(known.lists, data.validFrom), data] };
  }
};

/** A version is in force until the next one begins; one that would begin later is replaced and never was. */
const endedBefore = (lists: readonly AgencyLists[], next: LocalDate): readonly AgencyLists[] =>
  lists
    .filter(({ validFrom }) => validFrom < next)
    .map((version) =>
      version.validTo !== undefined && version.validTo < next
        ? version
        : { ...version, validTo: addDays(next, -1) },
    );

/**
 * A version that has begun by `today` stays for good; one that has not may be replaced, or a slip in its year would keep
 * every other out until then.
 * @throws RegistryRefusal
 */
export const nextLists = (
  agency: string,
  events: readonly AgencyEvent[],
  lists: Omit<AgencyLists, 'version'>,
  today: LocalDate,
): AgencyLists => {
  const known = events.reduce<Agency | undefined>(
    (so, event) => withAgencyEvent(agency, so, event),
    undefined,
  );
  if (!known) throw unknownAgency(agency);
  const set = events.filter(({ type }) => type === 'AgencyListsSet');
  if (known.lists.some(({ validFrom }) => lists.validFrom <= validFrom && validFrom <= today))
    throw new RegistryRefusal(
      'dates-overlap',
      '新清单的生效日期须晚于已经生效的各版。New lists begin after every version that has begun already.',
    );
  return { ...lists, version: `${lists.validFrom}/${String(set.length + 1)}` };
};
