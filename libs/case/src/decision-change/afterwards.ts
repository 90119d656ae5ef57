/** What a change of the decision leaves in the file: APL 75(2); ARL 63, 64; ALL 70, 71, 77. */
import { dayOf, type Instant } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import { postedDaysKept } from '../decision-period/due.js';
import type { Execution } from '../execution/execution.js';
import { daysKept } from '../hearing/days.js';
import type { Outcome } from '../penalty/penalty.js';
import { onTheSpotAfter } from '../remedy/on-the-spot.js';
import type { CaseFile } from '../steps.js';
import type { DecisionChanged } from './decision-change.js';

/** What served the annulled decision, and what became of its execution, is not said of the next one. */
const servedAndExecuted: Partial<CaseFile> = {
  service: undefined,
  failedServices: undefined,
  executionSuspensions: undefined,
  executionTermination: undefined,
  formerTerminations: undefined,
};

/** Anew from the report on: what the annulled decision rested on does not carry the next one (ALL 71; ARL 64(2)). */
const fromTheReport: Partial<CaseFile> = {
  ...servedAndExecuted,
  decision: undefined,
  investigation: undefined,
  proposal: undefined,
  reviews: [],
  notices: [],
  statements: { made: [], rechecks: [] },
  discussions: [],
};

/**
 * Money stays what it is, and so do goods, line by line; deferral, agreement and surcharge go with the decision, and so
 * does that all it confiscated is disposed of: what the next one takes from the party has not been handed over.
 */
const withoutIt = ({ payments, refunded }: Execution): Execution => ({
  payments,
  ...(refunded !== undefined && { refunded }),
});

/** Of which no line is named: what the party itself is to hand over. */
const takenUnlisted = (outcome: Outcome): readonly (string | undefined)[] =>
  outcome.kind === 'penalty'
    ? outcome.penalties.flatMap(({ kind, items, what }) =>
        kind === 'confiscation-of-goods' && items === undefined ? [what] : [],
      )
    : [];

/** What the decision takes from the party as it is now, and did not before, has not been handed over either. */
const asChanged = (execution: Execution, before: Outcome, now: Outcome): Execution => {
  const former = takenUnlisted(before);
  if (takenUnlisted(now).every((what) => former.includes(what))) return execution;
  const { goodsDisposedOn: _, ...rest } = execution;
  return rest;
};

type Happened = Readonly<{ revision: EntryNumber; occurredAt: Instant; data: DecisionChanged['data'] }>;

type Changed = Pick<
  CaseFile,
  'decision' | 'summary' | 'execution' | 'hearing' | 'notices' | 'decisionPeriod'
>;

/** What a change makes of the decision, and of all that rests on it. */
export const afterwards = (
  file: Changed,
  { revision, occurredAt, data: { kind, outcome, servedAnew } }: Happened,
): Partial<CaseFile> => {
  const { decision, summary, execution, hearing } = file;
  if (decision === undefined) {
    if (summary === undefined) return {};
    const after = onTheSpotAfter(summary, { revision, outcome: kind, ordered: outcome });
    return servedAnew
      ? { summary: { ...after, changedOn: dayOf(occurredAt) }, service: undefined, failedServices: undefined }
      : { summary: after };
  }
  switch (kind) {
    case 'changed':
      return {
        decision: { ...decision, outcome: outcome ?? decision.outcome },
        execution: asChanged(execution, decision.outcome, outcome ?? decision.outcome),
        // A remedy's own paper reaches the party from the organ or the court.
        ...(servedAnew && { service: undefined, failedServices: undefined }),
      };
    case 'annulled':
      return { ...servedAndExecuted, decision: undefined, execution: withoutIt(execution) };
    case 'annulled-to-redo':
      return {
        ...fromTheReport,
        ...postedDaysKept(file, dayOf(occurredAt)),
        // Who helped its host or kept its record does not handle the case afterwards either (SAMR-H 11(3)).
        hearing: { ...daysKept(hearing), ...(hearing.staff && { staff: hearing.staff }) },
        execution: withoutIt(execution),
      };
    case 'declared-illegal':
      return {};
  }
};
