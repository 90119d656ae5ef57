/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

export const paymentPurposes = words({
  fine: '罚款；Fine',
  'illegal-gains': '违法所得；Illegal gains',
  surcharge: '加处罚款；Surcharge',
});
export type PaymentPurpose = (typeof paymentPurposes)[number];

/** Who took the money. `agency` has a word so that it can be refused under the article: APL 67(2). */
export const paymentChannels = words({
  bank: '银行；Bank',
  electronic: '电子支付系统；Electronic payment',
  agency: '执法机关；The agency',
});
export type PaymentChannel = (typeof paymentChannels)[number];

export const disposalManners = words({
  destroyed: '销毁；Destroyed',
  auctioned: '拍卖；Auctioned',
  'handed-over': '移交；Handed over',
  donated: '捐赠；Donated',
});
export type DisposalManner = (typeof disposalManners)[number];

export const laterPayments = words({
  instalments: '分期；By instalments',
  deferral: '延期；Later',
});
