import { WholeNumber } from './whole-number.js';

/** A number of things, one or more; how many there are is the record's to say. */
export const IsCount = (): PropertyDecorator => WholeNumber(1, 1_000_000_000, 'isCount');
