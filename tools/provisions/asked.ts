/** Every provision of the law core with the acts that ask it, in the order of the procedure. */
import { askedOfEveryAct, type Stated } from '@anjuan/case';
import { allActs } from '@anjuan/record';

/** acts: their names; `every` where no act is done without it. */
export type Asked = Readonly<{ provision: Stated; acts: readonly string[] | 'every' }>;
export type Group = Readonly<{ name: string; asked: readonly Asked[] }>;

const stepOf = (name: string): string => name.split('/')[0] ?? name;

const ofActs = (): readonly Asked[] => {
  const asked = new Map<string, { provision: Stated; acts: string[] }>();
  for (const [name, { requires, demands }] of Object.entries(allActs)) {
    for (const provision of [...requires, ...demands]) {
      const row = asked.get(provision.id) ?? { provision, acts: [] };
      if (!row.acts.includes(name)) row.acts.push(name);
      asked.set(provision.id, row);
    }
  }
  return [...asked.values()];
};

/** By the step that states them; what belongs to no one step comes first. */
export const asked = (): readonly Group[] => {
  const rows = [...askedOfEveryAct.map((provision): Asked => ({ provision, acts: 'every' })), ...ofActs()];
  const steps = [...new Set(Object.keys(allActs).map(stepOf))];
  const shared = new Set(
    rows.map(({ provision }) => stepOf(provision.id)).filter((name) => !steps.includes(name)),
  );
  return [...shared, ...steps].map((name) => ({
    name,
    asked: rows.filter(({ provision }) => stepOf(provision.id) === name),
  }));
};
