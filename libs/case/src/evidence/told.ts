/** Of which test results a party has been told: SAMR-P 32. Who was joined since is told again. */
import type { LocalDate } from '@anjuan/law';
import { dayOfEntry } from '../deadlines/entry-on.js';
import { stillJoined } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import type { Test } from './evidence.js';

type OfParties = Pick<CaseFile, 'joinedParties' | 'ofParty' | 'entries'>;

const toldSince = ({ toldOn, toldAgainOn = toldOn }: Test, since: LocalDate | undefined): boolean =>
  toldAgainOn !== undefined && (since ?? '') <= toldAgainOn;

/** Whether the party that the file is seen for was told, at its joining or since. */
export const isTold = (file: OfParties, test: Test): boolean =>
  toldSince(test, dayOfEntry(file, file.ofParty));

/** Whether everybody of whom the case is was told. */
export const everybodyTold = (file: OfParties, test: Test): boolean =>
  toldSince(test, undefined) &&
  stillJoined(file).every(({ entry }) => toldSince(test, dayOfEntry(file, entry)));
