/** What putting off the fine of a major decision for long asks: it undoes what legal review has passed. APL 58(1), 66(2). */
import { addYears, apl, policy, samrP, type LocalDate } from '@anjuan/law';
import { type Context, type EntryProvision, forSomebodyElse } from '@anjuan/procedure';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import type { ApproveDeferral, ApproveInstalments } from './later-payment.js';

/** No article sets a period. */
export const farAhead = (day: LocalDate): LocalDate => addYears(day, 1);

const ofMajorByThePrincipal = {
  id: 'execution/long-deferral-of-a-major-decision-by-the-principal',
  cites: policy(
    '重大决定的罚款推迟一年以上的，由主要负责人决定；The principal puts off the fine of a major decision for more than a year',
  ),
  also: [apl(66, 2), samrP(74), apl(58, 1)],
  says: '重大行政处罚决定的罚款暂缓、分期缴纳或者按执行协议缴纳，最后期限在一年以后的，由行政机关主要负责人决定',
  en: 'Where the decision needed legal review, the principal of the agency lets it be paid later than in a year',
  noCure: forSomebodyElse,
} as const;

const mayPutOff = (until: LocalDate, file: Reviewable, context: Context): boolean =>
  until <= farAhead(context.today) ||
  context.actor.capacity === 'principal' ||
  !legalReviewRequired(file, context);

export const longDeferralByThePrincipal: EntryProvision<Reviewable, ApproveDeferral> = {
  ...ofMajorByThePrincipal,
  fields: ['/until'],
  holds: ({ until }, file, context) => mayPutOff(until, file, context),
};

export const longPlanByThePrincipal: EntryProvision<Reviewable, ApproveInstalments> = {
  ...ofMajorByThePrincipal,
  fields: ['/plan/*/due'],
  holds: ({ plan }, file, context) => plan.every(({ due }) => mayPutOff(due, file, context)),
};
