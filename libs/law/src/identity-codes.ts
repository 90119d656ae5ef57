import { isLocalDate } from './dates.js';

const usccCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccForm = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const weighed = (text: string, weights: readonly number[], value: (character: string) => number): number =>
  weights.reduce((sum, weight, index) => sum + weight * value(text.charAt(index)), 0);

/**
 * Form and check character of a unified social credit code (GB 32100-2015), capitals only.
 * Some real codes fail it: a false is a warning to be overridden with a reason, no refusal.
 */
export const usccOk = (code: string): boolean => {
  if (!usccForm.test(code)) return false;
  const remainder = weighed(code, usccWeights, (character) => usccCharacters.indexOf(character)) % 31;
  // Remainder 0 gives 31, which has no character: the standard takes 0.
  return usccCharacters.charAt((31 - remainder) % 31) === code.charAt(17);
};

const citizenForm = /^[1-9]\d{16}[\dX]$/;
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const citizenChecks = '10X98765432';

/** Form, birth date and check character of a citizen identity number (GB 11643-1999); x is read as X. */
export const citizenIdOk = (id: string): boolean => {
  const number = id.toUpperCase();
  if (!citizenForm.test(number)) return false;
  if (!isLocalDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return false;
  return citizenChecks.charAt(weighed(number, citizenWeights, Number) % 11) === number.charAt(17);
};
