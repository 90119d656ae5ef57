/** An import that was cut short and is gone on with later: what then takes two, whose it is, and whom it may not hold up. */
import { InMemoryEventStore, RecordDamaged, StoreUnavailable, type EventStore } from '@anjuan/event-store';
import { doneIn, Registry, type AcceptedImport } from '@anjuan/registry';
import { credential, leader, line, officer, qualified, stoppingAfter } from './importing.js';
import { at, by, facts } from './registering.js';

const days = (nth: number): string => new Date(Date.parse(at) + nth * 86_400_000).toISOString();
const as = (person: string, key: string, when = at) => ({ ...by(key), person, at: when });

let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
let keeper: string;
let second: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
  keeper = await registry.registerPerson({ agency, staffNumber: 'K1', name: '管理员甲' }, by('keeper'));
  second = await registry.registerPerson({ agency, staffNumber: 'K2', name: '管理员乙' }, by('second'));
  for (const person of [keeper, second])
    await registry.makeAdministrator(person, '2026-03-01', by(`administrator ${person}`));
});

const lines = [line(1, officer, credential('执-1')), line(2, leader), line(3, officer)];
/** Three claims and the import itself: nobody is entered yet. */
const accepted = 4;
const cutShort = async (of = lines, appends = accepted, when = at): Promise<AcceptedImport> => {
  const broken = new Registry(stoppingAfter(store, appends));
  const file = { agency, sha256: 'a'.repeat(64), lines: of };
  await expect(broken.imports.accept(file, as(keeper, 'import', when))).rejects.toThrow(StoreUnavailable);
  return only();
};
const only = async (): Promise<AcceptedImport> => {
  const [one, ...others] = await registry.imports.of(agency);
  if (!one || others.length > 0) throw new TypeError('one import');
  return one;
};
const registerNext = (key: string, when: string, from = registry) =>
  from.registerPerson({ agency, staffNumber: key, name: '他人' }, as(second, key, when));
const of = async (staffNumber: string) => {
  const found = (await registry.everybody(agency)).find((one) => one.staffNumber === staffNumber);
  return (
    found && {
      held: found.capacities.map(({ capacity }) => capacity),
      credentials: found.credentials.map(({ number }) => number),
      proposed: found.proposals.map(({ change, by: who }) => [change.type, who]),
    }
  );
};
const leaves = async (person: string, by2 = second): Promise<void> => {
  const change = { type: 'CapacityEnded', data: { capacity: 'administrator', to: '2026-03-02' } } as const;
  const { proposal = 0 } = await registry.change(person, change, as(by2, `end ${person}`));
  await registry.changesOfPeople.approve(person, [proposal], as('another', `approve end ${person}`));
};

