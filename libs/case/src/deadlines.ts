/** The state of every clock of the case (法定期限) on a day: computed from the file, never stored. */
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

/** In the order of the procedure; with those that are over, so that lateness stays visible. */
export const deadlines = (file: CaseFile, day: Day): readonly Deadline[] =>
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
