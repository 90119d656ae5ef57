/** Every provision of the law core with the acts that ask it, in the order of the procedure. */
import { actions, allActs, emptyFile, type Recusal, type Stated } from '@anjuan/case';
import { addHours, chinaCalendar, defaultLists, startOfDay } from '@anjuan/law';

/** acts: their names; `every` where no act is done without it. */
export type Asked = Readonly<{ provision: Stated; acts: readonly string[] | 'every' }>;
export type Group = Readonly<{ name: string; asked: readonly Asked[] }>;

const stepOf = (name: string): string => name.split('/')[0] ?? name;

/** What stands in the way of somebody unknown to the registry and taken off the case, whatever they ask for. */
const ofEveryAct = (): readonly Stated[] => {
  const today = '2026-06-01';
  const takenOff: Recusal = {
    entry: 0,
    person: 'stranger',
    askedBy: 'self',
    askedOn: today,
    state: 'granted',
  };
  const possible = actions(
    { ...emptyFile, recusals: [takenOff] },
    {
      now: addHours(startOfDay(today), 10),
      today,
      actor: { person: 'stranger', capacity: 'officer' },
      people: {},
      lists: defaultLists,
      calendar: chinaCalendar,
      dossierDigest: '',
      allotted: {},
    },
  );
  const [first, ...others] = possible.map(({ because }) => because);
  return (first ?? []).filter(({ id }) => others.every((each) => each.some((other) => other.id === id)));
};

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
  const rows = [...ofEveryAct().map((provision): Asked => ({ provision, acts: 'every' })), ...ofActs()];
  const steps = [...new Set(Object.keys(allActs).map(stepOf))];
  const shared = new Set(
    rows.map(({ provision }) => stepOf(provision.id)).filter((name) => !steps.includes(name)),
  );
  return [...shared, ...steps].map((name) => ({
    name,
    asked: rows.filter(({ provision }) => stepOf(provision.id) === name),
  }));
};
