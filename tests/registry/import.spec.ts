/** A file of people is entered whole or not at all, and nothing by it that two would have to enter. */
import { InMemoryEventStore, StoreUnavailable, type EventStore } from '@anjuan/event-store';
import {
  doneIn,
  ImportRefused,
  Registry,
  type ImportedChange,
  type ImportFault,
  type ImportLine,
} from '@anjuan/registry';
import { at, by, facts } from './registering.js';

const today = '2026-03-01';
let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
});

const officer: ImportedChange = { type: 'CapacityGranted', data: { capacity: 'officer', from: today } };
const leader: ImportedChange = { type: 'CapacityGranted', data: { capacity: 'leader', from: today } };
const credential = (number: string, validFrom = today): ImportedChange => ({
  type: 'CredentialIssued',
  data: { number, validFrom, validTo: '2030-12-31' },
});
const qualified: ImportedChange = { type: 'QualificationRecorded', data: { legalQualification: 'A2019' } };
const line = (nth: number, ...changes: ImportedChange[]): ImportLine => ({
  line: nth + 1,
  staffNumber: `A${String(nth)}`,
  name: `人员${String(nth)}`,
  changes,
});
const file = (lines: readonly ImportLine[]) => ({ agency, sha256: 'a'.repeat(64), lines });
const imported = (lines: readonly ImportLine[], key = 'import') =>
  registry.imports.accept(file(lines), by(key));
const faultsOf = async (lines: readonly ImportLine[]): Promise<readonly ImportFault[]> => {
  const before = await store.head();
  try {
    await imported(lines);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    expect(await store.head()).toBe(before);
    return error.faults;
  }
  throw new TypeError('it was entered');
};
const placed = (faults: readonly ImportFault[]) => faults.map(({ line: at, column }) => [at, column]);
const everybody = async () =>
  (await registry.everybody(agency)).map(({ staffNumber, capacities, credentials, proposals }) => ({
    staffNumber,
    held: capacities.map(({ capacity }) => capacity),
    credentials: credentials.map(({ number }) => number),
    proposed: proposals.map(({ change }) => change.type),
  }));

