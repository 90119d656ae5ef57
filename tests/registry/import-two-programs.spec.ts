/** An import that one program enters while another ends it or hands it on: whom the first has begun is entered, nobody more. */
import { InMemoryEventStore, StoreUnavailable } from '@anjuan/event-store';
import { Registry } from '@anjuan/registry';
import { holdingAfter, line, officer, stoppingAfter } from './importing.js';
import { at, by, facts } from './registering.js';

const days = (nth: number): string => new Date(Date.parse(at) + nth * 86_400_000).toISOString();
const as = (person: string, key: string, when = days(9)) => ({ ...by(key), person, at: when });

let store: InMemoryEventStore;
/** Of the second program. */
let there: Registry;
let agency: string;
let keeper: string;
let second: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  there = new Registry(store);
  agency = await there.registerAgency(facts, by('agency'));
  keeper = await there.registerPerson({ agency, staffNumber: 'K1', name: '管理员甲' }, by('keeper'));
  second = await there.registerPerson({ agency, staffNumber: 'K2', name: '管理员乙' }, by('second'));
  for (const person of [keeper, second])
    await there.makeAdministrator(person, '2026-03-01', by(`administrator ${person}`));
});

const lines = Array.from({ length: 40 }, (_, nth) => line(nth + 1, officer));
/** So many are entered at a time. */
const begun = 16;
/** The first program has accepted it and holds the first of its people; then it goes on. */
const meanwhile = async (elsewhere: (id: string) => Promise<unknown>) => {
  const here = holdingAfter(store, lines.length + 1);
  const file = { agency, sha256: 'a'.repeat(64), lines };
  const entered = new Registry(here.store).imports.accept(file, as(keeper, 'import', at));
  await here.held;
  const [one] = await there.imports.of(agency);
  await elsewhere(one?.import ?? '');
  here.letGo(undefined);
  return entered;
};
const enteredBy = async () => {
  const people = (await there.everybody(agency)).filter(({ staffNumber }) => staffNumber.startsWith('A'));
  const histories = await Promise.all(people.map(({ person }) => there.historyOfPerson(person)));
  return histories.map(([registered]) => registered?.by.person);
};

it('is abandoned there: nobody more is entered here, and it is said to be abandoned', async () => {
  const answer = await meanwhile((id) =>
    there.imports.abandon({ agency, id, reason: '文件有误' }, as(second, 'abandon')),
  );
  expect(answer).toMatchObject({ completed: false, abandoned: { by: { person: second } } });
  expect(await enteredBy()).toEqual(Array(begun).fill(keeper));
  await there.registerPerson({ agency, staffNumber: 'B1', name: '他人' }, as(second, 'next'));
  expect(await enteredBy()).toHaveLength(begun);
});

it('is taken up there: nobody more is entered here in the name of who has left', async () => {
  const answer = await meanwhile(async (id) => {
    const change = { type: 'CapacityEnded', data: { capacity: 'administrator', to: '2026-03-02' } } as const;
    const { proposal = 0 } = await there.change(keeper, change, as(second, 'end', at));
    await there.changesOfPeople.approve(keeper, [proposal], as('another', 'approve end', at));
    const cutShort = new Registry(stoppingAfter(store, 1)).imports;
    await expect(cutShort.takeUp({ agency, id }, as(second, 'take up'))).rejects.toThrow(StoreUnavailable);
  });
  expect(answer).toMatchObject({ completed: false, takenUp: { by: { person: second } } });
  expect(await enteredBy()).toEqual(Array(begun).fill(keeper));
  await there.registerPerson({ agency, staffNumber: 'B1', name: '他人' }, as(second, 'next'));
  expect((await there.imports.of(agency))[0]).toMatchObject({ completed: true, outrun: [] });
  expect((await enteredBy()).filter((person) => person === second)).toHaveLength(lines.length - begun);
});
