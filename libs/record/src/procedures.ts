import { caseProcedure, erasureProcedure } from '@anjuan/case';
import { declaration } from '@anjuan/declaration';
import type { ActOutline, AnyProcedure } from '@anjuan/procedure';

/** Every procedure that is recorded: a new one is added here. */
export const procedures: readonly AnyProcedure[] = [caseProcedure, erasureProcedure, declaration];

/** Every act of every procedure, by its name. */
export const allActs: Readonly<Record<string, ActOutline>> = Object.fromEntries(
  procedures.flatMap(({ acts }) => Object.entries(acts)),
);
