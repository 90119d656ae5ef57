/** Every word for an act that a case file may use. */
import type { ActWord } from './act-word.js';
import { closureWords } from './closure.js';
import { correctionWords } from './correction.js';
import { decisionWords } from './decision.js';
import { evidenceWords } from './evidence.js';
import { executionWords } from './execution.js';
import { hearingWords } from './hearing.js';
import { initiationWords } from './initiation.js';
import { investigationWords } from './investigation.js';
import { noticeWords } from './notice.js';
import { reporterIdentityWords } from './reporter-identity.js';
import { reviewWords } from './review.js';
import { seizureWords } from './seizure.js';
import { serviceWords } from './service.js';
import { summaryProcedureWords } from './summary-procedure.js';

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
  ...closureWords,
  ...summaryProcedureWords,
  ...reporterIdentityWords,
} as const satisfies Readonly<Record<string, ActWord>>;
