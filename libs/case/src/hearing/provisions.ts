/** Who may ask for a hearing, who hosts it, and when it may be held: APL 63–64, SAMR-H. */
import {
  type EntryProvision,
  type Outside,
  type Provision,
  actsAs,
  checkEntry,
  doneOnce,
  filled,
  forSomebodyElse,
  holdsCapacity,
} from '@anjuan/procedure';
import { apl, policy, samrH } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { latestNotice } from '../notice/served.js';
import { hearingEligible, valuedAsReported } from '../penalty/hearing-eligible.js';
import { beforeTheDecision, undecided } from '../review/unheard.js';
import { investigatedBy } from '../review/separation.js';
import type { NameHearingHost } from './hearing.js';
import { sat } from './sat.js';

type Heard = Pick<CaseFile, 'hearing'>;

/** The penalty gives the right, or the notice granted it: the party may rely on the notice. */
export const rightToHearing: Provision<Pick<CaseFile, 'filing' | 'investigation' | 'notices'>> = {
  id: 'hearing/right-exists',
  cites: apl(63, 1),
  also: [samrH(5), valuedAsReported],
  says: '行政机关拟作出下列行政处罚决定，应当告知当事人有要求听证的权利，当事人要求听证的，行政机关应当组织听证',
  en: 'A notice has been served of a penalty that gives a right to a hearing',
  cure: { zh: '不属于听证范围的，记录为陈述、申辩', en: 'Otherwise take it down as a statement' },
  curedBy: ['statement/record'],
  instead: true,
  holds: (file, { lists }) =>
    file.notices.some((notice) => notice.hearingRightTold || hearingEligible(notice.penalties, file, lists)),
};

/** Held and reported, or ended before anybody was heard. */
export const dealtWith = ({ hearing }: Heard): boolean =>
  sat(hearing) ? hearing.report !== undefined : hearing.ended !== undefined;

/** A new notice gives a new right; a late request takes nothing away from one made in time. */
export const notAskedAlready: Provision<Heard & Pick<CaseFile, 'notices'>> = {
  id: 'hearing/not-asked-for-already',
  cites: policy('同一告知书只受理一次听证申请；One request for a hearing on one notice'),
  also: [apl(64, undefined, 1)],
  says: '对同一告知书，当事人已经要求听证的，不再重复受理',
  en: 'The party has not asked for a hearing on this notice already',
  curedBy: ['notice/serve'],
  holds: (file) => {
    const { requested, ended } = file.hearing;
    if (requested?.inTime !== true || ended?.ground === 'withdrawn') return true;
    return dealtWith(file) && (latestNotice(file)?.entry ?? -1) > requested.entry;
  },
};

/** Another request begins another hearing: what was said on the days of this one would never be reported. */
export const lastOneReported: Provision<Heard> = {
  id: 'hearing/last-one-reported',
  cites: samrH(29),
  also: [apl(65)],
  says: '听证结束后，听证主持人应当在五个工作日内撰写听证报告',
  en: 'A hearing that has ended after a day on which the party was heard is reported before another request is taken down',
  cure: {
    zh: '先提交听证报告，再按当事人提出的日期补录申请',
    en: 'Report on it first; then take the request down with the day on which it was made',
  },
  curedBy: ['hearing/report'],
  holds: (file) => file.hearing.ended === undefined || dealtWith(file),
};

/**
 * A request made before it is taken down however late: it shows as unheard (`unheard` in ../review). Afterwards nothing
 * is proposed any more, unless that decision was made unheard and is to be made anew.
 */
export const askedBeforeDecision: EntryProvision<
  Pick<CaseFile, 'decision' | 'entries' | 'statements' | 'hearing' | 'service'>,
  Outside
> = {
  id: 'hearing/asked-for-before-the-decision',
  cites: apl(63, 1),
  also: [apl(62)],
  says: '行政机关拟作出下列行政处罚决定，应当告知当事人有要求听证的权利，当事人要求听证的，行政机关应当组织听证',
  en: 'A hearing is asked for before the decision; afterwards there are the remedies',
  cure: { zh: '决定之后请申请复议或者提起诉讼', en: 'After the decision, apply for reconsideration or sue' },
  curedBy: ['remedy/record-acceptance'],
  instead: true,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => undecided(file) || beforeTheDecision(entry, file, context),
};

export const requestedInTime: Provision<Heard> = {
  id: 'hearing/asked-for-in-time',
  cites: apl(64, undefined, 1),
  also: [samrH(7)],
  says: '当事人要求听证的，应当在行政机关告知后五日内提出',
  en: 'The party has asked for a hearing within five working days of the notice',
  curedBy: ['hearing/request'],
  holds: ({ hearing }) => hearing.requested?.inTime === true,
};

