import type { Capacity, CaseFile, Deadline, PersonId, ReviewKind } from '@anjuan/case';

/** Whom a clock waits on: the handlers, somebody of that capacity, the party, or a body outside the agency. */
export type WaitsOn = 'handlers' | 'party' | 'another-body' | Capacity;

/** The party's own periods: its right to be heard, to pay in time, to remedies; the time a reminder gives. */
const partys = ['C14', 'C28', 'C29', 'C31', 'C32', 'C33', 'C34'];
/** Superiors, agencies asked for help, the police, the court. */
const others = ['C08', 'C12', 'C36', 'C36b', 'C36c', 'C39'];

const reviewerOf: Readonly<Record<ReviewKind, Capacity>> = {
  legal: 'legal-reviewer',
  case: 'case-reviewer',
};

const approvalAsked = ({ approvals }: CaseFile, ...matters: readonly string[]): boolean =>
  approvals.some(({ matter, state }) => state === 'open' && matters.includes(matter));

const openReview = ({ reviews }: CaseFile): ReviewKind | undefined =>
  reviews.findLast(({ opinion }) => opinion === undefined)?.kind;

/** The decision waits on whoever has the file now. */
const decisionWaitsOn = (file: CaseFile): WaitsOn => {
  const review = openReview(file);
  if (review !== undefined) return reviewerOf[review];
  if (approvalAsked(file, 'decision-extension', 'suspension', 'termination')) return 'leader';
  const { opinion, answer = -1 } = file.reviews.at(-1) ?? {};
  const unanswered = (file.proposal?.entry ?? -1) < answer;
  return opinion === 'agree' && unanswered ? 'leader' : 'handlers';
};

/** Where the right answer depends on what is under way in the case. */
const byId: Readonly<Record<string, (file: CaseFile, entry: number) => WaitsOn>> = {
  C01: (file) => (approvalAsked(file, 'filing', 'not-filing', 'check-extension') ? 'leader' : 'handlers'),
  C09: () => 'leader',
  C11: (file) => (approvalAsked(file, 'seizure-extension') ? 'leader' : 'handlers'),
  C13: ({ reviews }, entry) => reviewerOf[reviews.find((one) => one.entry === entry)?.kind ?? 'legal'],
  C15: () => 'leader',
  C20: () => 'hearing-host',
  C21: decisionWaitsOn,
  C38: () => 'principal',
};

export const waitsOn = (file: CaseFile, { id, startedBy }: Deadline): WaitsOn => {
  if (partys.includes(id) || id.startsWith('C28-')) return 'party';
  if (others.includes(id)) return 'another-body';
  return byId[id]?.(file, startedBy) ?? 'handlers';
};

/** Before the filing: who took the lead down, and the handlers it was asked to be filed with. */
export const handlersOf = ({ filing, summary, approvals, entries }: CaseFile): readonly PersonId[] => {
  if (filing) return filing.handlers;
  if (summary) return summary.officers;
  const asked = approvals.flatMap((one) => (one.matter === 'filing' ? one.terms.handlers : []));
  return [...new Set([...entries.slice(0, 1).map(({ recordedBy }) => recordedBy), ...asked])];
};
