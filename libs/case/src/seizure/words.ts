/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** What may be disposed of early: SAMR-P 41(3). */
export const earlyDisposalGrounds = words({
  perishable: '容易损毁、灭失、变质；Perishable',
  'hard-to-keep': '保管困难或者保管费用过高；Hard or costly to keep',
  seasonal: '季节性商品；Seasonal',
  other: '其他不宜长期保存的物品；Other goods that cannot be kept',
});
export type EarlyDisposalGround = (typeof earlyDisposalGrounds)[number];

export const earlyDisposalManners = words({
  auctioned: '拍卖；Auctioned',
  sold: '变卖；Sold',
  destroyed: '销毁；Destroyed',
});
export type EarlyDisposalManner = (typeof earlyDisposalManners)[number];
