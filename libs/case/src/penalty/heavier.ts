/** Comparing what is proposed, notified and decided: APL 45(2), SAMR-P 58. */
import type { Fen } from '@anjuan/law';
import { droppedIn, heavierByBreach } from './breaches.js';
import type { Dropped, Outcome, Penalty, PenaltyKind } from './penalty.js';

const ofKind = (penalties: readonly Penalty[], kind: PenaltyKind): readonly Penalty[] =>
  penalties.filter((penalty) => penalty.kind === kind);

const total = (penalties: readonly Penalty[]): Fen => penalties.reduce((sum, { fen = 0 }) => sum + fen, 0);

/** A penalty without a term, or without its object named, is the wider one. */
const within = (narrow: Penalty, wide: Penalty): boolean =>
  (wide.what === undefined || wide.what === narrow.what) &&
  (wide.days === undefined || (narrow.days !== undefined && narrow.days <= wide.days));

export const isMoney = (kind: PenaltyKind): boolean => kind === 'fine' || kind === 'confiscation-of-gains';

const dearer = (decided: readonly Penalty[], notified: readonly Penalty[], kind: PenaltyKind): boolean =>
  (isMoney(kind) || notified.every(({ fen }) => fen !== undefined)) && total(decided) > total(notified);

const heavier = (decided: readonly Penalty[], notified: readonly Penalty[]): boolean =>
  decided.some((penalty) => {
    const these = ofKind(decided, penalty.kind);
    const those = ofKind(notified, penalty.kind);
    if (those.length === 0 || dearer(these, those, penalty.kind)) return true;
    if (isMoney(penalty.kind)) return false;
    return these.length > those.length || !those.some((other) => within(penalty, other));
  });

/**
 * Heavier on any axis, of any breach: a kind, an object or a term that was not notified, or a higher amount. A kind, or
 * a breach, that was not notified counts as heavier in any case: the party was not heard on it.
 */
export const heavierThan = heavierByBreach(heavier);

/**
 * APL 9 begins with the warning: in the place of a kind that the party was heard on it is less of the same, which is
 * what a defence is for (APL 45). Beside that kind, or in the place of a criticism in public, it is another penalty.
 */
export const heavierThanHeard = heavierByBreach((decided, heard) => {
  const mild: readonly PenaltyKind[] = ['warning', 'public-criticism'];
  const left = heard.some(({ kind }) => !mild.includes(kind) && ofKind(decided, kind).length === 0);
  return heavier(left ? decided.filter(({ kind }) => kind !== 'warning') : decided, heard);
});

const inOrder = (penalties: readonly Penalty[]): string =>
  JSON.stringify(
    penalties
      .map(({ kind, fen = null, what = null, days = null, breach = null }) =>
        JSON.stringify([kind, fen, what, days, breach]),
      )
      .sort(),
  );

/** The same penalties, in whatever order they are listed. */
export const samePenalties = (some: readonly Penalty[], others: readonly Penalty[]): boolean =>
  inOrder(some) === inOrder(others);

const dropsInOrder = (outcome: Outcome): string =>
  JSON.stringify(
    droppedIn(outcome)
      .map(({ breach, ground }) => JSON.stringify([breach, ground]))
      .sort(),
  );

/** The same ending of the case; the words of its reason may differ. */
export const sameOutcome = (one: Outcome, other: Outcome): boolean => {
  if (one.kind === 'penalty' && other.kind === 'penalty')
    return samePenalties(one.penalties, other.penalties) && dropsInOrder(one) === dropsInOrder(other);
  if (one.kind === 'no-penalty' && other.kind === 'no-penalty') return one.ground === other.ground;
  if (one.kind === 'transfer' && other.kind === 'transfer') return one.to === other.to;
  return one.kind === other.kind;
};

export const penaltiesOf = (outcome: Outcome | undefined): readonly Penalty[] =>
  outcome?.kind === 'penalty' ? outcome.penalties : [];

/** A penalty field by field: an event holds what it declares and nothing a caller added. */
export const penaltyOf = ({ kind, fen, what, days, breach }: Penalty): Penalty => ({
  kind,
  ...(fen !== undefined && { fen }),
  ...(what !== undefined && { what }),
  ...(days !== undefined && { days }),
  ...(breach !== undefined && { breach }),
});

const droppedOf = ({ breach, ground, reason }: Dropped): Dropped => ({ breach, ground, reason });

export const outcomeOf = (outcome: Outcome): Outcome => {
  switch (outcome.kind) {
    case 'penalty':
      return {
        kind: 'penalty',
        penalties: outcome.penalties.map(penaltyOf),
        ...(outcome.dropped !== undefined && { dropped: outcome.dropped.map(droppedOf) }),
      };
    case 'no-penalty':
      return { kind: 'no-penalty', ground: outcome.ground, reason: outcome.reason };
    case 'facts-not-established':
      return { kind: 'facts-not-established', reason: outcome.reason };
    case 'transfer':
      return { kind: 'transfer', to: outcome.to, reason: outcome.reason };
  }
};
