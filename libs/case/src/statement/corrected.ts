import type { EntryNumber } from '@anjuan/procedure';
import type { Statements } from './statement.js';

/** After an entry was corrected: a statement that now reads otherwise is re-checked anew (APL 45(1)). */
export const statementCorrected = (
  statements: Statements,
  entry: EntryNumber,
  correctedBy: EntryNumber,
): Statements => ({
  ...statements,
  made: statements.made.map((one) => (one.entry === entry ? { ...one, correctedBy } : one)),
});
