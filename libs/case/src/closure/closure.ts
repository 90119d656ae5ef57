/** Closure (结案): SAMR-P 77. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { changeCarriedOut } from '../decision-change/carried-out.js';
import { allConfirmed } from '../entry/provisions.js';
import { nobodyWithoutOutcome } from '../joined-parties/outcome.js';
import { nothingPreserved } from '../preservation/term.js';
import { papersServed } from '../seizure/absent.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  approvedByLeader,
  groundDemands,
  noClosureRequestOpen,
  noOtherApprovalOpen,
  seizuresEnded,
  underWay,
} from './provisions.js';
import {
  closedFor,
  everyPartyClosed,
  ofItsParty,
  type ClosedForParty,
  type TermsOfOne,
} from './each-party.js';
import { markedClosedByThePrincipal, noCrimeReportWaiting } from './let-off.js';
import { reopeningActs, reopeningEvents, type CaseReopened, type Reopening } from './reopening.js';
import { fileHandedIn, moneyBanked } from './summary.js';
import { requestClosureSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { ClosureGround } from './words.js';

export { closureGrounds, type ClosureGround } from './words.js';
/** closure/request */
export type ClosureTerms = Entry<typeof requestClosureSchema>;
/** closure/approve */
export type ApproveClosure = Readonly<{ approval: EntryNumber }>;
/** `others`: on which ground for each party that was joined. */
export type CaseClosed = Event<
  'CaseClosed',
  { approval: EntryNumber; ground: ClosureGround; others?: readonly ClosedForParty[] }
>;
export type Closure = Readonly<{
  entry: EntryNumber;
  ground: ClosureGround;
  others?: readonly ClosedForParty[];
  closedOn: LocalDate;
}>;

const termsOf = ({ ground, circumstance, note, paper, transferPaper }: TermsOfOne): TermsOfOne => ({
  ground,
  ...(circumstance !== undefined && { circumstance }),
  ...(note !== undefined && { note }),
  ...(paper !== undefined && { paper }),
  ...(transferPaper !== undefined && { transferPaper }),
});

const nothingLeft = [
  nobodyWithoutOutcome,
  changeCarriedOut,
  noCrimeReportWaiting,
  nothingPreserved,
  papersServed,
  allConfirmed,
  seizuresEnded,
  moneyBanked,
  fileHandedIn,
];

/** What this step adds to the file. */
export type Slice = Readonly<{
  closure?: Closure | undefined;
  /** The last time that it went on after its closure. */
  reopened?: Reopening;
}>;
export const empty: Slice = {};

export const acts = {
  'closure/request': act<ClosureTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请结案', en: 'Ask for closure' },
    entry: requestClosureSchema,
    by: ['officer'],
    requires: [underWay, byThoseInCharge, noClosureRequestOpen, ...nothingLeft],
    demands: [everyPartyClosed, ...groundDemands.map(ofItsParty)],
    records: 'ApprovalRequested',
    matter: 'closure',
    data: ({ others, ...terms }) => ({
      matter: 'closure',
      terms: {
        ...termsOf(terms),
        ...(others && { others: others.map((one) => ({ ofParty: one.ofParty, ...termsOf(one) })) }),
      },
    }),
  }),
  'closure/approve': act<ApproveClosure, Recorded<'ApprovalGiven'> | Recorded<'CaseClosed'>>({
    title: { zh: '批准结案', en: 'Approve closure' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [underWay, approvedByLeader, ...nothingLeft],
    demands: [
      ...givesApproval('closure'),
      noOtherApprovalOpen,
      ...[everyPartyClosed, ...[...groundDemands, markedClosedByThePrincipal].map(ofItsParty)].map(
        onRequestedTerms('closure'),
      ),
    ],
    records: 'CaseClosed',
    record: ({ approval }, file, { now, actor }) => {
      const { ground = 'other', others } = requestedTerms('closure')(file, approval) ?? {};
      const done = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...done, data: { approval, matter: 'closure' } },
        {
          type: 'CaseClosed',
          ...done,
          data: { approval, ground, ...(others && { others: closedFor(others) }) },
        },
      ];
    },
  }),
  ...reopeningActs,
};

export const events: Events<CaseClosed | CaseReopened> = {
  ...reopeningEvents,
  CaseClosed: eventKind(
    { v: 1, volume: 'closing', personal: {}, refersTo: ['approval'] },
    (_, { revision, occurredAt, data: { ground, others } }) => ({
      closure: { entry: revision, ground, ...(others && { others }), closedOn: dayOf(occurredAt) },
    }),
  ),
};
