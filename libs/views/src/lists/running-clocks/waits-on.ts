import {
  reviewerOf,
  waitingReview,
  type Capacity,
  type CaseFile,
  type Deadline,
  type PersonId,
} from '@anjuan/case';
import { clockOf, hourLimits, timeLimits, type HourLimitId, type TimeLimitId } from '@anjuan/law';

/** Whom a clock waits on: the handlers, somebody of that capacity, the party, or a body outside the agency. */
export type WaitsOn = 'handlers' | 'party' | 'another-body' | Capacity;

const approvalPending = ({ approvals }: CaseFile, ...matters: readonly string[]): boolean =>
  approvals.some(({ matter, state }) => state === 'open' && matters.includes(matter));

/** The decision waits on the person who has the file now. */
const decisionWaitsOn = (file: CaseFile): WaitsOn => {
  const review = waitingReview(file);
  if (review !== undefined) return reviewerOf[review.kind];
  if (approvalPending(file, 'decision-extension', 'suspension', 'termination')) return 'leader';
  const { opinion, answer = -1 } = file.reviews.at(-1) ?? {};
  const unanswered = (file.proposal?.entry ?? -1) < answer;
  return opinion === 'agree' && unanswered ? 'leader' : 'handlers';
};

const reviewerOfEntry = ({ reviews }: CaseFile, entry: number): WaitsOn =>
  reviewerOf[reviews.find((one) => one.entry === entry)?.kind ?? 'legal'];

/** Where the right answer depends on what is under way in the case. */
const byId: Readonly<Record<string, (file: CaseFile, entry: number) => WaitsOn>> = {
  'lead-check': (file) =>
    approvalPending(file, 'filing', 'not-filing', 'check-extension') ? 'leader' : 'handlers',
  'seizure-term': (file) =>
    approvalPending(file, 'seizure-extension', 'seizure-lifting') ? 'leader' : 'handlers',
  review: (file, entry) =>
    approvalPending(file, 'review-extension') ? 'leader' : reviewerOfEntry(file, entry),
  'decision-period': decisionWaitsOn,
};

const clockNames: ReadonlySet<string> = new Set([...timeLimits, ...hourLimits].map(({ id }) => id));
const isClock = (id: string): id is TimeLimitId | HourLimitId => clockNames.has(id);

/** An instalment is a payment. */
const byRow = (id: string): WaitsOn => clockOf(isClock(id) ? id : 'payment').waitsOn ?? 'handlers';

export const waitsOn = (file: CaseFile, { id, startedBy }: Deadline): WaitsOn =>
  byId[id]?.(file, startedBy) ?? byRow(id);

/** Before the filing: who checks the lead, or recorded it; and the handlers named in a request for filing that waits. */
export const handlersOf = ({ filing, summary, lead, approvals, entries }: CaseFile): readonly PersonId[] => {
  if (filing) return filing.handlers;
  if (summary) return summary.officers;
  const requested = approvals.flatMap((one) =>
    one.matter === 'filing' && one.state === 'open' ? one.terms.handlers : [],
  );
  const checking = lead?.checkers ?? entries.slice(0, 1).map(({ recordedBy }) => recordedBy);
  return [...new Set([...checking, ...requested])];
};
