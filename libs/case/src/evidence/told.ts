/** SAMR-P 32: the party is told of the result as it reads. */
import type { EntryNumber } from '@anjuan/procedure';
import type { Evidence, Test } from './evidence.js';

export const untold = ({ toldOn: _, ...test }: Test): Test => test;

/** After an entry was corrected: a result that now reads otherwise was not told. */
export const resultCorrected = (evidence: Evidence, entry: EntryNumber): Evidence => ({
  ...evidence,
  tests: evidence.tests.map((test) => (test.result === entry ? untold(test) : test)),
});
