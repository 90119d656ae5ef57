/** Several breaches, each measured for itself and punished in one decision (分别裁量、合并处罚). */
import type { Dropped, DroppedGround, Outcome, Penalty } from './penalty.js';

/** Undefined: the only one that the report finds. */
export type BreachName = string | undefined;

export const breachesIn = (penalties: readonly Penalty[]): readonly BreachName[] => [
  ...new Set(penalties.map(({ breach }) => breach)),
];

const ofBreach = (penalties: readonly Penalty[], breach: BreachName): readonly Penalty[] =>
  penalties.filter((penalty) => penalty.breach === breach);

/** An outcome as far as it is of that breach: all of it where there is one, and where it punishes none. */
export const forBreach = (outcome: Outcome, { breach }: Readonly<{ breach?: BreachName }>): Outcome =>
  outcome.kind === 'penalty' && breach !== undefined
    ? { kind: 'penalty', penalties: ofBreach(outcome.penalties, breach) }
    : outcome;

export const droppedIn = (outcome: Outcome): readonly Dropped[] =>
  outcome.kind === 'penalty' ? (outcome.dropped ?? []) : [];

/** No breach, or punished elsewhere or as another: nobody is let off. */
const notLetOff: readonly DroppedGround[] = ['facts-not-established', 'transferred', 'one-act-with'];

/** A breach is found and not punished: the only one, or one of several (APL 33). */
export const letsOff = (outcome: Outcome): boolean =>
  outcome.kind === 'no-penalty' || droppedIn(outcome).some(({ ground }) => !notLetOff.includes(ground));

type Heavier = (these: readonly Penalty[], those: readonly Penalty[]) => boolean;

/**
 * More for one breach is heavier though the sum is the same. What names no breach is measured against the sum, as where
 * there is one, and as a court or an organ orders it.
 */
export const heavierByBreach =
  (heavier: Heavier): Heavier =>
  (these, those) =>
    breachesIn(these).some((breach) =>
      breach === undefined
        ? heavier(these, those)
        : heavier(ofBreach(these, breach), ofBreach(those, breach)),
    );