describe('days later', () => {
  it('what is dated back by then is proposed, and said to be', async () => {
    await cutShort();
    await registerNext('B1', days(9));
    expect(await of('A1')).toEqual({
      held: [],
      credentials: [],
      proposed: [
        ['CapacityGranted', keeper],
        ['CredentialIssued', keeper],
      ],
    });
    const done = await only();
    expect(done).toMatchObject({ completed: true, outrun: [] });
    expect(doneIn(done).map(({ entered, proposed }) => [entered, proposed])).toEqual([
      [[], ['CapacityGranted', 'CredentialIssued']],
      [[], ['CapacityGranted']],
      [[], ['CapacityGranted']],
    ]);
    const [first] = done.lines;
    const history = await registry.historyOfPerson(first?.person ?? '');
    expect(history.map(({ by: { person } }) => person)).toEqual([keeper, keeper, keeper]);
    const events = await store.read(`person-${first?.person ?? ''}`);
    expect(new Set(events.map(({ occurredAt }) => occurredAt))).toEqual(new Set([days(9)]));
  });

  it('what was entered on its day stays entered, and is said to be', async () => {
    // Sixteen people are entered at a time: of one alone the first entry comes first.
    await cutShort([line(1, officer, credential('执-1'))], 4);
    expect(await of('A1')).toEqual({ held: ['officer'], credentials: [], proposed: [] });
    await registerNext('B1', days(9));
    expect(await of('A1')).toEqual({
      held: ['officer'],
      credentials: [],
      proposed: [['CredentialIssued', keeper]],
    });
    expect(doneIn(await only())).toEqual([
      expect.objectContaining({ entered: ['CapacityGranted'], proposed: ['CredentialIssued'] }),
    ]);
  });

  it('what the registry does not take down any more is said with its change, and not counted', async () => {
    const { lines: known } = await cutShort(lines, accepted + 3);
    const later = { type: 'CapacityGranted', data: { capacity: 'officer', from: '2026-04-01' } } as const;
    await registry.change(known[0]?.person ?? '', later, as(second, 'faster'));
    await registerNext('B1', at);
    const done = await only();
    expect(done.outrun).toEqual([{ line: 2, reason: 'dates-overlap', change: 'CapacityGranted' }]);
    expect(doneIn(done)[0]).toEqual({
      line: 2,
      person: known[0]?.person,
      registered: true,
      entered: ['CredentialIssued'],
      proposed: [],
      outrun: [{ change: 'CapacityGranted', reason: 'dates-overlap' }],
    });
  });

  it('of a program that did not say which change was outrun, nothing of the line is said to be done', () => {
    const recorded = { import: 'x', sha256: 'a', by: { person: keeper, capacity: undefined }, at };
    const known = { person: 'p', registers: true, staffNumber: 'A1', name: '人员1', line: 2 };
    const outrun = [{ line: 2, reason: 'dates-overlap' }];
    expect(
      doneIn({
        ...{ ...recorded, completed: true, outrun, later: {} },
        lines: [{ ...known, changes: [officer, credential('执-1')] }],
      }),
    ).toEqual([
      {
        line: 2,
        person: 'p',
        registered: true,
        entered: [],
        proposed: [],
        outrun: [{ reason: 'dates-overlap' }],
      },
    ]);
  });
});

