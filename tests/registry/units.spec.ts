/** Units of an agency, who belongs to one and who heads it: by two, dated, and none that is not there. */
import { InMemoryEventStore } from '@anjuan/event-store';
import {
  doneIn,
  ImportRefused,
  inUnits,
  onDay,
  Registry,
  staffed,
  type ImportLine,
  type PersonChange,
  type Recorder,
} from '@anjuan/registry';
import { line, officer, today } from './importing.js';
import { at, by, facts } from './registering.js';

let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
});

const [bureau, food, drugs] = ['u-bureau', 'u-food', 'u-drugs'];
let made = 0;
const next = (): Recorder => by(`entry ${String((made += 1))}`);
const approver = (): Recorder => ({ ...next(), person: 'second' });
const person = (staffNumber: string) =>
  registry.registerPerson({ agency, staffNumber, name: `人员${staffNumber}` }, next());
const enterUnit = async (unit: string, title: string, more: { parent?: string; from?: string } = {}) => {
  const data = { unit, title, from: today, ...more };
  const { proposal } = await registry.changeAgency(agency, { type: 'UnitEntered', data }, next());
  await registry.changesOfAgencies.approve(agency, [proposal ?? 0], approver());
};
const endUnit = async (unit: string, to: string) => {
  const { proposal } = await registry.changeAgency(agency, { type: 'UnitEnded', data: { unit, to } }, next());
  await registry.changesOfAgencies.approve(agency, [proposal ?? 0], approver());
};
const joins = (unit: string, from = today, to?: string): PersonChange => ({
  type: 'UnitJoined',
  data: { unit, from, ...(to !== undefined && { to }) },
});
const heads = (unit?: string, from = today, to?: string): PersonChange => ({
  type: 'CapacityGranted',
  data: {
    capacity: 'unit-head',
    from,
    ...(unit !== undefined && { unit }),
    ...(to !== undefined && { to }),
  },
});
const entered = async (of: string, change: PersonChange) => {
  const { proposal } = await registry.change(of, change, next());
  if (proposal !== undefined) await registry.changesOfPeople.approve(of, [proposal], approver());
  return proposal === undefined ? 'by one' : 'by two';
};
const seen = async (of: string, day: string) => {
  const known = (await registry.standing(of))!;
  const { unit, heads: headed } = inUnits(
    onDay(known, day),
    known,
    (await registry.agency(agency))!.units,
    day,
  );
  return { unit, heads: headed };
};
const list = async (on?: string) =>
  staffed((await registry.agency(agency))!.units, await registry.everybody(agency), on);
const units = async () => {
  await enterUnit(bureau, '朝阳区局');
  await enterUnit(food, '食品科', { parent: bureau });
  await enterUnit(drugs, '药品科', { parent: bureau });
};

describe('A unit', () => {
  it('is there once another has approved it; an agency without any is as it always was', async () => {
    const zhou = await person('1');
    await entered(zhou, heads());
    const data = { unit: food, title: '食品科', from: today };
    const { proposal } = await registry.changeAgency(agency, { type: 'UnitEntered', data }, next());
    expect(proposal).toBe(1);
    expect(await seen(zhou, today)).toEqual({ unit: undefined, heads: undefined });
    await registry.changesOfAgencies.approve(agency, [1], approver());
    expect(await seen(zhou, '2026-02-28')).toEqual({ unit: undefined, heads: undefined });
    expect(await seen(zhou, today)).toEqual({ unit: undefined, heads: [] });
  });

  it('has a title of its own on its days, and is under one that is there', async () => {
    await units();
    await expect(enterUnit('u', '食品科', { from: '2025-01-01' })).rejects.toMatchObject({
      reason: 'unit-named-already',
    });
    await expect(enterUnit('u', '器械科', { parent: 'nowhere' })).rejects.toMatchObject({
      reason: 'unknown-unit',
    });
    await endUnit(food, '2026-03-31');
    await enterUnit('u-food-2', '食品科', { from: '2026-04-01' });
    await expect(enterUnit('u', '食品科', { from: '2026-05-01' })).rejects.toMatchObject({
      reason: 'unit-named-already',
    });
  });

  it('is not ended while others are below it, nor twice, nor before it began', async () => {
    await units();
    await expect(endUnit(bureau, '2026-03-31')).rejects.toMatchObject({ reason: 'units-below' });
    await endUnit(food, '2026-03-31');
    await endUnit(drugs, '2026-03-31');
    await expect(endUnit(food, '2026-04-30')).rejects.toMatchObject({ reason: 'unknown-unit' });
    await expect(endUnit(bureau, '2026-02-01')).rejects.toMatchObject({ reason: 'unknown-unit' });
    await endUnit(bureau, '2026-03-31');
  });

  it('of a slip in the year never was', async () => {
    await units();
    await enterUnit('u-slip', '器械科', { parent: bureau, from: '2062-03-01' });
    await endUnit('u-slip', '2062-02-28');
    await enterUnit('u-devices', '器械科');
    await endUnit('u-devices', today);
    await endUnit(food, today);
    await endUnit(drugs, today);
    await endUnit(bureau, today);
    const ended = await registry.agency(agency);
    expect(ended?.units.filter(({ to }) => to === undefined)).toEqual([]);
  });
});

