/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 82. */
export const serviceMethods = words({
  direct: '直接送达；Direct service',
  lien: '留置送达；Left at the place',
  electronic: '电子送达；Electronic service',
  post: '邮寄送达；By post',
  entrusted: '委托、转交送达；Entrusted to others',
  'public-notice': '公告送达；By public notice',
});
export type ServiceMethod = (typeof serviceMethods)[number];

/** Who signed the receipt: SAMR-P 82(1). */
export const recipients = words({
  addressee: '受送达人本人，法定代表人、主要负责人；The addressee, or who represents it',
  'adult-family': '同住成年家属；An adult of the household',
  'mail-receiver': '单位负责收件的人；Who receives mail there',
  agent: '代理人；The agent',
  designated: '代收人；The designated receiver',
});
export type Recipient = (typeof recipients)[number];

/** Why it was sent back, or had to be left there. */
export const undeliveredReasons = words({
  'address-inaccurate': '提供的送达地址不准确；The address given is inaccurate',
  'change-not-told': '送达地址变更未书面告知；A change of address was not told',
  refused: '在确认的地址被拒收；Refused at the confirmed address',
});
export type UndeliveredReason = (typeof undeliveredReasons)[number];
