import type { Hearing } from './hearing.js';

/** The party was heard, on one day at least, whether or not it was finished. */
export const sat = ({ held, sessions = [] }: Hearing): boolean => held !== undefined || sessions.length > 0;

/** It was finished, or ended after a day on which the party was heard: from then on there is something to report. */
export const heardUntil = ({ held, sessions = [], ended }: Hearing): Hearing['held'] | Hearing['ended'] =>
  held ?? (sessions.length > 0 ? ended : undefined);
