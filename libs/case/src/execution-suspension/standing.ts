/** Whether the execution of the decision is at rest or over; an annulled decision takes this with it. */
import type { CaseFile } from '../steps.js';
import type { Interval, LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { ExecutionSuspension } from './execution-suspension.js';

export type AtRest = Pick<CaseFile, 'executionSuspensions' | 'executionTermination' | 'formerTerminations'>;

/** The suspension that has not been resumed. */
export const suspensionOf = ({
  executionSuspensions = [],
}: Pick<AtRest, 'executionSuspensions'>): ExecutionSuspension | undefined => {
  const last = executionSuspensions.at(-1);
  return last?.resumedOn === undefined ? last : undefined;
};

/** The days on which nothing was executed, both ends included; without an end, until `today`. */
export const standstill = (
  { executionSuspensions = [], executionTermination, formerTerminations = [] }: AtRest,
  today: LocalDate,
): readonly Interval[] => {
  const until = (from: LocalDate, to: LocalDate): Interval => ({ from, to: to < from ? from : to });
  return [
    ...executionSuspensions.map(({ suspendedOn, resumedOn }) => until(suspendedOn, resumedOn ?? today)),
    ...formerTerminations.map(({ terminatedOn, resumedOn }) => until(terminatedOn, resumedOn)),
    ...(executionTermination === undefined ? [] : [until(executionTermination.terminatedOn, today)]),
  ];
};

/** Property was found in a case whose execution the agency had ended: the days between stay left out. */
export const resumedAfterTermination = (
  { executionTermination, formerTerminations = [] }: AtRest,
  resumedBy: EntryNumber,
  resumedOn: LocalDate,
): Pick<AtRest, 'executionTermination' | 'formerTerminations'> =>
  executionTermination === undefined || executionTermination.ground === 'three-years-suspended'
    ? {}
    : {
        executionTermination: undefined,
        formerTerminations: [...formerTerminations, { ...executionTermination, resumedBy, resumedOn }],
      };
