/** End of the investigation (调查终结): SAMR-P 48, APL 57(1). */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import { signed } from '@anjuan/procedure';
import type { EntryNumber, Event, Paper } from '@anjuan/procedure';
import { byOfficersToday } from '../officers.js';
import { partyKnown } from '../party/identifying.js';
import type { Recorded } from '../case-event.js';
import { anewOf } from '../entry/anew.js';
import { basisOf, marksOf } from '../initiation/filing-terms.js';
import { byHandler, caseOpen, type Basis, type FilingTerms, type Marks } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { appliedBy } from '../competence/applied.js';
import { entryWithinTheList } from '../competence/delegated.js';
import { entryWithinEntrustedMatters } from '../competence/entrusted.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { exemptionDemands } from '../exemption/provisions.js';
import { goodsOfPenalties } from '../goods/of-penalties.js';
import { joiningApproved } from '../joined-parties/provisions.js';
import { outcomeOf, penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { notSuspended, notTerminated } from '../suspension/provisions.js';
import { breachDemands } from './breach-provisions.js';
import { isListed, type Breach } from './breaches.js';
import { carriedInto } from './established.js';
import { gradingDemands, gradingOf, type Grading } from './grading.js';
import {
  allButReportConfirmed,
  credentialHasBeenShown,
  findingsDemands,
  openOrSentBack,
  testResultsNotified,
  undecided,
} from './provisions.js';
import { concludeInvestigationSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** What is measured of each breach by itself. */
type Measured = Readonly<{
  /** Reasons of the discretion used (裁量理由). */
  discretion?: string;
  benchmark?: string;
  /** Why none applies. */
  noBenchmark?: string;
  grading?: Grading;
  goodsValueFen?: Fen;
  illegalGainsFen?: Fen;
}>;

export type Findings = Measured &
  Readonly<{
    facts: string;
    basis: readonly Basis[];
    proposal: Outcome;
    marks?: Marks;
    /** What was found out otherwise than the filing said, by this report or one before; absent: as the filing said. */
    cause?: string;
    act?: FilingTerms['act'];
    discoveredOn?: LocalDate;
    endangersLifeOrProperty?: boolean;
    ourJurisdiction?: boolean;
    /** Several, each measured by itself (分别裁量); absent: the one that the report is of. */
    breaches?: readonly Breach[];
    report: Paper;
  }>;
/** investigation/conclude */
export type ConcludeInvestigation = Entry<typeof concludeInvestigationSchema>;
export type InvestigationConcluded = Event<
  'InvestigationConcluded',
  ConcludeInvestigation & { anewOf?: EntryNumber }
>;
export type Investigation = Findings & Readonly<{ entry: EntryNumber; concludedOn: LocalDate }>;

const measuredOf = (of: Measured): Measured => ({
  ...(of.discretion !== undefined && { discretion: of.discretion }),
  ...(of.benchmark !== undefined && { benchmark: of.benchmark }),
  ...(of.noBenchmark !== undefined && { noBenchmark: of.noBenchmark }),
  ...(of.grading !== undefined && { grading: gradingOf(of.grading) }),
  ...(of.goodsValueFen !== undefined && { goodsValueFen: of.goodsValueFen }),
  ...(of.illegalGainsFen !== undefined && { illegalGainsFen: of.illegalGainsFen }),
});

const breachOf = (breach: Breach): Breach => ({
  breach: breach.breach,
  facts: breach.facts,
  basis: breach.basis.map(basisOf),
  act: { from: breach.act.from, to: breach.act.to },
  discoveredOn: breach.discoveredOn,
  ...(breach.endangersLifeOrProperty !== undefined && {
    endangersLifeOrProperty: breach.endangersLifeOrProperty,
  }),
  ...measuredOf(breach),
});

const findingsOf = (entry: Findings): Findings => ({
  facts: entry.facts,
  basis: entry.basis.map(basisOf),
  proposal: outcomeOf(entry.proposal),
  ...measuredOf(entry),
  ...(entry.marks !== undefined && { marks: marksOf(entry.marks) }),
  ...(entry.cause !== undefined && { cause: entry.cause }),
  ...(entry.act !== undefined && { act: { from: entry.act.from, to: entry.act.to } }),
  ...(entry.discoveredOn !== undefined && { discoveredOn: entry.discoveredOn }),
  ...(entry.endangersLifeOrProperty !== undefined && {
    endangersLifeOrProperty: entry.endangersLifeOrProperty,
  }),
  ...(entry.ourJurisdiction !== undefined && { ourJurisdiction: entry.ourJurisdiction }),
  ...(isListed(entry) && { breaches: entry.breaches?.map(breachOf) ?? [] }),
  report: entry.report,
});

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** Undefined while the investigation is open. */
  investigation?: Investigation | undefined;
  /** Every report there has been: what needed legal review once goes on needing it. */
  reports: readonly Investigation[];
}>;
export const empty: Slice = { reports: [] };
export const ofParty = { investigation: true, reports: true } as const satisfies PartsOf<Slice>;

type Bases = Pick<ConcludeInvestigation, 'basis' | 'breaches' | 'officers'>;
const reportWithinTheEntrustment = entryWithinEntrustedMatters<Bases>(
  ['/basis', '/breaches/*/basis', '/officers'],
  appliedBy,
  ({ officers }) => officers,
);
const reportWithinTheList = entryWithinTheList<Bases>(['/basis', '/breaches/*/basis'], appliedBy);

export const acts = {
  'investigation/conclude': act<ConcludeInvestigation, Recorded<'InvestigationConcluded'>>({
    title: { zh: '调查终结', en: 'Conclude the investigation' },
    entry: concludeInvestigationSchema,
    by: ['officer'],
    requires: [
      caseOpen,
      byHandler,
      undecided,
      notTerminated,
      notSuspended,
      openOrSentBack,
      testResultsNotified,
      allButReportConfirmed,
      credentialHasBeenShown,
      partyKnown,
      joiningApproved,
    ],
    demands: [
      ...byOfficersToday,
      ...findingsDemands,
      ...gradingDemands,
      ...breachDemands,
      reportWithinTheEntrustment,
      reportWithinTheList,
      ...goodsOfPenalties<ConcludeInvestigation>({
        at: ['/proposal/kind', '/proposal/penalties'],
        penalties: ({ proposal }) => penaltiesOf(proposal),
      }),
      ...exemptionDemands<ConcludeInvestigation>({
        at: ['/proposal'],
        dated: ['/act/to', '/breaches/*/breach', '/breaches/*/act/to'],
        based: ['/basis', '/breaches/*/basis'],
        letting: (entry) => ({ outcome: entry.proposal, report: entry }),
      }),
    ],
    records: 'InvestigationConcluded',
    data: (entry, file, context) => ({
      ...signed(entry),
      ...findingsOf({ ...carriedInto(entry, file), ...entry }),
      ...anewOf(file, file.investigation?.entry, context),
    }),
  }),
};

export const events: Events<InvestigationConcluded> = {
  InvestigationConcluded: eventKind(
    { v: 1, volume: 'report', personal: {}, investigates: true, inDossier: true, stage: 'investigating' },
    ({ reports, filing }, { data, revision, occurredAt }) => {
      const investigation = { ...findingsOf(data), entry: revision, concludedOn: dayOf(occurredAt) };
      return {
        investigation,
        reports: [...reports, investigation],
        ...(filing !== undefined && data.cause !== undefined && { filing: { ...filing, cause: data.cause } }),
      };
    },
  ),
};
