/** The only door of the law: the acts of the procedure, the file they build, and what follows from it. */
export { askedOfEveryAct } from './case-act.js';
export { actions, acts, decide, evolve, replay, resume } from './case.js';
export type { ActName, Acts, EntryOf } from './case.js';
export { caseProcedure } from './case-procedure.js';
export { erasureProcedure } from './erasure/erasure-procedure.js';
export type { CaseEvent, NewCaseEvent, Recorded } from './case-event.js';
export * from './erasure/erasure.js';
export { eventAttributes, personalData } from './event-types.js';
export type { EventAttributes } from './event-kind.js';
export { emptyFile, type CaseFile } from './steps.js';
export { places } from './archive/places.js';
export { compliance } from './compliance/compliance.js';
export type { Compliance, Finding } from './compliance/compliance.js';
export type { ProvisionFinding } from './compliance/of-provisions.js';
export type { FindingState, Measured } from './compliance/finding.js';
export { deadlines } from './deadlines.js';
export type { Day, Deadline, DeadlineState } from './deadlines.js';
export type { PersonalField, PersonalKind } from './personal-data.js';
export { dossier } from './review/dossier.js';

export type { Act } from './case-act.js';
export * from '@anjuan/procedure';
export type { EventMap } from './event-kind.js';

export type {
  Approval,
  Matter,
  MatterName,
  ReturnApproval,
  WithdrawApprovalRequest,
} from './approval/approval.js';
export type { ArchiveCase, Archived } from './archive/archive.js';
export type { RecordAssistance, RecordDelay, RequestAssistance } from './assistance/assistance.js';
export { closureGrounds } from './closure/closure.js';
export type { Closure, ClosureGround, ClosureTerms } from './closure/closure.js';
export type {
  ConcludeDiscussion,
  Discussion,
  GiveDiscussionOpinion,
  OpenDiscussion,
} from './collective-discussion/collective-discussion.js';
export type { Correction, OrderCorrection, VerifyCorrection } from './correction/correction.js';
export { criminalOutcomes, policeAnswers } from './crime-transfer/crime-transfer.js';
export type {
  CrimeTransfer,
  DecideTransfer,
  HandOverGoods,
  ProposeTransfer,
  RecordAnswer,
  RecordOutcome,
  SendTransfer,
} from './crime-transfer/crime-transfer.js';
export { leftOutKinds } from './decision-period/decision-period.js';
export type {
  DecisionExtensionTerms,
  DecisionPeriod,
  ExtendFurther,
  LeaveOut,
  LeftOutKind,
} from './decision-period/decision-period.js';
export { receivers, settlements } from './jurisdiction/jurisdiction.js';
export type {
  Jurisdiction,
  RecordDispute,
  RecordSettlement,
  ReportToSuperior,
  SendCase,
  TransferTerms,
} from './jurisdiction/jurisdiction.js';
export { suspensionGrounds, terminationGrounds } from './suspension/suspension.js';
export type {
  Resume,
  Suspension,
  SuspensionGround,
  SuspensionTerms,
  Termination,
  TerminationGround,
  TerminationTerms,
} from './suspension/suspension.js';
export type { Decision, MakeDecision } from './decision/decision.js';
export type { Educate, Education } from './education/education.js';
export type { ConfirmEntry, CorrectEntry, EntryNote, WithdrawEntry } from './entry/entry.js';
export { evidenceKinds } from './evidence/evidence.js';
export type {
  AddEvidence,
  CommissionTest,
  Evidence,
  EvidenceKind,
  RecordInquiry,
  RecordScene,
  RecordTestResult,
  TellTestResult,
  Test,
} from './evidence/evidence.js';
export { notFilingGrounds } from './initiation/lead-check.js';
export type { CheckExtensionTerms, NotFilingGround, NotFilingTerms } from './initiation/lead-check.js';
export { recusalSources } from './recusal/recusal.js';
export type { DecideRecusal, Recusal, RecusalSource, RequestRecusal } from './recusal/recusal.js';
export type {
  DisposalManner,
  DisposeOfGoods,
  Execution,
  PaymentChannel,
  PaymentPurpose,
  RecordPayment,
} from './execution/execution.js';
export { laterPayments } from './execution/later-payment.js';
export type {
  ApplyForInstalments,
  ApproveDeferral,
  ApproveInstalments,
  Instalment,
  MakeAgreement,
  RefuseInstalments,
} from './execution/later-payment.js';
export { surchargeOf } from './execution/surcharge.js';
export type { Surcharge } from './execution/surcharge.js';
export { remedyKinds, remedyOutcomes } from './remedy/remedy.js';
export type { RecordAcceptance, RecordOutcome as RecordRemedyOutcome, Remedy } from './remedy/remedy.js';
export { changeGrounds, changeKinds } from './decision-change/decision-change.js';
export type {
  ChangeDecision,
  FormerDecision,
  RecordRefund,
  RectifyDecision,
  WithdrawPublication,
} from './decision-change/decision-change.js';
export { reconsideredBy } from './crime-transfer/reconsideration.js';
export type { AskReconsideration, RecordReconsideration } from './crime-transfer/reconsideration.js';
export { preservationManners } from './preservation/preservation.js';
export type {
  DealWithPreservation,
  LiftPreservation,
  MakeUpPreservation,
  Preservation,
  PreservationTerms,
  TakePreservation,
} from './preservation/preservation.js';
export { exclusionGrounds } from './evidence/exclusion.js';
export type { ExcludeEvidence, ExclusionGround } from './evidence/exclusion.js';
export { hearingSuspensionGrounds } from './hearing/course.js';
export type {
  HandOverHearingFile,
  HearingSuspensionGround,
  ResumeHearing,
  SuspendHearing,
} from './hearing/course.js';
export type { ReviewExtensionTerms } from './review/extension.js';
export type { LiftingTerms } from './seizure/lifting.js';
export type { OnTheSpot } from './seizure/seizure.js';
export type { MakeUpSeizure, SeizeUrgently } from './seizure/urgent.js';
export { courtAnswers } from './court-enforcement/court-enforcement.js';
export type {
  Application,
  ApplyToCourt,
  AskHigherCourt,
  CourtEnforcement,
  EnforcementTerms,
  RecordCourtAnswer,
  RecordOpinion,
  Reminder,
  ServeReminder,
} from './court-enforcement/court-enforcement.js';
export { owed } from './execution/owed.js';
export type {
  AnnounceHearing,
  EndHearing,
  Hearing,
  HoldHearing,
  NameHearingHost,
  ReportHearing,
  RequestHearing,
  ServeHearingNotice,
} from './hearing/hearing.js';
export { filingConditions } from './initiation/initiation.js';
export type {
  Affirmed,
  Basis,
  Filing,
  FilingCondition,
  FilingTerms,
  Lead,
  Marks,
  Override,
  Party,
  PartyKind,
  PartyPerson,
  ReceiveLead,
  Reporter,
  RequestFiling,
} from './initiation/initiation.js';
export { mitigationGrounds } from './investigation/grading.js';
export type { Grading, MitigationGround } from './investigation/grading.js';
export type { ConcludeInvestigation, Findings, Investigation } from './investigation/investigation.js';
export type { Notice, ServeNotice } from './notice/notice.js';
export type { NoPenaltyGround, Outcome, Penalty, PenaltyKind } from './penalty/penalty.js';
export type { ApproveProposal, Proposal, ReturnProposal } from './proposal/proposal.js';
export type { Publication, PublishDecision } from './publication/publication.js';
export type { Look, LookAtReporterIdentity } from './reporter-identity/reporter-identity.js';
export { opinions, reviewPoints } from './review/review.js';
export type {
  GiveOpinion,
  Opinion,
  Review,
  ReviewKind,
  ReviewPoint,
  SendForReview,
} from './review/review.js';
export type { ExtensionTerms, LiftSeizure, Seize, Seizure, SeizureTerms } from './seizure/seizure.js';
export type { RecordFailure } from './service/attempt.js';
export {
  executionSuspensionGrounds,
  executionTerminationGrounds,
} from './execution-suspension/execution-suspension.js';
export type {
  ExecutionSuspensionGround,
  ExecutionSuspensionTerms,
  ExecutionTerminationGround,
  ExecutionTerminationTerms,
  ResumeExecution,
} from './execution-suspension/execution-suspension.js';
export { remoteAreas } from './summary-procedure/summary-procedure.js';
export type { HandInMoney, RemoteArea } from './summary-procedure/summary-procedure.js';
export { samplingManners } from './evidence/sampling.js';
export type { TakeSamples } from './evidence/sampling.js';
export { earlyDisposalGrounds, earlyDisposalManners } from './seizure/early-disposal.js';
export type { Announcement, DisposeEarly, EarlyDisposalTerms } from './seizure/early-disposal.js';
export type { Recipient, ServeDecision, Service, ServiceMethod } from './service/service.js';
export type { UndeliveredReason } from './service/undelivered.js';
export type { RecheckStatement, RecordStatement, Statements, WaiveStatement } from './statement/statement.js';
export type {
  CollectFine,
  DecideOnTheSpot,
  HandInFile,
  SummaryCase,
} from './summary-procedure/summary-procedure.js';
