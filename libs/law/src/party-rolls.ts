import { policy } from './citation.js';

/** CAL-02, CAL-04: whether an ordinary Saturday moves such a period is unsure, so the party's side is taken. */
export const partyRolls = policy(
  '保护当事人的期间末日遇任何非工作日均顺延；a period that protects the party rolls over every non-working day',
);
