/** Hearing (听证): APL 63–65; SAMR-H. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import type { ServiceMethod } from '../service/service.js';

/** hearing/request: the party asks; a handler takes it down. */
export type RequestHearing = Outside & Readonly<{ paper?: Paper }>;
export type HearingRequested = Event<'HearingRequested', Omit<RequestHearing, 'occurredAt'> & { inTime: boolean }>;
/** hearing/name-host: by a leader (SAMR-H 11, 18). */
export type NameHearingHost = Readonly<{ host: PersonId }>;
export type HearingHostNamed = Event<'HearingHostNamed', NameHearingHost>;
/** hearing/serve-notice: by the host or a handler (APL 64(2)). */
export type ServeHearingNotice = Outside &
  Readonly<{ for: LocalDate; place: string; method: ServiceMethod; proof?: Paper; open: boolean }>;
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
  held?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  report?: Readonly<{ entry: EntryNumber; on: LocalDate; hash: string }>;
  ended?: Readonly<{ entry: EntryNumber; on: LocalDate; ground: EndHearing['ground'] }>;
}>;
