/** Penalties (行政处罚的种类): Administrative Penalty Law, article 9; and what a case may end in: article 57(1). */
import type { Fen } from '@anjuan/law';

/** APL 9, in its order. Detention (行政拘留) is for the police alone (APL 18(3)) and has no word here. */
export const penaltyKinds = [
  'warning', // 警告
  'public-criticism', // 通报批评
  'fine', // 罚款
  'confiscation-of-gains', // 没收违法所得
  'confiscation-of-goods', // 没收非法财物
  'permit-withholding', // 暂扣许可证件
  'qualification-lowering', // 降低资质等级
  'permit-revocation', // 吊销许可证件
  'business-restriction', // 限制开展生产经营活动
  'suspension', // 责令停产停业
  'closure', // 责令关闭
  'employment-restriction', // 限制从业
] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

export type Penalty = Readonly<{
  kind: PenaltyKind;
  /** Amount of a fine or of gains; value of goods where it is known. */
  fen?: Fen;
  /** The goods, the permit, the business meant. */
  what?: string;
  /** Length of a penalty that has one. */
  days?: number;
}>;

/** APL 33: why nobody is punished. */
export const noPenaltyGrounds = ['minor', 'first-breach', 'no-fault'] as const;
export type NoPenaltyGround = (typeof noPenaltyGrounds)[number];

/** APL 57(1), (一)–(四). What is proposed, notified and decided has the same form, so that it can be compared. */
export type Outcome =
  | Readonly<{ kind: 'penalty'; penalties: readonly Penalty[] }>
  | Readonly<{ kind: 'no-penalty'; ground: NoPenaltyGround; reason: string }>
  | Readonly<{ kind: 'facts-not-established'; reason: string }>
  | Readonly<{ kind: 'transfer'; to: string; reason: string }>;
