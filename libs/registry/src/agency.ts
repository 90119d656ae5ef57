import { addDays, type AgencyLists, type LocalDate } from '@anjuan/law';

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

/** A version is in force until the next one begins. */
const endedBefore = (lists: readonly AgencyLists[], next: LocalDate): readonly AgencyLists[] =>
  lists.map((version) =>
    version.validTo !== undefined && version.validTo < next
      ? version
      : { ...version, validTo: addDays(next, -1) },
  );
