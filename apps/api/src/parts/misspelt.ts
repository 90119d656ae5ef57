import { nearest } from '@anjuan/program';

/** Shorter names are too near to those of other programs. */
const shortest = 8;

/**
 * Variables that are ours but for a letter or two, while the one that was probably meant is not set: started without
 * it, the program would write to another database, or let in other people.
 */
export const misspelt = (
  given: Readonly<Record<string, unknown>>,
  ours: readonly string[],
): readonly string[] =>
  Object.keys(given).flatMap((name) => {
    if (name.length < shortest || ours.includes(name)) return [];
    const meant = nearest(name.toUpperCase(), ours);
    return meant === undefined || given[meant] !== undefined
      ? []
      : [
          `${name}：没有这个设置，是否指 ${meant}？请改名或删去；there is no such setting, is ${meant} meant? Rename it or leave it out`,
        ];
  });