export const notOverYet: Provision<Heard> = {
  id: 'hearing/not-over-yet',
  cites: policy('听证只举行一次；A hearing is held once'),
  also: [samrH(27)],
  says: '听证已经举行或者终止的，不再进行',
  en: 'The hearing has not been held or ended yet',
  noCure: doneOnce,
  holds: ({ hearing }) => hearing.held === undefined && hearing.ended === undefined,
};

export const namedByLeader = actsAs({
  id: 'hearing/host-named-by-a-leader',
  cites: samrH(11),
  says: '听证主持人由市场监督管理部门负责人指定',
  en: 'A leader of the agency names the host',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const hostNamed: Provision<Heard> = {
  id: 'hearing/host-named',
  cites: apl(64, undefined, 4),
  also: [samrH(18)],
  says: '听证由行政机关指定的非本案调查人员主持',
  en: 'A host has been named for the hearing',
  cure: { zh: '由负责人指定听证主持人', en: 'Let a leader name the host' },
  curedBy: ['hearing/name-host'],
  holds: ({ hearing }) => hearing.host !== undefined,
};

export const hostDidNotInvestigate: EntryProvision<Pick<CaseFile, 'filing' | 'entries'>, NameHearingHost> = {
  id: 'hearing/host-did-not-investigate',
  cites: apl(64, undefined, 4),
  also: [samrH(11)],
  says: '听证由行政机关指定的非本案调查人员主持',
  en: 'The host has neither handled the case nor taken evidence in it',
  cure: { zh: '指定未参与办案的主持人', en: 'Name somebody who took no part' },
  noCure: forSomebodyElse,
  fields: ['/host'],
  holds: ({ host }, file) => !investigatedBy(file, host),
};

/** Also between the hearing and its report: somebody has to write that. */
export const hostStillNeeded: Provision<Heard> = {
  id: 'hearing/host-named-before-the-report',
  cites: policy('听证报告提交或者听证终止后不再指定主持人；Nobody is named to host what is over'),
  also: [samrH(11), samrH(29)],
  says: '听证报告提交或者听证终止后，不再指定、更换听证主持人',
  en: 'The hearing has neither been reported nor ended: until then it needs its host',
  noCure: doneOnce,
  holds: ({ hearing }) => hearing.report === undefined && (hearing.ended === undefined || sat(hearing)),
};

export const hostReplacedForReason: EntryProvision<Heard, NameHearingHost> = {
  id: 'hearing/host-replaced-for-a-reason',
  cites: policy('更换听证主持人应当说明理由；Another host is named for a reason'),
  also: [samrH(11)],
  says: '已经指定听证主持人的，更换应当说明理由',
  en: 'Where a host has been named already, it is stated why another one is',
  cure: { zh: '写明更换的理由', en: 'State the reason' },
  fields: ['/reason'],
  holds: ({ reason }, { hearing }) => hearing.host === undefined || filled(reason),
};

/** The same sentence, of the host when the hearing is held: meanwhile they may have taken part. */
export const hostStillApart: Provision<Pick<CaseFile, 'filing' | 'entries'>> = {
  ...hostDidNotInvestigate,
  holds: (file, { actor }) => !investigatedBy(file, actor.person),
};

export const hostQualified: EntryProvision<unknown, NameHearingHost> = {
  id: 'hearing/host-is-a-hearing-host',
  cites: samrH(11),
  says: '听证主持人由市场监督管理部门负责人指定',
  en: 'The person named is registered as a hearing host',
  cure: checkEntry,
  fields: ['/host'],
  holds: ({ host }, _, context) => holdsCapacity(context, host, 'hearing-host'),
};

export const byTheHost: Provision<Heard> = {
  id: 'hearing/by-its-host',
  cites: apl(64, undefined, 4),
  says: '听证由行政机关指定的非本案调查人员主持',
  en: 'The hearing is in the hands of the host named for it',
  cure: { zh: '由被指定的听证主持人办理', en: 'Let the named host do it' },
  noCure: forSomebodyElse,
  holds: ({ hearing }, { actor }) =>
    actor.capacity === 'hearing-host' && hearing.host?.person === actor.person,
};

export const byHostOrHandler: Provision<Heard & Pick<CaseFile, 'filing'>> = {
  id: 'hearing/notified-by-host-or-handler',
  cites: samrH(20, 1),
  says: '听证主持人应当自接到办案人员移交的案件材料之日起五个工作日内确定听证的时间、地点，并应当于举行听证的七个工作日前将听证通知书送达当事人',
  en: 'The host, or a handler for the host, notifies and announces the hearing',
  noCure: forSomebodyElse,
  holds: ({ hearing, filing }, { actor }) =>
    actor.capacity === 'officer'
      ? (filing?.handlers.includes(actor.person) ?? false)
      : actor.capacity === 'hearing-host' && hearing.host?.person === actor.person,
};
