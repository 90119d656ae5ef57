/** Hearing (听证): APL 63–65; SAMR-H. */
import { dayOf, type Interval, type LocalDate } from '@anjuan/law';
import { happenedAt, outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { servedByTheRules } from '../notice/provisions.js';
import { asIssued, paperServed, type Service } from '../paper/issued.js';
import { servedAs } from '../service/provisions.js';
import { latestNotice, servedOnOf } from '../notice/served.js';
import { beforeDecision } from '../review/provisions.js';
import { goesOnLater, type AdjournHearing } from './adjourning.js';
import { calledOffByLeader, nothingLeftToHear, type CallOffHearing } from './calling-off.js';
import { courseActs, notSuspended, type HearingSuspensionGround } from './course.js';
import {
  absentOnTheDay,
  announcedThreeDaysBefore,
  closedForSecretsOnly,
  endedByHostOrLeader,
  endingShown,
  heldAndUnreported,
  notified,
  notifiedAfterRequest,
  onTheNotifiedDay,
  openHearingAnnounced,
  partyEndedFirst,
  recordSigned,
  sevenWorkingDaysBefore,
  withdrawnInWriting,
} from './holding.js';
import {
  askedBeforeDecision,
  lastOneReported,
  requestedInTime,
  byHostOrHandler,
  byTheHost,
  hostDidNotInvestigate,
  hostNamed,
  hostQualified,
  hostReplacedForReason,
  hostStillNeeded,
  hostStillApart,
  namedByLeader,
  notAskedAlready,
  notOverYet,
  rightToHearing,
} from './provisions.js';
import {
  requestHearingSchema,
  nameHearingHostSchema,
  serveHearingNoticeSchema,
  announceHearingSchema,
  holdHearingSchema,
  adjournHearingSchema,
  reportHearingSchema,
  endHearingSchema,
  callOffHearingSchema,
} from './entries.js';
import { takingPart } from './taking-part.js';
import type { Entry } from '@anjuan/entry';
import type { PartsOf } from '../of-party.js';

export { events } from './events.js';

/** hearing/request: the party asks; a handler takes it down. */
export type RequestHearing = Entry<typeof requestHearingSchema>;
export type HearingRequested = Event<
  'HearingRequested',
  Omit<RequestHearing, 'occurredAt'> & { inTime: boolean }
>;
/** hearing/name-host: by a leader (SAMR-H 11, 18). */
export type NameHearingHost = Entry<typeof nameHearingHostSchema>;
export type HearingHostNamed = Event<'HearingHostNamed', NameHearingHost>;
/** hearing/serve-notice: by the host or a handler (APL 64(2)). */
export type ServeHearingNotice = Entry<typeof serveHearingNoticeSchema>;
export type HearingNoticeServed = Event<
  'HearingNoticeServed',
  Omit<ServeHearingNotice, 'occurredAt'> & { servedOn: LocalDate; issued?: EntryNumber }
>;
/** hearing/announce: to the public (SAMR-H 22). */
export type AnnounceHearing = Entry<typeof announceHearingSchema>;
export type HearingAnnounced = Event<'HearingAnnounced', Omit<AnnounceHearing, 'occurredAt'>>;
/** hearing/hold: by the host. */
export type HoldHearing = Entry<typeof holdHearingSchema>;
export type HearingHeld = Event<'HearingHeld', Omit<HoldHearing, 'occurredAt'>>;
export type HearingAdjourned = Event<'HearingAdjourned', Omit<AdjournHearing, 'occurredAt'>>;
/** hearing/report: by the host, within five working days (SAMR-H 29). */
export type ReportHearing = Entry<typeof reportHearingSchema>;
export type HearingReported = Event<'HearingReported', ReportHearing>;
/** hearing/end: without a hearing (SAMR-H 27). */
export type EndHearing = Entry<typeof endHearingSchema>;
export type HearingEnded = Event<
  'HearingEnded',
  Omit<EndHearing, 'ground'> & Readonly<{ ground: HearingEndGround }>
>;
/** `nothing-to-hear`: by a leader of the agency's own accord (SAMR-H 27(5)). */
export type HearingEndGround = EndHearing['ground'] | 'nothing-to-hear';

export type Hearing = Readonly<{
  requested?: Readonly<{ entry: EntryNumber; on: LocalDate; inTime: boolean }>;
  /** `firstNamedOn`: where another one was named before. */
  host?: Readonly<{ person: PersonId; namedOn: LocalDate; firstNamedOn?: LocalDate }>;
  notice?: Readonly<{ entry: EntryNumber; servedOn: LocalDate; for: LocalDate; open: boolean }>;
  /** By which notice its day was first fixed, and when. */
  fixed?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  announcedOn?: LocalDate;
  fileHandedOver?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  /** It is suspended (SAMR-H 26). */
  suspended?: Readonly<{ entry: EntryNumber; on: LocalDate; ground: HearingSuspensionGround }>;
  /** Who helped the host or kept the record, of hearings before as well. */
  staff?: readonly PersonId[];
  /** Its days before the last one. */
  sessions?: readonly Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>[];
  held?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  report?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  ended?: Readonly<{ entry: EntryNumber; on: LocalDate; ground: HearingEndGround }>;
  /** Records and reports of hearings on notices that were replaced since. */
  earlier?: readonly Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>[];
  /** The days of those hearings. */
  daysBefore?: readonly Interval[];
}>;

/** The host alone may serve it: there is no paper that officers sign. */
const servedByTheHost = servedByTheRules.map((one) => ({
  ...one,
  fields: one.fields.filter((field) => field !== '/signedPaper'),
}));

const ofHearingNotice: Service<ServeHearingNotice> = {
  kind: 'hearing-notice',
  at: '/paper',
  paper: ({ paper }) => paper,
};

/** Checked for every act between the request and the end of the hearing. */
const underWay = [caseOpen, beforeDecision, requestedInTime, notOverYet];

/** Checked of each day of the hearing. */
const mayBeHeld = [byTheHost, hostStillApart, ...underWay, notified, openHearingAnnounced, notSuspended];
const heldOnItsDay = [...outsideAct, onTheNotifiedDay, recordSigned, ...takingPart];

/** What this step adds to the file. */
export type Slice = Readonly<{
  hearing: Hearing;
}>;
export const empty: Slice = { hearing: {} };
export const ofParty = { hearing: true } as const satisfies PartsOf<Slice>;

export const acts = {
  ...courseActs,
  'hearing/request': act<RequestHearing, Recorded<'HearingRequested'>>({
    title: { zh: '记录听证申请', en: 'Take down a request for a hearing' },
    entry: requestHearingSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, rightToHearing, notAskedAlready, lastOneReported],
    demands: [...outsideAct, askedBeforeDecision],
    records: 'HearingRequested',
    data: (entry, file, context) => {
      const on = dayOf(happenedAt(entry, context));
      const last = latestNotice(file);
      return {
        ...(entry.paper !== undefined && { paper: entry.paper }),
        ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        inTime: last !== undefined && on <= last.lastDay,
      };
    },
  }),
  'hearing/name-host': act<NameHearingHost, Recorded<'HearingHostNamed'>>({
    title: { zh: '指定听证主持人', en: 'Name the hearing host' },
    entry: nameHearingHostSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [namedByLeader, caseOpen, beforeDecision, requestedInTime, hostStillNeeded],
    demands: [hostDidNotInvestigate, hostQualified, hostReplacedForReason],
    records: 'HearingHostNamed',
  }),
  'hearing/serve-notice': act<ServeHearingNotice, Recorded<'HearingNoticeServed'>>({
    title: { zh: '送达听证通知书', en: 'Serve the hearing notice' },
    entry: serveHearingNoticeSchema,
    by: ['hearing-host', 'officer'],
    requires: [byHostOrHandler, ...underWay, hostNamed],
    demands: [
      ...outsideAct,
      notifiedAfterRequest,
      sevenWorkingDaysBefore,
      closedForSecretsOnly,
      ...servedByTheHost,
      ...asIssued(ofHearingNotice),
    ],
    records: 'HearingNoticeServed',
    data: (entry, file, context) => ({
      for: entry.for,
      place: entry.place,
      open: entry.open,
      ...(entry.closedBecause !== undefined && { closedBecause: entry.closedBecause }),
      ...servedAs(entry),
      ...paperServed(ofHearingNotice, entry, file),
      ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
      servedOn: servedOnOf(entry, context),
    }),
  }),
  'hearing/announce': act<AnnounceHearing, Recorded<'HearingAnnounced'>>({
    title: { zh: '公告听证', en: 'Announce the hearing' },
    entry: announceHearingSchema,
    by: ['hearing-host', 'officer'],
    requires: [byHostOrHandler, ...underWay, notified],
    demands: [...outsideAct, announcedThreeDaysBefore],
    records: 'HearingAnnounced',
  }),
  'hearing/hold': act<HoldHearing, Recorded<'HearingHeld'>>({
    title: { zh: '举行听证', en: 'Hold the hearing' },
    entry: holdHearingSchema,
    by: ['hearing-host'],
    requires: mayBeHeld,
    demands: heldOnItsDay,
    records: 'HearingHeld',
  }),
  'hearing/adjourn': act<AdjournHearing, Recorded<'HearingAdjourned'>>({
    title: { zh: '听证未完，另日继续', en: 'The hearing goes on on another day' },
    entry: adjournHearingSchema,
    by: ['hearing-host'],
    requires: mayBeHeld,
    demands: [...heldOnItsDay, goesOnLater],
    records: 'HearingAdjourned',
  }),
  'hearing/report': act<ReportHearing, Recorded<'HearingReported'>>({
    title: { zh: '提交听证报告', en: 'Report on the hearing' },
    entry: reportHearingSchema,
    by: ['hearing-host'],
    requires: [caseOpen, byTheHost, beforeDecision, heldAndUnreported],
    demands: [],
    records: 'HearingReported',
  }),
  'hearing/end': act<EndHearing, Recorded<'HearingEnded'>>({
    title: { zh: '终止听证', en: 'End the hearing' },
    entry: endHearingSchema,
    by: ['hearing-host', 'leader', 'principal'],
    opensGate: true,
    requires: [endedByHostOrLeader, hostStillApart, ...underWay],
    demands: [withdrawnInWriting, endingShown, absentOnTheDay, partyEndedFirst],
    records: 'HearingEnded',
  }),
  'hearing/call-off': act<CallOffHearing, Recorded<'HearingEnded'>>({
    title: { zh: '因其他情形终止听证', en: 'Call off the hearing' },
    entry: callOffHearingSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [calledOffByLeader, ...underWay, nothingLeftToHear],
    demands: [],
    records: 'HearingEnded',
    data: ({ reason, paper }) => ({ ground: 'nothing-to-hear', reason, paper }),
  }),
};
