/** Which provisions a case applies: those of its last report, or else of its filing or of the decision on the spot. */
import type { Applied } from '@anjuan/law';
import type { Basis } from '../initiation/initiation.js';
import type { CaseFile } from '../steps.js';

export type Applying = Pick<CaseFile, 'filing' | 'investigation' | 'summary'>;
type Reported = Readonly<{
  basis: readonly Basis[];
  breaches?: readonly Readonly<{ basis: readonly Basis[] }>[];
}>;

export const appliedBy = ({ basis, breaches = [] }: Reported): readonly Applied[] => [
  ...basis,
  ...breaches.flatMap((one) => one.basis),
];

export const appliedIn = ({ filing, investigation, summary }: Applying): readonly Applied[] => {
  const by = investigation ?? filing ?? summary;
  return by === undefined ? [] : appliedBy(by);
};
