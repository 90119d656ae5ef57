/** Initiation (案源、立案): SAMR-P 18–19, APL 36, 54. */
import type { Lead } from './lead.js';
import type { LeadNotFiled, LeadCheckExtended } from './lead-check.js';
import {
  leadCourseActs,
  leadCourseEvents,
  type LeadCheckersNamed,
  type LeadDaysLeftOut,
  type LeadMerged,
  type LeadReopened,
  type LeadSupplemented,
} from './lead-course.js';
import { dayOf, type LocalDate } from '@anjuan/law';
import { happenedAt, outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { onRequestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  filedWithinTheEntrustment,
  filedWithinTheList,
  filingDemands,
  requestedFiling,
  termsOf,
} from './filing-terms.js';
import { handlersActs, handlersEvents, handlersStandApart, type HandlersNamed } from './handlers.js';
import { leadCheckActs, leadCheckEvents } from './lead-check.js';
import {
  caseNumbered,
  filedByLeader,
  filingRequestedByOfficer,
  leadByOfficer,
  leadUnderCheck,
  newCase,
  noFilingRequestOpen,
} from './provisions.js';
import {
  type reporterSchema,
  receiveLeadSchema,
  type affirmedSchema,
  requestFilingSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

export { byHandler } from './in-charge.js';
export { caseOpen, leadOrCaseOpen } from './provisions.js';

export type Reporter = Entry<typeof reporterSchema>;
/** initiation/receive-lead: opens a case. `transferredFrom` names the agency that transferred it. */
export type ReceiveLead = Entry<typeof receiveLeadSchema>;
export type LeadReceived = Event<
  'LeadReceived',
  {
    source: string;
    summary: string;
    receivedOn: LocalDate;
    realName: boolean;
    reporter?: Reporter;
    transferredFrom?: string;
    lateReason?: string;
  }
>;

export type PartyKind = 'natural-person' | 'individual-business' | 'entity';
/** The natural person behind the party: the party itself, an operator, a legal representative. Personal data. */
export type PartyPerson = Readonly<{ name: string; idType?: string; idNumber?: string; address?: string }>;
/** Why a code that fails its check digit is kept all the same (`codesInDoubt`). */
export type Override = Readonly<{ field: 'uscc' | 'idNumber'; reason: string }>;
export type Party = Readonly<{
  kind: PartyKind;
  /** Of an entity or an individual business; a natural person's name is in `person`. */
  name?: string;
  uscc?: string;
  person?: PartyPerson;
  address?: string;
  /** Of one code; `overrides` where several are kept. Both count. */
  override?: Override;
  overrides?: readonly Override[];
}>;

export type Basis = Readonly<{ law: string; article: string; says?: string }>;

/** SAMR-P 19(1), (一)–(四). */
export const filingConditions = [
  'breach-evidenced',
  'penalty-due',
  'our-jurisdiction',
  'within-limitation',
] as const;
export type FilingCondition = (typeof filingConditions)[number];
export type Affirmed = Entry<typeof affirmedSchema>;

/** What makes a case major whatever its penalty (APL 58(1), (一), (三), (四)). */
export type Marks = Readonly<{
  majorPublicInterest?: boolean;
  complex?: boolean;
  reviewRequiredByOtherLaw?: boolean;
}>;

export type FilingTerms = Readonly<{
  cause: string;
  party: Party;
  /** Nobody knew at the filing who it is: until it is identified `party` says no more than its likely kind. */
  partyUnknown?: boolean;
  partyDescribed?: string;
  basis: readonly Basis[];
  handlers: readonly PersonId[];
  /** Start and end of the act that is punished. */
  act: Readonly<{ from: LocalDate; to: LocalDate }>;
  discoveredOn: LocalDate;
  conditions: Readonly<Record<FilingCondition, Affirmed>>;
  /** Life, health or financial safety endangered and harm done: five years instead of two (APL 36(1)). */
  endangersLifeOrProperty?: boolean;
  marks?: Marks;
}>;
/** initiation/request-filing */
export type RequestFiling = Entry<typeof requestFilingSchema>;
/** initiation/approve-filing */
export type ApproveFiling = Readonly<{ approval: EntryNumber }>;
export type CaseFiled = Event<
  'CaseFiled',
  { number: string; approval: EntryNumber; filedOn: LocalDate; lists: string; terms: FilingTerms }
>;

export type { Lead } from './lead.js';
export type Filing = FilingTerms &
  Readonly<{
    entry: EntryNumber;
    number: string;
    filedOn: LocalDate;
    approvedBy: PersonId;
    /** Those who handled it once and do so no more. */
    formerHandlers?: readonly PersonId[];
    /** Version of the agency's lists in force that day: what they make of the case is not lost (`listsOfStep`). */
    lists: string;
  }>;

const reporterOf = ({ name, phone }: Reporter): Reporter => ({ name, ...(phone !== undefined && { phone }) });

/** What this step adds to the file. */
export type Slice = Readonly<{
  lead?: Lead;
  filing?: Filing;
}>;
export const empty: Slice = {};

export const acts = {
  'initiation/receive-lead': act<ReceiveLead, Recorded<'LeadReceived'>>({
    title: { zh: '登记案源', en: 'Receive a lead' },
    entry: receiveLeadSchema,
    by: ['officer'],
    opens: true,
    requires: [leadByOfficer, newCase],
    demands: outsideAct,
    records: 'LeadReceived',
    data: (entry, _, context) => ({
      source: entry.source,
      summary: entry.summary,
      receivedOn: dayOf(happenedAt(entry, context)),
      realName: entry.reporter !== undefined,
      ...(entry.reporter !== undefined && { reporter: reporterOf(entry.reporter) }),
      ...(entry.transferredFrom !== undefined && { transferredFrom: entry.transferredFrom }),
      ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
    }),
  }),
  'initiation/request-filing': act<RequestFiling, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请立案', en: 'Ask for the case to be filed' },
    entry: requestFilingSchema,
    by: ['officer'],
    requires: [filingRequestedByOfficer, ...leadUnderCheck, noFilingRequestOpen],
    demands: [...filingDemands, handlersStandApart, filedWithinTheEntrustment, filedWithinTheList],
    records: 'ApprovalRequested',
    matter: 'filing',
    data: (entry) => ({ matter: 'filing', terms: termsOf(entry) }),
  }),
  'initiation/approve-filing': act<ApproveFiling, Recorded<'ApprovalGiven'> | Recorded<'CaseFiled'>>({
    title: { zh: '批准立案', en: 'File the case' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [filedByLeader, ...leadUnderCheck],
    demands: [
      ...givesApproval('filing'),
      ...[...filingDemands, filedWithinTheList].map(onRequestedTerms('filing')),
      onRequestedTerms('filing')(handlersStandApart),
      caseNumbered,
    ],
    records: 'CaseFiled',
    record: ({ approval }, file, { now, today, actor, lists, allotted }) => {
      const terms = requestedFiling(file, approval);
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      // Where one is missing, `approval/open` or `initiation/case-numbered` has refused.
      if (terms === undefined || allotted.caseNumber === undefined) return [];
      const filed = { number: allotted.caseNumber, approval, filedOn: today, lists: lists.version, terms };
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'filing' } },
        { type: 'CaseFiled', ...stamp, data: filed },
      ];
    },
  }),
  ...leadCheckActs,
  ...leadCourseActs,
  ...handlersActs,
};

