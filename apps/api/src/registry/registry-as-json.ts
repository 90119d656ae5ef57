import type { LocalDate } from '@anjuan/law';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import type { SignedIn } from '../http/signed-in.js';
import { belongsTo, onDay, type Agency, type Person } from '@anjuan/registry';

/** A person as colleagues see them: name, staff number, and what they may do on the day. */
export const onDayJson = (person: Person, day: LocalDate) => {
  const { capacities, credential } = onDay(person, day);
  const { person: id, agency, staffNumber, name } = person;
  const unit = belongsTo(person.units, day);
  return { person: id, agency, staffNumber, name, capacities, credential, unit };
};

const openJson = ({ proposals }: Pick<Person | Agency, 'proposals'>) =>
  proposals
    .filter(({ outcome }) => outcome === undefined)
    .map(({ number, by, change: { type, data } }) => ({ proposal: number, by, type, data }));

/** For those who enter and approve: with every capacity and its dates, and the changes that wait for approval. */
export const registeredJson = (person: Person, day: LocalDate) => ({
  ...onDayJson(person, day),
  granted: person.capacities,
  units: person.units,
  credentials: person.credentials,
  legalQualification: onDay(person, day).legalQualification,
  qualifications: person.qualifications,
  reviewerSince: person.reviewerSince,
  proposals: openJson(person),
});

export const agencyJson = ({ proposals, ...agency }: Agency) => ({
  ...agency,
  proposals: openJson({ proposals }),
});

/** Which accounts somebody has is for them, for administrators and for auditors to know. */
export const seesAccountsOf = ({ person, capacities }: SignedIn, of: string): boolean =>
  person === of || holdsOneOf(capacities, rightTo('registry/person#accounts'));
