/** Every provision that an act asks, and what each says of its cure. */
import type { Stated } from '@anjuan/procedure';
import { allActs, provisions } from '@anjuan/record';

export const stated: ReadonlyMap<string, Stated> = new Map(
  provisions.map(({ provision }) => [provision.id, provision]),
);

export const isAct = (name: string): boolean => Object.hasOwn(allActs, name);

/** The acts that meet it, by its id. */
export const curedBy: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...stated.values()].flatMap(({ id, curedBy: names }) =>
    names === undefined ? [] : [[id, names.filter(isAct)] as const],
  ),
);

/** Those that no act meets. */
export const withoutCure: ReadonlySet<string> = new Set(
  [...stated.values()].flatMap(({ id, noCure }) => (noCure === undefined ? [] : [id])),
);
