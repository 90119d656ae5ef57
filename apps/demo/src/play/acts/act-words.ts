/** Every word for an act that a case file may use. */
import type { ActWord } from './act-word.js';
import { closureWords } from './closure.js';
import { correctionWords } from './correction.js';
import { courseWords } from './course.js';
import { courtEnforcementWords } from './court-enforcement.js';
import { crimeTransferWords } from './crime-transfer.js';
import { decisionWords } from './decision.js';
import { earlyDisposalWords } from './early-disposal.js';
import { evidenceWords } from './evidence.js';
import { executionSuspensionWords } from './execution-suspension.js';
import { executionWords } from './execution.js';
import { expectedDeadlineWords } from './expected-deadline.js';
import { hearingWords } from './hearing.js';
import { initiationWords } from './initiation.js';
import { investigationWords } from './investigation.js';
import { laterPaymentWords } from './later-payment.js';
import { mendingWords } from './mending.js';
import { noticeWords } from './notice.js';
import { otherAgencyWords } from './other-agencies.js';
import { preservationWords } from './preservation.js';
import { recusalWords } from './recusal.js';
import { remedyWords } from './remedy.js';
import { reporterIdentityWords } from './reporter-identity.js';
import { reviewWords } from './review.js';
import { seizureWords } from './seizure.js';
import { serviceWords } from './service.js';
import { statementWords } from './statement.js';
import { summaryProcedureWords } from './summary-procedure.js';
import { urgentSeizureWords } from './urgent-seizure.js';

export const actWords = {
  ...initiationWords,
  ...evidenceWords,
  ...seizureWords,
  ...correctionWords,
  ...investigationWords,
  ...reviewWords,
  ...noticeWords,
  ...hearingWords,
  ...decisionWords,
  ...serviceWords,
  ...executionWords,
  ...executionSuspensionWords,
  ...closureWords,
  ...summaryProcedureWords,
  ...reporterIdentityWords,
  ...courseWords,
  ...crimeTransferWords,
  ...preservationWords,
  ...urgentSeizureWords,
  ...earlyDisposalWords,
  ...statementWords,
  ...laterPaymentWords,
  ...remedyWords,
  ...courtEnforcementWords,
  ...otherAgencyWords,
  ...recusalWords,
  ...mendingWords,
  ...expectedDeadlineWords,
} as const satisfies Readonly<Record<string, ActWord>>;
