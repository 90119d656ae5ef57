/** Comparing what is proposed, notified and decided: APL 45(2), SAMR-P 58. */
import type { Fen } from '@anjuan/law';
import { exemptionKey, exemptionOf } from '../exemption/exemption.js';
import { goodsPartOf, within, type GoodsPart } from '../goods/ledger.js';
import { droppedIn, heavierByBreach } from './breaches.js';
import type { Dropped, Outcome, Penalty, PenaltyKind } from './penalty.js';

const ofKind = (penalties: readonly Penalty[], kind: PenaltyKind): readonly Penalty[] =>
  penalties.filter((penalty) => penalty.kind === kind);

const total = (penalties: readonly Penalty[]): Fen => penalties.reduce((sum, { fen = 0 }) => sum + fen, 0);

/** Of goods that are here the lines of all together count; otherwise the words in which they are named. */
const ofTheSame = (narrow: Penalty, wide: Penalty): boolean => {
  // Of what was notified as all that is taken, nothing comes back as part of a penalty.
  if (wide.exemption !== undefined && narrow.exemption === undefined) return false;
  if (narrow.items !== undefined && wide.items !== undefined) return true;
  // What is to be handed over has not been notified as taken from what is here, nor the other way round.
  if (wide.items !== undefined || (narrow.items !== undefined && wide.fromParty === true)) return false;
  return (
    (wide.what === undefined || wide.what === narrow.what) &&
    (wide.fen === undefined || (narrow.fen ?? 0) <= wide.fen)
  );
};

/** A penalty without a term, or without its object named, is the wider one. */
const noWiderThan = (narrow: Penalty, wide: Penalty): boolean =>
  ofTheSame(narrow, wide) &&
  (wide.days === undefined || (narrow.days !== undefined && narrow.days <= wide.days));

/** Each has one of the others to itself that is no narrower: two of ten days are not in the place of one, and of another thing. */
const eachInPlaceOfOne = (these: readonly Penalty[], those: readonly Penalty[]): boolean => {
  const placed = new Map<number, Penalty>();
  const place = (penalty: Penalty, seen: Set<number>): boolean =>
    those.some((other, index) => {
      if (seen.has(index) || !noWiderThan(penalty, other)) return false;
      seen.add(index);
      const before = placed.get(index);
      if (before !== undefined && !place(before, seen)) return false;
      placed.set(index, penalty);
      return true;
    });
  return these.every((penalty) => place(penalty, new Set()));
};

const itemsOf = (penalties: readonly Penalty[]): readonly GoodsPart[] =>
  penalties.flatMap(({ items = [] }) => items);

/** Of penalties of one kind, split or joined in any way: no line more than it was notified. */
const noMoreGoods = (these: readonly Penalty[], those: readonly Penalty[]): boolean =>
  those.every(({ items }) => items === undefined) || within(itemsOf(these), itemsOf(those));

export const isMoney = (kind: PenaltyKind): boolean => kind === 'fine' || kind === 'confiscation-of-gains';

const dearer = (decided: readonly Penalty[], notified: readonly Penalty[], kind: PenaltyKind): boolean =>
  (isMoney(kind) || notified.every(({ fen }) => fen !== undefined)) && total(decided) > total(notified);

const heavier = (decided: readonly Penalty[], notified: readonly Penalty[]): boolean =>
  decided.some((penalty) => {
    const these = ofKind(decided, penalty.kind);
    const those = ofKind(notified, penalty.kind);
    if (those.length === 0 || dearer(these, those, penalty.kind)) return true;
    if (isMoney(penalty.kind)) return false;
    return !eachInPlaceOfOne(these, those) || !noMoreGoods(these, those);
  });

/**
 * Heavier on any axis, of any breach: a kind, an object or a term that was not notified, or a higher amount. A kind, or
 * a breach, that was not notified counts as heavier in any case: the party was not heard on it.
 */
export const heavierThan = heavierByBreach(heavier);

/**
 * APL 9 begins with the warning: in the place of a kind that the party was heard on it is less of the same, which is
 * what a defence is for (APL 45). Beside that kind, or in the place of a criticism in public, it is another penalty; so it
 * is of a breach that was notified as let off by a special law, which would be punished after all.
 */
