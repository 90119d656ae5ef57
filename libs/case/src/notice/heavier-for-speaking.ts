/** Heavier because the party spoke (因陈述、申辩加重处罚): APL 45(2). */
import type { EntryNumber } from '@anjuan/procedure';
import { admissible } from '../evidence/exclusion.js';
import { heavierThan } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';

export type Spoken = Pick<CaseFile, 'notices' | 'statements' | 'hearing' | 'evidence'>;

/**
 * Heavier than any notice after which the party spoke, without evidence since that one: the same notice served again
 * takes nothing away from what the party said after the first. `before`: of a notice of the record, its own entry.
 */
export const heavierForSpeaking = (
  penalties: readonly Penalty[],
  { notices, statements, hearing, evidence }: Spoken,
  before: EntryNumber = Infinity,
): boolean => {
  const { requested, held, earlier = [], sessions = [] } = hearing;
  const words = [requested, ...sessions, held, ...earlier, ...statements.made];
  return notices.some((notice) => {
    const since = (one: Readonly<{ entry: EntryNumber }> | undefined): boolean =>
      one !== undefined && notice.entry < one.entry && one.entry < before;
    return (
      notice.entry < before &&
      heavierThan(penalties, notice.penalties) &&
      words.some(since) &&
      !admissible(evidence).some(since)
    );
  });
};
