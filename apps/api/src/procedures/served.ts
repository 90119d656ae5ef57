import { caseProcedure } from '@anjuan/case';
import type { AnyProcedure } from '@anjuan/procedure';
import { procedures } from '@anjuan/record';

/** The procedures whose routes are made of their acts alone: the case has a module for each of its steps. */
export const served: readonly AnyProcedure[] = procedures.filter(
  ({ name, sideStream }) => sideStream === undefined && name !== caseProcedure.name,
);
