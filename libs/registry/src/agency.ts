import { addDays, type AgencyLists, type LocalDate } from '@anjuan/law';
import {
  checkDelegations,
  isDelegationChange,
  townshipEntrustsNobody,
  withDelegationChange,
  type DelegationChange,
  type KnownDelegation,
} from './delegations.js';
import type { Entered, StoredEntry } from './entries.js';
import {
  checkEntrustments,
  entrustmentTakesTwo,
  isEntrustmentChange,
  withEntrustmentChange,
  type Entrustment,
  type EntrustmentChange,
} from './entrustments.js';
import { isOfProposals, withProposalEvent, type Proposal, type ProposalEvent } from './proposals.js';
import { RegistryRefusal } from './registry-refusal.js';
import { checkUnits, isUnitChange, withUnitChange, type Unit, type UnitChange } from './units.js';

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
  Readonly<{ type: 'AgencyRegistered'; data: AgencyFacts }> | AgencyChange | ProposalEvent<AgencyChange>;
export type AgencyChange =
  | UnitChange
  | EntrustmentChange
  | DelegationChange
  | Readonly<{ type: 'AgencyListsSet'; data: AgencyLists }>
  /** The level was entered wrongly: it was this one from the beginning. */
  | Readonly<{ type: 'AgencyLevelCorrected'; data: Readonly<{ level: string; reason: string }> }>
  /** Whether capacities that open a gate demand a second factor of who holds them. */
  | Readonly<{ type: 'SecondFactorDemandSet'; data: Readonly<{ demanded: boolean; reason: string }> }>;

/** An agency with every version of its lists (目录清单、听证标准…), in the order they were set. */
export type Agency = AgencyFacts &
  Readonly<{
    agency: string;
    lists: readonly AgencyLists[];
    /** Every one there ever was. */
    units: readonly Unit[];
    /** Organisations that it entrusts, past ones too. */
    entrustments: readonly Entrustment[];
    /** What a province charges it with, past ones too. */
    delegations: readonly KnownDelegation[];
    /** As the agency has set it; absent: as the installation has it. */
    secondFactorDemanded?: boolean;
    /** Every version that was proposed, open ones included. */
    proposals: readonly Proposal<AgencyChange>[];
  }>;

const nothingYet = { lists: [], units: [], entrustments: [], delegations: [], proposals: [] };

export const withAgencyEvent = (
  agency: string,
  known: Agency | undefined,
  event: Entered<AgencyEvent>,
): Agency | undefined => {
  if (event.type === 'AgencyRegistered') return { ...nothingYet, ...known, ...event.data, agency };
  if (!known) return undefined;
  if (!isOfProposals(event)) return withChange(known, event);
  const after = withProposalEvent(known.proposals, event);
  return after.inForce.reduce(withChange, { ...known, proposals: after.proposals });
};

export const withChange = (known: Agency, change: AgencyChange): Agency => {
  if (isUnitChange(change)) return { ...known, units: withUnitChange(known.units, change) };
  if (isEntrustmentChange(change))
    return { ...known, entrustments: withEntrustmentChange(known.entrustments, change) };
  if (isDelegationChange(change))
    return { ...known, delegations: withDelegationChange(known.delegations, change) };
  if (change.type === 'AgencyLevelCorrected') return { ...known, level: change.data.level };
  return change.type === 'AgencyListsSet'
    ? { ...known, lists: [...closedOn(known.lists, change.data.validFrom), change.data] }
    : { ...known, secondFactorDemanded: change.data.demanded };
};

/** Everything takes two, but the end of an entrustment or a delegation from today on, and the demand of a second factor. */
export const agencyChangeTakesTwo = (change: AgencyChange, today: LocalDate): boolean => {
  if (isEntrustmentChange(change)) return entrustmentTakesTwo(change, today);
  if (isDelegationChange(change)) return change.type !== 'DelegationEnded' || change.data.to < today;
  return change.type !== 'SecondFactorDemandSet' || !change.data.demanded;
};

/** What an agency is and what a province charges it with: neither proposed nor approved by the agency itself (APL 17, 24). */
export const isDecidedAbove = (change: AgencyChange): boolean =>
  change.type === 'AgencyLevelCorrected' || isDelegationChange(change);

/** A version is in force until the next one begins; one that would begin later is replaced and never was. */
const closedOn = (lists: readonly AgencyLists[], next: LocalDate): readonly AgencyLists[] =>
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
export const checkOfAgency = (known: Agency, change: AgencyChange, today: LocalDate): void => {
  if (isUnitChange(change)) checkUnits(known.units, change, today);
  if (isDelegationChange(change)) checkDelegations(known, change, today);
  if (isEntrustmentChange(change)) {
    if (change.type === 'OrganisationEntrusted') townshipEntrustsNobody(known);
    checkEntrustments(known, change, today);
  }
  if (change.type === 'AgencyLevelCorrected' && known.entrustments.some(({ to }) => to >= today))
    townshipEntrustsNobody(change.data);
  if (change.type !== 'AgencyListsSet') return;
  const { validFrom } = change.data;
  if (known.lists.some((version) => validFrom <= version.validFrom && version.validFrom <= today))
    throw new RegistryRefusal(
      'dates-overlap',
      '新清单的生效日期须晚于已经生效的各版。New lists begin after every version that has begun already.',
    );
};

/** The name of the version is its first day and its place among all that were ever entered or proposed. */
export const listsSet =
  (lists: Omit<AgencyLists, 'version'>) =>
  (events: readonly StoredEntry[]): Extract<AgencyChange, { type: 'AgencyListsSet' }> => {
    const entered = events.filter(
      ({ type }) => type === 'AgencyListsSet' || type === 'ChangeProposed',
    ).length;
    return {
      type: 'AgencyListsSet',
      data: { ...lists, version: `${lists.validFrom}/${String(entered + 1)}` },
    };
  };

export const agencyOf = (agency: string, events: readonly Entered<AgencyEvent>[]): Agency | undefined =>
  events.reduce<Agency | undefined>((known, event) => withAgencyEvent(agency, known, event), undefined);
