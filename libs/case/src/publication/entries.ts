/** What is entered in this step. */
import { blankText, entry, optional, texts } from '@anjuan/entry';

export const publishDecisionSchema = entry('PublishDecision', '公示决定；What the public reads.', {
  summary: optional(blankText(5000, '摘要；The summary.')),
  redactions: optional(texts(100, 500, '隐去的内容；What is taken out.')),
});
