import type { Capacity, Credential, PersonOnDay } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import type { Entered } from './entries.js';
import {
  isHeldAccountEvent,
  withAccountEvent,
  type HeldAccountEvent,
  type HeldAccounts,
} from './held-accounts.js';
import { isOfProposals, withProposalEvent, type Proposal, type ProposalEvent } from './proposals.js';

type Period = Readonly<{ from: LocalDate; to?: LocalDate }>;
/** What an administrator enters of a person, alone or with the approval of another. */
export type PersonChange =
  | Readonly<{ type: 'CapacityGranted'; data: { capacity: Capacity } & Period }>
  | Readonly<{ type: 'CapacityEnded'; data: { capacity: Capacity; to: LocalDate } }>
  | Readonly<{ type: 'CredentialIssued'; data: Credential }>
  | Readonly<{ type: 'CredentialEnded'; data: { number: string; to: LocalDate } }>
  | Readonly<{
      type: 'QualificationRecorded';
      data: { legalQualification?: string; reviewerSince?: LocalDate };
    }>;
export type PersonEvent =
  | Readonly<{ type: 'PersonRegistered'; data: { agency?: string; staffNumber: string; name: string } }>
  | PersonChange
  | ProposalEvent<PersonChange>
  | HeldAccountEvent;

/** A person of an agency (staff number), with capacities and credentials and their dates. */
export type Person = Readonly<{
  person: string;
  /** Absent for the system's first administrator. */
  agency?: string;
  staffNumber: string;
  name: string;
  capacities: readonly (Readonly<{ capacity: Capacity }> & Period)[];
  credentials: readonly Credential[];
  legalQualification?: string;
  reviewerSince?: LocalDate;
  /** Every change that took two people, open ones included. */
  proposals: readonly Proposal<PersonChange>[];
}> &
  HeldAccounts;

export const inForce = (known: Standing, event: PersonChange): Standing => {
  switch (event.type) {
    case 'CapacityGranted':
      return { ...known, capacities: [...known.capacities, event.data] };
    case 'CapacityEnded':
      return {
        ...known,
        capacities: known.capacities.map((held) =>
          held.capacity === event.data.capacity && (held.to ?? '9999') > event.data.to
            ? { ...held, to: event.data.to }
            : held,
        ),
      };
    case 'CredentialIssued':
      return { ...known, credentials: [...known.credentials, event.data] };
    case 'CredentialEnded':
      return {
        ...known,
        credentials: known.credentials.map((held) =>
          held.number === event.data.number && held.validTo > event.data.to
            ? { ...held, validTo: event.data.to }
            : held,
        ),
      };
    case 'QualificationRecorded':
      return { ...known, ...event.data };
  }
};

const changed = (
  known: Standing,
  event: Exclude<Entered<PersonEvent>, { type: 'PersonRegistered' }>,
): Standing => {
  if (isOfProposals(event)) {
    const after = withProposalEvent(known.proposals, event);
    return after.inForce.reduce(inForce, { ...known, proposals: after.proposals });
  }
  if (isHeldAccountEvent(event)) return { ...known, ...withAccountEvent(known, event) };
  return inForce(known, event);
};

/** What the law and the sign-in need of a person: no personal data but the staff number. */
export type Standing = Omit<Person, 'name'>;

export const withPersonEvent = (
  person: string,
  known: Standing | undefined,
  event: Entered<PersonEvent>,
): Standing | undefined => {
  if (event.type !== 'PersonRegistered') return known && changed(known, event);
  const { agency, staffNumber } = event.data;
  return {
    person,
    ...(agency !== undefined && { agency }),
    staffNumber,
    capacities: [],
    credentials: [],
    accounts: [],
    signedOut: [],
    proposals: [],
  };
};

export const personOf = (person: string, events: readonly Entered<PersonEvent>[]): Person | undefined => {
  const [first] = events;
  const standing = events.reduce<Standing | undefined>(
    (known, event) => withPersonEvent(person, known, event),
    undefined,
  );
  return standing && first?.type === 'PersonRegistered' ? { ...standing, name: first.data.name } : undefined;
};

const covers = (day: LocalDate, { from, to }: Period): boolean => from <= day && day <= (to ?? '9999-12-31');

/** The person as the law may see them on one day. */
export const onDay = (known: Standing, day: LocalDate): PersonOnDay => {
  const credential =
    known.credentials.findLast(({ validFrom, validTo }) => covers(day, { from: validFrom, to: validTo })) ??
    known.credentials.at(-1);
  return {
    person: known.person,
    capacities: known.capacities.filter((held) => covers(day, held)).map(({ capacity }) => capacity),
    ...(credential && { credential }),
    ...(known.legalQualification !== undefined && { legalQualification: known.legalQualification }),
    ...(known.reviewerSince !== undefined && { reviewerSince: known.reviewerSince }),
  };
};
