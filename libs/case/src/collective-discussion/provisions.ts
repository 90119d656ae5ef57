/** Who discusses, who votes and when: APL 57(2), SAMR-P 60(2). */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  checkEntry,
  doneOnce,
  filled,
  forSomebodyElse,
  holdsCapacity,
} from '@anjuan/procedure';
import { apl, policy, samrH, samrP } from '@anjuan/law';
import { sat } from '../hearing/sat.js';
import type { CaseFile } from '../steps.js';
import { accountedAsReported } from '../investigation/breach-provisions.js';
import { sameOutcome } from '../penalty/heavier.js';
import { investigatedBy, reviewedBy } from '../review/separation.js';
import { allRechecked } from '../statement/provisions.js';
import type { ConcludeDiscussion, Discussion, OpenDiscussion } from './collective-discussion.js';
import { latestDiscussion } from './required.js';

type Discussions = Pick<CaseFile, 'discussions'>;

export const byLeaders = actsAs({
  id: 'collective-discussion/by-the-leaders',
  cites: apl(57, 2),
  says: '对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定',
  en: 'The leaders of the agency discuss and decide together',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const partyHeardFirst: Provision<Pick<CaseFile, 'statements' | 'hearing'>> = {
  id: 'collective-discussion/after-the-party-was-heard',
  cites: apl(57, 2),
  also: [apl(45, 1), samrP(60, 1)],
  says: '市场监督管理部门负责人经对案件调查终结报告、审核意见、当事人陈述和申辩意见或者听证报告等进行审查',
  en: 'What the party brought forward has been re-checked before the leaders discuss',
  cure: { zh: '先复核当事人的意见', en: 'Re-check what the party said first' },
  curedBy: ['statement/re-check'],
  holds: (file) => allRechecked(file),
};

/** Where the present report lets off, nobody has to be heard first. */
export const hearingDoneFirst: Provision<Pick<CaseFile, 'hearing' | 'investigation'>> = {
  id: 'collective-discussion/after-the-hearing',
  cites: samrH(29),
  also: [apl(65)],
  says: '听证结束后，听证主持人应当在五个工作日内撰写听证报告，由听证主持人、听证员签名，连同听证笔录送办案机构，由其连同其他案件材料一并上报市场监督管理部门负责人',
  en: 'A hearing that was asked for in time has been reported or has ended',
  cure: { zh: '先完成听证', en: 'Finish the hearing first' },
  curedBy: ['hearing/hold', 'hearing/report'],
  holds: ({ hearing, investigation }) =>
    investigation?.proposal.kind !== 'penalty' ||
    hearing.requested?.inTime !== true ||
    hearing.report !== undefined ||
    (hearing.ended !== undefined && !sat(hearing)),
};

export const quorumAttends: EntryProvision<unknown, OpenDiscussion> = {
  id: 'collective-discussion/quorum-attends',
  cites: apl(57, 2),
  also: [samrP(60, 2)],
  says: '行政机关负责人应当集体讨论决定',
  en: 'As many leaders attend as the agency’s list asks; one entered twice is one',
  cure: {
    zh: '达到规定人数后再讨论；可以参加的负责人不足的，另行任命负责人或者报上级机关',
    en: 'Wait for a quorum; where too few leaders may vote, have another one appointed, or put it to the superior agency',
  },
  fields: ['/attending'],
  holds: ({ attending }, _, { lists }) => {
    const people = new Set(attending).size;
    return people === attending.length && people >= Math.max(2, lists.collectiveDiscussion.quorum);
  },
};

export const chairAttends: EntryProvision<unknown, OpenDiscussion> = {
  id: 'collective-discussion/chair-attends',
  cites: policy('集体讨论由出席的负责人主持；A discussion is chaired by one of those attending'),
  says: '集体讨论由出席讨论的负责人主持',
  en: 'Whoever opens the discussion chairs it and attends',
  cure: checkEntry,
  fields: ['/attending'],
  holds: ({ attending }, _, { actor }) => attending.includes(actor.person),
};

export const attendedByLeaders: EntryProvision<unknown, OpenDiscussion> = {
  id: 'collective-discussion/attended-by-leaders',
  cites: apl(57, 2),
  says: '行政机关负责人应当集体讨论决定',
  en: 'Everybody who votes is a leader of the agency on that day',
  cure: { zh: '列席人员不计入出席人员', en: 'Others may listen but do not count' },
  fields: ['/attending'],
  holds: ({ attending }, _, context) =>
    attending.every((person) => holdsCapacity(context, person, 'leader', 'principal')),
};

export const handlersDoNotVote: EntryProvision<Pick<CaseFile, 'filing' | 'entries'>, OpenDiscussion> = {
  id: 'collective-discussion/handlers-do-not-vote',
  cites: policy('办案人员汇报案情，不参与表决；Handlers report the case and do not vote'),
  also: [apl(57, 2)],
  says: '办案人员汇报案件情况，不得参与讨论表决',
  en: 'Nobody votes on a case they investigated',
  cure: {
    zh: '由未参与办案的负责人讨论；不足规定人数的，另行任命负责人或者报上级机关',
    en: 'Let leaders vote who took no part; where they are too few, have another leader appointed, or put it to the superior agency',
  },
  fields: ['/attending'],
  holds: ({ attending }, file) => !attending.some((person) => investigatedBy(file, person)),
};

export const reviewersDoNotVote: EntryProvision<
  Pick<CaseFile, 'entries' | 'namedToReview'>,
  OpenDiscussion
> = {
  id: 'collective-discussion/reviewers-do-not-vote',
  cites: policy('审核人员不参与本案的讨论表决；Whoever reviewed the case does not vote on it'),
  also: [apl(57, 2), samrP(49, 3)],
  says: '曾被指定审核本案或者提出过审核意见的人员，不得参与讨论表决',
  en: 'Nobody votes on a case they reviewed, or were named to review',
  cure: {
    zh: '由未参与审核的负责人讨论；不足规定人数的，另行任命负责人或者报上级机关',
    en: 'Let leaders vote who gave no opinion of review; where they are too few, have another leader appointed, or put it to the superior agency',
  },
  fields: ['/attending'],
  holds: ({ attending }, file) => !attending.some((person) => reviewedBy(file, person)),
};

/** Otherwise those who do not agree could be discussed away, one meeting after the other. */
export const openedAnewForReason: EntryProvision<Discussions, OpenDiscussion> = {
  id: 'collective-discussion/opened-anew-for-a-reason',
  cites: policy(
    '未形成结论的讨论，更换主持人、出席人员重新召开的，应当说明理由；A discussion without a conclusion is opened anew for a reason',
  ),
  also: [apl(57, 2)],
  says: '上次集体讨论未形成结论的，重新召开应当说明理由',
  en: 'Where the last discussion came to no conclusion, it is stated why it is opened anew, with another chair or other leaders',
  cure: { zh: '写明重新召开的理由', en: 'State the reason' },
  fields: ['/reason'],
  holds: ({ reason }, file) => {
    const latest = latestDiscussion(file);
    return latest === undefined || latest.concluded !== undefined || filled(reason);
  },
};

export const handlersReport: EntryProvision<Pick<CaseFile, 'filing'>, OpenDiscussion> = {
  id: 'collective-discussion/handlers-report',
  cites: policy('集体讨论先由办案人员汇报；A discussion begins with the report of the handlers'),
  says: '集体讨论先由办案人员汇报案件情况',
  en: 'A handler of this case reports to the discussion',
  cure: { zh: '由本案办案人员汇报', en: 'Let a handler of this case report' },
  fields: ['/handlersReport'],
  holds: ({ handlersReport: reporting }, { filing }) =>
    reporting.length > 0 && reporting.every((person) => filing?.handlers.includes(person) ?? false),
};

/** What is put to the vote could not be decided otherwise. */
export const breachesAccountedFor = accountedAsReported<OpenDiscussion>(
  'collective-discussion/each-penalty-of-a-breach',
);

export const discussionOpen: Provision<Discussions> = {
  id: 'collective-discussion/open',
  cites: apl(57, 2),
  says: '行政机关负责人应当集体讨论决定',
  en: 'A discussion has been opened and not concluded yet',
  cure: { zh: '先开始集体讨论', en: 'Open a discussion first' },
  curedBy: ['collective-discussion/open'],
  holds: (file) => {
    const latest = latestDiscussion(file);
    return latest !== undefined && latest.concluded === undefined;
  },
};

const attends = (discussion: Discussion | undefined, person: string): boolean =>
  discussion?.attending.includes(person) ?? false;
const hasSpoken = (discussion: Discussion | undefined, person: string): boolean =>
  discussion?.opinions.some((opinion) => opinion.person === person) ?? false;

export const opinionOfAttending: Provision<Discussions> = {
  id: 'collective-discussion/opinion-of-one-attending',
  cites: policy('只有出席讨论的负责人发表意见；Only those attending have a voice'),
  says: '出席讨论的负责人应当逐一发表意见',
  en: 'The opinion is given by somebody who attends, as themselves',
  noCure: forSomebodyElse,
  holds: (file, { actor }) => attends(latestDiscussion(file), actor.person),
};

export const opinionOnce: Provision<Discussions> = {
  id: 'collective-discussion/one-opinion-each',
  cites: policy('每人发表一次意见；One voice each'),
  says: '出席讨论的负责人各自发表一次意见',
  en: 'Everybody attending gives one opinion',
  noCure: doneOnce,
  holds: (file, { actor }) => !hasSpoken(latestDiscussion(file), actor.person),
};

export const concludedByChair: Provision<Discussions> = {
  id: 'collective-discussion/concluded-by-the-chair',
  cites: policy('由主持人归纳讨论结论；The chair draws the conclusion'),
  says: '由集体讨论的主持人归纳形成讨论结论',
  en: 'The chair of the discussion concludes it',
  noCure: forSomebodyElse,
  holds: (file, { actor }) => latestDiscussion(file)?.chair === actor.person,
};

export const allHaveSpoken: Provision<Discussions> = {
  id: 'collective-discussion/all-have-spoken',
  cites: apl(57, 2),
  says: '行政机关负责人应当集体讨论决定',
  en: 'Everybody attending has given an opinion',
  cure: { zh: '请尚未发言的负责人发表意见', en: 'Let the others speak first' },
  curedBy: ['collective-discussion/give-opinion'],
  holds: (file) => {
    const latest = latestDiscussion(file);
    return latest === undefined || latest.attending.every((person) => hasSpoken(latest, person));
  },
};

export const majorityAgrees: Provision<Discussions> = {
  id: 'collective-discussion/majority-agrees',
  cites: policy('讨论结论须有过半数同意；A conclusion has a majority behind it'),
  also: [apl(57, 2)],
  says: '讨论结论应当取得出席负责人过半数同意',
  en: 'More than half of those attending agree',
  cure: { zh: '未取得多数同意的，重新讨论', en: 'Without a majority, discuss it again' },
  curedBy: ['collective-discussion/open', 'collective-discussion/give-opinion'],
  holds: (file) => {
    const latest = latestDiscussion(file);
    if (latest === undefined) return true;
    return latest.opinions.filter(({ agrees }) => agrees).length * 2 > latest.attending.length;
  },
};

/** Else the chair alone decides what the others have agreed to. */
export const concludesWhatWasDiscussed: EntryProvision<Discussions, ConcludeDiscussion> = {
  id: 'collective-discussion/concludes-what-was-discussed',
  cites: apl(57, 2),
  also: [samrP(60, 2)],
  says: '行政机关负责人应当集体讨论决定',
  en: 'The conclusion is the outcome that was put to the vote',
  cure: {
    zh: '按付诸讨论的处理形成结论；要作其他处理的，另行讨论',
    en: 'Conclude what was put to the vote; another outcome needs another discussion',
  },
  fields: ['/outcome'],
  holds: ({ outcome }, file) => {
    const discussed = latestDiscussion(file)?.outcome;
    return discussed === undefined || sameOutcome(outcome, discussed);
  },
};