describe('an import', () => {
  it('enters what one may enter, and proposes what takes two', async () => {
    const done = await imported([
      line(1, officer, credential('执-1')),
      line(2, leader),
      { ...line(2, qualified), line: 9 },
      line(3, credential('执-3', '2026-02-28')),
    ]);
    expect(doneIn(done)).toEqual([
      {
        line: 2,
        person: expect.any(String),
        registered: true,
        entered: ['CapacityGranted', 'CredentialIssued'],
        proposed: [],
      },
      { line: 3, person: expect.any(String), registered: true, entered: [], proposed: ['CapacityGranted'] },
      {
        line: 9,
        person: doneIn(done)[1]?.person,
        registered: false,
        entered: [],
        proposed: ['QualificationRecorded'],
      },
      { line: 4, person: expect.any(String), registered: true, entered: [], proposed: ['CredentialIssued'] },
    ]);
    expect(done).toMatchObject({
      completed: true,
      outrun: [],
      by: { person: 'admin', capacity: 'administrator' },
    });
    expect(await everybody()).toEqual([
      { staffNumber: 'A1', held: ['officer'], credentials: ['执-1'], proposed: [] },
      {
        staffNumber: 'A2',
        held: [],
        credentials: [],
        proposed: ['CapacityGranted', 'QualificationRecorded'],
      },
      { staffNumber: 'A3', held: [], credentials: [], proposed: ['CredentialIssued'] },
    ]);
    const [one] = await registry.everybody(agency);
    expect((await registry.person(one?.person ?? ''))?.name).toBe('人员1');
  });

  it('is approved by another, and by neither who imported it nor who is meant', async () => {
    const [done] = doneIn(await imported([line(1, leader)]));
    const person = done?.person ?? '';
    await expect(registry.changesOfPeople.approve(person, [1], by('own'))).rejects.toMatchObject({
      reason: 'own-proposal',
    });
    await expect(
      registry.changesOfPeople.approve(person, [1], { ...by('meant'), person }),
    ).rejects.toMatchObject({ reason: 'own-proposal' });
    await registry.changesOfPeople.approve(person, [1], { ...by('second'), person: 'second' });
    expect(await everybody()).toMatchObject([{ held: ['leader'] }]);
  });

  it('with one bad line of 1,000 enters nothing and names the line', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, nth) =>
      line(nth + 1, officer, credential(`执-${String(nth)}`)),
    );
    const bad = thousand.with(700, { ...line(701, officer), name: '他人', staffNumber: 'Ａ１' });
    expect(placed(await faultsOf(bad))).toEqual([[702, 'name']]);
    expect(await everybody()).toEqual([]);
    await imported(thousand);
    expect(await everybody()).toHaveLength(1_000);
  }, 120_000);

  it.each<readonly [string, readonly ImportLine[], readonly unknown[]]>([
    [
      'a staff number under two names, however it is typed',
      [line(1, officer), { ...line(2, leader), staffNumber: 'ａ1' }],
      [[3, 'name']],
    ],
    ['a line twice', [line(1, officer), { ...line(1, officer), line: 9 }], [[9, 'capacity']]],
    ['a person twice without anything more', [line(1), { ...line(1), line: 9 }], [[9, 'staffNumber']]],
    [
      'a capacity held twice at a time',
      [line(1, officer, { type: 'CapacityGranted', data: { capacity: 'officer', from: '2026-05-01' } })],
      [[2, 'capacity']],
    ],
    [
      'capacities that exclude each other, though both wait for approval',
      [line(1, leader, { type: 'CapacityGranted', data: { capacity: 'legal-reviewer', from: today } })],
      [[2, 'capacity']],
    ],
    [
      'one credential number of two people',
      [line(1, credential('执-1')), line(2, credential(' 执－1'))],
      [[3, 'credential']],
    ],
    [
      'several, each by its line',
      [line(1, officer, officer), line(2, credential('执-1')), line(3, credential('执-1'))],
      [
        [2, 'capacity'],
        [4, 'credential'],
      ],
    ],
  ])('refuses %s', async (_, lines, places) => {
    expect(placed(await faultsOf(lines))).toEqual(places);
  });

  describe('against what is registered', () => {
    beforeEach(async () => {
      await imported([line(1, officer, credential('执-1')), line(2, leader), line(3, qualified)], 'before');
    });

    it.each<readonly [string, readonly ImportLine[], readonly unknown[]]>([
      ['a person who is there, with nothing more', [line(1)], [[2, 'staffNumber']]],
      ['a person who is there under another name', [{ ...line(1, leader), name: '他人' }], [[2, 'name']]],
      [
        'what the person has',
        [line(1, officer), { ...line(1, credential('执－1')), line: 9 }],
        [
          [2, 'capacity'],
          [9, 'credential'],
        ],
      ],
      [
        'what waits for approval',
        [line(2, leader), line(3, qualified)],
        [
          [3, 'capacity'],
          [4, 'legalQualification'],
        ],
      ],
      ['a credential number of somebody else', [line(5, credential('执-1'))], [[6, 'credential']]],
    ])('refuses %s', async (_, lines, places) => {
      expect(placed(await faultsOf(lines))).toEqual(places);
    });

    it('enters more of who is there already', async () => {
      await imported([line(1, leader)]);
      expect((await everybody())[0]).toMatchObject({ held: ['officer'], proposed: ['CapacityGranted'] });
    });

    it('refuses what somebody would enter of themselves', async () => {
      const [own] = await registry.everybody(agency);
      const person = own?.person ?? '';
      const refused = registry.imports.accept(file([line(1, leader)]), { ...by('own'), person });
      await expect(refused).rejects.toMatchObject({ faults: [{ line: 2, column: 'staffNumber' }] });
    });
  });

  it('of no agency is refused', async () => {
    await expect(
      registry.imports.accept({ ...file([line(1)]), agency: 'none' }, by('none')),
    ).rejects.toMatchObject({ reason: 'unknown-agency' });
  });

  it('sent again under its key is entered once; another file under that key is not taken', async () => {
    const first = await imported([line(1, officer)]);
    const head = await store.head();
    expect(await imported([line(1, officer)])).toEqual(first);
    expect(await store.head()).toBe(head);
    const other = { ...by('import'), command: { id: 'import', digest: 'of another file' } };
    await expect(registry.imports.accept(file([line(2, officer)]), other)).rejects.toThrow(/幂等键/);
  });
});

