/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** APL 9, in its order. Detention (行政拘留) is for the police alone (APL 18(3)) and has no word here. */
export const penaltyKinds = words({
  warning: '警告；Warning',
  'public-criticism': '通报批评；Public criticism',
  fine: '罚款；Fine',
  'confiscation-of-gains': '没收违法所得；Confiscation of gains',
  'confiscation-of-goods': '没收非法财物；Confiscation of goods',
  'permit-withholding': '暂扣许可证件；Withholding of a permit',
  'qualification-lowering': '降低资质等级；Lowering of a rank',
  'permit-revocation': '吊销许可证件；Revocation of a permit',
  'business-restriction': '限制开展生产经营活动；Restriction of business',
  suspension: '责令停产停业；Suspension of business',
  closure: '责令关闭；Closure',
  'employment-restriction': '限制从业；Restriction of employment',
});
export type PenaltyKind = (typeof penaltyKinds)[number];

/** Why nobody is punished: APL 33; 30, 31 (who the party is); 36 (when it was found); a special law. */
export const noPenaltyGrounds = words({
  minor: '违法行为轻微；Minor',
  'first-breach': '初次违法；First breach',
  'no-fault': '没有主观过错；No fault',
  'under-fourteen': '不满十四周岁；Under fourteen',
  'without-control': '不能辨认或者不能控制自己行为；Unable to know or to control what they did',
  'past-limitation': '超过追责期限；Found too late',
  'special-law': '特别法规定免予处罚、不予处罚；Let off by a special law',
});
export type NoPenaltyGround = (typeof noPenaltyGrounds)[number];

/** Why one of several breaches is not punished: those; APL 57(1)(3), (4); and one act that breaks several rules (APL 29). */
export const droppedGrounds = words({
  ...noPenaltyGrounds.said,
  'facts-not-established': '违法事实不能成立；The facts are not established',
  transferred: '移送有管辖权的机关或者司法机关；Transferred to another agency, or to the police',
  'one-act-with': '与另一行为系同一违法行为；One act with another of them',
});
export type DroppedGround = (typeof droppedGrounds)[number];
