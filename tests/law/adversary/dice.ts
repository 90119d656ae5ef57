/** Choices drawn from one whole number: a move that is found guilty can be played again and made smaller. */
export type Dice = Readonly<{
  /** A whole number from 0 up to, not including, `bound`. */
  below: (bound: number) => number;
  chance: (percent: number) => boolean;
  /** One of these; throws RangeError when there is none. */
  pick: <T>(these: readonly T[]) => T;
}>;

/** Mulberry32: thirty-two bits of state are enough for a few dozen draws. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: <T>(these: readonly T[]): T => {
      if (these.length === 0) throw new RangeError('There is nothing to pick from: give at least one choice');
      // A choice may be undefined: the party of the filing is.
      return these[below(these.length)] as T;
    },
  };
};
