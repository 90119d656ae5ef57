/** Summary procedure (简易程序): APL 51–53, 68–71; SAMR-P 66–73. */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { Context, EntryNumber, Event, PersonId } from '@anjuan/procedure';
import { byOfficers } from '../officers.js';
import type { Recorded } from '../case-event.js';
import { basisOf } from '../initiation/filing-terms.js';
import type { Basis, Party } from '../initiation/initiation.js';
import { citizenIdChecked, partyIdentified, partyOf, usccChecked } from '../initiation/party.js';
import { allConfirmed } from '../entry/provisions.js';
import { nothingHeld } from '../initiation/lead-course-provisions.js';
import { caseNumbered, leadUnderCheck, newCase, noFilingRequestOpen } from '../initiation/provisions.js';
import { settledForUs, undisputed } from '../jurisdiction/provisions.js';
import { act } from '../case-act.js';
import { appliedBy } from '../competence/applied.js';
import { entryWithinTheList } from '../competence/delegated.js';
import { entryWithinEntrustedMatters } from '../competence/entrusted.js';
import { eventKind, type Events } from '../event-kind.js';
import { penaltyOf } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import { moneyAndFileActs } from './money-and-file.js';
import {
  byWhoChecksTheLead,
  credentialShownOnTheSpot,
  decidedAfterTheLead,
  factsAndBasis,
  fineForTheSpot,
  formNumbered,
  kindsForTheSpot,
  noFineOnACriminalFine,
  onTheSpotByOfficer,
  remedyNamesReconsideration,
  rightsToldOnTheSpot,
  statementTakenDown,
  testsDone,
} from './provisions.js';
import {
  type bankMoneySchema,
  decideOnTheSpotSchema,
  type collectFineSchema,
  type handInMoneySchema,
  type handInFileSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';

export { remoteAreas, type RemoteArea } from './words.js';

/** summary-procedure/decide: opens a case; summary-procedure/decide-on-lead: ends the check of a lead. */
export type DecideOnTheSpot = Entry<typeof decideOnTheSpotSchema>;
export type DecidedOnTheSpot = Event<
  'DecidedOnTheSpot',
  Omit<DecideOnTheSpot, 'occurredAt' | 'number'> & { number: string; caseNumber: string }
>;
/** summary-procedure/collect-fine. `request`: the party's own, where it cannot well go to a bank (APL 69). */
export type CollectFine = Entry<typeof collectFineSchema>;
export type FineCollectedOnTheSpot = Event<'FineCollectedOnTheSpot', Omit<CollectFine, 'occurredAt'>>;
/** summary-procedure/hand-in-money: the officer to the agency. `landedOn`: what was collected on water (APL 71). */
export type HandInMoney = Entry<typeof handInMoneySchema>;
/** `receipt`: absent before 2026-12. */
export type MoneyHandedIn = Event<'MoneyHandedIn', Partial<Omit<HandInMoney, 'occurredAt'>>>;
/** summary-procedure/bank-money: the agency to the bank (APL 71). */
export type BankMoney = Entry<typeof bankMoneySchema>;
/** `receipt`: absent before 2026-12. */
export type MoneyBanked = Event<'MoneyBanked', Partial<Omit<BankMoney, 'occurredAt'>>>;
/** summary-procedure/hand-in-file (SAMR-P 70). */
export type HandInFile = Entry<typeof handInFileSchema>;
export type SummaryFileHandedIn = Event<'SummaryFileHandedIn', HandInFile>;

export type SummaryCase = Readonly<{
  entry: EntryNumber;
  caseNumber: string;
  number: string;
  cause: string;
  party: Party;
  officers: readonly PersonId[];
  /** Those who handled it once and do so no more. */
  formerHandlers?: readonly PersonId[];
  facts: string;
  basis: readonly Basis[];
  penalties: readonly Penalty[];
  decidedOn: LocalDate;
  collected?: Readonly<{ on: LocalDate; fen: Fen; by: PersonId; onWater?: true }>;
  /** The day from which the two days to hand in run, where the fine was collected on water. */
  landedOn?: LocalDate;
  handedInOn?: LocalDate;
  bankedOn?: LocalDate;
  fileHandedInOn?: LocalDate;
  /** The day on which the agency itself has made another penalty of it, which is served as any decision. */
  changedOn?: LocalDate;
  /** Entry number of what annulled it: nothing is owed under it any more. */
  annulledBy?: EntryNumber;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  summary?: SummaryCase;
}>;
export const empty: Slice = {};

type Bases = Pick<DecideOnTheSpot, 'basis' | 'officers'>;
const onTheSpotDemands = [
  ...byOfficers,
  ...outsideAct,
  factsAndBasis,
  kindsForTheSpot,
  fineForTheSpot,
  credentialShownOnTheSpot,
  rightsToldOnTheSpot,
  statementTakenDown,
  remedyNamesReconsideration,
  partyIdentified,
  usccChecked,
  citizenIdChecked,
  formNumbered,
  caseNumbered,
  entryWithinEntrustedMatters<Bases>(['/basis', '/officers'], appliedBy, ({ officers }) => officers),
  entryWithinTheList<Bases>(['/basis'], appliedBy),
] as const;

/** What is asked of the lead: it is this agency's and is being checked, nobody decides on its filing, and nothing of it is left. */
const decidesALead = [
  onTheSpotByOfficer,
  ...leadUnderCheck,
  noFilingRequestOpen,
  undisputed,
  settledForUs,
  testsDone,
  allConfirmed,
  ...nothingHeld,
];

const decidedOnTheSpot = (
  entry: DecideOnTheSpot,
  context: Context,
): readonly Recorded<'DecidedOnTheSpot'>[] => {
  const { caseNumber, documentNumber } = context.allotted;
  const number = entry.number ?? documentNumber;
  // `form-numbered` and `initiation/case-numbered` have refused what has no number.
  if (caseNumber === undefined || number === undefined) return [];
  return [
    {
      type: 'DecidedOnTheSpot',
      v: 1,
      occurredAt: happenedAt(entry, context),
      actors: officersAsActors(entry, context),
      data: {
        ...signed(entry),
        number,
        caseNumber,
        cause: entry.cause,
        party: partyOf(entry.party),
        basis: entry.basis.map(basisOf),
        facts: entry.facts,
        place: entry.place,
        penalties: entry.penalties.map(penaltyOf),
        credentialShown: entry.credentialShown,
        rightsTold: entry.rightsTold,
        statement: entry.statement,
        remedyTold: entry.remedyTold,
        ...late(entry),
      },
    },
  ];
};

export const acts = {
  'summary-procedure/decide': act<DecideOnTheSpot, Recorded<'DecidedOnTheSpot'>>({
    title: { zh: '当场作出行政处罚决定', en: 'Decide on the spot' },
    entry: decideOnTheSpotSchema,
    by: ['officer'],
    opensGate: true,
    opens: true,
    requires: [onTheSpotByOfficer, newCase],
    demands: onTheSpotDemands,
    records: 'DecidedOnTheSpot',
    record: (entry, _, context) => decidedOnTheSpot(entry, context),
  }),
  'summary-procedure/decide-on-lead': act<DecideOnTheSpot, Recorded<'DecidedOnTheSpot'>>({
    title: { zh: '对案源当场作出行政处罚决定', en: 'Decide on the spot what a lead was about' },
    entry: decideOnTheSpotSchema,
    by: ['officer'],
    opensGate: true,
    requires: decidesALead,
    demands: [...onTheSpotDemands, decidedAfterTheLead, byWhoChecksTheLead, noFineOnACriminalFine],
    records: 'DecidedOnTheSpot',
    record: (entry, _, context) => decidedOnTheSpot(entry, context),
  }),
  ...moneyAndFileActs,
};

const then = (summary: SummaryCase | undefined, change: Partial<SummaryCase>) =>
  summary === undefined ? {} : { summary: { ...summary, ...change } };

export const events: Events<
  DecidedOnTheSpot | FineCollectedOnTheSpot | MoneyHandedIn | MoneyBanked | SummaryFileHandedIn
> = {
  DecidedOnTheSpot: eventKind(
    // Who decides on the spot has found out what is decided (APL 51, 52), and leads nothing in that case.
    {
      v: 1,
      volume: 'decision',
      personal: { '/party/person': 'party', '/party/address': 'party' },
      investigates: true,
    },
    (_, { data, revision, occurredAt }) => ({
      summary: {
        entry: revision,
        caseNumber: data.caseNumber,
        number: data.number,
        cause: data.cause,
        party: data.party,
        officers: data.officers,
        facts: data.facts,
        basis: data.basis,
        penalties: data.penalties,
        decidedOn: dayOf(occurredAt),
      },
    }),
  ),
  FineCollectedOnTheSpot: eventKind(
    { v: 1, volume: 'property', personal: {} },
    ({ summary }, { data, recordedBy, occurredAt }) =>
      then(summary, {
        collected: {
          on: dayOf(occurredAt),
          fen: data.fen,
          by: recordedBy,
          ...(data.remoteArea === 'on-water' && { onWater: true }),
        },
      }),
  ),
  MoneyHandedIn: eventKind({ v: 1, volume: 'property', personal: {} }, ({ summary }, { data, occurredAt }) =>
    then(summary, {
      handedInOn: dayOf(occurredAt),
      ...(data.landedOn !== undefined && { landedOn: data.landedOn }),
    }),
  ),
  MoneyBanked: eventKind({ v: 1, volume: 'property', personal: {} }, ({ summary }, { occurredAt }) =>
    then(summary, { bankedOn: dayOf(occurredAt) }),
  ),
  SummaryFileHandedIn: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ summary }, { occurredAt }) => then(summary, { fileHandedInOn: dayOf(occurredAt) }),
  ),
};