describe('The list of units', () => {
  it('has heads and members of a day, or of every day with their dates, and nothing that never was', async () => {
    await units();
    await enterUnit('u-slip', '器械科', { parent: bureau, from: '2062-03-01' });
    await endUnit('u-slip', '2062-02-28');
    const [lin, he] = [await person('1'), await person('2')];
    await entered(lin, joins(food, today, '2026-03-31'));
    await entered(he, heads(bureau, '2026-04-01'));
    const member = { person: lin, staffNumber: '1', from: today, to: '2026-03-31' };
    const head = { person: he, staffNumber: '2', from: '2026-04-01' };
    const shown = async (on?: string) =>
      (await list(on)).map((unit) => [unit.unit, unit.heads, unit.members]);
    expect(await shown(today)).toEqual([
      [bureau, [], []],
      [food, [], [member]],
      [drugs, [], []],
    ]);
    expect(await shown('2026-04-01')).toEqual([
      [bureau, [head], []],
      [food, [], []],
      [drugs, [], []],
    ]);
    expect(await shown()).toEqual([
      [bureau, [head], []],
      [food, [], [member]],
      [drugs, [], []],
    ]);
    expect(await list('2026-02-28')).toEqual([]);
  });
});

describe('Somebody', () => {
  it('belongs to one unit at a time, as of today by one, dated back by two', async () => {
    await units();
    const lin = await person('1');
    expect(await entered(lin, joins(food))).toBe('by one');
    expect(await entered(lin, joins(drugs, '2026-05-01'))).toBe('by one');
    expect((await registry.person(lin))?.units).toEqual([
      { unit: food, from: today, to: '2026-04-30' },
      { unit: drugs, from: '2026-05-01' },
    ]);
    expect(await seen(lin, '2026-06-01')).toEqual({ unit: drugs, heads: [] });
    await enterUnit('u-old', '注册科', { from: '2025-01-01' });
    expect(await entered(lin, joins('u-old', '2025-01-01', '2025-12-31'))).toBe('by two');
    expect((await registry.person(lin))?.units.map(({ unit }) => unit)).toEqual(['u-old', food, drugs]);
  });

  it('joins no unit that is not there on that day', async () => {
    await units();
    const lin = await person('1');
    for (const change of [joins('nowhere'), joins(food, '2026-02-28'), heads('nowhere')])
      await expect(entered(lin, change)).rejects.toMatchObject({ reason: 'unknown-unit' });
    await registry.change(lin, heads(drugs, '2026-04-02'), next());
    await endUnit(drugs, '2026-04-01');
    await expect(registry.changesOfPeople.approve(lin, [1], approver())).rejects.toMatchObject({
      reason: 'unknown-unit',
    });
  });

  it('of another agency joins no unit of this one', async () => {
    await units();
    const other = await registry.registerAgency({ ...facts, uscc: '11110108000067898H' }, next());
    const yu = await registry.registerPerson({ agency: other, staffNumber: '1', name: '于某' }, next());
    await expect(entered(yu, joins(food))).rejects.toMatchObject({ reason: 'unknown-unit' });
  });

  it('who has left belongs to the unit where they were last', async () => {
    await units();
    const lin = await person('1');
    await entered(lin, joins(food, today, '2026-03-31'));
    expect(await seen(lin, '2026-06-01')).toEqual({ unit: food, heads: [] });
  });
});

