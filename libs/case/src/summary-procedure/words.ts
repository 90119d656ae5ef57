/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** APL 69. */
export const remoteAreas = words({
  remote: '边远；Remote',
  'on-water': '水上；On water',
  'poor-transport': '交通不便地区；Poor transport',
});
export type RemoteArea = (typeof remoteAreas)[number];
