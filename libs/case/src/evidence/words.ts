/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const exclusionGrounds = words({
  'illegally-obtained': '以非法手段取得；Illegally obtained',
  'not-verified': '未经查证属实；Not verified',
});
export type ExclusionGround = (typeof exclusionGrounds)[number];

/** Taken where the goods are, or bought over the net or by telephone as any customer would. */
export const samplingManners = words({
  'on-the-scene': '现场抽样；Taken on the scene',
  bought: '网络、电话购买；Bought',
});
export type SamplingManner = (typeof samplingManners)[number];