describe('The head of a unit', () => {
  it('heads the one that the grant names and those below, on its days', async () => {
    await units();
    const he = await person('1');
    await entered(he, joins(drugs));
    expect(await entered(he, heads(bureau, '2026-03-02'))).toBe('by two');
    expect(await seen(he, today)).toEqual({ unit: drugs, heads: [] });
    expect(await seen(he, '2026-03-02')).toEqual({ unit: drugs, heads: [bureau, food, drugs] });
    expect((await list()).map((unit) => unit.heads)).toEqual([
      [{ person: he, staffNumber: '1', from: '2026-03-02' }],
      [],
      [],
    ]);
  });

  it('is granted by the name of the unit, once there are units', async () => {
    await units();
    const he = await person('1');
    await expect(entered(he, heads())).rejects.toMatchObject({ reason: 'unit-not-named' });
    await entered(he, heads(food));
  });

  it('is granted by that name also where the grant begins before the first unit', async () => {
    await enterUnit(food, '食品科', { from: '2026-05-01' });
    await enterUnit(drugs, '药品科', { from: '2062-03-01' });
    await endUnit(drugs, '2062-02-28');
    const he = await person('1');
    await expect(entered(he, heads())).rejects.toMatchObject({
      reason: 'unit-not-named',
      message: expect.stringContaining('2026-05-01'),
    });
    await entered(he, heads(undefined, today, '2026-04-30'));
    await entered(he, heads(food, '2026-05-01'));
    expect((await seen(he, '2026-05-01')).heads).toEqual([food]);
  });

  it('who waits for approval without one is moved by two, and not approved where there are units', async () => {
    const zhou = await person('1');
    await registry.change(zhou, heads(), next());
    await units();
    expect(await entered(zhou, joins(food))).toBe('by two');
    await expect(registry.changesOfPeople.approve(zhou, [1], approver())).rejects.toMatchObject({
      reason: 'unit-not-named',
    });
    await registry.changesOfPeople.decline(zhou, { proposals: [1], reason: '另行提出' }, approver());
    expect(await entered(zhou, joins(drugs))).toBe('by one');
  });

  it('granted before heads where they belong; then it takes two to move them', async () => {
    const [zhou, lin] = [await person('1'), await person('2')];
    await entered(zhou, heads());
    await units();
    expect(await entered(zhou, joins(food))).toBe('by two');
    expect(await seen(zhou, today)).toEqual({ unit: food, heads: [food] });
    expect(await entered(zhou, joins(drugs, '2026-04-01'))).toBe('by two');
    expect(await seen(zhou, '2026-04-01')).toEqual({ unit: drugs, heads: [drugs] });
    expect((await list())[1]?.heads).toEqual([
      { person: zhou, staffNumber: '1', from: today, to: '2026-03-31' },
    ]);
    expect(await entered(lin, joins(food))).toBe('by one');
  });

  it('of one that has ended heads none; who heads the one above looks after it', async () => {
    await units();
    const [wu, he] = [await person('1'), await person('2')];
    await entered(wu, heads(food));
    await entered(he, heads(bureau));
    await endUnit(food, '2026-03-31');
    expect((await seen(wu, '2026-04-01')).heads).toEqual([]);
    expect((await seen(he, '2026-04-01')).heads).toContain(food);
  });

  it('heads none also where no unit is left; who was granted without one heads all then', async () => {
    const [zhou, lin] = [await person('1'), await person('2')];
    await entered(zhou, heads());
    await units();
    const [wu, he] = [await person('3'), await person('4')];
    await entered(wu, heads(food));
    for (const unit of [food, drugs, bureau]) await endUnit(unit, '2026-03-31');
    await entered(he, heads(undefined, '2026-04-01'));
    const headed = async (of: string) => (await seen(of, '2026-04-01')).heads;
    expect(await headed(wu)).toEqual([]);
    for (const other of [zhou, he, lin]) expect(await headed(other)).toBeUndefined();
  });
});

