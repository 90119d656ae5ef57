/** Clocks of the summary procedure: the money collected, and its file. */
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline } from './clock.js';
import { entryOn } from './entry-on.js';

const money = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { collected, landedOn, handedInOn, bankedOn } = file.summary ?? {};
  if (collected === undefined) return [];
  const taken = entryOn(file, 'FineCollectedOnTheSpot') ?? -1;
  const handedIn = entryOn(file, 'MoneyHandedIn');
  const met = handedInOn === undefined ? undefined : { entry: handedIn, on: handedInOn };
  const banked = bankedOn === undefined ? undefined : { entry: entryOn(file, 'MoneyBanked'), on: bankedOn };
  return [
    // On water the two days run from the landing, which is known when the money is handed in (APL 71).
    ...clock({ id: 'cash-hand-in', startedBy: taken, from: landedOn ?? collected.on, met }, day),
    ...(handedInOn === undefined
      ? []
      : clock({ id: 'cash-banking', startedBy: handedIn ?? taken, from: handedInOn, met: banked }, day)),
  ];
};

const handInFile = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { summary } = file;
  if (summary === undefined) return [];
  const on = summary.fileHandedInOn;
  const met = on === undefined ? undefined : { entry: entryOn(file, 'SummaryFileHandedIn'), on };
  return clock({ id: 'on-the-spot-file', startedBy: summary.entry, from: summary.decidedOn, met }, day);
};

export const ofSummary = [money, handInFile];
