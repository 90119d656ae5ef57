/** The words of closed lists, with what a person reads. */
import { words } from '@anjuan/entry';
import type { ExemptionCondition } from '@anjuan/law';

/** What such an article makes a trader prove, each with its evidence. */
export const exemptionConditionWords = words<ExemptionCondition>({
  'duties-done': '履行了进货查验等义务；Did its duty of checking what it took in',
  unaware: '不知道不符合规定；Did not know',
  'source-stated': '如实说明进货来源或者提供者；Said truthfully where it came from',
  'lawfully-acquired': '系自己合法取得；Acquired it lawfully',
  other: '该条规定的其他条件；Another condition of the article',
});
