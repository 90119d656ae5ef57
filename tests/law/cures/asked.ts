/** Every provision that an act asks, and what each says of its cure. */
import { allActs, askedOfEveryAct, type AnyActName, type Stated } from '@anjuan/case';

export const asked: ReadonlyMap<string, Stated> = new Map(
  [
    ...askedOfEveryAct,
    ...Object.values(allActs).flatMap(({ requires, demands }): readonly Stated[] => [
      ...requires,
      ...demands,
    ]),
  ].map((one) => [one.id, one] as const),
);

export const isAct = (name: string): name is AnyActName => Object.hasOwn(allActs, name);

/** The acts that meet it, by its id. */
export const curedBy: Readonly<Record<string, readonly AnyActName[]>> = Object.fromEntries(
  [...asked.values()].flatMap(({ id, curedBy: names }) =>
    names === undefined ? [] : [[id, names.filter(isAct)] as const],
  ),
);

/** Those that no act meets. */
export const withoutCure: ReadonlySet<string> = new Set(
  [...asked.values()].flatMap(({ id, noCure }) => (noCure === undefined ? [] : [id])),
);
