/** Who could have signed in as somebody: the person who opened an account knew its first password. */
import type { Entered } from './entries.js';
import { isSame, stateOf, type Account } from './held-accounts.js';
import { personOf, type PersonEvent } from './person.js';

type Events = readonly Entered<PersonEvent>[];

/** Who records what is done on the machine itself. */
export const machine = 'system';

/** Who opened the accounts that are open: older programs, and a second issuer, leave a person several. */
export const openersOf = (person: string, events: Events): ReadonlySet<string> =>
  openers(person, events, () => true);

/**
 * Everybody who could act as that person: they themselves, and the person who opened their account alone, if nobody
 * else has confirmed whose it is. This concerns accounts of older versions only: others cannot be used unconfirmed.
 */
export const handsOf = (person: string, events: Events): ReadonlySet<string> => {
  const sole = openers(person, events, (account) => !isConfirmedIn(events, account));
  return new Set([person, ...sole].filter((one) => one !== machine));
};

export const ofOneHand = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((hand) => other.has(hand));

export const isConfirmedIn = (events: Events, account: Account): boolean =>
  events.some(({ type, data }) => type === 'AccountConfirmed' && isSame(data, account));

const openers = (
  person: string,
  events: Events,
  counts: (account: Account) => boolean,
): ReadonlySet<string> => {
  const known = personOf(person, events);
  return new Set(
    events.flatMap((event) =>
      event.type === 'AccountOpened' && known && stateOf(known, event.data) === 'open' && counts(event.data)
        ? [event.by]
        : [],
    ),
  );
};
