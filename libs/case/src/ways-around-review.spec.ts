/** Ways past legal review, the hearing and the leaders' discussion that were tried; none of them leads through. */
import { defaultLists } from '@anjuan/law';
import { caseReviewDoes } from './case-review/provisions.js';
import { noDecisionWithoutReview } from './legal-review/provisions.js';
import { noticeOf } from './histories-to-decision.testing.js';
import { concluded } from './histories.testing.js';
import { discussedTogether } from './decision/of-penalty.js';
import { hearingRightTold } from './notice/provisions.js';
import type { Outcome, Penalty } from './penalty/penalty.js';
import { reviewPassed } from './proposal/provisions.js';
import { digestOf, fileOf, given, happened, paper, type Happened } from './testing.js';

const lists = defaultLists;

describe('a small value in the penalty, where the report says three million yuan', () => {
  const penalties: Penalty[] = [{ kind: 'confiscation-of-goods', what: '酒', fen: 1 }];
  const proposal: Outcome = { kind: 'penalty', penalties };
  const valued = (history: readonly Happened[]): readonly Happened[] =>
    history.map((event) =>
      event.type === 'InvestigationConcluded'
        ? { ...event, data: { ...event.data, goodsValueFen: 300_000_000 } }
        : event,
    );
  const report = valued(concluded(proposal));
  const digest = digestOf(fileOf(...report));
  const reviewed = [
    ...report,
    happened('SentForCaseReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-05-09' }),
    happened('CaseReviewOpinionGiven', '2026-04-23', 'meng', { opinion: 'agree', sent: 6, digest }),
  ];

  it('is not sent for case review', () => {
    given(...report)
      .when({ on: '2026-04-22', by: 'zhou', act: 'case-review/send', entry: {}, context: { lists } })
      .thenRefused(caseReviewDoes);
  });

  it('is not notified without the right to a hearing', () => {
    const approved = [...reviewed, happened('ProposalApproved', '2026-04-24', 'tang', { proposal })];
    given(...approved)
      .when({
        on: '2026-04-27',
        by: 'lin',
        act: 'notice/serve',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('notice-signed'),
          penalties,
          facts: '使用超过保质期的原料',
          hearingRightTold: false,
          method: 'direct',
          proof: paper('receipt'),
        },
        context: { lists },
      })
      .thenRefused(reviewPassed, hearingRightTold);
  });

  it('is not decided on a case review', () => {
    const notice = noticeOf(penalties, '2026-04-27', '2026-05-07');
    given(...reviewed, happened('ProposalApproved', '2026-04-24', 'tang', { proposal }), notice)
      .when({
        on: '2026-05-20',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: proposal },
        context: { lists },
      })
      .thenRefused(noDecisionWithoutReview, discussedTogether);
  });
});
