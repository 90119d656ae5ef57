import type { Capacity, Credential, PersonOnDay } from '@anjuan/case';
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Entered } from './entries.js';
import {
  isHeldAccountEvent,
  withAccountEvent,
  type HeldAccountEvent,
  type HeldAccounts,
} from './held-accounts.js';
import { isOfProposals, withProposalEvent, type Proposal, type ProposalEvent } from './proposals.js';
import {
  qualificationOn,
  withoutQualification,
  withQualification,
  type Qualification,
  type QualificationEnd,
} from './qualifications.js';
import { covers, validity, type Span } from './spans.js';
import { joined, type Membership } from './units.js';

/**
 * `unit`: which one a unit head heads; absent: the one they belong to. `organisation`: of an officer, the credit code of
 * the organisation that the agency entrusts; absent: of the agency itself.
 */
type Granted = Readonly<{ capacity: Capacity; unit?: string; organisation?: string }>;
/** What an administrator enters of a person, alone or with the approval of another. */
export type PersonChange =
  | Readonly<{ type: 'CapacityGranted'; data: Granted & Span }>
  | Readonly<{ type: 'UnitJoined'; data: Membership }>
  | Readonly<{ type: 'CapacityEnded'; data: { capacity: Capacity; to: LocalDate } }>
  | Readonly<{ type: 'CredentialIssued'; data: Credential }>
  | Readonly<{ type: 'CredentialEnded'; data: { number: string; to: LocalDate } }>
  | Readonly<{
      type: 'QualificationRecorded';
      data: { legalQualification?: string; reviewerSince?: LocalDate };
    }>
  | Readonly<{ type: 'QualificationEnded'; data: QualificationEnd }>
  /** The second factors of their account end, because they are lost: by two, for it is as good as a new account. */
  | Readonly<{ type: 'SecondFactorsReset'; data: Readonly<{ reason: string }> }>
  /** What was registered stays readable; the person is the same. */
  | Readonly<{ type: 'RegistrationCorrected'; data: Correction }>;
export type Correction = Readonly<{ name?: string; staffNumber?: string; reason: string }>;
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
  capacities: readonly (Granted & Span)[];
  /** Units they belonged to, one after the other. */
  units: readonly Membership[];
  credentials: readonly Credential[];
  qualifications: readonly Qualification[];
  reviewerSince?: LocalDate;
  /** Every change that took two people, open ones included. */
  proposals: readonly Proposal<PersonChange>[];
}> &
  HeldAccounts;

const qualified = (
  known: Standing,
  {
    legalQualification: number,
    reviewerSince,
  }: Extract<PersonChange, { type: 'QualificationRecorded' }>['data'],
  on: LocalDate,
): Standing => ({
  ...known,
  ...(number !== undefined && { qualifications: withQualification(known.qualifications, number, on) }),
  ...(reviewerSince !== undefined && { reviewerSince }),
});

/** `on`: the day on which it came into force. */
export const inForce = (known: Standing, event: PersonChange, on: LocalDate): Standing => {
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
    case 'UnitJoined':
      return { ...known, units: joined(known.units, event.data) };
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
      return qualified(known, event.data, on);
    case 'SecondFactorsReset':
      // Of the account: `SecondFactorsEnded` says when.
      return known;
    case 'QualificationEnded':
      return { ...known, qualifications: withoutQualification(known.qualifications, event.data) };
    case 'RegistrationCorrected':
      return { ...known, staffNumber: event.data.staffNumber ?? known.staffNumber };
  }
};

const changed = (
  known: Standing,
  event: Exclude<Entered<PersonEvent>, { type: 'PersonRegistered' }>,
): Standing => {
  const on = dayOf(event.occurredAt);
  if (isOfProposals(event)) {
    const after = withProposalEvent(known.proposals, event);
    return after.inForce.reduce<Standing>((so, change) => inForce(so, change, on), {
      ...known,
      proposals: after.proposals,
    });
  }
  if (isHeldAccountEvent(event)) return { ...known, ...withAccountEvent(known, event) };
  return inForce(known, event, on);
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
    units: [],
    credentials: [],
    qualifications: [],
    accounts: [],
    signedOut: [],
    proposals: [],
  };
};

export const personOf = (person: string, events: readonly Entered<PersonEvent>[]): Person | undefined => {
  const standing = events.reduce<Standing | undefined>(
    (known, event) => withPersonEvent(person, known, event),
    undefined,
  );
  return standing && { ...standing, name: nameIn(events) };
};

/** As it was registered, or corrected last. */
const nameIn = (events: readonly Entered<PersonEvent>[]): string => {
  let [name, proposals]: [string, readonly Proposal<PersonChange>[]] = ['', []];
  for (const event of events) {
    if (event.type === 'PersonRegistered') name = event.data.name;
    if (!isOfProposals<PersonChange>(event)) continue;
    const after = withProposalEvent(proposals, event);
    proposals = after.proposals;
    for (const { type, data } of after.inForce)
      if (type === 'RegistrationCorrected') name = data.name ?? name;
  }
  return name;
};

/** The person as the law may see them on one day. */
export const onDay = (known: Standing, day: LocalDate): PersonOnDay => {
  const credential =
    known.credentials.findLast((held) => covers(validity(held), day)) ?? known.credentials.at(-1);
  const legalQualification = qualificationOn(known.qualifications, day);
  return {
    person: known.person,
    capacities: known.capacities.filter((held) => covers(held, day)).map(({ capacity }) => capacity),
    ...(credential && { credential }),
    ...(legalQualification !== undefined && { legalQualification }),
    ...(known.reviewerSince !== undefined && { reviewerSince: known.reviewerSince }),
  };
};
