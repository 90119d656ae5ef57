/** The words of closed lists, with what a person reads. */
import type { DiscretionGrade } from '@anjuan/law';
import { words } from '@anjuan/entry';

/** Why a penalty is lighter than it would be. Those of APL 30 and 32 bind; that of APL 31 allows. */
export const mitigationGrounds = words({
  'minor-aged': '已满十四周岁不满十八周岁；Between fourteen and eighteen',
  impaired: '尚未完全丧失辨认或者控制能力；Impaired, not without all capacity',
  'harm-removed': '主动消除或者减轻危害后果；Removed or reduced the harm',
  coerced: '受他人胁迫或者诱骗；Coerced or deceived',
  confessed: '主动供述尚未掌握的违法行为；Told of breaches not yet known',
  meritorious: '有立功表现；Helped to solve breaches',
  'other-law': '法律、法规、规章规定的其他情形；Another ground of the law',
});
export type MitigationGround = (typeof mitigationGrounds)[number];

export const discretionGradeWords = words<DiscretionGrade>({
  mitigated: '减轻；Mitigated',
  lighter: '从轻；Lighter',
  ordinary: '一般；Ordinary',
  heavier: '从重；Heavier',
});
