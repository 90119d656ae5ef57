/** What both reviews leave in the file. */
import { dayOf } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import type { EventMap } from '../event-kind.js';
import type { CaseFile } from '../steps.js';
import { dueDate } from './due-date.js';
import { latestReview } from './provisions.js';
import {
  reviewPoints,
  type GiveOpinion,
  type Review,
  type ReviewKind,
  type SendForReview,
} from './review.js';

export const sentOf = ({ reason }: SendForReview, context: Context) => ({
  digest: context.dossierDigest,
  dueOn: dueDate('review', context.today, context).due,
  ...(reason !== undefined && { reason }),
});

const pointsOf = (points: NonNullable<GiveOpinion['points']>): NonNullable<GiveOpinion['points']> =>
  Object.fromEntries(
    reviewPoints.flatMap((point) => {
      const fault = points[point];
      return fault === undefined ? [] : [[point, fault]];
    }),
  );

export const answerOf = (
  { opinion, points, text }: GiveOpinion,
  file: Pick<CaseFile, 'reviews'>,
  { dossierDigest }: Context,
) => ({
  // The opinion is only recorded where a review is open: -1 is never reached.
  sent: latestReview(file)?.entry ?? -1,
  digest: dossierDigest,
  opinion,
  ...(points !== undefined && { points: pointsOf(points) }),
  ...(text !== undefined && { text }),
});

type Reviewing = Pick<CaseFile, 'reviews'>;

export const withReview = (
  { reviews }: Reviewing,
  kind: ReviewKind,
  { revision, occurredAt, data }: EventMap['SentForLegalReview'] | EventMap['SentForCaseReview'],
): Reviewing => ({
  reviews: [
    ...reviews,
    { entry: revision, kind, sentOn: dayOf(occurredAt), dueOn: data.dueOn, digest: data.digest },
  ],
});

export const withAnswer = (
  { reviews }: Reviewing,
  {
    revision,
    occurredAt,
    recordedBy,
    data,
  }: EventMap['LegalReviewOpinionGiven'] | EventMap['CaseReviewOpinionGiven'],
): Pick<CaseFile, 'reviews' | 'reviewersToCome'> => ({
  reviews: reviews.map((review): Review =>
    review.entry === data.sent
      ? {
          ...review,
          opinion: data.opinion,
          ...(data.points !== undefined && { points: data.points }),
          answer: revision,
          answeredOn: dayOf(occurredAt),
          answeredBy: recordedBy,
        }
      : review,
  ),
  reviewersToCome: {},
});
