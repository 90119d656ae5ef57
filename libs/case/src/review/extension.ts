/** More time for a review (延长审核期限): SAMR-P 55. */
import {
  type EntryNumber,
  type EntryProvision,
  type Event,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { policy, samrP, type LocalDate } from '@anjuan/law';
import { approvalOf, givesApproval } from '../approval/approval.js';
import { requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { longerReview } from './due-date.js';
import { byNamedReviewer, namingActs, namingEvents, type ReviewerNamed } from './naming.js';
import { latestReview } from './provisions.js';
import { opinionIsOpenTo, reviewerOf, waitingReview } from './review.js';
import { handlerMayNotReview } from './separation.js';
import { requestReviewExtensionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

/** review/request-extension: how many working days more. */
export type ReviewExtensionTerms = Entry<typeof requestReviewExtensionSchema>;
/** review/approve-extension */
export type ApproveReviewExtension = Readonly<{ approval: EntryNumber }>;
export type ReviewPeriodExtended = Event<
  'ReviewPeriodExtended',
  { approval: EntryNumber; review: EntryNumber; days: number; reason: string; dueOn: LocalDate }
>;

type Reviews = Pick<CaseFile, 'reviews'>;
/** No review takes longer than a decision may. */
const mostDays = 90;

export const requestedByReviewer: Provision<Reviews> = {
  id: 'review/extension-asked-by-the-reviewer',
  cites: samrP(55),
  says: '审核机构应当自接到审核材料之日起十个工作日内完成审核',
  en: 'Whoever has the file under review, and has not answered yet, asks for more time',
  cure: { zh: '由正在审核的人员提出', en: 'Let the reviewer of the open review ask' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => {
    const review = waitingReview(file);
    return review !== undefined && actor.capacity === reviewerOf[review.kind];
  },
};

export const extendedOnce: Provision<Reviews> = {
  id: 'review/extended-once',
  cites: policy('同一次审核只延长一次；One extension of one review'),
  also: [samrP(55)],
  says: '同一次审核的期限已经延长的，不再延长',
  en: 'This review is open and has not been given more time already',
  curedBy: ['legal-review/give-opinion', 'case-review/give-opinion'],
  instead: true,
  holds: (file) => {
    const review = waitingReview(file);
    return review !== undefined && review.longer === undefined;
  },
};

export const reviewNotLate: Provision<Reviews> = {
  id: 'review/period-not-over-yet',
  cites: policy('期限届满前办理延期；A period is lengthened before it is over'),
  also: [samrP(55)],
  says: '不能在规定期限内完成审核的，应当在期限届满前办理延期',
  en: 'A period that is over cannot be lengthened: the opinion is then given late',
  cure: { zh: '已逾期的，尽快出具审核意见', en: 'Give the opinion, late' },
  curedBy: ['legal-review/give-opinion', 'case-review/give-opinion'],
  holds: (file, { today }) => today <= (latestReview(file)?.dueOn ?? today),
};

export const reviewExtensionReasoned: EntryProvision<unknown, ReviewExtensionTerms> = {
  id: 'review/extension-reasoned',
  cites: samrP(55),
  says: '特殊情况下，经市场监督管理部门负责人批准，可以延长',
  en: 'It is stated what is special about the case, and how many working days more are asked for',
  cure: { zh: '写明特殊情况和延长的工作日数', en: 'State the reason and the number of working days' },
  fields: ['/days', '/reason'],
  holds: ({ days, reason }) => Number.isSafeInteger(days) && days > 0 && days <= mostDays && filled(reason),
};

/** A request outlives the review for which it was made, and who made it: neither lengthens another one. */
export const extensionOfThisReview: EntryProvision<
  Pick<CaseFile, 'approvals' | 'reviews' | 'reviewersToCome'>,
  ApproveReviewExtension
> = {
  id: 'review/extension-of-this-review',
  cites: policy(
    '延长审核期限应当依据现有审核人员对本次审核的申请；More time is given to a review on the request of who has it',
  ),
  also: [samrP(55)],
  says: '申请之后重新送审、改送另一种审核或者更换审核人员的，原申请不再作为延长的依据',
  en: 'The request was made in the review that waits, by who gives its opinion: not before the file was sent anew, and not by who was replaced',
  cure: {
    zh: '退回原申请，由现有审核人员重新申请',
    en: 'Return the request, and let who has the review ask anew',
  },
  fields: ['/approval'],
  holds: ({ approval }, file) => {
    const request = approvalOf(file, approval);
    const review = waitingReview(file);
    // For another matter `approval/open` refuses, without a review `review/extended-once`.
    if (request?.matter !== 'review-extension' || review === undefined) return true;
    return review.entry < request.entry && opinionIsOpenTo(file, request.requestedBy);
  },
};

export const reviewExtendedByLeader = actsAs({
  id: 'review/extended-by-a-leader',
  cites: samrP(55),
  says: '特殊情况下，经市场监督管理部门负责人批准，可以延长',
  en: 'A leader of the agency approves more time for the review',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

const termsOf = requestedTerms('review-extension');

export const acts = {
  ...namingActs,
  'review/request-extension': act<ReviewExtensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请延长审核期限', en: 'Ask for more time to review' },
    entry: requestReviewExtensionSchema,
    by: ['legal-reviewer', 'case-reviewer'],
    opensGate: {
      not: {
        zh: '只是申请；批准延长的须为近期登录',
        en: 'It only asks: who gives the time has signed in lately',
      },
    },
    requires: [
      caseOpen,
      requestedByReviewer,
      byNamedReviewer,
      handlerMayNotReview,
      extendedOnce,
      reviewNotLate,
    ],
    demands: [reviewExtensionReasoned],
    records: 'ApprovalRequested',
    matter: 'review-extension',
    data: ({ days, reason }) => ({ matter: 'review-extension', terms: { days, reason } }),
  }),
  'review/approve-extension': act<
    ApproveReviewExtension,
    Recorded<'ApprovalGiven'> | Recorded<'ReviewPeriodExtended'>
  >({
    title: { zh: '批准延长审核期限', en: 'Give more time to review' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [reviewExtendedByLeader, caseOpen, extendedOnce, reviewNotLate],
    demands: [...givesApproval('review-extension'), extensionOfThisReview],
    records: 'ReviewPeriodExtended',
    record: ({ approval }, file, context) => {
      const terms = termsOf(file, approval);
      const review = latestReview(file);
      // Without a request `approval/open` or `review/extended-once` has refused.
      if (terms === undefined || review === undefined) return [];
      const stamp = { v: 1, occurredAt: context.now, actors: [context.actor] } as const;
      const dueOn = longerReview(review.sentOn, terms.days, context);
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'review-extension' } },
        {
          type: 'ReviewPeriodExtended',
          ...stamp,
          data: { approval, review: review.entry, days: terms.days, reason: terms.reason, dueOn },
        },
      ];
    },
  }),
};

export const events: Events<ReviewPeriodExtended | ReviewerNamed> = {
  ...namingEvents,
  ReviewPeriodExtended: eventKind(
    { v: 1, volume: 'review-opinion', personal: {}, refersTo: ['approval', 'review'] },
    ({ reviews }, { data }) => ({
      reviews: reviews.map((review) =>
        review.entry === data.review ? { ...review, longer: data.days, dueOn: data.dueOn } : review,
      ),
    }),
  ),
};

/** Both reviews are in one list. */
export const empty = {};
export const ofParty = {};
