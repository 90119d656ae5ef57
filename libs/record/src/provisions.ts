import type { AnyProcedure, Stated } from '@anjuan/procedure';
import { procedures } from './procedures.js';

const demandsOf = ({ acts, always }: AnyProcedure) =>
  Object.entries(acts).flatMap(([act, { requires, demands, exemptFrom = [] }]) =>
    [...always.filter(({ id }) => !exemptFrom.includes(id)), ...requires, ...demands].map((provision) => ({
      act,
      provision,
    })),
  );

/** Each act of each procedure with each provision that it demands, also those that its procedure asks of every act. */
export const provisionsByAct: readonly Readonly<{ act: string; provision: Stated }>[] =
  procedures.flatMap(demandsOf);

/** A provision with the acts that demand it, by their names. */
export type Demanded = Readonly<{ provision: Stated; acts: readonly string[] }>;

/** Every provision that some act demands, once. */
export const provisions: readonly Demanded[] = [
  ...Map.groupBy(provisionsByAct, ({ provision }) => provision.id).values(),
].flatMap((demands) => {
  const [first] = demands;
  return first ? [{ provision: first.provision, acts: [...new Set(demands.map(({ act }) => act))] }] : [];
});
