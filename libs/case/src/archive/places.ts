/** Volumes and headings of an archived file: SAMR-P 78, main volume (正卷) and sub-volume (副卷), in its order. */
export type Place = Readonly<{ volume: 'main' | 'sub'; heading: number; zh: string }>;
const main = (heading: number, zh: string): Place => ({ volume: 'main', heading, zh });
const sub = (heading: number, zh: string): Place => ({ volume: 'sub', heading, zh });

export const places = {
  filing: main(1, '立案审批表'),
  decision: main(2, '行政处罚决定书及送达回证'),
  'to-party': main(3, '对当事人制发的其他法律文书及送达回证'),
  evidence: main(4, '证据材料'),
  'hearing-record': main(5, '听证笔录'),
  property: main(6, '财物处理单据'),
  'other-main': main(7, '其他有关材料'),
  source: sub(1, '案源材料'),
  report: sub(2, '调查终结报告'),
  'review-opinion': sub(3, '审核意见'),
  'hearing-report': sub(4, '听证报告'),
  closing: sub(5, '结案审批表'),
  'other-sub': sub(6, '其他有关材料'),
};
export type PlaceName = keyof typeof places;
