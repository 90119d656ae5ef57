import { WholeNumber } from './whole-number.js';

/** Money in fen (分): never a float, never negative. */
export const IsFen = (): PropertyDecorator => WholeNumber(0, Number.MAX_SAFE_INTEGER, 'isFen');
