/** A major decision that should never have been: on a child, too late, on the wrong party. It is undone by its like. */
import { changeCarriedOut } from './carried-out.js';
import { discussedTogether } from '../decision/of-penalty.js';
import { noPenaltyServed } from '../closure/provisions.js';
import { concluded, decidedAfter, majorPenalty, served, servedAfter } from '../histories.testing.js';
import { discussedOn, reviewedAgain } from '../histories-to-decision.testing.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import type { NoPenaltyGround, Outcome } from '../penalty/penalty.js';
import { given, happened, paper, type Happened } from '../testing.js';

const redo = happened('DecisionChanged', '2026-06-21', 'tang', {
  kind: 'annulled-to-redo',
  ground: 'own-correction',
  reason: '不应处罚',
  paper: paper('decision'),
});
const educated = happened('EducationGiven', '2026-06-24', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('education-signed'),
  record: paper('education'),
});
const reported = (outcome: Outcome): readonly Happened[] => [
  ...served(majorPenalty),
  redo,
  ...concluded(outcome).slice(-1),
];
const anew = (outcome: Outcome): readonly Happened[] => [
  ...discussedOn(reviewedAgain(reported(outcome), '2026-06-22'), '2026-06-23', outcome),
  educated,
];
const decide = (history: readonly Happened[], outcome: Outcome) =>
  given(...history).when({
    on: '2026-06-25',
    by: 'he',
    act: 'decision/make',
    entry: { number: '朝市监处罚〔2026〕300号', outcome, lateReason: '撤销后重新作出' },
  });
const close = (history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-06-26',
    by: 'lin',
    act: 'closure/request',
    entry: { ground: 'no-penalty' },
  });

const grounds: readonly NoPenaltyGround[] = ['under-fourteen', 'without-control', 'past-limitation'];
const outcomes: readonly Outcome[] = [
  ...grounds.map((ground): Outcome => ({ kind: 'no-penalty', ground, reason: '经查明' })),
  { kind: 'facts-not-established', reason: '当事人认定错误' },
];

describe('a major decision that should not have been made (APL 30, 31, 36, 57(1))', () => {
  it.each(outcomes.map((outcome) => [JSON.stringify(outcome), outcome] as const))(
    'is made anew as %s, through the same gates, and the case closed on it',
    (_, outcome) => {
      decide([...reported(outcome), educated], outcome).thenRefused(
        noDecisionWithoutReview,
        discussedTogether,
      );
      decide(anew(outcome), outcome).thenRecords('DecisionMade');
      const decided = decidedAfter(anew(outcome), outcome);
      close(decided).thenRefused(noPenaltyServed);
      close(servedAfter(decided)).thenRecords('ApprovalRequested');
    },
  );

  it('and its publication is withdrawn first', () => {
    const outcome: Outcome = { kind: 'no-penalty', ground: 'past-limitation', reason: '超过二年' };
    const published = happened('DecisionPublished', '2026-06-09', 'lin', {});
    const history = [...served(majorPenalty), published, redo, ...concluded(outcome).slice(-1)];
    close(servedAfter(decidedAfter(history, outcome))).thenRefused(changeCarriedOut);
  });
});
