/** The only door of the law: the acts of the procedure, the file they build, and what follows from it. */
export { requiredOfEveryAct } from './case-act.js';
export { actions, acts, decide, evolve, replay, resume, seenBy } from './case.js';
export { fileOf, partiesIn, seenFor } from './parties.js';
export type { ActName, EntryOf } from './case.js';
export { caseProcedure } from './case-procedure.js';
export type { CaseView } from './case-view.js';
export { erasureProcedure } from './erasure/erasure-procedure.js';
export type { CaseEvent, NewCaseEvent } from './case-event.js';
export * from './erasure/erasure.js';
export { eventAttributes, personalData } from './event-types.js';
export type { EventAttributes } from './event-kind.js';
export { emptyFile, type CaseFile } from './steps.js';
export { places } from './archive/places.js';
export { compliance } from './compliance/compliance.js';
export { deadlines } from './deadlines.js';
export type { Day, Deadline } from './deadlines.js';
export { dossier, reviewedDossier } from './review/dossier.js';

export * from '@anjuan/procedure';

export type { MatterName } from './approval/approval.js';
export { closureGrounds } from './closure/closure.js';
export { criminalOutcomes, policeAnswers } from './crime-transfer/crime-transfer.js';
export { leftOutKinds } from './decision-period/decision-period.js';
export { receivers, settlements } from './jurisdiction/jurisdiction.js';
export { suspensionGrounds, terminationGrounds } from './suspension/suspension.js';
export type { EntryNote } from './entry/entry.js';
export { evidencing } from './evidence/carrying.js';
export { evidenceKinds } from './evidence/evidence.js';
export { notFilingGrounds } from './initiation/lead-check.js';
export { partsInBreach } from './joined-parties/words.js';
export { recusalSources } from './recusal/recusal.js';
export { recusedIn } from './recusal/recused.js';
export type { PaymentPurpose } from './execution/execution.js';
export { disposalManners } from './execution/execution.js';
export { laterPayments } from './execution/later-payment.js';
export { surchargeOf } from './execution/surcharge.js';
export { remedyKinds, remedyOutcomes } from './remedy/remedy.js';
export { changeGrounds, changeKinds } from './decision-change/decision-change.js';
export { reconsideredBy } from './crime-transfer/reconsideration.js';
export { preservationManners } from './preservation/preservation.js';
export { exclusionGrounds } from './evidence/exclusion.js';
export { isTold } from './evidence/told.js';
export { hearingSuspensionGrounds } from './hearing/course.js';
export type { OnTheSpot } from './seizure/seizure.js';
export { courtAnswers } from './court-enforcement/court-enforcement.js';
export { owed } from './execution/owed.js';
export { owedBothWays } from './execution/refund.js';
export { confiscatedHere, heldFreely } from './goods/confiscated.js';
export { kept } from './goods/ledger.js';
export { notSold } from './seizure/parts.js';
export { filingConditions } from './initiation/initiation.js';
export { handling } from './initiation/provisions.js';
export type {
  Affirmed,
  Basis,
  FilingCondition,
  FilingTerms,
  Party,
  PartyKind,
  Reporter,
} from './initiation/initiation.js';
export { mitigationGrounds } from './investigation/grading.js';
export type { Grading } from './investigation/grading.js';
export type { DroppedGround, NoPenaltyGround, Outcome, Penalty, PenaltyKind } from './penalty/penalty.js';
export { opinions, reviewPoints, reviewerNamed, reviewerOf, waitingReview } from './review/review.js';
export type { Opinion, Review, ReviewKind, ReviewPoint } from './review/review.js';
export {
  executionSuspensionGrounds,
  executionTerminationGrounds,
} from './execution-suspension/execution-suspension.js';
export { remoteAreas } from './summary-procedure/summary-procedure.js';
export { samplingManners } from './evidence/sampling.js';
export { earlyDisposalGrounds, earlyDisposalManners } from './seizure/early-disposal.js';
export type { Recipient, ServiceMethod } from './service/service.js';
export type { UndeliveredReason } from './service/undelivered.js';
export type { RecheckStatement } from './statement/statement.js';
