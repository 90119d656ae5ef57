/** Who reviews (审核人员): named of a review that waits, and replaced with a reason. SAMR-P 4, 49–52; APL 43, 58. */
import {
  type EntryNumber,
  type EntryProvision,
  type Event,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
  holdsCapacity,
} from '@anjuan/procedure';
import type { Entry } from '@anjuan/entry';
import { apl, policy, samrP } from '@anjuan/law';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { eventKind, type Events } from '../event-kind.js';
import { caseOpen } from '../initiation/initiation.js';
import type { CaseFile } from '../steps.js';
import { nameReviewerSchema } from './entries.js';
import { qualifiedToReview } from './qualified.js';
import { opinionIsOpenTo, reviewerNamed, reviewerOf, waitingReview, type ReviewKind } from './review.js';
import { mayReview } from './separation.js';

/** review/name-reviewer */
export type NameReviewer = Entry<typeof nameReviewerSchema>;
export type ReviewerNamed = Event<'ReviewerNamed', NameReviewer & { review: EntryNumber; kind: ReviewKind }>;

type Reviews = Pick<CaseFile, 'reviews'>;
type Named = Pick<CaseFile, 'reviews' | 'reviewersToCome'>;

export const reviewerNamedByLeader = actsAs({
  id: 'review/reviewer-named-by-a-leader',
  cites: policy('审核人员由负责人指定、更换；A leader names and replaces who reviews'),
  also: [samrP(4, 1), samrP(51, 1), samrP(52, 2)],
  says: '审核人员由市场监督管理部门负责人指定、更换，办案机构不得自行选定',
  en: 'A leader of the agency names who reviews: those who are reviewed do not choose',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const reviewWaits: Provision<Reviews> = {
  id: 'review/waits-for-an-opinion',
  cites: policy('指定审核人员针对已送审、尚未出具意见的案件；A reviewer is named of a review that waits'),
  also: [samrP(49, 1)],
  says: '指定、更换审核人员应当在送审之后、出具审核意见之前',
  en: 'The file was sent for review, and no opinion has been given yet',
  cure: { zh: '先送审', en: 'Send the file for review first' },
  curedBy: ['legal-review/send', 'case-review/send'],
  holds: (file) => waitingReview(file) !== undefined,
};

export const namedReviewerQualified: EntryProvision<Reviews, NameReviewer> = {
  id: 'review/named-reviewer-qualified',
  cites: apl(58, 2),
  also: [samrP(51), samrP(52, 2)],
  says: '行政机关中初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格',
  en: 'Who is named is a reviewer of that kind today; of the legal review, with the legal qualification where the law asks for it',
  cure: checkEntry,
  fields: ['/reviewer'],
  holds: ({ reviewer }, file, context) => {
    const kind = waitingReview(file)?.kind;
    if (kind === undefined) return true;
    const holds = holdsCapacity(context, reviewer, reviewerOf[kind]);
    return holds && (kind === 'case' || qualifiedToReview(context.people[reviewer]));
  },
};

export const namedReviewerApart: EntryProvision<
  Pick<CaseFile, 'entries' | 'filing' | 'lead'>,
  NameReviewer
> = {
  id: 'review/named-reviewer-stands-apart',
  cites: samrP(49, 3),
  says: '办案人员不得作为审核人员',
  en: 'Who is named has neither handled the case, nor put it forward, approved, discussed or decided anything in it',
  cure: { zh: '指定未参与本案的审核人员', en: 'Name a reviewer who took no part' },
  noCure: forSomebodyElse,
  fields: ['/reviewer'],
  holds: ({ reviewer }, file) => mayReview(file, reviewer),
};

export const anotherReviewer: EntryProvision<Named, NameReviewer> = {
  id: 'review/another-reviewer',
  cites: policy('更换的审核人员与原审核人员不同；Who is named anew is somebody else'),
  also: [samrP(49, 1)],
  says: '更换的审核人员应当与现有审核人员不同',
  en: 'Who is named is not the one who has the review already',
  cure: { zh: '指定其他人员，或者不再办理', en: 'Name somebody else, or leave it as it is' },
  noCure: forSomebodyElse,
  fields: ['/reviewer'],
  holds: ({ reviewer }, file) => reviewerNamed(file) !== reviewer,
};

/** Otherwise one reviewer after the other is tried until somebody agrees, also by way of the other kind of review. */
export const reviewerReplacedForReason: EntryProvision<Pick<CaseFile, 'reviewersToCome'>, NameReviewer> = {
  id: 'review/reviewer-replaced-for-a-reason',
  cites: policy('更换审核人员应当说明理由；Another reviewer is named for a reason'),
  also: [samrP(4, 1), apl(43, 1)],
  says: '已经指定审核人员的，更换应当说明理由',
  en: 'Where a reviewer has been named already, be it of the other kind of review, it is stated why another one is',
  cure: {
    zh: '写明更换的理由：离任、回避、患病、改送另一种审核等',
    en: 'State the reason: left, must withdraw, is ill, the file was sent for the other kind of review',
  },
  fields: ['/reason', '/reviewer'],
  holds: ({ reason, reviewer }, { reviewersToCome }) =>
    filled(reason) || Object.values(reviewersToCome).every((named) => named === reviewer),
};

/** Checked for the opinion and for the request for more time. */
export const byNamedReviewer: Provision<Named> = {
  id: 'review/by-the-reviewer-named',
  cites: policy('已经指定审核人员的，由其审核；Where a reviewer is named, nobody else reviews'),
  also: [samrP(49, 1)],
  says: '已经指定审核人员的，审核意见由被指定的人员出具；其不能审核或者改送另一种审核的，由负责人更换',
  en: 'Where a reviewer was named, the opinion is theirs, until another one is named in their place; where the file was then sent for the other kind of review, a leader names who gives it',
  cure: {
    zh: '由被指定的审核人员办理，或者由负责人另行指定',
    en: 'Let the named reviewer do it, or have a leader name one',
  },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => opinionIsOpenTo(file, actor.person),
};

export const namingActs = {
  'review/name-reviewer': act<NameReviewer, Recorded<'ReviewerNamed'>>({
    title: { zh: '指定、更换审核人员', en: 'Name or replace the reviewer' },
    entry: nameReviewerSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [reviewerNamedByLeader, caseOpen, reviewWaits],
    demands: [namedReviewerQualified, namedReviewerApart, anotherReviewer, reviewerReplacedForReason],
    records: 'ReviewerNamed',
    record: ({ reviewer, reason }, file, { now, actor }) => {
      const review = waitingReview(file);
      // `review/waits-for-an-opinion` has refused.
      if (review === undefined) return [];
      const data = {
        review: review.entry,
        kind: review.kind,
        reviewer,
        ...(reason !== undefined && { reason }),
      };
      return [{ type: 'ReviewerNamed', v: 1, occurredAt: now, actors: [actor], data }];
    },
  }),
};

export const namingEvents: Events<ReviewerNamed> = {
  ReviewerNamed: eventKind(
    { v: 1, volume: 'review-opinion', personal: {} },
    ({ namedToReview }, { data: { kind, reviewer } }) => ({
      namedToReview: [...new Set([...namedToReview, reviewer])],
      reviewersToCome: { [kind]: reviewer },
    }),
  ),
};
