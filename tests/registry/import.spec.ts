/** A file of people is entered whole or not at all, and nothing by it that two would have to enter. */
import { InMemoryEventStore, StoreUnavailable, type EventStore } from '@anjuan/event-store';
import { doneIn, ImportRefused, Registry, type ImportFault, type ImportLine } from '@anjuan/registry';
import { credential, leader, line, officer, qualified, stoppingAfter, today } from './importing.js';
import { at, by, facts } from './registering.js';

let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
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
  });

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

  it('that is more than one append takes is refused before anything is recorded, with the limit', async () => {
    const long = '长'.repeat(200);
    const many = Array.from({ length: 1_000 }, (_, nth) => ({
      ...line(nth + 1, officer, credential(`${String(nth)}${long}`)),
      name: long.slice(0, 60),
    }));
    const [only, ...others] = await faultsOf(many);
    expect(others).toEqual([]);
    expect(only?.line).toBe(0);
    expect(only?.zh).toMatch(/960000 字节/);
    expect(only?.en).toMatch(/960000 bytes/);
  });

  it('is recorded within what one append of EventStoreDB takes, at its largest', async () => {
    const long = '长'.repeat(150);
    const of = (nth: number) => line(nth, officer, credential(`${String(nth)}${long}`));
    const largest = { ...of(1_500), person: '0'.repeat(36), registers: false };
    const count = Math.floor(960_000 / (Buffer.byteLength(JSON.stringify(largest)) + 64));
    const many = Array.from({ length: count }, (_, nth) => of(nth + 1));
    const appends: number[] = [];
    const measuring = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'append') return value.bind(target);
        return async (...given: Parameters<EventStore['append']>) => {
          const done = await target.append(...given);
          const found = await target.read(given[0]);
          const bytes = found.slice(-given[2].length).reduce((sum, one) => sum + one.bytes.length, 0);
          appends.push(bytes);
          return done;
        };
      },
    });
    await new Registry(measuring).imports.accept(file(many), by('import'));
    expect(Math.max(...appends)).toBeGreaterThan(900_000);
    expect(Math.max(...appends)).toBeLessThan(1024 * 1024 - 20_000);
  });

  it('says of the credentials of another agency that they are taken, and nothing more; of its own, from when to when', async () => {
    const other = await registry.registerAgency(
      { ...facts, uscc: '11110108000067897X', name: '海淀区市场监督管理局' },
      by('other agency'),
    );
    const there = { agency: other, sha256: 'b'.repeat(64), lines: [line(1, credential('执-1'))] };
    await registry.imports.accept(there, by('there'));
    await imported([line(2, credential('执-2'))], 'here');
    const { faults } = await registry.imports.plan(
      { agency, lines: [line(3, credential('执-1')), line(4, credential('执-2'))] },
      by('looked'),
    );
    expect(placed(faults)).toEqual([
      [4, 'credential'],
      [5, 'credential'],
    ]);
    expect(faults[0]?.zh).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(faults[0]?.en).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(faults[1]?.zh).toMatch(/2026-03-01 至 2030-12-31/);
    const gao = await registry.registerPerson({ agency, staffNumber: 'B1', name: '高明' }, by('gao'));
    const entered = (number: string) => registry.change(gao, credential(number), by(`entered ${number}`));
    await expect(entered('执-1')).rejects.toMatchObject({
      reason: 'credential-taken',
      message: expect.not.stringMatching(/\d{4}-\d\d-\d\d/),
    });
    await expect(entered('执-2')).rejects.toThrow(/2026-03-01/);
  });

  it('that is looked at alone leaves what somebody else began where it is', async () => {
    const broken = new Registry(stoppingAfter(store, 3));
    await expect(
      broken.imports.accept(file([line(1, officer), line(2, officer)]), by('begun')),
    ).rejects.toThrow(StoreUnavailable);
    const head = await store.head();
    expect((await registry.imports.of(agency)).map(({ completed }) => completed)).toEqual([false]);
    await registry.imports.plan({ agency, lines: [line(3, officer)] }, by('looked'));
    expect(await store.head()).toBe(head);
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
      const broken = new Registry(stoppingAfter(store, appends));
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
    const broken = new Registry(stoppingAfter(store, 7));
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
    const broken = new Registry(stoppingAfter(store, 5));
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
    const [first, , , , fifth] = doneIn(await imported(twice));
    for (const [done, at] of [
      [first, 2],
      [fifth, 9],
    ] as const)
      expect(done).toEqual({
        line: at,
        registered: false,
        entered: [],
        proposed: [],
        outrun: [{ reason: 'staff-number-taken' }],
      });
  });

  it('is refused whole where somebody was faster with a staff number', async () => {
    await registry.registerPerson({ agency, staffNumber: 'a4', name: '他人' }, by('faster'));
    expect(placed(await faultsOf(lines))).toEqual([[5, 'name']]);
  });
});
