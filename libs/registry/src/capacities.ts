import type { Capacity } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Standing } from './person.js';
import { RegistryRefusal } from './registry-refusal.js';

type Held = Standing['capacities'][number];

const endless = '9999-12-31';
const overlap = (one: Held, other: Held): boolean =>
  one.from <= (other.to ?? endless) && other.from <= (one.to ?? endless);

/** A capacity is held once at a time: what ends one grant would leave the other. */
export const mayBeGranted =
  (granted: Held) =>
  ({ capacities }: Standing): void => {
    const before = capacities.find((held) => held.capacity === granted.capacity && overlap(held, granted));
    if (before)
      throw new RegistryRefusal(
        'dates-overlap',
        `该身份已授予，自 ${before.from} 至 ${before.to ?? '今'}；请先终止，或改为其后的日期。The capacity is held already, from ${before.from} to ${before.to ?? 'now on'}: end it first, or grant it from a later day.`,
      );
  };

export const mayBeEnded =
  (ended: Readonly<{ capacity: Capacity; to: LocalDate }>) =>
  ({ capacities }: Standing): void => {
    const held = capacities.some(
      ({ capacity, from, to = endless }) => capacity === ended.capacity && from <= ended.to && ended.to <= to,
    );
    if (!held)
      throw new RegistryRefusal(
        'capacity-not-held',
        `该人员在 ${ended.to} 不具有该身份，请核对身份和日期。The person does not hold that capacity on ${ended.to}: check the capacity and the day.`,
      );
  };

/** Withdrawn or handed back before its time: it is not valid after that day. */
export const credentialMayBeEnded =
  (ended: Readonly<{ number: string; to: LocalDate }>) =>
  ({ credentials }: Standing): void => {
    const held = credentials.some(
      ({ number, validFrom, validTo }) =>
        number === ended.number && validFrom <= ended.to && ended.to < validTo,
    );
    if (!held)
      throw new RegistryRefusal(
        'credential-not-held',
        `该人员没有编号 ${ended.number}、有效期超过 ${ended.to} 的执法证，请核对编号和日期。The person holds no credential ${ended.number} that is valid beyond ${ended.to}: check the number and the day.`,
      );
  };
