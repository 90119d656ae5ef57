import { dayOf, type Instant, type LocalDate } from '@anjuan/law';
import type { HearingFileHandedOver, HearingSuspended, HearingResumed } from './course.js';
import { dayShown } from '../notice/served.js';
import type { CaseFile } from '../steps.js';
import { eventKind, type Events } from '../event-kind.js';
import { courseEvents } from './course.js';
import { daysKept } from './days.js';
import { staffAfter } from './taking-part.js';
import type {
  Hearing,
  HearingRequested,
  HearingHostNamed,
  HearingNoticeServed,
  HearingAdjourned,
  HearingAnnounced,
  HearingHeld,
  HearingReported,
  HearingEnded,
} from './hearing.js';

/** A new request, or a new party, starts a new hearing; what was heard before stays in the file. */
export const hearingKept = (hearing: Hearing): Pick<Hearing, 'earlier' | 'daysBefore' | 'staff'> => {
  const { earlier = [], sessions = [], held, report, staff } = hearing;
  const heard = [...earlier, ...sessions, held, report].filter((part) => part !== undefined);
  return { ...(heard.length > 0 && { earlier: heard }), ...(staff && { staff }), ...daysKept(hearing) };
};

type OfHearing = Pick<CaseFile, 'hearing'>;
const withPart = ({ hearing }: OfHearing, part: Partial<Hearing>): OfHearing => ({
  hearing: { ...hearing, ...part },
});

const firstNamed = ({ hearing: { host } }: OfHearing): Readonly<{ firstNamedOn?: LocalDate }> =>
  host === undefined ? {} : { firstNamedOn: host.firstNamedOn ?? host.namedOn };

/** A notice that is posted fixes the day when it is posted, not when its own days are over. */
const fixedOn = (
  notice: HearingNoticeServed['data'],
  { occurredAt, recordedAt }: Readonly<{ occurredAt: Instant; recordedAt: Instant }>,
): LocalDate =>
  notice.method === 'public-notice' ? dayOf(dayShown(notice) ? occurredAt : recordedAt) : notice.servedOn;

export const events: Events<
  | HearingRequested
  | HearingHostNamed
  | HearingNoticeServed
  | HearingAnnounced
  | HearingAdjourned
  | HearingHeld
  | HearingReported
  | HearingEnded
  | HearingFileHandedOver
  | HearingSuspended
  | HearingResumed
> = {
  ...courseEvents,
  HearingRequested: eventKind(
    { v: 1, volume: 'other-main', personal: {}, withdrawableBy: 'handler', saidByParty: true },
    ({ hearing }, { revision, occurredAt, data }) => ({
      hearing: {
        requested: { entry: revision, on: dayOf(occurredAt), inTime: data.inTime },
        ...hearingKept(hearing),
      },
    }),
  ),
  HearingHostNamed: eventKind({ v: 1, volume: 'other-sub', personal: {} }, (file, { occurredAt, data }) =>
    withPart(file, { host: { person: data.host, namedOn: dayOf(occurredAt), ...firstNamed(file) } }),
  ),
  // An announcement names the day: with another day it has to be made again.
  HearingNoticeServed: eventKind(
    { v: 1, volume: 'to-party', personal: { '/witness': 'witness' }, refersTo: ['issued'] },
    (
      {
        hearing: { requested, host, earlier, daysBefore, fileHandedOver, suspended, sessions, staff, fixed },
      },
      { revision, data, ...when },
    ) => ({
      hearing: {
        ...(requested !== undefined && { requested }),
        ...(host !== undefined && { host }),
        ...(earlier !== undefined && { earlier }),
        ...(daysBefore !== undefined && { daysBefore }),
        ...(fileHandedOver !== undefined && { fileHandedOver }),
        ...(suspended !== undefined && { suspended }),
        ...(sessions !== undefined && { sessions }),
        ...(staff !== undefined && { staff }),
        fixed: fixed ?? { entry: revision, on: fixedOn(data, when) },
        notice: { entry: revision, servedOn: data.servedOn, for: data.for, open: data.open },
      },
    }),
  ),
  HearingAnnounced: eventKind({ v: 1, volume: 'other-main', personal: {} }, (file, { occurredAt }) =>
    withPart(file, { announcedOn: dayOf(occurredAt) }),
  ),
  // Where everybody was told, nobody needs the seven days again; else the next day is notified and announced anew.
  HearingAdjourned: eventKind(
    { v: 1, volume: 'hearing-record', personal: { '/tookPart/*/name': 'person' }, inDossier: true },
    ({ hearing: { notice, announcedOn, ...hearing } }, { revision, occurredAt, data }) => ({
      hearing: {
        ...hearing,
        ...staffAfter(hearing, data),
        ...(data.everybodyTold && {
          ...(notice !== undefined && { notice: { ...notice, for: data.goesOn ?? notice.for } }),
          ...(announcedOn !== undefined && { announcedOn }),
        }),
        sessions: [
          ...(hearing.sessions ?? []),
          { entry: revision, on: dayOf(occurredAt), hash: data.record.sha256 },
        ],
      },
    }),
  ),
  HearingHeld: eventKind(
    { v: 1, volume: 'hearing-record', personal: { '/tookPart/*/name': 'person' }, inDossier: true },
    (file, { revision, occurredAt, data }) =>
      withPart(file, {
        held: { entry: revision, on: dayOf(occurredAt), hash: data.record.sha256 },
        ...staffAfter(file.hearing, data),
      }),
  ),
  HearingReported: eventKind(
    { v: 1, volume: 'hearing-report', personal: {}, inDossier: true },
    (file, { revision, occurredAt, data }) =>
      withPart(file, { report: { entry: revision, on: dayOf(occurredAt), hash: data.report.sha256 } }),
  ),
  HearingEnded: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt, data }) =>
      withPart(file, { ended: { entry: revision, on: dayOf(occurredAt), ground: data.ground } }),
  ),
};