/** A store that stops after so many appends, as a program that is killed. */
const stoppingAfter = (appends: number): EventStore => {
  let left = appends;
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'append') return value.bind(target);
      return (...given: Parameters<EventStore['append']>) => {
        left -= 1;
        return left < 0 ? Promise.reject(new StoreUnavailable()) : target.append(...given);
      };
    },
  });
};

describe('an import that is cut short', () => {
  const lines = [line(1, officer, credential('执-1')), line(2, officer), line(3, leader), line(4, officer)];
  const whole = [
    { staffNumber: 'A1', held: ['officer'], credentials: ['执-1'], proposed: [] },
    { staffNumber: 'A2', held: ['officer'], credentials: [], proposed: [] },
    { staffNumber: 'A3', held: [], credentials: [], proposed: ['CapacityGranted'] },
    { staffNumber: 'A4', held: ['officer'], credentials: [], proposed: [] },
  ];
  const sorted = async () => (await everybody()).sort((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1));
  // Four claims; the import; four people, five changes, a claim of a credential; the end.
  const all = Array.from({ length: 16 }, (_, appends) => appends);

  it.each(all)(
    'after %d appends is whole once it is sent again, or nothing where it was not accepted',
    async (appends) => {
      const broken = new Registry(stoppingAfter(appends));
      await expect(broken.imports.accept(file(lines), by('import'))).rejects.toThrow(StoreUnavailable);
      if (appends <= 4) {
        expect(await everybody()).toEqual([]);
        expect(await registry.imports.of(agency)).toEqual([]);
      }
      expect(await imported(lines)).toMatchObject({ completed: true, outrun: [] });
      expect(await sorted()).toEqual(whole);
    },
  );

  it('is gone on with by the next who registers somebody in the agency, in the name of who made it', async () => {
    const broken = new Registry(stoppingAfter(7));
    await expect(broken.imports.accept(file(lines), by('import'))).rejects.toThrow(StoreUnavailable);
    await registry.registerPerson(
      { agency, staffNumber: 'B1', name: '他人' },
      { ...by('next'), person: 'somebody else' },
    );
    expect((await sorted()).slice(0, 4)).toEqual(whole);
    const [first] = await registry.everybody(agency);
    const history = await registry.historyOfPerson(first?.person ?? '');
    expect(new Set(history.map((entry) => entry.by.person))).toEqual(new Set(['admin']));
  });

  it('gives nothing to somebody else who took the number meanwhile, in none of its lines', async () => {
    const twice = [...lines, { ...line(1, qualified), line: 9 }];
    const broken = new Registry(stoppingAfter(5));
    await expect(broken.imports.accept(file(twice), by('import'))).rejects.toThrow(StoreUnavailable);
    const [accepted] = await registry.imports.of(agency);
    const person = accepted?.lines[0]?.person ?? '';
    // By a program that knew nothing of the import.
    const data = { agency, staffNumber: 'A1', name: '他人' };
    const event = {
      type: 'PersonRegistered',
      v: 1,
      occurredAt: at,
      actors: [],
      recordedBy: 'x',
      agency,
      rules: {},
      data,
    };
    await store.append(`person-${person}`, 'none', [event], { id: 'other', digest: 'other' });
    expect(await imported(twice)).toMatchObject({
      completed: true,
      outrun: [
        { line: 2, reason: 'staff-number-taken' },
        { line: 9, reason: 'staff-number-taken' },
      ],
    });
    expect(await sorted()).toEqual([{ ...whole[0], held: [], credentials: [] }, ...whole.slice(1)]);
  });

  it('is refused whole where somebody was faster with a staff number', async () => {
    await registry.registerPerson({ agency, staffNumber: 'a4', name: '他人' }, by('faster'));
    expect(placed(await faultsOf(lines))).toEqual([[5, 'name']]);
  });
});
