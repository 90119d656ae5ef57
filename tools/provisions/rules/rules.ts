/** Every rule of the law the program was written from, section by section, and what was decided since. */
import { clocks, counting } from './clocks.js';
import { coerciveExecution, coerciveMeasures } from './coercion.js';
import { crimeTransfer } from './crime-transfer.js';
import { discretion, liability } from './discretion-and-liability.js';
import { fatal } from './fatal.js';
import { gates } from './gates.js';
import { executionAndClosure, periodsAndService } from './market-supervision-execution.js';
import { gainsAndPacks, hearingMeasures } from './market-supervision-hearing.js';
import { noticeAndDecision, review } from './market-supervision-to-decision.js';
import { recusalAndJurisdiction } from './market-supervision-jurisdiction.js';
import { evidence, leadAndFiling, measuresAndReport } from './market-supervision-to-report.js';
import { needForReview } from './own-readings.js';
import { generalDuties } from './penalty-duties.js';
import { applyingPenalties, kindsAndJurisdiction } from './penalty-law.js';
import { execution } from './penalty-execution.js';
import { hearing, ordinaryProcedure, summaryProcedure } from './penalty-procedure.js';
import type { Section } from './rule.js';
import { legalReview, publicity, recording } from './three-systems.js';
import { thresholds } from './thresholds.js';

export const sections: readonly Section[] = [
  kindsAndJurisdiction,
  applyingPenalties,
  generalDuties,
  summaryProcedure,
  ordinaryProcedure,
  hearing,
  execution,
  publicity,
  recording,
  legalReview,
  recusalAndJurisdiction,
  leadAndFiling,
  evidence,
  measuresAndReport,
  review,
  noticeAndDecision,
  executionAndClosure,
  periodsAndService,
  hearingMeasures,
  gainsAndPacks,
  coerciveMeasures,
  coerciveExecution,
  crimeTransfer,
  discretion,
  liability,
  fatal,
  clocks,
  counting,
  thresholds,
  gates,
  needForReview,
];
