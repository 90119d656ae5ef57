/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 20(1), (一)–(四). */
export const notFilingGrounds = words({
  'minor-and-corrected': '违法行为轻微并及时改正，没有造成危害后果；Minor, corrected, no harm',
  'first-and-slight': '初次违法且危害后果轻微并及时改正；First breach, slight harm, corrected',
  'no-fault': '当事人没有主观过错；No fault',
  'other-lawful': '依法可以不予立案的其他情形；Another lawful ground',
});
export type NotFilingGround = (typeof notFilingGrounds)[number];

export const partyKinds = words({
  'natural-person': '自然人；Natural person',
  'individual-business': '个体工商户；Individual business',
  entity: '法人或者其他组织；Entity',
});

export const overridden = words({
  uscc: '统一社会信用代码；Unified social credit code',
  idNumber: '证件号码；Number of the identity paper',
});

/** SAMR-C 35(2), and what is about the same breach of the same party. */
export const mergingGrounds = words({
  repeated: '同一举报人重复举报；Reported again by the same reporter',
  supplemented: '同一举报人补充新的事实；The same reporter brings new facts',
  'same-matter': '不同案源反映同一违法行为；Other leads tell of the same breach',
});
