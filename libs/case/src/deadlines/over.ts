/** What ends every clock on the way to the decision: from then on nobody could meet it. */
import { redoWaiting } from '../decision-period/due.js';
import { undecided } from '../review/unheard.js';
import type { CaseFile } from '../steps.js';
import type { Met } from './clock.js';
import { entryOn } from './entry-on.js';

/** The investigation was ended, the case sent to another agency, or closed. */
export const gone = (file: CaseFile): Met | undefined => {
  const { termination, jurisdiction, closure } = file;
  if (termination !== undefined) return { entry: termination.entry, on: termination.terminatedOn };
  const { sentOn } = jurisdiction.transfer ?? {};
  if (sentOn !== undefined) return { entry: entryOn(file, 'CaseTransferred', sentOn), on: sentOn };
  return closure && { entry: closure.entry, on: closure.closedOn };
};

/** Ordered to be made anew it is not decided; annulled for good there is nothing left to decide. */
export const decidedOrGone = (file: CaseFile): Met | undefined => {
  const { decision, formerDecisions } = file;
  if (redoWaiting(file) !== undefined) return undefined;
  const last = formerDecisions.at(-1);
  const annulled = last?.kind === 'annulled' ? last.decision : undefined;
  const made = decision ?? annulled;
  return made === undefined ? gone(file) : { entry: made.entry, on: made.decidedOn };
};

/** Of a decision made unheard and not served the case is still to be decided, and reviewed. */
export const reviewedNoMore = (file: CaseFile): Met | undefined =>
  file.decision !== undefined && undecided(file) ? gone(file) : decidedOrGone(file);
