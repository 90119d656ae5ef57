/** What comes twice at once: one key is answered as one, two files are checked against each other. */
import { InMemoryEventStore } from '@anjuan/event-store';
import { doneIn, ImportRefused, Registry, type ImportLine, type Recorder } from '@anjuan/registry';
import { credential, leader, line, officer, stoppingAfter } from './importing.js';
import { at, by, facts } from './registering.js';

let store: InMemoryEventStore;
/** Of two programs on one record. */
let here: Registry;
let there: Registry;
let agency: string;
let lin: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  [here, there] = [new Registry(store), new Registry(store)];
  agency = await here.registerAgency(facts, by('agency'));
  lin = await here.registerPerson({ agency, staffNumber: 'L1', name: '林岚' }, by('lin'));
});

const account = { issuer: 'urn:here', subject: 'lin' };
const second: Recorder = { ...by('second'), person: 'second' };
const open = (registry: Registry) => registry.openAccount(lin, () => Promise.resolve(account), by('open'));

type Entry = Readonly<{
  what: string;
  enter: (registry: Registry) => Promise<unknown>;
  prepared?: () => Promise<unknown>;
}>;
const proposed = () => here.change(lin, leader, by('proposed'));
const entries: readonly Entry[] = [
  {
    what: 'an agency',
    enter: (of) => of.registerAgency({ ...facts, uscc: '11110108000067897X' }, by('x')),
  },
  {
    what: 'a person',
    enter: (of) => of.registerPerson({ agency, staffNumber: 'G1', name: '高明' }, by('x')),
  },
  { what: 'a grant', enter: (of) => of.change(lin, officer, by('x')) },
  { what: 'a credential', enter: (of) => of.change(lin, credential('执-1'), by('x')) },
  { what: 'a proposal', enter: (of) => of.change(lin, leader, by('x')) },
  {
    what: 'an approval',
    prepared: proposed,
    enter: (of) => of.changesOfPeople.approve(lin, [1], second),
  },
  {
    what: 'a refusal',
    prepared: proposed,
    enter: (of) => of.changesOfPeople.decline(lin, { proposals: [1], reason: '不符' }, second),
  },
  { what: 'an account', enter: open },
  {
    what: 'the end of an account',
    prepared: () => open(here),
    enter: (of) => of.accounts.close(lin, account, at, by('x')),
  },
];

describe.each(['one program', 'two programs'])('in %s', (in_) => {
  it.each(entries)(
    '$what under one key twice at once is entered once, and answered alike',
    async ({ enter, prepared }) => {
      await prepared?.();
      const other = in_ === 'one program' ? here : there;
      const [one, two] = await Promise.all([enter(here), enter(other)]);
      expect(two).toEqual(one);
      const head = await store.head();
      await enter(there);
      expect(await store.head()).toBe(head);
    },
  );
});

const file = (lines: readonly ImportLine[], sha = 'a') => ({ agency, sha256: sha.repeat(64), lines });
const lines = [line(1, officer, credential('执-1')), line(2, leader), line(3, officer), line(4, officer)];
const held = async () =>
  (await here.everybody(agency)).map(({ capacities, proposals }) => capacities.length + proposals.length);

describe('an import', () => {
  it.each(['one program', 'two programs'])(
    'under one key twice at once in %s is entered once',
    async (in_) => {
      const other = in_ === 'one program' ? here : there;
      const [one, two] = await Promise.all([
        here.imports.accept(file(lines), by('import')),
        other.imports.accept(file(lines), by('import')),
      ]);
      expect(one).toMatchObject({ completed: true, outrun: [] });
      expect(two).toEqual(one);
      expect(await held()).toEqual([0, 1, 1, 1, 1]);
    },
  );

  it.each([5, 6, 7, 8, 9])(
    'cut short after %d appends and completed twice at once is outrun by nobody',
    async (appends) => {
      const broken = new Registry(stoppingAfter(store, appends));
      await expect(broken.imports.accept(file(lines), by('import'))).rejects.toThrow();
      await Promise.all([here.imports.complete(agency, at), there.imports.complete(agency, at)]);
      const [one] = await here.imports.of(agency);
      expect(one).toMatchObject({ completed: true, outrun: [] });
      expect(doneIn(one!).map(({ entered, proposed }) => entered.length + proposed.length)).toEqual([
        2, 1, 1, 1,
      ]);
      expect(await held()).toEqual([0, 1, 1, 1, 1]);
    },
  );

  it.each(['one program', 'two programs'])(
    'of which another is recorded since it was checked, in %s, is checked anew',
    async (in_) => {
      const other = in_ === 'one program' ? here : there;
      const both = await Promise.allSettled([
        here.imports.accept(file([line(1, officer), line(2, leader)]), by('one')),
        other.imports.accept(file([line(2, leader), line(3, officer)], 'b'), by('two')),
      ]);
      const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeInstanceOf(ImportRefused);
      expect((refused[0] as ImportRefused).faults).toEqual([
        // By the plan or, where it was faster than that, by the number.
        expect.objectContaining({ line: 3 }),
      ]);
      expect(await here.imports.of(agency)).toHaveLength(1);
    },
  );

  it('of other people at once is entered too', async () => {
    const both = await Promise.all([
      here.imports.accept(file([line(1, officer)]), by('one')),
      there.imports.accept(file([line(2, officer)], 'b'), by('two')),
    ]);
    expect(both).toMatchObject([
      { completed: true, outrun: [] },
      { completed: true, outrun: [] },
    ]);
  });
});
