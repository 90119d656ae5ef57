/** A paper that did not reach the party at the address the party confirmed: SAMR-P 83. */
import { samrP } from '@anjuan/law';
import type { EntryProvision, Paper } from '@anjuan/procedure';
import type { ServiceMethod } from './service.js';
import type { UndeliveredReason } from './words.js';

export type { UndeliveredReason } from './words.js';

/**
 * Any paper to the party. `notReceived`: it came to the confirmed address and not into the party's hands; the act is
 * then the return of the post, or the leaving of the paper, and has that day.
 */
export type ToConfirmedAddress = Readonly<{
  method: ServiceMethod;
  addressConfirmation?: Paper;
  notReceived?: UndeliveredReason;
}>;

const bySaying = {
  cites: samrP(83, 2),
  says: '因受送达人提供的送达地址不准确、送达地址变更未书面告知市场监督管理部门，导致执法文书未能被受送达人实际接收的，直接送达的，执法文书留在该地址之日为送达之日；邮寄送达的，执法文书被退回之日为送达之日',
} as const;

export const onlyAtConfirmedAddress: EntryProvision<unknown, ToConfirmedAddress> = {
  id: 'service/returned-from-the-confirmed-address',
  ...bySaying,
  also: [samrP(83, 1)],
  en: 'A paper that was sent back or left counts as served only at an address the party confirmed in writing',
  cure: {
    zh: '附当事人签署的送达地址确认书；没有确认的，登记未能送达，改用其他方式',
    en: 'Add the confirmation the party signed; without one, record the failure and serve in another way',
  },
  fields: ['/notReceived', '/addressConfirmation'],
  holds: ({ notReceived, addressConfirmation }) =>
    notReceived === undefined || addressConfirmation !== undefined,
};

/** A paper refused at the door is left there by SAMR-P 82(2), a lien; by post it comes back. */
export const returnedOrLeft: EntryProvision<unknown, ToConfirmedAddress> = {
  id: 'service/returned-by-post-or-left',
  ...bySaying,
  en: 'Only what was posted is sent back, and only what was brought is left; a refusal at the door is a lien service',
  cure: {
    zh: '核对送达方式；当面拒收的，留置送达',
    en: 'Check the method; what is refused at the door is served by lien',
  },
  fields: ['/method', '/notReceived'],
  holds: ({ method, notReceived }) =>
    notReceived === undefined || method === 'post' || (method === 'direct' && notReceived !== 'refused'),
};

export const confirmedAddress = [onlyAtConfirmedAddress, returnedOrLeft] as const;
