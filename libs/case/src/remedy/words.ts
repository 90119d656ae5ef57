/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const remedyKinds = words({
  reconsideration: '行政复议；Reconsideration',
  litigation: '行政诉讼；Litigation',
});

export const remedyOutcomes = words({
  upheld: '维持、驳回；Upheld',
  withdrawn: '撤回、撤诉、终止；Withdrawn',
  changed: '变更；Changed',
  annulled: '撤销；Annulled',
  'annulled-to-redo': '撤销并责令重新作出；Annulled to be made anew',
  'declared-illegal': '确认违法；Declared illegal',
  'declared-void': '确认无效；Declared void',
  /**
   * ARL 73; ALL 60: by an agreement that the organ or the court has put into a paper. What the agency itself changes, so
   * that the plaintiff withdraws (ALL 62), is its own correction, and the outcome a withdrawal.
   */
  mediated: '调解；Settled by mediation',
});
export type RemedyOutcome = (typeof remedyOutcomes)[number];
