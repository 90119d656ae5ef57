/** Clocks of a transfer to the police: C38, C39, C41. */
import type { CaseFile } from '../case-file.js';
import { clock, type Day, type Deadline } from './clock.js';

const ofTransfer = ({ crimeTransfers }: CaseFile, day: Day): readonly Deadline[] =>
  crimeTransfers.flatMap(({ entry, proposedOn, decision, sent, answer, handedOverOn }) => [
    ...clock({ id: 'C38', startedBy: entry, from: proposedOn, met: decision }, day),
    ...(sent ? clock({ id: 'C39', startedBy: sent.entry, from: sent.on, met: answer }, day) : []),
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
