/** The two reviews (法制审核、案件审核) share their form: sent, answered, bound to the dossier. SAMR-P 49–55. */
import type { LocalDate } from '@anjuan/law';
import type { Capacity, Digest, EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { sendForReviewSchema, giveOpinionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { Opinion } from './words.js';

export { opinions, type Opinion } from './words.js';

/** SAMR-P 53, (一)–(七), and suspected crime (118, point 8). */
export const reviewPoints = [
  'jurisdiction', // 是否具有管辖权
  'party', // 当事人的基本情况是否清楚
  'evidence', // 案件事实是否清楚、证据是否充分
  'characterisation', // 定性是否准确
  'basis', // 适用依据是否正确
  'procedure', // 程序是否合法
  'appropriateness', // 处理是否适当
  'crime', // 是否涉嫌犯罪
] as const;
export type ReviewPoint = (typeof reviewPoints)[number];

export type ReviewKind = 'legal' | 'case';
export const reviewerOf = {
  legal: 'legal-reviewer',
  case: 'case-reviewer',
} as const satisfies Readonly<Record<ReviewKind, Capacity>>;
/** legal-review/send, case-review/send: by the unit head. */
export type SendForReview = Entry<typeof sendForReviewSchema>;
/** legal-review/give-opinion, case-review/give-opinion. A point not named is in order. */
export type GiveOpinion = Entry<typeof giveOpinionSchema>;
type Sent = Readonly<{ digest: Digest; dueOn: LocalDate; reason?: string }>;
type Answered = GiveOpinion & Readonly<{ sent: EntryNumber; digest: Digest }>;
export type SentForLegalReview = Event<'SentForLegalReview', Sent>;
export type LegalReviewOpinionGiven = Event<'LegalReviewOpinionGiven', Answered>;
export type SentForCaseReview = Event<'SentForCaseReview', Sent>;
export type CaseReviewOpinionGiven = Event<'CaseReviewOpinionGiven', Answered>;

export type Review = Readonly<{
  entry: EntryNumber;
  kind: ReviewKind;
  sentOn: LocalDate;
  dueOn: LocalDate;
  /** Working days by which a leader lengthened its ten; `dueOn` counts them. */
  longer?: number;
  /** The file that was sent; the opinion counts for this file and no other. */
  digest: Digest;
  opinion?: Opinion;
  points?: GiveOpinion['points'];
  /** Entry number of the opinion. */
  answer?: EntryNumber;
  answeredOn?: LocalDate;
  answeredBy?: PersonId;
}>;

/** Who was named and has not given an opinion yet: of one kind, that of the last naming. */
export type ReviewersToCome = Readonly<Partial<Record<ReviewKind, PersonId>>>;

/** The one that awaits its opinion: one that was sent earlier is answered no more. */
export const waitingReview = ({ reviews }: Readonly<{ reviews: readonly Review[] }>): Review | undefined => {
  const latest = reviews.at(-1);
  return latest?.opinion === undefined ? latest : undefined;
};

type Named = Readonly<{ reviews: readonly Review[]; reviewersToCome: ReviewersToCome }>;

/** Who gives the opinion that is awaited; undefined where nobody was named of this kind of review. */
export const reviewerNamed = (file: Named): PersonId | undefined => {
  const review = waitingReview(file);
  return review && file.reviewersToCome[review.kind];
};

/** Once somebody was named, only who is named of this kind of review: of the other kind, nobody until a leader names. */
export const opinionIsOpenTo = (file: Named, person: PersonId): boolean =>
  waitingReview(file) === undefined ||
  Object.keys(file.reviewersToCome).length === 0 ||
  reviewerNamed(file) === person;
