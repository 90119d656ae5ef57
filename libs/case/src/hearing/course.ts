/** The file is handed to the host, and a hearing that cannot go on is suspended: SAMR-H 19, 26. */
import { doneOnce, filled, outsideAct } from '@anjuan/procedure';
import { dayOf, policy, samrH } from '@anjuan/law';
import type { EntryProvision, Event, Outside, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { beforeDecision } from '../review/provisions.js';
import { requestedInTime, byTheHost, hostNamed, notOverYet } from './provisions.js';
import { handOverHearingFileSchema, suspendHearingSchema, resumeHearingSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

export { hearingSuspensionGrounds, type HearingSuspensionGround } from './words.js';

/** hearing/hand-over-file: a handler hands the file to the host. */
export type HandOverHearingFile = Entry<typeof handOverHearingFileSchema>;
export type HearingFileHandedOver = Event<'HearingFileHandedOver', Pick<Outside, 'lateReason'>>;
/** hearing/suspend: by the host. */
export type SuspendHearing = Entry<typeof suspendHearingSchema>;
export type HearingSuspended = Event<'HearingSuspended', SuspendHearing>;
/** hearing/resume: by the host. */
export type ResumeHearing = Entry<typeof resumeHearingSchema>;
export type HearingResumed = Event<'HearingResumed', ResumeHearing>;

type Heard = Pick<CaseFile, 'hearing'>;

export const fileNotHandedOver: Provision<Heard> = {
  id: 'hearing/file-not-handed-over-yet',
  cites: samrH(19),
  says: '办案人员应当自确定听证主持人之日起三个工作日内，将案件材料移交听证主持人',
  en: 'The file has not been handed to the host yet',
  noCure: doneOnce,
  holds: ({ hearing }) => hearing.fileHandedOver === undefined,
};

export const notSuspended: Provision<Heard> = {
  id: 'hearing/not-suspended',
  cites: samrH(26),
  says: '有下列情形之一的，可以中止听证',
  en: 'The hearing does not stand still',
  cure: { zh: '中止的情形消失后，先恢复听证', en: 'Resume the hearing once the cause is gone' },
  curedBy: ['hearing/resume'],
  holds: ({ hearing }) => hearing.suspended === undefined,
};

export const suspended: Provision<Heard> = {
  id: 'hearing/suspended',
  cites: samrH(26),
  says: '中止听证的情形消失后，听证主持人应当恢复听证',
  en: 'What is resumed is a hearing that stands still',
  curedBy: ['hearing/suspend'],
  holds: ({ hearing }) => hearing.suspended !== undefined,
};

export const standstillReasoned: EntryProvision<unknown, Readonly<{ reason: string }>> = {
  id: 'hearing/standstill-reasoned',
  cites: policy('中止、恢复听证应当说明理由；Suspending or resuming a hearing gives its reason'),
  also: [samrH(26)],
  says: '中止或者恢复听证应当说明理由',
  en: 'Whoever suspends or resumes a hearing says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

const underWay = [caseOpen, beforeDecision, requestedInTime, notOverYet] as const;

export const courseActs = {
  'hearing/hand-over-file': act<HandOverHearingFile, Recorded<'HearingFileHandedOver'>>({
    title: { zh: '向听证主持人移送案卷', en: 'Hand the file to the hearing host' },
    entry: handOverHearingFileSchema,
    by: ['officer'],
    requires: [byHandler, ...underWay, hostNamed, fileNotHandedOver],
    demands: outsideAct,
    records: 'HearingFileHandedOver',
  }),
  'hearing/suspend': act<SuspendHearing, Recorded<'HearingSuspended'>>({
    title: { zh: '中止听证', en: 'Suspend the hearing' },
    entry: suspendHearingSchema,
    by: ['hearing-host'],
    requires: [byTheHost, ...underWay, notSuspended],
    demands: [standstillReasoned],
    records: 'HearingSuspended',
  }),
  'hearing/resume': act<ResumeHearing, Recorded<'HearingResumed'>>({
    title: { zh: '恢复听证', en: 'Resume the hearing' },
    entry: resumeHearingSchema,
    by: ['hearing-host'],
    requires: [byTheHost, ...underWay, suspended],
    demands: [standstillReasoned],
    records: 'HearingResumed',
  }),
};

export const courseEvents: Events<HearingFileHandedOver | HearingSuspended | HearingResumed> = {
  HearingFileHandedOver: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    ({ hearing }, { revision, occurredAt }) => ({
      hearing: { ...hearing, fileHandedOver: { entry: revision, on: dayOf(occurredAt) } },
    }),
  ),
  HearingSuspended: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ hearing }, { revision, occurredAt, data }) => ({
      hearing: {
        ...hearing,
        suspended: { entry: revision, on: dayOf(occurredAt), ground: data.ground },
      },
    }),
  ),
  HearingResumed: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ hearing: { suspended: _, ...hearing } }) => ({ hearing }),
  ),
};
