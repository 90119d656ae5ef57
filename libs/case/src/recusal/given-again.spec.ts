import { discussedTogether } from '../decision/of-penalty.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import {
  concluded,
  legallyReviewed,
  majorPenalty,
  proposalApproved,
  sentForLegalReview,
} from '../histories.testing.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { proposalApproved as approvedProposal, reviewPassed } from '../proposal/provisions.js';
import { problemsDealtWith } from '../review/provisions.js';
import { digestOf, fileOf, given, happened, paper, type Happened, type Person } from '../testing.js';
import { opinionsGivenAgain } from './provisions.js';

/** Two entries: requested by the party, and granted or refused. */
const recused = (
  history: readonly Happened[],
  person: Person,
  on: string,
  granted = true,
): readonly Happened[] => [
  ...history,
  happened('RecusalRequested', on, 'lin', {
    person,
    askedBy: 'party',
    ground: '系近亲属',
    paper: paper('request'),
  }),
  happened('RecusalDecided', on, 'he', { request: history.length, person, granted, reason: '经核实' }),
];
const ready = readyToDecide(majorPenalty);
const decide = (history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-06-09',
    by: 'he',
    act: 'decision/make',
    entry: { outcome: majorPenalty },
  });

describe('what somebody said before being taken off the case', () => {
  it('counts if the recusal was refused, or was of somebody else', () => {
    decide(recused(ready, 'fang', '2026-06-08', false)).thenRecords('DecisionMade');
    decide(recused(ready, 'meng', '2026-06-08')).thenRecords('DecisionMade');
  });

  it('is no review of the case: it is reviewed again by another', () => {
    decide(recused(ready, 'fang', '2026-06-08')).thenRefused(opinionsGivenAgain, noDecisionWithoutReview);
  });

  it('is no vote: the leaders discuss again without that one', () => {
    decide(recused(ready, 'tang', '2026-06-08')).thenRefused(opinionsGivenAgain, discussedTogether);
  });

  it('carries no notice', () => {
    const notice = {
      on: '2026-05-06',
      by: 'lin',
      act: 'notice/serve',
      entry: {
        officers: ['lin', 'gao'],
        penalties: penaltiesOf(majorPenalty),
        facts: '使用超过保质期的食品原料生产食品',
        hearingRightTold: true,
        method: 'direct',
        proof: paper('receipt'),
      },
    } as const;
    given(...recused(proposalApproved(majorPenalty), 'fang', '2026-05-06'))
      .when(notice)
      .thenRefused(opinionsGivenAgain, reviewPassed);
    // Reviewed anew on the same file by another, and approved anew.
    const off = recused(legallyReviewed(majorPenalty), 'fang', '2026-05-06');
    const digest = digestOf(fileOf(...off));
    const again = [
      ...off,
      happened('SentForLegalReview', '2026-05-06', 'zhou', { digest, dueOn: '2026-05-20' }),
      happened('LegalReviewOpinionGiven', '2026-05-06', 'meng', {
        opinion: 'agree',
        sent: off.length,
        digest,
      }),
    ];
    given(...again)
      .when(notice)
      .thenRefused(approvedProposal);
  });

  it('leaves what was found wrong with the file to be dealt with', () => {
    const sent = sentForLegalReview(legallyReviewed(majorPenalty).slice(0, -2));
    const digest = digestOf(fileOf(...sent));
    const sentBack = [
      ...sent,
      happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
        opinion: 'correct',
        points: { basis: '依据有误' },
        sent: sent.length - 1,
        digest,
      }),
    ];
    const send = { on: '2026-05-06', by: 'zhou', act: 'legal-review/send', entry: {} } as const;
    given(...sentBack)
      .when({ ...send, entry: { reason: '已更正依据' } })
      .thenRefused(problemsDealtWith);
    const off = recused(sentBack, 'fang', '2026-05-06');
    given(...off)
      .when({ ...send, entry: { reason: '换人审核' } })
      .thenRefused(problemsDealtWith);
    given(...off, ...concluded(majorPenalty).slice(-1))
      .when({ ...send, entry: { reason: '已更正依据' } })
      .thenRecords('SentForLegalReview');
  });
});
