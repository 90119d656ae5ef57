/** What is entered in this step. */
import { blankText, entry, optional, paper, texts } from '@anjuan/entry';

/** The public reads it without what the law takes out: it says which paper that is. */
const shownFields = {
  paper: optional(
    paper(
      '据以公示的决定书：已经制发的，与制发的一致；The decision that is published: as it was issued, where it was.',
      {
        title: '决定书；The decision',
      },
    ),
  ),
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
