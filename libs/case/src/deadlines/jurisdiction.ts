/** Clocks of a dispute on jurisdiction: the talks, and the superior's ruling. */
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline } from './clock.js';

/** A report to the superior ends the negotiation. */
const ofDispute = ({ jurisdiction }: CaseFile, day: Day): readonly Deadline[] =>
  jurisdiction.disputes.flatMap(({ entry, on, reported, settled }) => [
    ...clock({ id: 'jurisdiction-talks', startedBy: entry, from: on, met: reported ?? settled }, day),
    ...(reported
      ? clock({ id: 'jurisdiction-ruling', startedBy: reported.entry, from: reported.on, met: settled }, day)
      : []),
  ]);

export const ofJurisdiction = [ofDispute];
