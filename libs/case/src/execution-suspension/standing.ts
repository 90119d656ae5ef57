/** Whether the execution of the decision that stands is at rest or over; what was said of an earlier one is gone. */
import type { CaseFile } from '../case-file.js';
import type { Interval, LocalDate } from '@anjuan/law';
import type { ExecutionSuspension, ExecutionTermination } from './execution-suspension.js';

export type AtRest = Pick<CaseFile, 'executionSuspensions' | 'executionTermination'>;
type Stood = AtRest & Pick<CaseFile, 'service' | 'summary'>;

const received = ({ service, summary }: Pick<CaseFile, 'service' | 'summary'>): LocalDate | undefined =>
  service?.servedOn ?? summary?.decidedOn;

const ofThis = (file: Stood, on: LocalDate): boolean => {
  const from = received(file);
  return from !== undefined && on >= from;
};

/** The suspension that has not been resumed. */
export const suspensionOf = (file: Stood): ExecutionSuspension | undefined => {
  const last = file.executionSuspensions?.at(-1);
  return last !== undefined && last.resumedOn === undefined && ofThis(file, last.suspendedOn)
    ? last
    : undefined;
};

export const terminationOf = (file: Stood): ExecutionTermination | undefined => {
  const ended = file.executionTermination;
  return ended !== undefined && ofThis(file, ended.terminatedOn) ? ended : undefined;
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
