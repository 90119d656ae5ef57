/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 46(1), (一)–(五). */
export const suspensionGrounds = words({
  'depends-on-another-case': '须以相关案件或者其他决定为依据；Depends on another case',
  'question-of-law': '需要送请有权机关解释或者确认；A question of law',
  'force-majeure': '不可抗力；Force majeure',
  'party-not-found': '当事人下落不明；The party cannot be found',
  other: '其他应当中止调查的情形；Another ground',
});
export type SuspensionGround = (typeof suspensionGrounds)[number];

/** SAMR-P 47. */
export const terminationGrounds = words({
  'person-died': '自然人死亡，无承受人；The person died without successor',
  'entity-ended': '组织终止，无承受人；The entity ended without successor',
  other: '其他致使调查无法继续的原因；Another cause',
});
export type TerminationGround = (typeof terminationGrounds)[number];
