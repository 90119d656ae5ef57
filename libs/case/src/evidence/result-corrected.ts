/** SAMR-P 32: the party is notified of the result in its present wording. */
import type { EntryNumber } from '@anjuan/procedure';
import type { Evidence, Test } from './evidence.js';

export const notNotified = ({ toldOn: _, told: __, ...test }: Test): Test => test;

/** After a correction of the result the party is not yet notified of its new wording. */
export const resultCorrected = (evidence: Evidence, entry: EntryNumber): Evidence => ({
  ...evidence,
  tests: evidence.tests.map((test) => (test.result === entry ? notNotified(test) : test)),
});
