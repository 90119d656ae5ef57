/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** ACL 39(1), (一)–(四). */
export const executionSuspensionGrounds = words({
  hardship: '履行确有困难或者暂无履行能力；Hardship, or unable to pay for now',
  'third-party-claim': '第三人对执行标的主张权利；A third party claims the object',
  'irreparable-loss': '可能造成难以弥补的损失；A loss that cannot be made good',
  other: '其他需要中止执行的情形；Another ground',
});
export type ExecutionSuspensionGround = (typeof executionSuspensionGrounds)[number];

/** ACL 40, 39(2). A decision that was annulled (四) is not executed by `execution/decided`. */
export const executionTerminationGrounds = words({
  'person-died': '公民死亡，无遗产又无承受人；The person died without estate or successor',
  'entity-ended': '组织终止，无财产又无承受人；The entity ended without property or successor',
  'object-lost': '执行标的灭失；The object is lost',
  'three-years-suspended': '中止执行满三年未恢复；Suspended for three years',
  other: '其他需要终结执行的情形；Another ground',
});
export type ExecutionTerminationGround = (typeof executionTerminationGrounds)[number];