export const heavierThanHeard = heavierByBreach((decided, heard) => {
  const mild: readonly PenaltyKind[] = ['warning', 'public-criticism'];
  const letOff = heard.some(({ exemption }) => exemption !== undefined);
  const left =
    !letOff && heard.some(({ kind }) => !mild.includes(kind) && ofKind(decided, kind).length === 0);
  return heavier(left ? decided.filter(({ kind }) => kind !== 'warning') : decided, heard);
});

const goodsOf = ({ items, fromParty = false }: Penalty) => [
  items?.map(({ entry, line, quantity }) => [entry, line, quantity].join()).sort() ?? null,
  fromParty,
];
const inOrder = (penalties: readonly Penalty[], withGoods: boolean): string =>
  JSON.stringify(
    penalties
      .map((penalty) => {
        const { kind, fen = null, what = null, days = null, breach = null, exemption } = penalty;
        const of = [kind, fen, what, days, breach, exemptionKey(exemption)];
        return JSON.stringify([...of, ...(withGoods ? goodsOf(penalty) : [])]);
      })
      .sort(),
  );

/** Whether each says where its goods are; before 2026-12 none did. */
const saysWhere = (penalties: readonly Penalty[]): boolean =>
  ofKind(penalties, 'confiscation-of-goods').every(
    ({ items, fromParty }) => items !== undefined || fromParty === true,
  );

/** The same penalties, in whatever order they are listed. */
export const samePenalties = (some: readonly Penalty[], others: readonly Penalty[]): boolean => {
  const withGoods = saysWhere(some) && saysWhere(others);
  return inOrder(some, withGoods) === inOrder(others, withGoods);
};

const dropsInOrder = (outcome: Outcome): string =>
  JSON.stringify(
    droppedIn(outcome)
      .map(({ breach, ground, with: other, exemption }) =>
        JSON.stringify([breach, ground, other, exemptionKey(exemption)]),
      )
      .sort(),
  );

/** The same ending of the case; the words of its reason may differ. */
export const sameOutcome = (one: Outcome, other: Outcome): boolean => {
  if (one.kind === 'penalty' && other.kind === 'penalty')
    return samePenalties(one.penalties, other.penalties) && dropsInOrder(one) === dropsInOrder(other);
  if (one.kind === 'no-penalty' && other.kind === 'no-penalty')
    return one.ground === other.ground && exemptionKey(one.exemption) === exemptionKey(other.exemption);
  if (one.kind === 'transfer' && other.kind === 'transfer') return one.to === other.to;
  return one.kind === other.kind;
};

export const penaltiesOf = (outcome: Outcome | undefined): readonly Penalty[] =>
  outcome?.kind === 'penalty' ? outcome.penalties : [];

/** A penalty field by field: an event holds what it declares and nothing a caller added. */
export const penaltyOf = ({ kind, fen, what, items, fromParty, days, ...of }: Penalty): Penalty => ({
  kind,
  ...(fen !== undefined && { fen }),
  ...(what !== undefined && { what }),
  ...(items !== undefined && { items: items.map(goodsPartOf) }),
  ...(fromParty === true && { fromParty }),
  ...(days !== undefined && { days }),
  ...(of.breach !== undefined && { breach: of.breach }),
  ...(of.exemption !== undefined && { exemption: exemptionOf(of.exemption) }),
});

/** Field by field as well. */
export const droppedOf = ({ breach, ground, with: other, exemption, reason }: Dropped): Dropped => ({
  breach,
  ground,
  ...(other !== undefined && { with: other }),
  ...(exemption !== undefined && { exemption: exemptionOf(exemption) }),
  reason,
});

export const outcomeOf = (outcome: Outcome): Outcome => {
  switch (outcome.kind) {
    case 'penalty':
      return {
        kind: 'penalty',
        penalties: outcome.penalties.map(penaltyOf),
        ...(outcome.dropped !== undefined && { dropped: outcome.dropped.map(droppedOf) }),
      };
    case 'no-penalty':
      return {
        kind: 'no-penalty',
        ground: outcome.ground,
        ...(outcome.exemption !== undefined && { exemption: exemptionOf(outcome.exemption) }),
        reason: outcome.reason,
      };
    case 'facts-not-established':
      return { kind: 'facts-not-established', reason: outcome.reason };
    case 'transfer':
      return { kind: 'transfer', to: outcome.to, reason: outcome.reason };
  }
};
