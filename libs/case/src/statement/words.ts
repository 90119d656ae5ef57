/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const recheckResults = words({
  adopted: '采纳；Adopted',
  'partly-adopted': '部分采纳；Partly adopted',
  'not-adopted': '不采纳；Not adopted',
});