describe('An import', () => {
  const imported = (lines: readonly ImportLine[]) =>
    registry.imports.accept({ agency, sha256: 'a'.repeat(64), lines }, next());
  const faultsOf = (lines: readonly ImportLine[]) =>
    imported(lines).then(
      () => [],
      (error: unknown) =>
        error instanceof ImportRefused
          ? error.faults.map(({ line: place, column, en }) => ({ place, column, en }))
          : [error],
    );
  const grant = heads() as Parameters<typeof line>[1];

  it('names units by their titles: who joins one at once, who heads one by two', async () => {
    await units();
    const done = await imported([
      { ...line(1, officer), joins: { title: '食品科', from: today } },
      { ...line(2, grant), joins: { title: '食品科', from: today }, heads: '药品科' },
      { ...line(3), joins: { title: '药品科', from: today } },
    ]);
    expect(doneIn(done)).toMatchObject([
      { entered: ['CapacityGranted', 'UnitJoined'], proposed: [] },
      { entered: ['UnitJoined'], proposed: ['CapacityGranted'] },
      { entered: ['UnitJoined'], proposed: [] },
    ]);
    const [one, two] = await registry.everybody(agency);
    expect(one?.units).toEqual([{ unit: food, from: today }]);
    expect(two?.proposals[0]?.change.data).toEqual({ capacity: 'unit-head', from: today, unit: drugs });
  });

  it('means by a title the unit that has it on that day', async () => {
    await units();
    await endUnit(food, '2026-03-31');
    await enterUnit('u-food-2', '食品科', { from: '2026-04-01' });
    await imported([
      { ...line(1), joins: { title: '食品科', from: today } },
      { ...line(2), joins: { title: '食品科', from: '2026-04-01' } },
    ]);
    const joinedBy = (await registry.everybody(agency)).map((one) => one.units.map(({ unit }) => unit));
    expect(joinedBy).toEqual([[food], ['u-food-2']]);
  });

  it('of a unit that is not there, or a head of none, enters nothing and says where', async () => {
    await units();
    const lines = [
      { ...line(1), joins: { title: '器械科', from: today } },
      { ...line(2), joins: { title: '食品科', from: '2026-02-28' } },
      { ...line(3, grant), heads: '器械科' },
      line(4, grant),
    ];
    const before = await store.head();
    expect(await faultsOf(lines)).toMatchObject([
      { place: 2, column: 'unit', en: expect.stringContaining('器械科') },
      { place: 3, column: 'unit', en: expect.stringContaining('2026-02-28') },
      { place: 4, column: 'heads' },
      { place: 5, column: 'capacity', en: expect.stringContaining('say which one') },
    ]);
    expect(await store.head()).toBe(before);
  });

  it('of the same unit twice is refused, and one line may bring nothing else', async () => {
    await units();
    const one = { ...line(1), joins: { title: '食品科', from: today } };
    await imported([one]);
    expect(await faultsOf([one])).toMatchObject([{ place: 2, column: 'unit' }]);
    expect(await faultsOf([line(1)])).toMatchObject([{ place: 2, column: 'staffNumber' }]);
    await imported([{ ...one, joins: { title: '药品科', from: '2026-04-01' } }]);
    const [known] = await registry.everybody(agency);
    expect(known?.units.map(({ unit }) => unit)).toEqual([food, drugs]);
  });

  it('moves a head who heads where they belong by two, and says so', async () => {
    const zhou = await person('A1');
    await entered(zhou, heads());
    await units();
    const moved = { ...line(1), name: '人员A1', joins: { title: '食品科', from: today } };
    expect(doneIn(await imported([moved]))).toMatchObject([{ entered: [], proposed: ['UnitJoined'] }]);
    expect(await seen(zhou, today)).toEqual({ unit: undefined, heads: [] });
  });
});
