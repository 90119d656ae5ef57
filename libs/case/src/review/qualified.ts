import { filled, type PersonOnDay } from '@anjuan/procedure';

/** The duty is in force since 2018-01-01; a person who reviewed before that is not a first-time reviewer. */
const dutySince = '2018-01-01';

/** May review legally (APL 58(2)): holds the national legal qualification, or began before it was asked for. */
export const qualifiedToReview = (reviewer: PersonOnDay | undefined): boolean =>
  (reviewer?.reviewerSince ?? dutySince) < dutySince || filled(reviewer?.legalQualification);
