import { apl, dayOf } from '@anjuan/law';
import { credentialValid, holdsCapacity } from './capacity.js';
import type { Context } from './context.js';
import type { Paper } from './event.js';
import { happenedAt, type Outside } from './outside.js';
import type { Actor, PersonId } from './people.js';
import type { EntryProvision } from './provision.js';

/**
 * An act of two officers. The first records it; each other confirms as themselves (`entry/confirm`),
 * unless the paper with all signatures is bound by its hash.
 */
export type ByOfficers = Readonly<{ officers: readonly PersonId[]; signedPaper?: Paper }>;

const distinct = (people: readonly PersonId[]): number => new Set(people).size;

export const twoOfficers: EntryProvision<unknown, ByOfficers> = {
  id: 'officers/two-act-together',
  cites: apl(42, 1),
  says: '执法人员不得少于两人，法律另有规定的除外',
  en: 'At least two officers act together; one entered twice is one',
  cure: { zh: '由两名不同的执法人员共同实施', en: 'Let two different officers act' },
  holds: ({ officers }) => distinct(officers) >= 2 && distinct(officers) === officers.length,
};

export const credentialsValid: EntryProvision<unknown, ByOfficers & Outside> = {
  id: 'officers/credentials-valid-on-the-day',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'Every officer who acts holds a credential valid on the day of the act',
  cure: { zh: '由执法证在有效期内的执法人员重新实施', en: 'Let officers with valid credentials act' },
  holds: (entry, _, context) =>
    entry.officers.every(
      (person) =>
        holdsCapacity(context, person, 'officer') &&
        credentialValid(context, person, dayOf(happenedAt(entry, context))),
    ),
};

export const recordedByOneOfThem: EntryProvision<unknown, ByOfficers> = {
  id: 'officers/recorded-by-one-of-them',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'An act of officers is recorded by one of those who acted',
  holds: ({ officers }, _, { actor }) => officers.includes(actor.person),
};

/** What every act of two officers is asked; `demands: [...byOfficers, …]`. */
export const byOfficers = [twoOfficers, credentialsValid, recordedByOneOfThem] as const;

/** The same of an act inside the program: it is done today, whatever else the entry may hold. */
export const credentialsValidToday: EntryProvision<unknown, ByOfficers> = {
  ...credentialsValid,
  holds: ({ officers }, file, context) => credentialsValid.holds({ officers }, file, context),
};
export const byOfficersToday = [twoOfficers, credentialsValidToday, recordedByOneOfThem] as const;

export const officersAsActors = ({ officers }: ByOfficers, { people }: Context): readonly Actor[] =>
  officers.map((person) => {
    const credential = people[person]?.credential;
    return { person, capacity: 'officer', ...(credential && { credential }) };
  });

/** Who has still to confirm the entry as themselves. */
export const awaited = ({ officers, signedPaper }: ByOfficers, recordedBy: PersonId): readonly PersonId[] =>
  signedPaper ? [] : officers.filter((person) => person !== recordedBy);
