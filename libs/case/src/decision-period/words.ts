/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** What SAMR-P 64(2) leaves out and no other entry of the file shows. */
export const leftOutKinds = words({
  'public-notice': '公告；Public notice',
  identification: '权利人辨认或者鉴别；Identification by who holds the right',
  'refund-order': '责令退还多收价款；Order to refund',
});
export type LeftOutKind = (typeof leftOutKinds)[number];
