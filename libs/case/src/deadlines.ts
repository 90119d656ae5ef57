/** The state of every clock of the case (法定期限) on a day: computed from the file, never stored. */
import { partiesIn, seenFor } from './parties.js';
import type { CaseFile } from './steps.js';
import { afterDecision } from './deadlines/after-decision.js';
import { ofClosure } from './deadlines/closure.js';
import { ofCourtEnforcement } from './deadlines/court-enforcement.js';
import { ofCrimeTransfer } from './deadlines/crime-transfer.js';
import { ofAssistance } from './deadlines/assistance.js';
import { beforeDecision } from './deadlines/before-decision.js';
import type { Day, Deadline } from './deadlines/clock.js';
import { ofExecutionSuspension } from './deadlines/execution-suspension.js';
import { ofHearing } from './deadlines/hearing.js';
import { ofJurisdiction } from './deadlines/jurisdiction.js';
import { ofRemedies } from './deadlines/remedies.js';
import { ofUrgentMeasures } from './deadlines/urgent.js';
import { ofSummary } from './deadlines/summary.js';

export type { Day, Deadline, DeadlineState } from './deadlines/clock.js';

const ofOne = (file: CaseFile, day: Day): readonly Deadline[] =>
  [
    ...beforeDecision,
    ...ofUrgentMeasures,
    ...ofAssistance,
    ...ofCrimeTransfer,
    ...ofJurisdiction,
    ...ofHearing,
    ...afterDecision,
    ...ofClosure,
    ...ofSummary,
    ...ofRemedies,
    ...ofCourtEnforcement,
    ...ofExecutionSuspension,
  ].flatMap((of) => of(file, day));

const isSame = (one: Deadline, other: Deadline): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * In the order of the procedure; with those that are over, so that lateness stays visible. In a case of several parties
 * each clock of one of them says of which; what runs alike for all runs once.
 */
export const deadlines = (file: CaseFile, day: Day): readonly Deadline[] => {
  if (file.joinedParties === undefined || file.filing === undefined) return ofOne(file, day);
  const { entry: filed } = file.filing;
  const each = partiesIn(file).map((party) => ({
    ofParty: party ?? filed,
    clocks: ofOne(seenFor(file, party), day),
  }));
  const closing = each.flatMap(({ clocks }) => clocks.filter(({ id }) => id === 'closure'));
  const lastToClose = closing.toSorted((one, other) => one.from.localeCompare(other.from)).at(-1);
  const runsForAll = (it: Deadline): boolean =>
    each.every(({ clocks }) => clocks.some((other) => isSame(it, other)));
  const clocks = each.flatMap(({ ofParty, clocks: own }, index) =>
    own
      .filter(({ id }) => id !== 'closure')
      .flatMap((it) => {
        if (!runsForAll(it)) return [{ ...it, ofParty }];
        return index === 0 ? [it] : [];
      }),
  );
  // It is closed for all at once: from the day on which the last of them could be.
  return lastToClose === undefined || closing.length < each.length ? clocks : [...clocks, lastToClose];
};
