/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';

/** SAMR-P 77(1), (一)–(五); a case that was sent to another agency is one of (五). */
export const closureGrounds = words({
  executed: '行政处罚决定执行完毕；The decision has been executed',
  'court-ended-execution': '人民法院裁定终结执行；A court ended the execution',
  'execution-terminated': '行政机关终结执行；The agency ended the execution',
  'investigation-ended': '案件终止调查；The investigation was ended',
  'decision-annulled': '决定被撤销且不再重新作出；The decision was annulled and is not made anew',
  transferred: '案件已经移送其他机关；The case went to another agency',
  'no-penalty': '依法不作处罚决定；No penalty was decided',
  other: '其他应予结案的情形；Another ground',
});
export type ClosureGround = (typeof closureGrounds)[number];
