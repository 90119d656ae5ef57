/** When and how a hearing is notified, held, reported and ended: APL 64, SAMR-H 20–29. */
import {
  type EntryProvision,
  type Outside,
  type Provision,
  filled,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { apl, clearWorkingDaysBetween, dayOf, isLocalDate, policy, samrH, timeLimit } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { servedOnOf } from '../notice/served.js';
import { heardUntil } from './sat.js';
import type { AnnounceHearing, EndHearing, HoldHearing, ServeHearingNotice } from './hearing.js';

type Heard = Pick<CaseFile, 'hearing'>;

export const sevenWorkingDaysBefore: EntryProvision<unknown, ServeHearingNotice> = {
  id: 'hearing/notified-seven-working-days-before',
  cites: apl(64, undefined, 2),
  also: [apl(85), samrH(20)],
  says: '行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点',
  en: 'Seven working days lie between the notice and the hearing',
  cure: { zh: '改定更晚的听证日期', en: 'Fix a later day' },
  fields: ['/for', '/media', '/method', '/occurredAt', '/proof'],
  holds: (entry, _, context) =>
    isLocalDate(entry.for) &&
    clearWorkingDaysBetween(servedOnOf(entry, context), entry.for, context.calendar) >=
      timeLimit('hearing-notice', context.today).length,
};

export const closedForSecretsOnly: EntryProvision<unknown, ServeHearingNotice> = {
  id: 'hearing/closed-for-secrets-only',
  cites: apl(64, undefined, 3),
  also: [samrH(22)],
  says: '除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行',
  en: 'A hearing is closed to the public only for a state secret, a business secret or privacy, and says for which',
  cure: { zh: '公开举行，或者写明不公开的原因', en: 'Hold it in public, or say why it is closed' },
  fields: ['/closedBecause', '/open'],
  holds: ({ open, closedBecause }) => open !== (closedBecause !== undefined),
};

/** A date before it would shorten the seven days. */
export const notifiedAfterRequest: EntryProvision<Heard, Outside> = {
  id: 'hearing/notified-after-the-request',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [samrH(20)],
  says: '听证通知不得早于当事人要求听证',
  en: 'A hearing is notified after the party has asked for it',
  cure: { zh: '核对送达日期', en: 'Check the day of the service' },
  fields: ['/occurredAt'],
  holds: (entry, { hearing }, context) => (hearing.requested?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

export const notified: Provision<Heard> = {
  id: 'hearing/notified',
  cites: apl(64, undefined, 2),
  says: '行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点',
  en: 'The party has been notified of time and place',
  cure: { zh: '先送达听证通知书', en: 'Serve the hearing notice first' },
  curedBy: ['hearing/serve-notice'],
  holds: ({ hearing }) => hearing.notice !== undefined,
};

export const announcedThreeDaysBefore: EntryProvision<Heard, AnnounceHearing> = {
  id: 'hearing/announced-three-working-days-before',
  cites: samrH(22),
  says: '公开举行听证的，应当于举行听证的三个工作日前公告',
  en: 'Three working days lie between the announcement and the hearing',
  cure: { zh: '改定更晚的听证日期并重新通知', en: 'Fix a later day and notify again' },
  curedBy: ['hearing/serve-notice'],
  fields: ['/occurredAt'],
  holds: (entry, { hearing }, context) =>
    hearing.notice === undefined ||
    clearWorkingDaysBetween(dayOf(happenedAt(entry, context)), hearing.notice.for, context.calendar) >=
      timeLimit('hearing-announcement', context.today).length,
};

export const openHearingAnnounced: Provision<Heard> = {
  id: 'hearing/open-hearing-announced',
  cites: samrH(22),
  also: [apl(64, undefined, 3)],
  says: '公开举行听证的，应当于举行听证的三个工作日前公告',
  en: 'An open hearing has been announced to the public',
  cure: { zh: '先行公告', en: 'Announce it first' },
  curedBy: ['hearing/announce'],
  holds: ({ hearing }) => hearing.notice?.open !== true || hearing.announcedOn !== undefined,
};

export const onTheNotifiedDay: EntryProvision<Heard, HoldHearing> = {
  id: 'hearing/held-on-the-notified-day',
  cites: apl(64, undefined, 2),
  says: '行政机关应当在举行听证的七日前，通知当事人及有关人员听证的时间、地点',
  en: 'The hearing is held on the day the party was notified of',
  cure: { zh: '按通知的日期举行，或者重新通知', en: 'Hold it on that day, or notify again' },
  curedBy: ['hearing/serve-notice'],
  fields: ['/occurredAt'],
  holds: (entry, { hearing }, context) =>
    hearing.notice === undefined || dayOf(happenedAt(entry, context)) === hearing.notice.for,
};

export const recordSigned: EntryProvision<unknown, HoldHearing> = {
  id: 'hearing/record-signed-or-refusal-noted',
  cites: apl(64, undefined, 8),
  also: [samrH(28)],
  says: '笔录应当交当事人或者其代理人核对无误后签字或者盖章；拒绝签字或者盖章的，由听证主持人在笔录中注明',
  en: 'The record is signed by the party, or the host notes the refusal',
  cure: { zh: '注明拒绝签字的情况', en: 'Note the refusal' },
  fields: ['/recordSigned', '/refusalNoted'],
  holds: (entry) => entry.recordSigned || filled(entry.refusalNoted),
};

export const heldAndUnreported: Provision<Heard> = {
  id: 'hearing/held-and-not-reported-yet',
  cites: samrH(29),
  says: '听证结束后，听证主持人应当在五个工作日内撰写听证报告',
  en: 'The hearing has been held, or has ended after one of its days, and its report is still to come',
  curedBy: ['hearing/hold'],
  holds: ({ hearing }) => heardUntil(hearing) !== undefined && hearing.report === undefined,
};

export const endedByHostOrLeader: Provision<Heard> = {
  id: 'hearing/ended-by-host-or-leader',
  cites: samrH(27),
  says: '有下列情形之一的，可以终止听证',
  en: 'The host ends the hearing; before one is named, a leader does',
  cure: { zh: '由听证主持人办理', en: 'Let the host of the hearing do it' },
  noCure: forSomebodyElse,
  holds: ({ hearing }, { actor }) =>
    actor.capacity === 'hearing-host'
      ? hearing.host?.person === actor.person
      : hearing.host === undefined && (actor.capacity === 'leader' || actor.capacity === 'principal'),
};

export const withdrawnInWriting: EntryProvision<unknown, EndHearing> = {
  id: 'hearing/withdrawn-in-writing',
  cites: samrH(27, undefined, 1),
  says: '当事人撤回听证申请或者明确放弃听证权利的',
  en: 'A withdrawal rests on the party’s own paper',
  cure: { zh: '附当事人撤回申请的书面材料', en: 'Attach the party’s withdrawal' },
  fields: ['/ground', '/paper'],
  holds: ({ ground, paper }) => ground !== 'withdrawn' || paper !== undefined,
};

/** A hearing that the party asked for ends on no one's mere word. */
export const endingShown: EntryProvision<unknown, EndHearing> = {
  id: 'hearing/ending-shown-by-a-paper',
  cites: policy('终止听证应当有材料证明其情形；What ends a hearing is shown by a paper'),
  also: [samrH(27), samrH(28)],
  says: '当事人不到场、中途退场或者死亡、终止的，应当附证明该情形的材料',
  en: 'That the party stayed away, left, died or ended is shown by a paper',
  cure: {
    zh: '附听证笔录、到场记录或者死亡、终止的证明',
    en: 'Attach the record of the day, or the proof of the death or the end',
  },
  fields: ['/ground', '/paper'],
  holds: ({ ground, paper }) => ground === 'withdrawn' || paper !== undefined,
};

export const partyEndedFirst: EntryProvision<Pick<CaseFile, 'party' | 'filing'>, EndHearing> = {
  id: 'hearing/party-ended-first',
  cites: samrH(27, undefined, 4),
  says: '当事人死亡或者终止，并且无权利义务承受人的',
  en: 'A party that is in a register has been recorded as ended, with nobody in its place',
  cure: {
    zh: '先记录当事人注销登记；有权利义务承受人的，变更当事人',
    en: 'Record its deregistration first; where somebody succeeds, ask for the change of the party',
  },
  curedBy: ['party/record-deregistration'],
  fields: ['/ground'],
  holds: ({ ground }, { party, filing }) =>
    ground !== 'party-ended' || filing?.party.kind === 'natural-person' || party.ended !== undefined,
};

export const absentOnTheDay: EntryProvision<Heard, EndHearing> = {
  id: 'hearing/absent-on-the-notified-day',
  cites: apl(64, undefined, 6),
  says: '当事人及其代理人无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，行政机关终止听证',
  en: 'Nobody stays away from or leaves a hearing before the day it was notified for',
  cure: {
    zh: '先通知听证，等到通知的听证之日',
    en: 'Notify the hearing first, and wait for the notified day',
  },
  curedBy: ['hearing/serve-notice'],
  fields: ['/ground'],
  holds: ({ ground }, { hearing }, { today }) =>
    (ground !== 'absent' && ground !== 'left') ||
    (hearing.notice !== undefined && today >= hearing.notice.for),
};
