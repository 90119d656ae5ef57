/** Clocks of a dispute on jurisdiction: C07, C08. */
import type { CaseFile } from '../case-file.js';
import { clock, type Day, type Deadline } from './clock.js';

/** Whoever reports to the superior has ended the talks. */
const ofDispute = ({ jurisdiction }: CaseFile, day: Day): readonly Deadline[] =>
  jurisdiction.disputes.flatMap(({ entry, on, reported, settled }) => [
    ...clock({ id: 'C07', startedBy: entry, from: on, met: reported ?? settled }, day),
    ...(reported
      ? clock({ id: 'C08', startedBy: reported.entry, from: reported.on, met: settled }, day)
      : []),
  ]);

export const ofJurisdiction = [ofDispute];
