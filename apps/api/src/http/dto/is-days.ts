import { WholeNumber } from './whole-number.js';

/** A number of days; how many are lawful is the law's to say. */
export const IsDays = (): PropertyDecorator => WholeNumber(1, 36_600, 'isDays');
