/** When the party's remedies are used up, and the agency's three months begin: ACL 53; APL 72(2); ALL 45, 46; ARL 20. */
import {
  count,
  onTheSpotReconsideredFirst,
  timeLimit,
  type Calendar,
  type LocalDate,
  type TimeLimitId,
} from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { receivedOn } from '../execution/surcharge.js';
import { ofThisDecision } from '../remedy/on-the-spot.js';
import type { Remedy } from '../remedy/remedy.js';

type Received = Pick<CaseFile, 'service' | 'summary' | 'remedies' | 'decision' | 'formerDecisions'>;
type Periods = Received & Pick<CaseFile, 'execution'>;

/** The day on which the party received what the agency itself had made of its decision; undefined where it made nothing. */
const receivedAnew = (file: Received): LocalDate | undefined => {
  const { service, summary, decision, formerDecisions } = file;
  if (service === undefined) return summary?.changedOn;
  const anew = formerDecisions.some(
    ({ kind, ground, entry, decision: before }) =>
      kind === 'changed' &&
      ground !== 'remedy-outcome' &&
      before?.entry === decision?.entry &&
      entry < service.entry,
  );
  return anew ? service.servedOn : undefined;
};

/** A remedy against what the party received last: one against an earlier decision, or its earlier text, ends no period. */
export const againstThis = (file: Received): readonly Remedy[] => {
  const since = receivedAnew(file) ?? '';
  return ofThisDecision(file).filter(({ acceptedOn }) => acceptedOn >= since);
};

const lastDayOf = (id: TimeLimitId, from: LocalDate, calendar: Calendar): LocalDate => {
  const { length, unit, roll } = timeLimit(id, from);
  return count({ from, length, unit, roll }, calendar).due;
};

const latest = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort().at(-1);

/**
 * Where reconsideration comes first there is never a right to sue without it (ARL 23(1)(1); ALL 44(2)): the time is
 * over when none was asked for.
 */
export const reconsideredFirst = ({ decision, summary }: Pick<CaseFile, 'decision' | 'summary'>): boolean =>
  decision === undefined &&
  summary !== undefined &&
  summary.decidedOn >= onTheSpotReconsideredFirst.validFrom;

/**
 * Last day on which the party could still go to law: six months from the receipt, or sixty days where reconsideration
 * comes first; after a reconsideration fifteen days from its outcome; a judgment is the end. Undefined before the party has the decision. A remedy still pending is not
 * considered here, nor one against an earlier decision: a new decision opens a new period.
 */
export const remedyEnds = (file: Periods, calendar: Calendar): LocalDate | undefined => {
  const from = receivedOn(file);
  if (from === undefined) return undefined;
  const concluded = againstThis(file).flatMap(({ kind, concluded }) =>
    concluded === undefined ? [] : [{ kind, ...concluded }],
  );
  const decided = (wanted: Remedy['kind']) =>
    concluded.findLast(({ kind, outcome }) => kind === wanted && outcome !== 'withdrawn')?.on;
  const judged = decided('litigation');
  if (judged !== undefined) return judged;
  const reviewed = decided('reconsideration');
  const suit =
    reviewed === undefined
      ? lastDayOf(reconsideredFirst(file) ? 'reconsideration' : 'suit', from, calendar)
      : lastDayOf('suit-after-reconsideration', reviewed, calendar);
  return latest([suit, ...concluded.map(({ on }) => on)]);
};

/** APL 72(2): where payment was deferred or divided, from the end of that, if it is later. */
export const enforceableFrom = (file: Periods, calendar: Calendar): LocalDate | undefined => {
  const ends = remedyEnds(file, calendar);
  const planned = file.execution.plan?.at(-1)?.due;
  return ends !== undefined && planned !== undefined && planned > ends ? planned : ends;
};

/** Last day of the reminder's ten working days (ACL 54, 69). */
export const reminderRunsUntil = (servedOn: LocalDate, calendar: Calendar): LocalDate =>
  lastDayOf('reminder', servedOn, calendar);

/** Last day of the three months (ACL 53). */
export const applyUntil = (from: LocalDate, calendar: Calendar): LocalDate =>
  lastDayOf('court-application', from, calendar);
