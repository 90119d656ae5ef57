/** What is read of a case: the pointers of prefilled fields lead into it. */
import { prefilledFrom } from '@anjuan/entry';
import type { EntryNumber } from '@anjuan/procedure';
import type { OwedBothWays } from './execution/refund.js';
import type { Surcharge } from './execution/surcharge.js';
import type { CaseFile } from './steps.js';

export type CaseView = Readonly<{
  case: string;
  /** Number of the last entry that is shown, and of the last that there is. */
  revision: EntryNumber;
  head: EntryNumber;
  /** Whether personal data in it are shown to this reader; undefined where it holds none. */
  personal: 'shown' | 'withheld' | undefined;
  number: string | undefined;
  owed: OwedBothWays;
  surcharge: Surcharge;
  file: CaseFile;
}>;

/** A field that a form fills in from the case: `prefilled(text(…), '/file/investigation/facts')`. */
export const prefilled = prefilledFrom<CaseView>();
