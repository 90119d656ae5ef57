/** An exemption in a decision that is changed, or that others order. */
import { notHeavier } from '../decision-change/provisions.js';
import { confiscationOf, ofLine } from '../goods/goods.testing.js';
import { noticeOf } from '../histories-to-decision.testing.js';
import { decidedAfter, fine, servedAfter } from '../histories.testing.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { given, happened, paper, type Happened } from '../testing.js';
import {
  bottlesTaken,
  byFoodLaw,
  exempted,
  letOffBy,
  notifiedOf,
  reportedOf,
  takenBy,
  without,
} from './exemption.testing.js';
import {
  eachConditionProven,
  groundWithItsArticle,
  nothingBesideTheGoods,
  takesWhatItsArticleTakes,
} from './provisions.js';

const penalty = (...penalties: readonly Penalty[]): Outcome => ({ kind: 'penalty', penalties });

describe('after the decision', () => {
  const decidedServed = (outcome: Outcome) => servedAfter(decidedAfter(notifiedOf(outcome), outcome));
  const change = (outcome: Outcome, more: object = {}) =>
    given(...servedAfter(decidedAfter(minor, exempted))).when({
      on: '2026-06-20',
      by: 'he',
      act: 'decision-change/change',
      entry: {
        kind: 'changed',
        ground: 'own-correction',
        outcome,
        reason: '数量有误',
        paper: paper('change'),
        ...more,
      },
    });
  /** Under case review, so that the agency may change it itself. */
  const minor: readonly Happened[] = [
    ...reportedOf(exempted),
    happened('ProposalApproved', '2026-04-29', 'tang', { proposal: exempted }),
    noticeOf([bottlesTaken], '2026-04-30', '2026-05-11'),
  ];

  it('the agency changes it within the same bounds, and takes no exemption back', () => {
    const fewer = penalty({
      ...confiscationOf(ofLine(1, 100)),
      exemption: { ...byFoodLaw, notTaken: '20瓶系另一批次，检验合格' },
    });
    change(fewer).thenRecords('DecisionChanged');
    const { notTaken: _, ...silent } = byFoodLaw;
    change(penalty({ ...confiscationOf(ofLine(1, 100)), exemption: silent })).thenRefused(
      takesWhatItsArticleTakes,
    );
    change(penalty(confiscationOf(ofLine(1, 100)))).thenRefused(notHeavier);
    change(penalty(bottlesTaken, { kind: 'warning' })).thenRefused(nothingBesideTheGoods, notHeavier);
    change(takenBy(without(byFoodLaw, 'unaware'))).thenRefused(eachConditionProven);
    change(letOffBy(byFoodLaw)).thenRefused(takesWhatItsArticleTakes);
  });

  it('an organ or a court judges for itself on which law and proof, but orders no fine beside it', () => {
    const accepted = happened('RemedyAccepted', '2026-06-20', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕1号',
      notice: paper('notice'),
    });
    const history = [...decidedServed(penalty(fine)), accepted];
    const order = (ordered: Outcome) =>
      given(...history).when({
        on: '2026-07-20',
        by: 'lin',
        act: 'remedy/record-outcome',
        entry: { remedy: history.length - 1, outcome: 'changed', ordered, paper: paper('decision') },
      });
    const byTheCourt = { law: '另一法律', article: '9', conditions: [] };
    order(takenBy(byTheCourt)).thenRecords('RemedyConcluded');
    order(penalty({ ...bottlesTaken, exemption: byTheCourt }, fine)).thenRefused(nothingBesideTheGoods);
    order({ ...letOffBy(byTheCourt), ground: 'minor' } as Outcome).thenRefused(groundWithItsArticle);
  });

  it('so does the supervision', () => {
    const order = (ordered: Outcome) =>
      given(...servedAfter(decidedAfter(minor, exempted))).when({
        on: '2026-06-20',
        by: 'lin',
        act: 'decision-change/record-supervision-order',
        entry: {
          form: 'decision',
          organ: '区司法局',
          number: '1',
          kind: 'changed',
          ordered,
          paper: paper('order'),
        },
      });
    order(exempted).thenRecords('SupervisionOrdered');
    order(penalty(bottlesTaken, { kind: 'warning' })).thenRefused(notHeavier, nothingBesideTheGoods);
  });
});
