/** Every provision of the law core with the acts that ask it, in the order of the procedure. */
import { allActs, provisions, type Demanded } from '@anjuan/record';

export type Group = Readonly<{ name: string; stated: readonly Demanded[] }>;

const stepOf = (name: string): string => name.split('/')[0] ?? name;

/** By the step that states them; what belongs to no one step comes first. */
export const groups = (): readonly Group[] => {
  const steps = [...new Set(Object.keys(allActs).map(stepOf))];
  const shared = new Set(
    provisions.map(({ provision }) => stepOf(provision.id)).filter((name) => !steps.includes(name)),
  );
  return [...shared, ...steps].map((name) => ({
    name,
    stated: provisions.filter(({ provision }) => stepOf(provision.id) === name),
  }));
};
