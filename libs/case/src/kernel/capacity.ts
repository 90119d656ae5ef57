import { apl, policy } from '@anjuan/law';
import type { Context } from './context.js';
import type { Capacity, PersonId } from './people.js';
import type { Provision, Stated } from './provision.js';

export const holdsCapacity = (
  { people }: Context,
  person: PersonId,
  ...capacities: readonly Capacity[]
): boolean => people[person]?.capacities.some((held) => capacities.includes(held)) ?? false;

/** A credential valid on the day of the act, as the registry knew it on that day. */
export const credentialValid = ({ people }: Context, person: PersonId, day: string): boolean => {
  const credential = people[person]?.credential;
  return credential !== undefined && credential.validFrom <= day && day <= credential.validTo;
};

/** The provision that an act belongs to certain capacities, under the article that says so. */
export const actsAs = (
  rule: Omit<Stated, 'cure'> & Readonly<{ capacities: readonly Capacity[] }>,
): Provision<unknown> => {
  const { capacities, ...stated } = rule;
  return { ...stated, holds: (_, { actor }) => capacities.includes(actor.capacity) };
};

/** Asked of every act. */
export const capacityHeld: Provision<unknown> = {
  id: 'capacity/held-on-the-day',
  cites: policy('以登记的身份和期限为准；Capacities are those of the registry, on the day of the act'),
  says: '行为人在行为当日应当具有其所称的身份',
  en: 'Whoever acts holds the capacity they act in, on the day of the act',
  holds: (_, context) => holdsCapacity(context, context.actor.person, context.actor.capacity),
};

/** Asked of every act done as an officer. */
export const officerCredentialValid: Provision<unknown> = {
  id: 'capacity/officer-credential-valid',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'An officer acts with an enforcement credential that is valid on the day',
  holds: (_, context) =>
    context.actor.capacity !== 'officer' || credentialValid(context, context.actor.person, context.today),
};
