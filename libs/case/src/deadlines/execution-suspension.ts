/** C50: after three years of suspension a harmless debtor who cannot pay is left in peace (ACL 39(2)). */
import type { CaseFile } from '../case-file.js';
import { clock, type Day, type Deadline } from './clock.js';

const suspended = ({ executionSuspensions = [], executionTermination }: CaseFile, day: Day) =>
  executionSuspensions.flatMap(({ entry, suspendedOn, resumedOn, resumedBy }): readonly Deadline[] => {
    const ended = executionTermination && {
      entry: executionTermination.entry,
      on: executionTermination.terminatedOn,
    };
    const met = resumedOn === undefined ? ended : { entry: resumedBy, on: resumedOn };
    return clock({ id: 'C50', startedBy: entry, from: suspendedOn, met }, day);
  });

export const ofExecutionSuspension = [suspended];
