/** Hearing (听证): APL 63–65; SAMR-H. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import { allowedMethod } from '../notice/provisions.js';
import { latestNotice, servedOnOf } from '../notice/served.js';
import { beforeDecision } from '../review/provisions.js';
import type { ServiceMethod } from '../service/service.js';
import type { UndeliveredReason } from '../service/undelivered.js';
import { courseActs, notSuspended, type HearingSuspensionGround } from './course.js';
import {
  absentOnTheDay,
  announcedThreeDaysBefore,
  endedByHostOrLeader,
  heldAndUnreported,
  notified,
  notifiedAfterRequest,
  onTheNotifiedDay,
  openHearingAnnounced,
  recordSigned,
  sevenWorkingDaysBefore,
  withdrawnInWriting,
} from './holding.js';
import {
  askedInTime,
  byHostOrHandler,
  byTheHost,
  hostDidNotInvestigate,
  hostNamed,
  hostQualified,
  hostStillApart,
  namedByLeader,
  notAskedAlready,
  notOverYet,
  rightToHearing,
} from './provisions.js';

export { folds } from './folds.js';

/** hearing/request: the party asks; a handler takes it down. */
export type RequestHearing = Outside & Readonly<{ paper?: Paper }>;
export type HearingRequested = Event<
  'HearingRequested',
  Omit<RequestHearing, 'occurredAt'> & { inTime: boolean }
>;
/** hearing/name-host: by a leader (SAMR-H 11, 18). */
export type NameHearingHost = Readonly<{ host: PersonId }>;
export type HearingHostNamed = Event<'HearingHostNamed', NameHearingHost>;
/** hearing/serve-notice: by the host or a handler (APL 64(2)). */
export type ServeHearingNotice = Outside &
  Readonly<{
    for: LocalDate;
    place: string;
    method: ServiceMethod;
    proof?: Paper;
    open: boolean;
    addressConfirmation?: Paper;
    notReceived?: UndeliveredReason;
    otherMethodsFailed?: string;
  }>;
export type HearingNoticeServed = Event<
  'HearingNoticeServed',
  Omit<ServeHearingNotice, 'occurredAt'> & { servedOn: LocalDate }
>;
/** hearing/announce: to the public (SAMR-H 22). */
export type AnnounceHearing = Outside & Readonly<{ where?: string }>;
export type HearingAnnounced = Event<'HearingAnnounced', Omit<AnnounceHearing, 'occurredAt'>>;
/** hearing/hold: by the host. */
export type HoldHearing = Outside & Readonly<{ record: Paper; recordSigned: boolean; refusalNoted?: string }>;
export type HearingHeld = Event<'HearingHeld', Omit<HoldHearing, 'occurredAt'>>;
/** hearing/report: by the host, within five working days (SAMR-H 29). */
export type ReportHearing = Readonly<{ report: Paper; opinion: string }>;
export type HearingReported = Event<'HearingReported', ReportHearing>;
/** hearing/end: without a hearing (SAMR-H 27). */
export type EndHearing = Readonly<{
  ground: 'withdrawn' | 'absent' | 'left' | 'party-ended';
  reason: string;
  paper?: Paper;
}>;
export type HearingEnded = Event<'HearingEnded', EndHearing>;

export type Hearing = Readonly<{
  requested?: Readonly<{ entry: EntryNumber; on: LocalDate; inTime: boolean }>;
  host?: Readonly<{ person: PersonId; namedOn: LocalDate }>;
  notice?: Readonly<{ entry: EntryNumber; servedOn: LocalDate; for: LocalDate; open: boolean }>;
  announcedOn?: LocalDate;
  fileHandedOver?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  /** It stands still (SAMR-H 26). */
  suspended?: Readonly<{ entry: EntryNumber; on: LocalDate; ground: HearingSuspensionGround }>;
  held?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  report?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  ended?: Readonly<{ entry: EntryNumber; on: LocalDate; ground: EndHearing['ground'] }>;
  /** Records and reports of hearings on notices that were replaced since. */
  earlier?: readonly Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>[];
}>;

/** Asked of every act between the request and the end of the hearing. */
const underWay = [caseOpen, beforeDecision, askedInTime, notOverYet];

