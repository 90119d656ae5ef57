/** No fine is added to a criminal fine: APL 35(2). */
import { apl } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { PenaltyKind } from '../penalty/penalty.js';

export const notFinedTwice = {
  cites: apl(35, 2),
  says: '行政机关尚未给予当事人罚款的，不再给予罚款',
  en: 'No fine is added to a criminal fine',
  cure: { zh: '改为其他种类的处罚', en: 'Leave the fine out' },
} as const;

/** Whether a court has fined for it already what is to be fined now. */
export const finesTwice = (
  penalties: readonly Readonly<{ kind: PenaltyKind }>[],
  { crimeTransfers }: Pick<CaseFile, 'crimeTransfers'>,
): boolean =>
  penalties.some(({ kind }) => kind === 'fine') &&
  crimeTransfers.some(({ outcome }) => outcome === 'criminal-fine');
