/** The kinds of evidence, with what a person reads. */
import { someOf, words } from '@anjuan/entry';

/** APL 46(1), in its order. The word of law is the value: it is what the file is inspected for. */
export const evidenceKinds = words({
  书证: '书证；Documents',
  物证: '物证；Objects',
  视听资料: '视听资料；Audio-visual material',
  电子数据: '电子数据；Electronic data',
  证人证言: '证人证言；Testimony of witnesses',
  当事人的陈述: '当事人的陈述；Statement of the party',
  鉴定意见: '鉴定意见；Expert opinion',
  勘验笔录: '勘验笔录；Record of an inspection',
  现场笔录: '现场笔录；Record of the scene',
});
export type EvidenceKind = (typeof evidenceKinds)[number];

export const sceneKinds = someOf(evidenceKinds, '现场笔录', '勘验笔录');
export const inquiryKinds = someOf(evidenceKinds, '当事人的陈述', '证人证言');
