import { folded } from '@anjuan/law';
import type { Person } from '../person.js';
import { validTogether } from '../credential-numbers.js';
import type { ImportedChange } from './import-line.js';

const isHeld = (
  { units, credentials, qualifications, reviewerSince }: Person,
  change: ImportedChange,
): boolean => {
  switch (change.type) {
    // Capacities that overlap are refused by the registry itself.
    case 'CapacityGranted':
      return false;
    case 'UnitJoined':
      return units.some(
        ({ unit, from, to }) =>
          unit === change.data.unit && from <= change.data.from && to === change.data.to,
      );
    case 'CredentialIssued':
      return credentials.some(
        (held) => folded(held.number) === folded(change.data.number) && validTogether(held, change.data),
      );
    case 'QualificationRecorded': {
      const { legalQualification: number, reviewerSince: since } = change.data;
      const numbered = qualifications.some((held) => held.number === number && held.to === undefined);
      return (number === undefined || numbered) && (since === undefined || since === reviewerSince);
    }
  }
};

const waits = ({ proposals }: Person, { type, data }: ImportedChange): boolean =>
  proposals.some(
    ({ outcome, change }) =>
      outcome === undefined && change.type === type && JSON.stringify(change.data) === JSON.stringify(data),
  );

/** Whether the person has it already, or it was proposed already: imported a second time, it would stand there twice. */
export const grantsTwice = (known: Person, change: ImportedChange): boolean =>
  isHeld(known, change) || waits(known, change);
