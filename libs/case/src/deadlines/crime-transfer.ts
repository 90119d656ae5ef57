/** Clocks of a transfer to the police: C38, C38b–C41. */
import type { CaseFile } from '../case-file.js';
import { clock, type Day, type Deadline } from './clock.js';
import { hourClock } from './urgent.js';

const ofTransfer = ({ crimeTransfers }: CaseFile, day: Day): readonly Deadline[] =>
  crimeTransfers.flatMap(({ entry, proposedOn, decision, sent, answer, reconsideration, handedOverOn }) => [
    ...clock({ id: 'C38', startedBy: entry, from: proposedOn, met: decision }, day),
    ...(decision?.approved
      ? hourClock({ id: 'C38b', startedBy: decision.entry, at: decision.at, met: sent }, day)
      : []),
    ...(sent ? clock({ id: 'C39', startedBy: sent.entry, from: sent.on, met: answer }, day) : []),
    ...(answer?.kind === 'refused' && reconsideration?.answered !== true
      ? clock({ id: 'C40', startedBy: answer.entry, from: answer.on, met: reconsideration }, day)
      : []),
    ...(answer?.kind === 'filed'
      ? clock(
          {
            id: 'C41',
            startedBy: answer.entry,
            from: answer.on,
            met: handedOverOn === undefined ? undefined : { on: handedOverOn },
          },
          day,
        )
      : []),
  ]);

export const ofCrimeTransfer = [ofTransfer];
