import { forSomebodyElse } from './no-cure.js';
import { policy } from '@anjuan/law';
import type { Context } from './context.js';
import { personIn, type Capacity, type PersonId } from './people.js';
import type { Provision, Stated } from './provision.js';

export const holdsCapacity = (
  { people }: Pick<Context, 'people'>,
  person: PersonId,
  ...capacities: readonly Capacity[]
): boolean => personIn(people, person)?.capacities.some((held) => capacities.includes(held)) ?? false;

/** A credential valid on the day of the act, as the registry knew it on that day. */
export const credentialValid = (
  { people }: Pick<Context, 'people'>,
  person: PersonId,
  day: string,
): boolean => {
  const credential = personIn(people, person)?.credential;
  return credential !== undefined && credential.validFrom <= day && day <= credential.validTo;
};

/** The provision that an act belongs to certain capacities, under the article that says so. */
export const actsAs = (
  rule: Omit<Stated, 'cure'> & Readonly<{ capacities: readonly Capacity[] }>,
): Provision<unknown> => {
  const { capacities, ...stated } = rule;
  return { ...stated, holds: (_, { actor }) => capacities.includes(actor.capacity) };
};

/** Checked for every act. */
export const capacityHeld: Provision<unknown> = {
  id: 'capacity/held-on-the-day',
  cites: policy('以登记的身份和期限为准；Capacities are those of the registry, on the day of the act'),
  says: '行为人在行为当日应当具有其所称的身份',
  en: 'Whoever acts holds the capacity they act in, on the day of the act',
  noCure: forSomebodyElse,
  holds: (_, context) => holdsCapacity(context, context.actor.person, context.actor.capacity),
};

/** Checked for every act: competence on the day of the act and the right to enter it today are different conditions. */
export const capacityHeldToday: Provision<unknown> = {
  id: 'capacity/held-today',
  cites: policy('录入时仍应具有该身份；Whoever enters an act holds the capacity on the day of the entry too'),
  says: '补录此前行为的人员，录入时仍应具有其所称的身份',
  en: 'Whoever enters an act that is dated back still holds the capacity they act in',
  noCure: forSomebodyElse,
  holds: (_, { heldToday = true }) => heldToday,
};

/**
 * That an officer acts with a credential valid on the day, under the article that says so; who enters an act that is
 * dated back held one then and holds one today, renewed or not.
 */
export const credentialDemanded = (rule: Stated): Provision<unknown> => ({
  ...rule,
  holds: (_, context) => {
    const { actor, today, credentialHeld: held } = context;
    if (actor.capacity !== 'officer') return true;
    return held === undefined ? credentialValid(context, actor.person, today) : held.then && held.today;
  },
});
