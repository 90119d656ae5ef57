import {
  letOffDiscussed,
  majorReviewedBeforeClosure,
  nothingLetOff,
  proposedPenaltyDecided,
} from '../closure/let-off.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import type { ChangeDecision } from './decision-change.js';
import {
  concluded,
  decidedAfter,
  disposedOf,
  filedAs,
  filingTerms,
  majorPenalty,
  minorPenalty,
  paid,
  served,
  servedAfter,
} from '../histories.testing.js';
import { discussedOn, reviewedAgain } from '../histories-to-decision.testing.js';
import { given, happened, paper, type Happened } from '../testing.js';
import {
  asOrdered,
  changedByAnother,
  changedByLeader,
  decisionInForce,
  groundShown,
  illegalityDeclaredByOthers,
  majorMadeAnew,
  notHeavier,
  orderedFirst,
  outcomeStated,
  reasonGiven,
} from './provisions.js';
import { after, annulled, change, changed, lighter, ordered, ordinary } from './changed.testing.js';
import { leaderStandsApart } from '../review/separation.js';

describe('decision-change/change', () => {
  it('carries out what a remedy ordered (ARL 63, 64; ALL 70)', () => {
    given(...after('annulled'))
      .when(change())
      .then({ type: 'DecisionChanged', data: ordered });
    given(...after('declared-void'))
      .when(change())
      .thenRecords('DecisionChanged');
    given(...after('changed'))
      .when(change({ kind: 'changed', outcome: lighter }))
      .then({ type: 'DecisionChanged', data: { ...ordered, kind: 'changed', outcome: lighter } });
    given(...after('declared-illegal'))
      .when(change({ kind: 'declared-illegal' }))
      .thenRecords('DecisionChanged');
  });

  it('not what it did not order, nor twice', () => {
    given(...after('upheld'))
      .when(change())
      .thenRefused(groundShown);
    given(...after('changed'))
      .when(change())
      .thenRefused(groundShown);
    given(...served(majorPenalty))
      .when(change())
      .thenRefused(groundShown);
    given(...after('declared-illegal'), changed({ kind: 'declared-illegal' }))
      .when(change({ kind: 'declared-illegal' }))
      .thenRefused(groundShown);
    given(...after('annulled'))
      .when(change({ ground: 'own-correction' }))
      .thenRefused(groundShown, orderedFirst, majorMadeAnew);
  });

  it('ARL 77(1): not other than it ordered', () => {
    const carryOut = (outcome: Outcome) => change({ kind: 'changed', outcome });
    const yuan: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] };
    const none: Outcome = { kind: 'facts-not-established', reason: '证据不足' };
    for (const outcome of [yuan, none])
      given(...after('changed', lighter))
        .when(carryOut(outcome))
        .thenRefused(asOrdered);
    given(...after('changed', lighter))
      .when(carryOut(lighter))
      .thenRecords('DecisionChanged');
    // Recorded before what was ordered was entered: carried out as it always was.
    given(...after('changed'))
      .when(carryOut(lighter))
      .thenRecords('DecisionChanged');
  });

  it('ARL 73; ALL 60, 62: what was settled before the organ or the court stands instead', () => {
    given(...after('mediated', lighter))
      .when(change({ kind: 'changed', outcome: lighter }))
      .then({ type: 'DecisionChanged', data: { ...ordered, kind: 'changed', outcome: lighter } });
    given(...after('mediated', lighter))
      .when(change({ kind: 'annulled' }))
      .thenRefused(groundShown);
  });

  it('not of another decision than the remedy was against', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const redo = happened('DecisionChanged', '2026-08-21', 'tang', { ...own, kind: 'annulled-to-redo' });
    const again = decidedAfter(
      [...after('annulled'), redo, ...concluded(majorPenalty).slice(-1)],
      majorPenalty,
    );
    given(...servedAfter(again))
      .when(change())
      .thenRefused(groundShown);
    // The first decision is gone: its remedy orders nothing of the second, and does not keep the case open.
    given(
      ...servedAfter(again),
      paid('2026-08-22', 'fine', 18_400_000),
      paid('2026-08-22', 'illegal-gains', 1_526_000),
      disposedOf('2026-08-23'),
    )
      .when({ on: '2026-08-25', by: 'lin', act: 'closure/request', entry: { ground: 'executed' } })
      .thenRecords('ApprovalRequested');
  });

  it('ALL 94: and what was ordered comes before anything that the agency would correct itself', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...after('annulled'))
      .when({ ...change(), entry: { ...own, kind: 'annulled-to-redo' } })
      .thenRefused(orderedFirst);
    given(...after('upheld'))
      .when({ ...change(), entry: { ...own, kind: 'annulled-to-redo' } })
      .thenRecords('DecisionChanged');
  });

  it('or corrects the agency’s own error, with its reason (APL 75(2))', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...ordinary)
      .when({ ...change(), entry: own })
      .thenRecords('DecisionChanged');
    given(...ordinary)
      .when({ ...change(), entry: { ...own, reason: ' ' } })
      .thenRefused(reasonGiven);
  });

  it('APL 58(1): of a decision that passed legal review only by another that passes it', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const yuan: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] };
    const alone: Partial<ChangeDecision>[] = [{ kind: 'changed', outcome: yuan }, { kind: 'annulled' }];
    for (const entry of alone)
      given(...served(majorPenalty))
        .when({ ...change(), entry: { ...own, ...entry } })
        .thenRefused(majorMadeAnew);
    given(...served(majorPenalty))
      .when({ ...change(), entry: { ...own, kind: 'annulled-to-redo' } })
      .thenRecords('DecisionChanged');
  });

  it('ARL 65; ALL 74: declared illegal, and left standing, only by those who review it from outside', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const published = happened('DecisionPublished', '2026-06-09', 'lin', {});
    given(...ordinary, published)
      .when({ ...change(), entry: { ...own, kind: 'declared-illegal' } })
      .thenRefused(illegalityDeclaredByOthers);
    given(...served(majorPenalty), published)
      .when({ ...change(), entry: { ...own, kind: 'declared-illegal' } })
      .thenRefused(illegalityDeclaredByOthers, majorMadeAnew);
    // Recorded so before the rule was stated: the file is folded as it was, and its publication can be withdrawn.
    const before = happened('DecisionChanged', '2026-08-21', 'tang', { ...own, kind: 'declared-illegal' });
    given(...ordinary, published, before)
      .when({
        on: '2026-08-22',
        by: 'lin',
        act: 'decision-change/withdraw-publication',
        entry: { explanation: '确认违法' },
      })
      .thenRecords('PublicationWithdrawn');
  });

  it('APL 58(1): nor is the case closed on another ground instead', () => {
    const close = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-08-24',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'other', circumstance: 'merged', note: '不再处罚', paper: paper('why') },
      });
    close(...served(majorPenalty)).thenRefused(nothingLetOff, proposedPenaltyDecided);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const redo = happened('DecisionChanged', '2026-08-21', 'tang', { ...own, kind: 'annulled-to-redo' });
    const annulledOne = [...served(majorPenalty), redo];
    close(...annulledOne).thenRefused(proposedPenaltyDecided, majorReviewedBeforeClosure);
    const reported = (proposal: Outcome) => [...annulledOne, ...concluded(proposal).slice(-1)];
    close(...reviewedAgain(reported(minorPenalty), '2026-08-22')).thenRefused(proposedPenaltyDecided);
    const none: Outcome = { kind: 'facts-not-established', reason: '证据不足' };
    close(...reported(none)).thenRefused(majorReviewedBeforeClosure, letOffDiscussed);
    const reviewed = reviewedAgain(reported(none), '2026-08-22');
    close(...reviewed).thenRefused(letOffDiscussed);
    close(...discussedOn(reviewed, '2026-08-23', none)).thenRecords('ApprovalRequested');
  });

  it('says what now stands', () => {
    given(...after('changed'))
      .when(change({ kind: 'changed' }))
      .thenRefused(outcomeStated);
    given(...after('annulled'))
      .when(change({ outcome: lighter }))
      .thenRefused(outcomeStated);
  });

  it('is no heavier where the agency itself changes it: nobody was heard on more (APL 45(2))', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const, kind: 'changed' as const };
    const changedTo = (penalties: readonly Penalty[]) =>
      given(...ordinary).when({ ...change(), entry: { ...own, outcome: { kind: 'penalty', penalties } } });
    changedTo([{ kind: 'fine', fen: 100_001 }]).thenRefused(notHeavier);
    changedTo([{ kind: 'warning' }]).thenRefused(notHeavier);
    changedTo([{ kind: 'fine', fen: 50_000 }]).thenRecords('DecisionChanged');
  });

  it('carries out an order of another kind, or a heavier one that a third party asked for (ARL 63(2))', () => {
    const revocation: Outcome = {
      kind: 'penalty',
      penalties: [{ kind: 'permit-revocation', what: '食品经营许可证' }],
    };
    const orders: readonly (readonly [RemedyOutcome, readonly Penalty[]])[] = [
      ['changed', [{ kind: 'warning' }]],
      ['mediated', [{ kind: 'fine', fen: 1_000_000 }, { kind: 'warning' }]],
      ['changed', [{ kind: 'fine', fen: 20_000_000 }]],
    ];
    for (const [outcome, penalties] of orders)
      given(...after(outcome, { kind: 'penalty', penalties }))
        .when(change({ kind: 'changed', outcome: { kind: 'penalty', penalties } }))
        .thenRecords('DecisionChanged');
    const days: Outcome = { kind: 'penalty', penalties: [{ kind: 'suspension', days: 30 }] };
    given(...served(revocation), ...after('mediated', days).slice(12))
      .when(change({ kind: 'changed', outcome: days }))
      .thenRecords('DecisionChanged');
  });

  it('is a leader’s, of a decision that stands', () => {
    given(...after('annulled'))
      .when({ ...change(), by: 'zhou' })
      .thenRefused(changedByLeader);
    given(...annulled)
      .when(change())
      .thenRefused(decisionInForce, groundShown);
    const ownCase = decidedAfter(filedAs({ ...filingTerms, handlers: ['lin', 'tang'] }), majorPenalty);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...ownCase)
      .when({ ...change(), entry: own })
      .thenRefused(leaderStandsApart, changedByAnother);
  });
});
