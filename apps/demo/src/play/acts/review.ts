import { opinions, reviewPoints, type Opinion } from '@anjuan/case';
import { apl, samrP } from '@anjuan/law';
import { fields } from '../form/record.js';
import { byKey, count, oneOf, person, text } from '../form/readers.js';
import { actWord } from './act-word.js';
import type { Scene } from './scene.js';

const sending = fields({ by: person }, { reason: text });
const opinion = fields(
  { by: person, opinion: oneOf(opinions) },
  { points: byKey(oneOf(reviewPoints), text) },
);

const says = ({ opinion: said }: Readonly<{ opinion: Opinion }>) => ({ notAgreed: said !== 'agree' });

/** After an opinion that did not agree the law asks for one. */
const reasonOf = ({ reason }: Readonly<{ reason?: string | undefined }>, scene: Scene) => {
  if (reason !== undefined) return { reason };
  return scene.said.notAgreed === true
    ? {
        reason: scene.filled('已对审核意见逐项处理', {
          zh: '再次送审时对审核意见处理情况的说明',
          en: 'what was done about the opinion of the review, when it is sent again',
        }),
      }
    : {};
};

const sentForLegalReview = actWord({
  zh: '送法制审核',
  en: 'sent for legal review',
  cites: [apl(58, 1), samrP(49), samrP(50)],
  keys: sending,
  play: (entry, scene) => scene.ask(entry.by, 'legal-review/send', reasonOf(entry, scene)),
});

const sentForCaseReview = actWord({
  zh: '送案件审核',
  en: 'sent for case review',
  cites: [samrP(49), samrP(52)],
  keys: sending,
  play: (entry, scene) => scene.ask(entry.by, 'case-review/send', reasonOf(entry, scene)),
});

const legalReviewOpinion = actWord({
  zh: '法制审核意见',
  en: 'legal review opinion',
  cites: [apl(58), samrP(53), samrP(54)],
  keys: opinion,
  says,
  play: ({ by, opinion: said, points }, scene) =>
    scene.ask(by, 'legal-review/give-opinion', { opinion: said, ...(points && { points }) }),
});

const caseReviewOpinion = actWord({
  zh: '案件审核意见',
  en: 'case review opinion',
  cites: [samrP(53), samrP(54)],
  keys: opinion,
  says,
  play: ({ by, opinion: said, points }, scene) =>
    scene.ask(by, 'case-review/give-opinion', { opinion: said, ...(points && { points }) }),
});

const reviewExtended = actWord({
  zh: '延长审核期限',
  en: 'review extended',
  cites: [samrP(55)],
  keys: fields({ by: person, approvedBy: person, days: count, reason: text }, {}),
  play: async ({ by, approvedBy, days, reason }, scene) => {
    const [request] = await scene.ask(by, 'review/request-extension', { days, reason });
    if (request) await scene.ask(approvedBy, 'review/approve-extension', { approval: request.entry });
  },
});

const proposalApproved = actWord({
  zh: '批准拟处罚意见',
  en: 'proposal approved',
  cites: [samrP(56)],
  keys: fields({ by: person }, {}),
  play: ({ by }, scene) => scene.ask(by, 'proposal/approve', {}),
});

export const reviewWords = {
  'sent for legal review': sentForLegalReview,
  'sent for case review': sentForCaseReview,
  'legal review opinion': legalReviewOpinion,
  'case review opinion': caseReviewOpinion,
  'review extended': reviewExtended,
  'proposal approved': proposalApproved,
};
