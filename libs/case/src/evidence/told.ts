/** Of which test results a party has been told: SAMR-P 32. Each of several is told, also who was joined since. */
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Test } from './evidence.js';

type OfParties = Pick<CaseFile, 'joinedParties' | 'ofParty' | 'entries' | 'filing'>;

/** By a telling of that party, or of everybody who was in the case then. */
const wasTold = (file: OfParties, { told = [] }: Test, party: EntryNumber | undefined): boolean => {
  const joined = (file.joinedParties ?? []).some(({ entry }) => entry === party)
    ? file.entries.find(({ entry }) => entry === party)
    : undefined;
  return told.some((one) =>
    one.party === undefined
      ? joined === undefined || joined.occurredAt <= one.at
      : one.party === (party ?? file.filing?.entry),
  );
};

/** Whether the party that the file is seen for was told, at its joining or since. */
export const isTold = (file: OfParties, test: Test): boolean => wasTold(file, test, file.ofParty);

/** Whether that party was told; where none is named, everybody of whom the case is. */
export const isToldTo = (file: OfParties, test: Test, party: EntryNumber | undefined): boolean =>
  party !== undefined
    ? wasTold(file, test, party)
    : [undefined, ...(file.joinedParties ?? []).filter(({ left }) => left === undefined)].every((one) =>
        wasTold(file, test, one?.entry),
      );
