/** An exemption by a special law in the words of a case file: the article, and which pieces of evidence prove it. */
import type { Penalty } from '@anjuan/case';
import type { ExemptionCondition } from '@anjuan/law';
import { fields, record } from '../form/record.js';
import { count, list, text, word } from '../form/readers.js';
import type { Scene } from './scene.js';

const conditions = {
  履行进货查验等义务: 'duties-done',
  不知道: 'unaware',
  如实说明进货来源: 'source-stated',
  合法取得: 'lawfully-acquired',
  其他条件: 'other',
} as const satisfies Record<string, ExemptionCondition>;

/** `nth`: of the pieces of evidence that were added, from 1. */
const proven = list(record(fields({ condition: word(conditions), nth: count }, {})));
export const exemption = record(fields({ law: text, article: text, proven }, {}));
export type ExemptionSaid = ReturnType<typeof exemption>;

export const exemptionOf = (
  { law, article, proven: each }: ExemptionSaid,
  scene: Scene,
): NonNullable<Penalty['exemption']> => ({
  law,
  article,
  conditions: each.map(({ condition, nth }) => ({
    condition,
    evidence: [scene.entryOf('EvidenceAdded', nth - 1)],
  })),
});
