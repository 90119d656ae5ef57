/** Summary procedure (简易程序): APL 51–53, 68–71; SAMR-P 66–73. */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { basisOf } from '../initiation/filing-terms.js';
import type { Basis, Party } from '../initiation/initiation.js';
import { citizenIdChecked, partyIdentified, partyOf, usccChecked } from '../initiation/party.js';
import { caseNumbered, newCase } from '../initiation/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import { penaltyOf } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import { moneyAndFileActs } from './money-and-file.js';
import {
  credentialShownOnTheSpot,
  factsAndBasis,
  fineForTheSpot,
  formNumbered,
  kindsForTheSpot,
  onTheSpotByOfficer,
  remedyNamesReconsideration,
  rightsToldOnTheSpot,
  statementTakenDown,
} from './provisions.js';

/** summary-procedure/decide: opens a case. */
export type DecideOnTheSpot = Outside &
  ByOfficers &
  Readonly<{
    number?: string;
    cause: string;
    party: Party;
    basis: readonly Basis[];
    facts: string;
    place: string;
    penalties: readonly Penalty[];
    credentialShown: boolean;
    rightsTold: boolean;
    /** What the party said (陈述、申辩), or that nothing was said. */
    statement: string;
    /** The remedies told: reconsideration comes first (ARL 23(1)(1)). */
    remedyTold: string;
  }>;
export type DecidedOnTheSpot = Event<
  'DecidedOnTheSpot',
  Omit<DecideOnTheSpot, 'occurredAt' | 'number'> & { number: string; caseNumber: string }
>;
/** APL 69. */
export const remoteAreas = ['remote', 'on-water', 'poor-transport'] as const; // 边远、水上、交通不便地区
export type RemoteArea = (typeof remoteAreas)[number];
/** summary-procedure/collect-fine. `request`: the party's own, where it cannot well go to a bank (APL 69). */
export type CollectFine = Outside &
  Readonly<{
    fen: Fen;
    receipt: string;
    hardToEnforceLater?: string;
    remoteArea?: RemoteArea;
    request?: Paper;
  }>;
export type FineCollectedOnTheSpot = Event<'FineCollectedOnTheSpot', Omit<CollectFine, 'occurredAt'>>;
/** summary-procedure/hand-in-money: the officer to the agency. `landedOn`: what was collected on water (APL 71). */
export type HandInMoney = Outside & Readonly<{ landedOn?: LocalDate }>;
export type MoneyHandedIn = Event<'MoneyHandedIn', { landedOn?: LocalDate; lateReason?: string }>;
/** summary-procedure/bank-money: the agency to the bank (APL 71). */
export type BankMoney = Outside;
export type MoneyBanked = Event<'MoneyBanked', { lateReason?: string }>;
/** summary-procedure/hand-in-file (SAMR-P 70). */
export type HandInFile = Readonly<{ note?: string }>;
export type SummaryFileHandedIn = Event<'SummaryFileHandedIn', HandInFile>;

export type SummaryCase = Readonly<{
  entry: EntryNumber;
  caseNumber: string;
  number: string;
  cause: string;
  party: Party;
  officers: readonly PersonId[];
  penalties: readonly Penalty[];
  decidedOn: LocalDate;
  collected?: Readonly<{ on: LocalDate; fen: Fen; by: PersonId; onWater?: true }>;
  /** The day from which the two days to hand in run, where the fine was collected on water. */
  landedOn?: LocalDate;
  handedInOn?: LocalDate;
  bankedOn?: LocalDate;
  fileHandedInOn?: LocalDate;
}>;

export const acts = {
  'summary-procedure/decide': act<DecideOnTheSpot, Recorded<'DecidedOnTheSpot'>>({
    title: { zh: '当场作出行政处罚决定', en: 'Decide on the spot' },
    by: ['officer'],
    opens: true,
    requires: [onTheSpotByOfficer, newCase],
    demands: [
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
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => {
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
    },
  }),
  ...moneyAndFileActs,
};

type Later = 'FineCollectedOnTheSpot' | 'MoneyHandedIn' | 'MoneyBanked' | 'SummaryFileHandedIn';

const then = (summary: SummaryCase | undefined, change: Partial<SummaryCase>) =>
  summary === undefined ? {} : { summary: { ...summary, ...change } };

export const folds: Folds<'DecidedOnTheSpot' | Later> = {
  DecidedOnTheSpot: (_, { data, revision, occurredAt }) => ({
    summary: {
      entry: revision,
      caseNumber: data.caseNumber,
      number: data.number,
      cause: data.cause,
      party: data.party,
      officers: data.officers,
      penalties: data.penalties,
      decidedOn: dayOf(occurredAt),
    },
  }),
  FineCollectedOnTheSpot: ({ summary }, { data, recordedBy, occurredAt }) =>
    then(summary, {
      collected: {
        on: dayOf(occurredAt),
        fen: data.fen,
        by: recordedBy,
        ...(data.remoteArea === 'on-water' && { onWater: true }),
      },
    }),
  MoneyHandedIn: ({ summary }, { data, occurredAt }) =>
    then(summary, {
      handedInOn: dayOf(occurredAt),
      ...(data.landedOn !== undefined && { landedOn: data.landedOn }),
    }),
  MoneyBanked: ({ summary }, { occurredAt }) => then(summary, { bankedOn: dayOf(occurredAt) }),
  SummaryFileHandedIn: ({ summary }, { occurredAt }) => then(summary, { fileHandedInOn: dayOf(occurredAt) }),
};