/** The approval, and the evidence on which each condition of filing is affirmed. */
const filingRestsOn = ({ approval, terms }: CaseFiled['data']): readonly EntryNumber[] => [
  approval,
  ...Object.values(terms.conditions).flatMap(({ evidence }) => evidence),
];

export const events: Events<
  | LeadReceived
  | CaseFiled
  | LeadNotFiled
  | LeadCheckExtended
  | LeadCheckersNamed
  | LeadDaysLeftOut
  | LeadSupplemented
  | LeadMerged
  | LeadReopened
  | HandlersNamed
> = {
  ...leadCheckEvents,
  ...leadCourseEvents,
  ...handlersEvents,
  LeadReceived: eventKind(
    {
      v: 1,
      volume: 'source',
      personal: { '/reporter': 'reporter' },
      correctable: { source: 'text', summary: 'text' },
    },
    (_, { data, revision }) => ({
      lead: {
        entry: revision,
        source: data.source,
        receivedOn: data.receivedOn,
        realName: data.realName,
        ...(data.transferredFrom !== undefined && { transferredFrom: data.transferredFrom }),
      },
    }),
  ),
  CaseFiled: eventKind(
    {
      v: 1,
      volume: 'filing',
      personal: {
        '/terms/party/person': 'party',
        '/terms/party/address': 'party',
        '/terms/partyDescribed': 'party',
      },
      refersTo: filingRestsOn,
      inDossier: true,
    },
    (_, { data, revision, recordedBy }) => ({
      filing: {
        ...data.terms,
        entry: revision,
        number: data.number,
        filedOn: data.filedOn,
        approvedBy: recordedBy,
        lists: data.lists,
      },
    }),
  ),
};
