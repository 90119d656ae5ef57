/** What is entered in this step. */
import { blankText, entry, optional, texts } from '@anjuan/entry';

const shownFields = {
  summary: optional(blankText(5000, '摘要；The summary.')),
  redactions: optional(texts(100, 500, '隐去的内容；What is taken out.')),
};

export const publishDecisionSchema = entry('PublishDecision', '公示决定；What the public reads.', {
  ...shownFields,
});

export const correctPublicationSchema = entry(
  'CorrectPublication',
  '更正公示；What the public reads from now on.',
  {
    ...shownFields,
    reason: blankText(2000, '更正的理由；Why.', { title: '理由；Reason' }),
  },
);