export const acts = {
  ...courseActs,
  'hearing/request': act<RequestHearing, Recorded<'HearingRequested'>>({
    title: { zh: '记录听证申请', en: 'Take down a request for a hearing' },
    by: ['officer'],
    requires: [caseOpen, byHandler, rightToHearing, notAskedAlready],
    demands: outsideAct,
    record: (entry, file, context) => {
      const on = dayOf(happenedAt(entry, context));
      const last = latestNotice(file);
      return [
        {
          type: 'HearingRequested',
          v: 1,
          occurredAt: happenedAt(entry, context),
          actors: [context.actor],
          data: {
            ...(entry.paper !== undefined && { paper: entry.paper }),
            ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
            inTime: last !== undefined && on <= last.lastDay,
          },
        },
      ];
    },
  }),
  'hearing/name-host': act<NameHearingHost, Recorded<'HearingHostNamed'>>({
    title: { zh: '指定听证主持人', en: 'Name the hearing host' },
    by: ['leader', 'principal'],
    requires: [namedByLeader, ...underWay],
    demands: [hostDidNotInvestigate, hostQualified],
    names: ({ host }) => [host],
    record: ({ host }, _, { now, actor }) => [
      { type: 'HearingHostNamed', v: 1, occurredAt: now, actors: [actor], data: { host } },
    ],
  }),
  'hearing/serve-notice': act<ServeHearingNotice, Recorded<'HearingNoticeServed'>>({
    title: { zh: '送达听证通知书', en: 'Serve the hearing notice' },
    by: ['hearing-host', 'officer'],
    requires: [byHostOrHandler, ...underWay, hostNamed],
    demands: [...outsideAct, notifiedAfterRequest, sevenWorkingDaysBefore, ...allowedMethod],
    record: (entry, _, context) => [
      {
        type: 'HearingNoticeServed',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          for: entry.for,
          place: entry.place,
          method: entry.method,
          open: entry.open,
          ...(entry.proof !== undefined && { proof: entry.proof }),
          ...(entry.addressConfirmation !== undefined && { addressConfirmation: entry.addressConfirmation }),
          ...(entry.notReceived !== undefined && { notReceived: entry.notReceived }),
          ...(entry.otherMethodsFailed !== undefined && { otherMethodsFailed: entry.otherMethodsFailed }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
          servedOn: servedOnOf(entry, context),
        },
      },
    ],
  }),
  'hearing/announce': act<AnnounceHearing, Recorded<'HearingAnnounced'>>({
    title: { zh: '公告听证', en: 'Announce the hearing' },
    by: ['hearing-host', 'officer'],
    requires: [byHostOrHandler, ...underWay, notified],
    demands: [...outsideAct, announcedThreeDaysBefore],
    record: (entry, _, context) => [
      {
        type: 'HearingAnnounced',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          ...(entry.where !== undefined && { where: entry.where }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'hearing/hold': act<HoldHearing, Recorded<'HearingHeld'>>({
    title: { zh: '举行听证', en: 'Hold the hearing' },
    by: ['hearing-host'],
    requires: [byTheHost, hostStillApart, ...underWay, notified, openHearingAnnounced, notSuspended],
    demands: [...outsideAct, onTheNotifiedDay, recordSigned],
    record: (entry, _, context) => [
      {
        type: 'HearingHeld',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          record: entry.record,
          recordSigned: entry.recordSigned,
          ...(entry.refusalNoted !== undefined && { refusalNoted: entry.refusalNoted }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'hearing/report': act<ReportHearing, Recorded<'HearingReported'>>({
    title: { zh: '提交听证报告', en: 'Report on the hearing' },
    by: ['hearing-host'],
    requires: [caseOpen, byTheHost, beforeDecision, heldAndUnreported],
    demands: [],
    record: ({ report, opinion }, _, { now, actor }) => [
      { type: 'HearingReported', v: 1, occurredAt: now, actors: [actor], data: { report, opinion } },
    ],
  }),
  'hearing/end': act<EndHearing, Recorded<'HearingEnded'>>({
    title: { zh: '终止听证', en: 'End the hearing' },
    by: ['hearing-host', 'leader', 'principal'],
    requires: [endedByHostOrLeader, ...underWay],
    demands: [withdrawnInWriting, absentOnTheDay],
    record: ({ ground, reason, paper }, _, { now, actor }) => [
      {
        type: 'HearingEnded',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { ground, reason, ...(paper !== undefined && { paper }) },
      },
    ],
  }),
};
