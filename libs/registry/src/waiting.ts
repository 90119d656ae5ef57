import { addDays, type LocalDate } from '@anjuan/law';
import type { Agency, AgencyChange } from './agency.js';
import type { Person, PersonChange } from './person.js';
import { goodForDays, type Proposal } from './proposals.js';

type Open<Change> = Readonly<{ proposal: number; by: string; on: LocalDate; goodUntil: LocalDate }> & Change;

/** The changes that wait for approval, with their person; the oldest first. */
export type Waiting =
  | (Readonly<{ person: string; name: string; staffNumber: string; agency?: string }> & Open<PersonChange>)
  | (Readonly<{ agency: string; name: string }> & Open<AgencyChange>);

const isOpen = ({ outcome }: Proposal<unknown>): boolean => outcome === undefined;

const open = <Change extends object>({ number, by, on, change }: Proposal<Change>): Open<Change> => ({
  proposal: number,
  by,
  on,
  goodUntil: addDays(on, goodForDays),
  ...change,
});

export const hasOpen = ({ proposals }: Readonly<{ proposals: readonly Proposal<unknown>[] }>): boolean =>
  proposals.some(isOpen);

export const waitingOfPerson = ({
  proposals,
  person,
  name,
  staffNumber,
  agency,
}: Person): readonly Waiting[] =>
  proposals
    .filter(isOpen)
    .map((one) => ({ person, name, staffNumber, ...(agency !== undefined && { agency }), ...open(one) }));

export const waitingOfAgency = ({ proposals, agency, name }: Agency): readonly Waiting[] =>
  proposals.filter(isOpen).map((one) => ({ agency, name, ...open(one) }));
