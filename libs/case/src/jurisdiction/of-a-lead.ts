/** A lead that is sent away is not closed afterwards: what its closure would ask is asked before. SAMR-P 14, 17. */
import type { Provision } from '@anjuan/procedure';
import { nothingHeld } from '../initiation/lead-course-provisions.js';
import type { CaseFile } from '../steps.js';

const ofLead = (provision: Provision<CaseFile>): Provision<CaseFile> => ({
  ...provision,
  holds: (file, context) => file.filing !== undefined || provision.holds(file, context),
});

export const leadHoldsNothing = nothingHeld.map(ofLead);
