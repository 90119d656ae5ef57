/** What both reviews ask: SAMR-P 49–54. */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  stageOver,
} from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { allConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import { leaderDecides } from '../leader-decides.js';
import { headOfTheUnit } from '../initiation/units.js';
import { reviewPoints, type GiveOpinion, type Review, type SendForReview } from './review.js';
import { undecided } from './unheard.js';

type Reviews = Pick<CaseFile, 'reviews'>;

export const latestReview = ({ reviews }: Reviews): Review | undefined => reviews.at(-1);

export const sentByUnitHead = actsAs({
  id: 'review/sent-by-the-unit-head',
  cites: samrP(49, 1),
  says: '办案机构应当将调查终结报告连同案件材料，交由市场监督管理部门审核机构进行审核',
  en: 'The head of the handling unit hands the report and the file over for review',
  noCure: forSomebodyElse,
  capacities: ['unit-head'],
});

export const beforeDecision: Provision<Pick<CaseFile, 'decision' | 'statements' | 'hearing' | 'service'>> = {
  id: 'review/before-the-decision',
  ...leaderDecides,
  en: 'This belongs before the decision, and none has been made yet that stands',
  noCure: stageOver,
  holds: (file) => undecided(file),
};

export const investigationConcluded: Provision<Pick<CaseFile, 'investigation'>> = {
  id: 'review/investigation-concluded',
  cites: samrP(48),
  also: [apl(57, 1)],
  says: '案件调查终结，办案机构应当撰写调查终结报告',
  en: 'The investigation has ended with its report',
  cure: { zh: '先办理调查终结', en: 'Conclude the investigation first' },
  curedBy: ['investigation/conclude'],
  holds: ({ investigation }) => investigation !== undefined,
};

export const entriesConfirmed: Provision<Pick<CaseFile, 'entries'>> = {
  ...allConfirmed,
  id: 'review/entries-confirmed',
  en: 'Every act of two officers has been confirmed by the second one',
  cure: { zh: '由另一名执法人员确认', en: 'Let the second officer confirm' },
};

/** A review of a file that has changed meanwhile cannot be answered any more: it does not keep the next one waiting. */
export const noReviewOpen: Provision<Reviews> = {
  id: 'review/none-open',
  cites: policy('同一案卷同时只作一次审核；One review of the same file at a time'),
  also: [samrP(55)],
  says: '审核机构应当自接到审核材料之日起十个工作日内完成审核',
  en: 'The same file is not under review already',
  cure: { zh: '等待审核意见', en: 'Wait for the opinion' },
  curedBy: ['legal-review/give-opinion', 'case-review/give-opinion'],
  holds: (file, { dossierDigest }) => {
    const latest = latestReview(file);
    return latest === undefined || latest.opinion !== undefined || latest.digest !== dossierDigest;
  },
};

const faults = ({ points = {} }: Pick<Review, 'points'>): readonly string[] =>
  Object.values(points).filter((fault) => filled(fault));

/** What it says of itself, or what it names: an opinion called otherwise that finds a fault asks for its mending too. */
const asksForChange = (review: Review): boolean =>
  review.opinion === 'correct' || review.opinion === 'supplement' || faults(review).length > 0;

/**
 * Otherwise a file sent back could be put before one reviewer after the other until somebody agrees. Taking a reviewer
 * off the case voids an agreement, never a fault that was found.
 */
export const problemsDealtWith: Provision<Reviews> = {
  id: 'review/problems-dealt-with',
  cites: policy(
    '审核提出的问题处理后再送审；What a review found is dealt with before the file is sent again',
  ),
  also: [samrP(54)],
  says: '办案机构应当对审核意见指出的问题作出处理后，再次送审',
  en: 'The file is not the very one that a review has sent back',
  cure: {
    zh: '补正案卷，或者重新撰写调查终结报告并说明理由',
    en: 'Mend the file, or conclude the investigation again with the reasons',
  },
  curedBy: ['evidence/add', 'investigation/conclude'],
  holds: ({ reviews }, { dossierDigest }) =>
    !reviews.some((review) => asksForChange(review) && review.digest === dossierDigest),
};

/** The review required evidence alone, and it has been taken since: no other answer is needed. */
const evidenceTakenSince = (
  { evidence }: Pick<CaseFile, 'evidence'>,
  { opinion, points = {}, answer = -1 }: Review,
): boolean =>
  opinion === 'supplement' &&
  reviewPoints.every((point) => point === 'evidence' || !filled(points[point])) &&
  admissible(evidence).some(({ entry }) => entry > answer);

/** A repeated report changes the digest, so the reason must say, for the next reviewer, how each point was handled. */
export const lastOpinionAnswered: EntryProvision<Reviews & Pick<CaseFile, 'evidence'>, SendForReview> = {
  id: 'review/last-opinion-answered',
  cites: policy(
    '再次送审应当逐项说明对审核意见的处理；A file that is sent again answers the last opinion, point by point',
  ),
  also: [samrP(54)],
  says: '审核未同意的，再次送审时应当逐项说明对审核意见的处理情况；仅建议补充证据且已补充的除外',
  en: 'After an opinion that did not agree, the file is sent again with a reason that answers each of its points, or with the evidence that alone it asked for',
  cure: {
    zh: '在送审理由中逐项说明对审核意见的处理',
    en: 'State in the reason what was done about each point of the opinion',
  },
  fields: ['/reason'],
  holds: ({ reason }, { reviews, evidence }) => {
    const last = reviews.findLast(({ opinion }) => opinion !== undefined);
    if (last === undefined || last.opinion === 'agree') return true;
    return filled(reason) || evidenceTakenSince({ evidence }, last);
  },
};

export const fileUnchangedSinceSent: Provision<Reviews> = {
  id: 'review/file-unchanged-since-sent',
  cites: policy('审核意见只对送审的案卷有效；An opinion counts for the file that was sent and no other'),
  also: [samrP(49, 1)],
  says: '审核意见应当针对送审时的案卷作出',
  en: 'The file is still the one that was sent for review',
  cure: { zh: '案卷已变更，请重新送审', en: 'The file has changed: send it for review again' },
  curedBy: ['legal-review/send', 'case-review/send'],
  holds: (file, { dossierDigest }) => {
    const latest = latestReview(file);
    return latest === undefined || latest.digest === dossierDigest;
  },
};

export const agreementFindsNoFault: EntryProvision<unknown, GiveOpinion> = {
  id: 'review/agreement-finds-no-fault',
  cites: samrP(54, undefined, 1),
  says: '对事实清楚、证据充分、定性准确、适用依据正确、程序合法、处理适当的案件，同意案件处理意见',
  en: 'Agreement means that every point is in order',
  cure: {
    zh: '有问题的，改为建议纠正或者补充调查',
    en: 'Where a point is wrong, suggest correction or more investigation',
  },
  fields: ['/opinion', '/points'],
  holds: (entry) => entry.opinion !== 'agree' || faults(entry).length === 0,
};

export const suggestionNamesPoint: EntryProvision<unknown, GiveOpinion> = {
  id: 'review/suggestion-names-its-point',
  cites: samrP(54),
  says: '对定性不准、适用依据错误、程序不合法、处理不当的案件，建议纠正；对事实不清、证据不足的案件，建议补充调查',
  en: 'Whoever suggests correction or more investigation names the point',
  cure: { zh: '写明有问题的审核要点', en: 'Name the point that is wrong' },
  fields: ['/opinion', '/points'],
  holds: (entry) =>
    (entry.opinion !== 'correct' && entry.opinion !== 'supplement') || faults(entry).length > 0,
};

export const sendsForReview = [
  sentByUnitHead,
  headOfTheUnit,
  beforeDecision,
  investigationConcluded,
  entriesConfirmed,
  noReviewOpen,
  problemsDealtWith,
];
export const sendDemands = [lastOpinionAnswered];
export const opinionDemands = [agreementFindsNoFault, suggestionNamesPoint];