describe('whose sender has left', () => {
  const takeUp = async (by2 = second, key = 'take up') =>
    registry.imports.takeUp({ agency, id: (await only()).import }, as(by2, key, days(9)));
  const abandon = async (by2 = second, key = 'abandon') =>
    registry.imports.abandon({ agency, id: (await only()).import, reason: '已离任' }, as(by2, key, days(9)));

  it('does not go on by itself, and holds up nobody', async () => {
    await cutShort();
    await leaves(keeper);
    await registerNext('B1', days(9));
    expect(await of('A1')).toBeUndefined();
    expect(await of('B1')).toBeDefined();
    expect(await only()).toMatchObject({ completed: false });
    const next = await registry.imports.accept(
      { agency, sha256: 'b'.repeat(64), lines: [line(5, officer)] },
      as(second, 'another file', days(9)),
    );
    expect(next).toMatchObject({ completed: true });
    expect(await registry.imports.of(agency)).toMatchObject([{ completed: false }, { completed: true }]);
  });

  it('whose account is closed has left too', async () => {
    const account = { issuer: 'urn:here', subject: 'keeper' };
    await registry.openAccount(keeper, () => Promise.resolve(account), as(second, 'open'));
    await cutShort();
    // By who runs the machine: no administrator closes the account of another in office.
    await registry.accounts.close(keeper, account, at, as('system', 'close'));
    await registerNext('B1', days(9));
    expect(await only()).toMatchObject({ completed: false });
  });

  it('is taken up by another, in whose name it is entered and proposed', async () => {
    await cutShort();
    await leaves(keeper);
    const done = await takeUp();
    expect(done).toMatchObject({
      completed: true,
      by: { person: keeper },
      takenUp: { by: { person: second }, at: days(9) },
    });
    expect(await of('A2')).toMatchObject({ held: [], proposed: [['CapacityGranted', second]] });
    await expect(
      registry.changesOfPeople.approve(done.lines[1]?.person ?? '', [1], as(second, 'own', days(9))),
    ).rejects.toMatchObject({ reason: 'own-proposal' });
    const head = await store.head();
    expect(await takeUp()).toEqual(done);
    expect(await store.head()).toBe(head);
    await expect(takeUp(second, 'again')).rejects.toMatchObject({ reason: 'import-not-pending' });
  });

  it('is taken up by one of two', async () => {
    const third = await registry.registerPerson({ agency, staffNumber: 'K3', name: '管理员丙' }, by('third'));
    await registry.makeAdministrator(third, '2026-03-01', by('administrator third'));
    await cutShort();
    await leaves(keeper);
    const both = await Promise.allSettled([takeUp(), takeUp(third, 'take up too')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      (await store.read(`imports-${agency}`)).filter(({ type }) => type === 'ImportTakenUp'),
    ).toHaveLength(1);
  });

  it('is not taken up while its sender is there, nor by whom it registers something of', async () => {
    const { lines: known } = await cutShort([
      ...lines,
      { ...line(4, qualified), staffNumber: 'K2', name: '管理员乙' },
    ]);
    expect(known.at(-1)?.person).toBe(second);
    await expect(takeUp()).rejects.toMatchObject({ reason: 'importer-in-office' });
    await leaves(keeper);
    await expect(takeUp()).rejects.toMatchObject({ reason: 'own-import' });
    await expect(registry.imports.takeUp({ agency, id: 'none' }, as(second, 'none'))).rejects.toMatchObject({
      reason: 'import-not-pending',
    });
    expect(await of('A1')).toBeUndefined();
  });

  it('is abandoned: what was entered stays, and nothing more is', async () => {
    await cutShort([line(1, officer, credential('执-1'))], 4);
    await leaves(keeper);
    const left = await abandon();
    expect(left).toMatchObject({
      completed: false,
      abandoned: { by: { person: second }, at: days(9), reason: '已离任' },
    });
    expect(await abandon()).toEqual(left);
    await expect(abandon(second, 'again')).rejects.toMatchObject({ reason: 'import-not-pending' });
    await expect(takeUp()).rejects.toMatchObject({ reason: 'import-not-pending' });
    await registerNext('B1', days(9));
    expect(await of('A1')).toEqual({ held: ['officer'], credentials: [], proposed: [] });
  });
});

describe('one damaged stream', () => {
  const damaged = (stream: () => string): EventStore =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'read') return value.bind(target);
        return (...given: Parameters<EventStore['read']>) =>
          given[0] === stream()
            ? Promise.reject(new RecordDamaged({ what: 'gap', stream: given[0] }))
            : target.read(...given);
      },
    });

  it.each(['of somebody in the file', 'of who sent it', 'of the imports'])(
    '%s keeps nobody from being registered',
    async (whose) => {
      const { lines: known } = await cutShort();
      const streams: Readonly<Record<string, string>> = {
        'of somebody in the file': `person-${known[0]?.person ?? ''}`,
        'of who sent it': `person-${keeper}`,
        'of the imports': `imports-${agency}`,
      };
      const hurt = new Registry(damaged(() => streams[whose] ?? ''));
      await registerNext('B1', at, hurt);
      expect(await of('B1')).toBeDefined();
      expect(await only()).toMatchObject({ completed: false });
      expect(await of('A3')).toEqual(
        whose === 'of somebody in the file' ? expect.objectContaining({ held: ['officer'] }) : undefined,
      );
      await registerNext('B2', at, hurt);
      // Mended.
      await registerNext('B3', at);
      expect(await of('A1')).toMatchObject({ held: ['officer'], credentials: ['执-1'] });
      expect(await only()).toMatchObject({ completed: true, outrun: [] });
    },
  );
});
