/** What was ordered of a decision comes before its execution: ALL 94; ARL 77(1); ACL 40. */
import { acl, all, arl } from '@anjuan/law';
import type { Provision } from '@anjuan/procedure';
import { uncarried, type Ordered } from './orders.js';

/** Checked for every act that executes, demands or publishes the decision; money that comes in is entered as before. */
export const ordersFirst: Provision<Ordered> = {
  id: 'decision-change/orders-before-execution',
  cites: all(94),
  also: [arl(77, 1), acl(40, undefined, 4)],
  says: '当事人必须履行人民法院发生法律效力的判决、裁定、调解书',
  en: 'Whatever an organ, a court or the supervision has ordered of the decision has been carried out: what they have annulled or changed is neither executed nor published',
  cure: {
    zh: '先按复议、诉讼结果或者监督文书变更、撤销决定',
    en: 'First change or annul the decision as it was ordered',
  },
  curedBy: ['decision-change/change'],
  holds: (file) => uncarried(file).length === 0,
};
