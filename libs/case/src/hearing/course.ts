/** The file goes to the host, and a hearing that cannot go on stands still: SAMR-H 19, 26. */
import { dayOf, policy, samrH } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { EntryProvision, Provision } from '../kernel/provision.js';
import { beforeDecision } from '../review/provisions.js';
import { askedInTime, byTheHost, hostNamed, notOverYet } from './provisions.js';

/** hearing/hand-over-file: a handler hands the file to the host. */
export type HandOverHearingFile = Outside;
export type HearingFileHandedOver = Event<'HearingFileHandedOver', Pick<Outside, 'lateReason'>>;
/** SAMR-H 26, in its order. */
export const hearingSuspensionGrounds = [
  'force-majeure', // 当事人因不可抗力无法参加
  'successor-awaited', // 当事人死亡或者终止，需要确定权利义务承受人
  'recusal-asked', // 临时提出回避申请，无法当场作出决定
  'new-evidence', // 需要通知新的证人到场或者重新鉴定
  'other', // 其他需要中止的情形
] as const;
export type HearingSuspensionGround = (typeof hearingSuspensionGrounds)[number];
/** hearing/suspend: by the host. */
export type SuspendHearing = Readonly<{ ground: HearingSuspensionGround; reason: string }>;
export type HearingSuspended = Event<'HearingSuspended', SuspendHearing>;
/** hearing/resume: by the host. */
export type ResumeHearing = Readonly<{ reason: string }>;
export type HearingResumed = Event<'HearingResumed', ResumeHearing>;

type Heard = Pick<CaseFile, 'hearing'>;

export const fileNotHandedOver: Provision<Heard> = {
  id: 'hearing/file-not-handed-over-yet',
  cites: samrH(19),
  says: '办案人员应当自确定听证主持人之日起三个工作日内，将案卷移送听证主持人',
  en: 'The file has not been handed to the host yet',
  holds: ({ hearing }) => hearing.fileHandedOver === undefined,
};

export const notSuspended: Provision<Heard> = {
  id: 'hearing/not-suspended',
  cites: samrH(26),
  says: '有下列情形之一的，可以中止听证',
  en: 'The hearing does not stand still',
  cure: { zh: '中止的情形消失后，先恢复听证', en: 'Resume the hearing once the cause is gone' },
  holds: ({ hearing }) => hearing.suspended === undefined,
};

export const suspended: Provision<Heard> = {
  id: 'hearing/suspended',
  cites: samrH(26),
  says: '中止听证的情形消失后，听证主持人应当恢复听证',
  en: 'What is resumed is a hearing that stands still',
  holds: ({ hearing }) => hearing.suspended !== undefined,
};

export const standstillReasoned: EntryProvision<unknown, Readonly<{ reason: string }>> = {
  id: 'hearing/standstill-reasoned',
  cites: policy('中止、恢复听证应当说明理由；Suspending or resuming a hearing gives its reason'),
  also: [samrH(26)],
  says: '中止或者恢复听证应当说明理由',
  en: 'Whoever suspends or resumes a hearing says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  holds: ({ reason }) => reason.trim() !== '',
};

const underWay = [caseOpen, beforeDecision, askedInTime, notOverYet] as const;

export const courseActs = {
  'hearing/hand-over-file': act<HandOverHearingFile, Recorded<'HearingFileHandedOver'>>({
    title: { zh: '向听证主持人移送案卷', en: 'Hand the file to the hearing host' },
    by: ['officer'],
    requires: [byHandler, ...underWay, hostNamed, fileNotHandedOver],
    demands: outsideAct,
    record: (entry, _, context) => [
      {
        type: 'HearingFileHandedOver',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }) },
      },
    ],
  }),
  'hearing/suspend': act<SuspendHearing, Recorded<'HearingSuspended'>>({
    title: { zh: '中止听证', en: 'Suspend the hearing' },
    by: ['hearing-host'],
    requires: [byTheHost, ...underWay, notSuspended],
    demands: [standstillReasoned],
    record: ({ ground, reason }, _, { now, actor }) => [
      { type: 'HearingSuspended', v: 1, occurredAt: now, actors: [actor], data: { ground, reason } },
    ],
  }),
  'hearing/resume': act<ResumeHearing, Recorded<'HearingResumed'>>({
    title: { zh: '恢复听证', en: 'Resume the hearing' },
    by: ['hearing-host'],
    requires: [byTheHost, ...underWay, suspended],
    demands: [standstillReasoned],
    record: ({ reason }, _, { now, actor }) => [
      { type: 'HearingResumed', v: 1, occurredAt: now, actors: [actor], data: { reason } },
    ],
  }),
};

export const courseFolds: Folds<'HearingFileHandedOver' | 'HearingSuspended' | 'HearingResumed'> = {
  HearingFileHandedOver: ({ hearing }, { revision, occurredAt }) => ({
    hearing: { ...hearing, fileHandedOver: { entry: revision, on: dayOf(occurredAt) } },
  }),
  HearingSuspended: ({ hearing }, { revision, occurredAt, data }) => ({
    hearing: {
      ...hearing,
      suspended: { entry: revision, on: dayOf(occurredAt), ground: data.ground },
    },
  }),
  HearingResumed: ({ hearing: { suspended: _, ...hearing } }) => ({ hearing }),
};
