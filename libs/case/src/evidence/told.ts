/** Of which test results a party has been told: SAMR-P 32. Who was joined since is told again. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { Test } from './evidence.js';

type OfParties = Pick<CaseFile, 'joinedParties' | 'ofParty' | 'entries'>;

const enteredOn = ({ entries }: OfParties, number: number): LocalDate | undefined => {
  const note = entries.find(({ entry }) => entry === number);
  return note && dayOf(note.occurredAt);
};

const toldSince = ({ toldOn, toldAgainOn = toldOn }: Test, since: LocalDate | undefined): boolean =>
  toldAgainOn !== undefined && (since ?? '') <= toldAgainOn;

/** Whether the party that the file is seen for was told, at its joining or since. */
export const isTold = (file: OfParties, test: Test): boolean =>
  toldSince(test, file.ofParty === undefined ? undefined : enteredOn(file, file.ofParty));

/** Whether everybody of whom the case is was told. */
export const everybodyTold = (file: OfParties, test: Test): boolean =>
  toldSince(test, undefined) &&
  (file.joinedParties ?? []).every(
    ({ entry, left }) => left !== undefined || toldSince(test, enteredOn(file, entry)),
  );
