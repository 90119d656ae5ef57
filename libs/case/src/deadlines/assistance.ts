/** The time other agencies have to answer. */
import { daysBetween } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline } from './clock.js';

/** SAMR-P 45(2): only what was announced before the period was over lengthens it, each time anew. */
const answers = ({ assistance }: CaseFile, day: Day): readonly Deadline[] =>
  assistance.flatMap(({ entry, receivedOn, answered, delays }) => {
    const plain = { id: 'assistance-answer', startedBy: entry, from: receivedOn, met: answered } as const;
    return delays.reduce(
      (found, { announcedOn, until }) => {
        const inTime = found.every(({ due }) => announcedOn <= due && due < until);
        return inTime ? clock({ ...plain, days: daysBetween(receivedOn, until) }, day) : found;
      },
      clock(plain, day),
    );
  });

export const ofAssistance = [answers];
