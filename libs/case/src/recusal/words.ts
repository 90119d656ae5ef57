/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const recusalSources = words({
  party: '当事人申请；Asked by the party',
  self: '本人申请；Asked by the person',
});
export type RecusalSource = (typeof recusalSources)[number];
