import { dayOf } from '@anjuan/law';
import { credentialValid, holdsCapacity } from './capacity.js';
import type { Context } from './context.js';
import type { Paper } from './event.js';
import { happenedAt, type Outside } from './outside.js';
import { personIn, type Actor, type PersonId } from './people.js';
import type { EntryProvision, Stated } from './provision.js';

/**
 * An act of two officers. The first records it; each other confirms as themselves (`entry/confirm`),
 * unless the paper with all signatures is bound by its hash.
 */
export type ByOfficers = Readonly<{ officers: readonly PersonId[]; signedPaper?: Paper }>;

const distinct = (people: readonly PersonId[]): number => new Set(people).size;

/** That at least two different officers act, under the article that says so. */
export const twoDemanded = (rule: Stated): EntryProvision<unknown, ByOfficers> => ({
  ...rule,
  fields: ['/officers'],
  holds: ({ officers }) => officers.length >= 2 && distinct(officers) === officers.length,
});

/** That every officer who acts holds a credential valid on the day of the act. */
export const credentialsDemanded = (rule: Stated): EntryProvision<unknown, ByOfficers & Outside> => ({
  ...rule,
  fields: ['/officers', '/occurredAt'],
  holds: (entry, _, context) => {
    const day = dayOf(happenedAt(entry, context));
    return entry.officers.every(
      (person) => holdsCapacity(context, person, 'officer') && credentialValid(context, person, day),
    );
  },
});

/** That one of the officers who acted records the act. */
export const recorderDemanded = (rule: Stated): EntryProvision<unknown, ByOfficers> => ({
  ...rule,
  fields: ['/officers'],
  holds: ({ officers }, _, { actor }) => officers.includes(actor.person),
});

export const officersAsActors = ({ officers }: ByOfficers, { people }: Context): readonly Actor[] =>
  officers.map((person) => {
    const credential = personIn(people, person)?.credential;
    return { person, capacity: 'officer', ...(credential && { credential }) };
  });

/** Who has still to confirm the entry as themselves. */
export const awaited = ({ officers, signedPaper }: ByOfficers, recordedBy: PersonId): readonly PersonId[] =>
  signedPaper ? [] : officers.filter((person) => person !== recordedBy);

/** The part of an event that names its officers. */
export const signed = ({ officers, signedPaper }: ByOfficers): ByOfficers => ({
  officers: [...officers],
  ...(signedPaper !== undefined && { signedPaper }),
});
