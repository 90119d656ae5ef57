/** Everything that can be recorded in a case, in the order of the procedure. */
import type * as approval from './approval/approval.js';
import type * as archive from './archive/archive.js';
import type * as assistance from './assistance/assistance.js';
import type * as closure from './closure/closure.js';
import type * as collectiveDiscussion from './collective-discussion/collective-discussion.js';
import type * as correction from './correction/correction.js';
import type * as reconsideration from './crime-transfer/reconsideration.js';
import type * as decisionPeriod from './decision-period/decision-period.js';
import type * as courtEnforcement from './court-enforcement/court-enforcement.js';
import type * as crimeTransfer from './crime-transfer/crime-transfer.js';
import type * as decision from './decision/decision.js';
import type * as decisionChange from './decision-change/decision-change.js';
import type * as education from './education/education.js';
import type * as entry from './entry/entry.js';
import type * as evidence from './evidence/evidence.js';
import type * as sampling from './evidence/sampling.js';
import type * as exclusion from './evidence/exclusion.js';
import type * as execution from './execution/execution.js';
import type * as executionSuspension from './execution-suspension/execution-suspension.js';
import type * as laterPayment from './execution/later-payment.js';
import type * as hearing from './hearing/hearing.js';
import type * as hearingCourse from './hearing/course.js';
import type * as initiation from './initiation/initiation.js';
import type * as leadCheck from './initiation/lead-check.js';
import type * as investigation from './investigation/investigation.js';
import type * as jurisdiction from './jurisdiction/jurisdiction.js';
import type { Event, NewEvent } from './kernel/event.js';
import type * as notice from './notice/notice.js';
import type * as preservation from './preservation/preservation.js';
import type * as proposal from './proposal/proposal.js';
import type * as publication from './publication/publication.js';
import type * as recusal from './recusal/recusal.js';
import type * as remedy from './remedy/remedy.js';
import type * as reporterIdentity from './reporter-identity/reporter-identity.js';
import type * as review from './review/review.js';
import type * as reviewExtension from './review/extension.js';
import type * as seizure from './seizure/seizure.js';
import type * as earlyDisposal from './seizure/early-disposal.js';
import type * as urgentSeizure from './seizure/urgent.js';
import type * as attempt from './service/attempt.js';
import type * as service from './service/service.js';
import type * as statement from './statement/statement.js';
import type * as suspension from './suspension/suspension.js';
import type * as summaryProcedure from './summary-procedure/summary-procedure.js';

export type CaseEvent =
  | initiation.LeadReceived
  | approval.ApprovalRequested
  | approval.ApprovalGiven
  | approval.ApprovalReturned
  | approval.ApprovalRequestWithdrawn
  | initiation.CaseFiled
  | entry.EntryConfirmed
  | entry.EntryCorrected
  | entry.EntryWithdrawn
  | leadCheck.LeadNotFiled
  | leadCheck.LeadCheckExtended
  | recusal.RecusalRequested
  | recusal.RecusalDecided
  | evidence.SceneRecorded
  | evidence.InquiryRecorded
  | evidence.EvidenceAdded
  | sampling.SamplesTaken
  | evidence.TestCommissioned
  | evidence.TestResultRecorded
  | evidence.TestResultTold
  | exclusion.EvidenceExcluded
  | preservation.EvidencePreserved
  | preservation.PreservationMadeUp
  | preservation.PreservationDealtWith
  | preservation.PreservationLifted
  | seizure.ItemsSeized
  | urgentSeizure.ItemsSeizedUrgently
  | urgentSeizure.SeizureMadeUp
  | seizure.SeizureExtended
  | seizure.SeizureLifted
  | earlyDisposal.GoodsDisposedOfEarly
  | correction.CorrectionOrdered
  | correction.CorrectionVerified
  | assistance.AssistanceRequested
  | assistance.AssistanceAnswered
  | assistance.AssistanceDelayed
  | crimeTransfer.CrimeTransferProposed
  | crimeTransfer.CrimeTransferDecided
  | crimeTransfer.CrimeTransferSent
  | crimeTransfer.PoliceAnswered
  | crimeTransfer.GoodsHandedToPolice
  | crimeTransfer.CriminalOutcomeRecorded
  | jurisdiction.JurisdictionDisputed
  | jurisdiction.JurisdictionReported
  | jurisdiction.JurisdictionSettled
  | jurisdiction.CaseTransferApproved
  | jurisdiction.CaseTransferred
  | suspension.InvestigationSuspended
  | suspension.InvestigationResumed
  | suspension.InvestigationTerminated
  | education.EducationGiven
  | investigation.InvestigationConcluded
  | review.SentForLegalReview
  | review.LegalReviewOpinionGiven
  | review.SentForCaseReview
  | review.CaseReviewOpinionGiven
  | reviewExtension.ReviewPeriodExtended
  | proposal.ProposalApproved
  | proposal.ProposalReturned
  | notice.NoticeServed
  | statement.StatementMade
  | statement.StatementWaived
  | statement.StatementRechecked
  | hearing.HearingRequested
  | hearing.HearingHostNamed
  | hearingCourse.HearingFileHandedOver
  | hearing.HearingNoticeServed
  | hearing.HearingAnnounced
  | hearingCourse.HearingSuspended
  | hearingCourse.HearingResumed
  | hearing.HearingHeld
  | hearing.HearingReported
  | hearing.HearingEnded
  | collectiveDiscussion.DiscussionOpened
  | collectiveDiscussion.DiscussionOpinionGiven
  | collectiveDiscussion.DiscussionConcluded
  | decisionPeriod.DecisionPeriodExtended
  | decisionPeriod.DecisionPeriodExtendedFurther
  | decisionPeriod.DaysLeftOut
  | decision.DecisionMade
  | service.DecisionServed
  | attempt.ServiceFailed
  | reconsideration.ReconsiderationAsked
  | reconsideration.ReconsiderationAnswered
  | decisionChange.DecisionRectified
  | decisionChange.DecisionChanged
  | decisionChange.PublicationWithdrawn
  | decisionChange.MoneyRefunded
  | remedy.RemedyAccepted
  | remedy.RemedyConcluded
  | laterPayment.InstalmentsAppliedFor
  | laterPayment.InstalmentsApproved
  | laterPayment.DeferralApproved
  | laterPayment.ExecutionAgreed
  | laterPayment.InstalmentsRefused
  | courtEnforcement.ReminderServed
  | courtEnforcement.ReminderAnswered
  | courtEnforcement.CourtApplied
  | courtEnforcement.CourtAnswered
  | courtEnforcement.HigherCourtAsked
  | execution.PaymentReceived
  | execution.GoodsDisposedOf
  | executionSuspension.ExecutionSuspended
  | executionSuspension.ExecutionResumed
  | executionSuspension.ExecutionTerminated
  | publication.DecisionPublished
  | closure.CaseClosed
  | archive.CaseArchived
  | summaryProcedure.DecidedOnTheSpot
  | summaryProcedure.FineCollectedOnTheSpot
  | summaryProcedure.MoneyHandedIn
  | summaryProcedure.MoneyBanked
  | summaryProcedure.SummaryFileHandedIn
  | reporterIdentity.ReporterIdentityLookedAt;

type New<E> = E extends Event<infer Type, infer Data> ? NewEvent<Type, Data> : never;
/** What `decide` yields. */
export type NewCaseEvent = New<CaseEvent>;
/** The event of one type, before it is recorded; `Recorded<'CaseFiled'>`. */
export type Recorded<Type extends CaseEvent['type']> = Extract<NewCaseEvent, { type: Type }>;
