import type { Capacity } from '@anjuan/case';
import { dayOf, type LocalDate } from '@anjuan/law';
import { endedBefore } from './ended.js';
import { onDay, type Standing } from './person.js';

/** Why somebody no longer does what one of those capacities is needed for. `on`: the last day, where there was one. */
export type Left = Readonly<{ why: 'no-capacity' | 'account-closed'; on?: LocalDate }>;

/** Who has no account yet has not left: accounts are opened later, or kept by another issuer. */
const closedOn = ({ accounts, signedOut }: Standing): LocalDate | undefined => {
  if (accounts.length === 0 || accounts.some(({ closed }) => !closed)) return undefined;
  const last = signedOut
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return last === undefined ? undefined : dayOf(last);
};

/** Undefined: the person is there to do it on the day. */
export const leftBy = (known: Standing, needed: readonly Capacity[], day: LocalDate): Left | undefined => {
  if (!onDay(known, day).capacities.some((held) => needed.includes(held))) {
    const ends = needed.flatMap((capacity) =>
      endedBefore(known, capacity, day).flatMap(({ what, on }) => (what === 'capacity' ? [on] : [])),
    );
    const on = ends.sort().at(-1);
    return { why: 'no-capacity', ...(on !== undefined && { on }) };
  }
  const on = closedOn(known);
  return on === undefined ? undefined : { why: 'account-closed', on };
};
