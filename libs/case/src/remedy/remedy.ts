/** Reconsideration and litigation (行政复议、行政诉讼) of the decision: APL 73; ARL 20; ALL 45, 46. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '../kernel/event.js';

export const remedyKinds = ['reconsideration', 'litigation'] as const;

/** Reconsideration or a suit, from its acceptance until its outcome is final. */
export type Remedy = Readonly<{
  entry: EntryNumber;
  kind: (typeof remedyKinds)[number];
  acceptedOn: LocalDate;
  concluded?: Readonly<{ entry: EntryNumber; on: LocalDate; outcome: RemedyOutcome }>;
}>;

export const remedyOutcomes = [
  'upheld', // 维持、驳回诉讼请求
  'withdrawn', // 撤回申请、撤诉、终止
  'changed', // 变更
  'annulled', // 撤销
  'annulled-to-redo', // 撤销并责令重新作出
  'declared-illegal', // 确认违法
  'declared-void', // 确认无效
] as const;
export type RemedyOutcome = (typeof remedyOutcomes)[number];
