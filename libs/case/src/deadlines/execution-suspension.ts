/**
 * After three years of suspension a harmless debtor who cannot pay is left in peace (ACL 39(2)): of the grounds only
 * hardship is such. Whether there is harm, people say (`execution-suspension/resumed-in-three-years`).
 */
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline } from './clock.js';

const suspended = ({ executionSuspensions = [], executionTermination }: CaseFile, day: Day) =>
  executionSuspensions.flatMap(
    ({ entry, ground, suspendedOn, resumedOn, resumedBy }): readonly Deadline[] => {
      if (ground !== 'hardship') return [];
      const ended = executionTermination && {
        entry: executionTermination.entry,
        on: executionTermination.terminatedOn,
      };
      const met = resumedOn === undefined ? ended : { entry: resumedBy, on: resumedOn };
      return clock({ id: 'suspended-execution', startedBy: entry, from: suspendedOn, met }, day);
    },
  );

export const ofExecutionSuspension = [suspended];
