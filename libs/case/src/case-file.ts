/** The case file (案卷) as it stands: one slice a step, folded from the events and from nothing else. */
import type { Approval } from './approval/approval.js';
import type { Archived } from './archive/archive.js';
import type { Assistance } from './assistance/assistance.js';
import type { Closure } from './closure/closure.js';
import type { Discussion } from './collective-discussion/collective-discussion.js';
import type { Correction } from './correction/correction.js';
import type { DecisionPeriod } from './decision-period/decision-period.js';
import type { CourtEnforcement } from './court-enforcement/court-enforcement.js';
import type { CrimeTransfer } from './crime-transfer/crime-transfer.js';
import type { Decision } from './decision/decision.js';
import type { FormerDecision } from './decision-change/decision-change.js';
import type { Education } from './education/education.js';
import type { EntryNote } from './entry/entry.js';
import type { Evidence } from './evidence/evidence.js';
import type { Execution } from './execution/execution.js';
import type {
  ExecutionSuspension,
  ExecutionTermination,
} from './execution-suspension/execution-suspension.js';
import type { Hearing } from './hearing/hearing.js';
import type { Filing, Lead } from './initiation/initiation.js';
import type { Investigation } from './investigation/investigation.js';
import type { Jurisdiction } from './jurisdiction/jurisdiction.js';
import type { EntryNumber } from './kernel/event.js';
import type { Notice } from './notice/notice.js';
import type { Preservation } from './preservation/preservation.js';
import type { Proposal } from './proposal/proposal.js';
import type { Publication } from './publication/publication.js';
import type { Recusal } from './recusal/recusal.js';
import type { Look } from './reporter-identity/reporter-identity.js';
import type { Remedy } from './remedy/remedy.js';
import type { Review } from './review/review.js';
import type { Seizure } from './seizure/seizure.js';
import type { FailedService } from './service/attempt.js';
import type { Service } from './service/service.js';
import type { Statements } from './statement/statement.js';
import type { Suspension, Termination } from './suspension/suspension.js';
import type { SummaryCase } from './summary-procedure/summary-procedure.js';

export type CaseFile = Readonly<{
  /** Number of the last entry; -1 before the first. */
  revision: EntryNumber;
  entries: readonly EntryNote[];
  approvals: readonly Approval[];
  lead?: Lead;
  filing?: Filing;
  recusals: readonly Recusal[];
  evidence: Evidence;
  preservations: readonly Preservation[];
  seizures: readonly Seizure[];
  corrections: readonly Correction[];
  assistance: readonly Assistance[];
  /** In the order they were proposed. */
  crimeTransfers: readonly CrimeTransfer[];
  jurisdiction: Jurisdiction;
  suspensions: readonly Suspension[];
  termination?: Termination;
  education?: Education;
  /** Undefined while the investigation is open. */
  investigation?: Investigation | undefined;
  /** In the order they were sent. */
  reviews: readonly Review[];
  proposal?: Proposal | undefined;
  /** In the order they were served; the last one counts. */
  notices: readonly Notice[];
  statements: Statements;
  hearing: Hearing;
  discussions: readonly Discussion[];
  decisionPeriod: DecisionPeriod;
  decision?: Decision | undefined;
  /** Decisions that were changed or annulled, in that order. */
  formerDecisions: readonly FormerDecision[];
  service?: Service | undefined;
  /** Tried in vain, in that order; absent where none was. */
  failedServices?: readonly FailedService[] | undefined;
  execution: Execution;
  /** In that order; absent where there was none. */
  executionSuspensions?: readonly ExecutionSuspension[] | undefined;
  executionTermination?: ExecutionTermination | undefined;
  courtEnforcement: CourtEnforcement;
  publication?: Publication | undefined;
  /** In the order they were accepted. */
  remedies: readonly Remedy[];
  summary?: SummaryCase;
  closure?: Closure | undefined;
  archived?: Archived | undefined;
  looks: readonly Look[];
}>;

export const emptyFile: CaseFile = {
  revision: -1,
  entries: [],
  approvals: [],
  recusals: [],
  evidence: { pieces: [], tests: [] },
  preservations: [],
  seizures: [],
  corrections: [],
  assistance: [],
  crimeTransfers: [],
  jurisdiction: { disputes: [] },
  suspensions: [],
  reviews: [],
  notices: [],
  statements: { made: [], rechecks: [] },
  hearing: {},
  discussions: [],
  decisionPeriod: { extensions: [], leftOut: [] },
  formerDecisions: [],
  execution: { payments: [] },
  courtEnforcement: { reminders: [], applications: [] },
  remedies: [],
  looks: [],
};
