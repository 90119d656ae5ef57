/** Closure (结案): SAMR-P 77. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { changeCarriedOut } from '../decision-change/carried-out.js';
import { allConfirmed } from '../entry/provisions.js';
import { nobodyWithoutOutcome } from '../joined-parties/provisions.js';
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
export type CaseClosed = Event<'CaseClosed', { approval: EntryNumber; ground: ClosureGround }>;
export type Closure = Readonly<{ entry: EntryNumber; ground: ClosureGround; closedOn: LocalDate }>;

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
    demands: [...groundDemands],
    records: 'ApprovalRequested',
    matter: 'closure',
    data: ({ ground, circumstance, note, paper, transferPaper }) => ({
      matter: 'closure',
      terms: {
        ground,
        ...(circumstance !== undefined && { circumstance }),
        ...(note !== undefined && { note }),
        ...(paper !== undefined && { paper }),
        ...(transferPaper !== undefined && { transferPaper }),
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
      ...[...groundDemands, markedClosedByThePrincipal].map(onRequestedTerms('closure')),
    ],
    records: 'CaseClosed',
    record: ({ approval }, file, { now, actor }) => {
      const ground = requestedTerms('closure')(file, approval)?.ground ?? 'other';
      const done = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...done, data: { approval, matter: 'closure' } },
        { type: 'CaseClosed', ...done, data: { approval, ground } },
      ];
    },
  }),
  ...reopeningActs,
};

export const events: Events<CaseClosed | CaseReopened> = {
  ...reopeningEvents,
  CaseClosed: eventKind(
    { v: 1, volume: 'closing', personal: {}, refersTo: ['approval'] },
    (_, { revision, occurredAt, data: { ground } }) => ({
      closure: { entry: revision, ground, closedOn: dayOf(occurredAt) },
    }),
  ),
};
