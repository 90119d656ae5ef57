/** Every act that the law core has provisions for: those of the procedure, and those beside it. */
import { acts } from './case.js';
import { erasureActs } from './erasure/erasure.js';

export const allActs = { ...acts, ...erasureActs };
export type AnyActName = keyof typeof allActs;
