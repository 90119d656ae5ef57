/** Whether the execution of the decision is at rest or over; an annulled decision takes this with it. */
import type { CaseFile } from '../steps.js';
import type { Interval, LocalDate } from '@anjuan/law';
import type { ExecutionSuspension } from './execution-suspension.js';

export type AtRest = Pick<CaseFile, 'executionSuspensions' | 'executionTermination'>;

/** The suspension that has not been resumed. */
export const suspensionOf = ({
  executionSuspensions = [],
}: Pick<AtRest, 'executionSuspensions'>): ExecutionSuspension | undefined => {
  const last = executionSuspensions.at(-1);
  return last?.resumedOn === undefined ? last : undefined;
};

/** The days on which nothing was executed, both ends included; without an end, until `today`. */
export const standstill = (
  { executionSuspensions = [], executionTermination }: AtRest,
  today: LocalDate,
): readonly Interval[] => {
  const until = (from: LocalDate, to: LocalDate): Interval => ({ from, to: to < from ? from : to });
  return [
    ...executionSuspensions.map(({ suspendedOn, resumedOn }) => until(suspendedOn, resumedOn ?? today)),
    ...(executionTermination === undefined ? [] : [until(executionTermination.terminatedOn, today)]),
  ];
};
