import { Module } from '@nestjs/common';
import { ApprovalModule } from './approval/approval.module.js';
import { ArchiveModule } from './archive/archive.module.js';
import { CrimeTransferModule } from './crime-transfer/crime-transfer.module.js';
import { AssistanceModule } from './assistance/assistance.module.js';
import { CaseReviewModule } from './case-review/case-review.module.js';
import { ClosureModule } from './closure/closure.module.js';
import { CollectiveDiscussionModule } from './collective-discussion/collective-discussion.module.js';
import { CorrectionModule } from './correction/correction.module.js';
import { DecisionPeriodModule } from './decision-period/decision-period.module.js';
import { DecisionModule } from './decision/decision.module.js';
import { EducationModule } from './education/education.module.js';
import { EntryModule } from './entry/entry.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExecutionModule } from './execution/execution.module.js';
import { ExecutionSuspensionModule } from './execution-suspension/execution-suspension.module.js';
import { HearingModule } from './hearing/hearing.module.js';
import { InitiationModule } from './initiation/initiation.module.js';
import { InvestigationModule } from './investigation/investigation.module.js';
import { LegalReviewModule } from './legal-review/legal-review.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { ProposalModule } from './proposal/proposal.module.js';
import { PublicationModule } from './publication/publication.module.js';
import { RecusalModule } from './recusal/recusal.module.js';
import { ReporterIdentityModule } from './reporter-identity/reporter-identity.module.js';
import { ReviewModule } from './review/review.module.js';
import { SeizureModule } from './seizure/seizure.module.js';
import { ServiceModule } from './service/service.module.js';
import { StatementModule } from './statement/statement.module.js';
import { CourtEnforcementModule } from './court-enforcement/court-enforcement.module.js';
import { DecisionChangeModule } from './decision-change/decision-change.module.js';
import { RemedyModule } from './remedy/remedy.module.js';
import { PreservationModule } from './preservation/preservation.module.js';
import { JurisdictionModule } from './jurisdiction/jurisdiction.module.js';
import { SuspensionModule } from './suspension/suspension.module.js';
import { SummaryProcedureModule } from './summary-procedure/summary-procedure.module.js';

/** Every step, in the order of the procedure. */
@Module({
  imports: [
    InitiationModule,
    ApprovalModule,
    EntryModule,
    RecusalModule,
    EvidenceModule,
    SeizureModule,
    CorrectionModule,
    AssistanceModule,
    CrimeTransferModule,
    JurisdictionModule,
    PreservationModule,
    RemedyModule,
    DecisionChangeModule,
    CourtEnforcementModule,
    SuspensionModule,
    EducationModule,
    InvestigationModule,
    LegalReviewModule,
    CaseReviewModule,
    ReviewModule,
    ProposalModule,
    NoticeModule,
    StatementModule,
    HearingModule,
    CollectiveDiscussionModule,
    DecisionPeriodModule,
    DecisionModule,
    ServiceModule,
    ExecutionModule,
    ExecutionSuspensionModule,
    PublicationModule,
    ClosureModule,
    ArchiveModule,
    SummaryProcedureModule,
    ReporterIdentityModule,
  ],
})
export class StepsModule {}
