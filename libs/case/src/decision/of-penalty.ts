/** What a decision to punish asks besides: APL 34, 36, 40, 44–45, 57(2), 62–65. */
import { type EntryProvision, checkEntry, filled } from '@anjuan/procedure';
import { apl, dayOf, policy, samrH, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { isConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import { discussionRequired, standingDiscussion } from '../collective-discussion/required.js';
import type { Reviewable } from '../legal-review/required.js';
import type { Notice } from '../notice/notice.js';
import { datesOf, punished } from '../investigation/breaches.js';
import { foundInTime } from '../investigation/established.js';
import { breachesAsReported, everyBreachNotified } from './of-breaches.js';
import { goodsOfPenalties } from '../goods/of-penalties.js';
import { sat } from '../hearing/sat.js';
import { latestNotice } from '../notice/served.js';
import { heavierThanHeard, penaltiesOf, sameOutcome } from '../penalty/heavier.js';
import { allRechecked } from '../statement/provisions.js';
import { byBenchmark } from './by-benchmark.js';
import type { MakeDecision } from './decision.js';

const punishes = ({ outcome }: MakeDecision): boolean => outcome.kind === 'penalty';

export const penaltyNamed: EntryProvision<unknown, MakeDecision> = {
  id: 'decision/penalty-named',
  cites: apl(57, 1, 1),
  says: '确有应受行政处罚的违法行为的，根据情节轻重及具体情况，作出行政处罚决定',
  en: 'A decision to punish names at least one penalty',
  cure: checkEntry,
  fields: ['/outcome/kind', '/outcome/penalties'],
  holds: ({ outcome }) => outcome.kind !== 'penalty' || outcome.penalties.length > 0,
};

export const factsProven: EntryProvision<
  Pick<CaseFile, 'evidence' | 'investigation' | 'entries'>,
  MakeDecision
> = {
  id: 'decision/facts-proven',
  cites: apl(40),
  also: [apl(46, 2)],
  says: '违法事实不清、证据不足的，不得给予行政处罚',
  en: 'The facts are stated and rest on evidence that its officers have confirmed',
  cure: { zh: '补充并核实证据', en: 'Add evidence and have it confirmed' },
  curedBy: ['evidence/add', 'entry/confirm'],
  fields: ['/outcome/kind'],
  holds: (made, file) =>
    !punishes(made) ||
    (filled(file.investigation?.facts) &&
      admissible(file.evidence).some(({ entry }) => isConfirmed(file, entry))),
};

export const benchmarkStated: EntryProvision<Pick<CaseFile, 'investigation'>, MakeDecision> = {
  id: 'decision/benchmark-stated',
  cites: apl(34),
  also: [samrP(48)],
  says: '行政机关可以依法制定行政处罚裁量基准，规范行使行政处罚裁量权。行政处罚裁量基准应当向社会公布',
  en: 'The report names the published benchmark by which the penalty was measured, or says why none applies',
  cure: {
    zh: '在调查终结报告中写明裁量基准；没有可适用的基准的，写明理由',
    en: 'Name the benchmark in the report, or say there why none applies',
  },
  curedBy: ['investigation/conclude'],
  fields: ['/outcome/kind', '/outcome/penalties/*/breach'],
  holds: (entry, { investigation }) =>
    !punishes(entry) ||
    (investigation !== undefined &&
      punished(entry.outcome, investigation).every(
        ({ benchmark, noBenchmark }) => filled(benchmark) || filled(noBenchmark),
      )),
};

export const withinLimitation: EntryProvision<Pick<CaseFile, 'filing' | 'investigation'>, MakeDecision> = {
  id: 'decision/within-limitation',
  cites: apl(36, 1),
  says: '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年',
  en: 'The breach was found within two years of its end; five where life, health or financial safety was harmed',
  cure: { zh: '超过期限的，不予行政处罚', en: 'A breach found too late is not punished' },
  fields: ['/outcome/kind', '/outcome/penalties/*/breach'],
  // Without a report `review/investigation-concluded` refuses.
  holds: ({ outcome }, file, { today }) =>
    file.investigation === undefined ||
    punished(outcome, file.investigation).every((breach) => foundInTime(datesOf(file, breach), today)),
};

export const noticeServed: EntryProvision<Pick<CaseFile, 'notices'>, MakeDecision> = {
  id: 'decision/notice-served',
  cites: apl(62),
  also: [apl(44), samrP(57, 1)],
  says: '未依照本法第四十四条、第四十五条的规定向当事人告知拟作出的行政处罚内容及事实、理由、依据，不得作出行政处罚决定',
  en: 'No penalty without a notice of it served before',
  cure: { zh: '先送达行政处罚告知书', en: 'Serve the notice first' },
  curedBy: ['notice/serve'],
  fields: ['/outcome/kind'],
  holds: (entry, file) => !punishes(entry) || latestNotice(file) !== undefined,
};

type NoticeAndWaiver = Pick<CaseFile, 'notices' | 'statements' | 'entries'>;

/** Waived by a party that had been notified: entered after the notice, and dated after it. */
export const waivedSince = (
  { entry }: Notice,
  { statements: { waived }, entries }: NoticeAndWaiver,
): boolean => {
  const notified = entries.find((note) => note.entry === entry);
  return (
    waived !== undefined &&
    notified !== undefined &&
    waived.entry > entry &&
    waived.on >= dayOf(notified.occurredAt)
  );
};

/** A renewed notice starts a new period, and a waiver covers the notice before it and no later one. */
export const periodOver: EntryProvision<NoticeAndWaiver, MakeDecision> = {
  id: 'decision/party-s-period-over',
  cites: apl(62),
  also: [apl(64, undefined, 1), apl(85), samrP(57, 2)],
  says: '当事人自告知书送达之日起五个工作日内，未行使陈述、申辩权，未要求听证的，视为放弃此权利',
  en: 'The five working days of the party are over, or the party has clearly given them up',
  cure: { zh: '等待期限届满', en: 'Wait until the period is over' },
  fields: ['/outcome/kind'],
  holds: (entry, file, { today }) => {
    const notice = latestNotice(file);
    if (!punishes(entry) || notice === undefined) return true;
    return today > notice.lastDay || waivedSince(notice, file);
  },
};

export const statementsRechecked: EntryProvision<Pick<CaseFile, 'statements' | 'hearing'>, MakeDecision> = {
  id: 'decision/statements-re-checked',
  cites: apl(45, 1),
  also: [samrP(58)],
  says: '对当事人提出的事实、理由和证据，应当进行复核',
  en: 'Everything the party brought forward, at a hearing too, has been re-checked',
  cure: { zh: '复核当事人的意见', en: 'Re-check what the party said' },
  curedBy: ['statement/re-check'],
  fields: ['/outcome/kind'],
  holds: (entry, file) => !punishes(entry) || allRechecked(file),
};

/** The agency called it off itself, or nobody was left to be heard: neither is the party's giving up its right. */
const notByTheParty: ReadonlySet<string> = new Set(['nothing-to-hear', 'party-ended']);

/** That frees no penalty but one that was notified, and could be heard, afterwards. */
const hearingOver = ({ hearing: { held, ended }, notices }: Pick<CaseFile, 'hearing' | 'notices'>): boolean =>
  held !== undefined ||
  (ended !== undefined && (!notByTheParty.has(ended.ground) || (notices.at(-1)?.entry ?? -1) > ended.entry));

export const hearingHeldIfRequested: EntryProvision<Pick<CaseFile, 'hearing' | 'notices'>, MakeDecision> = {
  id: 'decision/hearing-held-if-asked-for',
  cites: apl(63, 1),
  says: '当事人要求听证的，行政机关应当组织听证',
  en: 'A hearing asked for in time has been held, or has ended because the party gave it up; one that ended otherwise, before a notice of what is decided now',
  cure: {
    zh: '组织听证；并非当事人放弃而终止听证的，重新告知',
    en: 'Hold the hearing; where it ended otherwise than by the party’s giving it up, serve a new notice',
  },
  curedBy: ['hearing/hold', 'hearing/end', 'notice/serve'],
  fields: ['/outcome/kind'],
  holds: (entry, file) => !punishes(entry) || file.hearing.requested?.inTime !== true || hearingOver(file),
};

export const hearingReported: EntryProvision<Pick<CaseFile, 'hearing'>, MakeDecision> = {
  id: 'decision/on-the-hearing-record',
  cites: apl(65),
  also: [samrH(29)],
  says: '听证结束后，行政机关应当根据听证笔录，依照本法第五十七条的规定，作出决定',
  en: 'The hearing that was held, if only on one of its days, has been reported to the leaders with its record',
  cure: { zh: '提交听证报告', en: 'Report on the hearing' },
  curedBy: ['hearing/report'],
  fields: ['/outcome/kind'],
  holds: (entry, { hearing }) => !punishes(entry) || !sat(hearing) || hearing.report !== undefined,
};

type Discussed = Reviewable &
  Pick<CaseFile, 'discussions' | 'reviews' | 'statements' | 'hearing' | 'recusals'>;

/** A major penalty that was proposed is let off by the leaders together as well, not by one of them alone. */
export const discussedTogether: EntryProvision<Discussed, MakeDecision> = {
  id: 'decision/discussed-together',
  cites: apl(57, 2),
  also: [
    samrP(60, 2),
    policy(
      '应当告知听证权利的处罚均由负责人集体讨论；Every penalty that gives a right to a hearing is discussed by the leaders together',
    ),
    policy(
      '重大案件曾提出处罚建议的，不予处罚同样由负责人集体讨论；Where a penalty was once proposed in a major case, it is let off by the leaders together as well',
    ),
  ],
  says: '对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定',
  en: 'The leaders have discussed the case together, after the last statement, hearing and review',
  cure: { zh: '由负责人集体讨论', en: 'Let the leaders discuss it together' },
  curedBy: ['collective-discussion/open', 'collective-discussion/conclude'],
  fields: [],
  holds: (_, file, context) => !discussionRequired(file, context) || standingDiscussion(file) !== undefined,
};

export const asDiscussed: EntryProvision<Discussed, MakeDecision> = {
  id: 'decision/as-discussed',
  cites: apl(57, 2),
  also: [samrP(60, 2)],
  says: '行政机关负责人应当集体讨论决定',
  en: 'What is decided is what the discussion concluded',
  cure: { zh: '按集体讨论的结论决定', en: 'Decide as was concluded' },
  fields: ['/outcome'],
  holds: ({ outcome }, file) => {
    const concluded = standingDiscussion(file)?.concluded;
    return concluded === undefined || sameOutcome(outcome, concluded.outcome);
  },
};

export const notHeavierThanNotified: EntryProvision<Pick<CaseFile, 'notices'>, MakeDecision> = {
  id: 'decision/not-heavier-than-notified',
  cites: apl(45, 2),
  also: [samrP(58)],
  says: '行政机关不得因当事人陈述、申辩而给予更重的处罚',
  en: 'The penalty is not heavier than the one notified: no other kind, no higher amount, no longer term',
  cure: { zh: '有新事实的，重新告知', en: 'For new facts, serve a new notice first' },
  curedBy: ['notice/serve'],
  fields: ['/outcome'],
  holds: ({ outcome }, file) => {
    const notice = latestNotice(file);
    return notice === undefined || !heavierThanHeard(penaltiesOf(outcome), notice.penalties);
  },
};

/** An earlier notice of more than the report proposes now has had its review, but not this file and its proposal. */
export const notHeavierThanReviewed: EntryProvision<Pick<CaseFile, 'investigation'>, MakeDecision> = {
  id: 'decision/not-heavier-than-reviewed',
  cites: samrP(60, 1),
  also: [apl(57, 1), apl(58, 1)],
  says: '市场监督管理部门负责人经对案件调查终结报告、审核意见、当事人陈述和申辩意见或者听证报告等进行审查',
  en: 'The penalty is not heavier than the one the present report proposes and the review was given for',
  cure: { zh: '重新终结调查并送审', en: 'Conclude the investigation anew and have it reviewed' },
  curedBy: ['investigation/conclude', 'legal-review/send', 'case-review/send'],
  fields: ['/outcome'],
  holds: ({ outcome }, { investigation }) =>
    investigation === undefined ||
    !heavierThanHeard(penaltiesOf(outcome), penaltiesOf(investigation.proposal)),
};

export const ofPenalty = [
  penaltyNamed,
  factsProven,
  benchmarkStated,
  ...byBenchmark,
  withinLimitation,
  breachesAsReported,
  noticeServed,
  everyBreachNotified,
  periodOver,
  statementsRechecked,
  hearingHeldIfRequested,
  hearingReported,
  discussedTogether,
  asDiscussed,
  notHeavierThanNotified,
  notHeavierThanReviewed,
  ...goodsOfPenalties<MakeDecision>({
    at: ['/outcome/kind', '/outcome/penalties'],
    penalties: ({ outcome }) => penaltiesOf(outcome),
  }),
];
