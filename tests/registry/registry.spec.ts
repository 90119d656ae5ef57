import { InMemoryEventStore } from '@anjuan/event-store';
import { defaultLists } from '@anjuan/law';
import { onDay, Registry, RegistryRefusal, type Recorder } from '@anjuan/registry';

const at = '2026-03-01T01:00:00.000Z';
const by = (id: string): Recorder => ({
  person: 'admin',
  capacity: 'administrator',
  at,
  command: { id, digest: `digest of ${id}` },
});
const facts = {
  name: '朝阳区市场监督管理局',
  uscc: '11110105000067897H',
  level: 'district',
  domain: 'market-supervision',
  region: '110105',
};

describe('The registry', () => {
  let store: InMemoryEventStore;
  let registry: Registry;
  let agency: string;
  beforeEach(async () => {
    store = new InMemoryEventStore({ clock: () => new Date(at) });
    registry = new Registry(store);
    agency = await registry.registerAgency(facts, by('agency'));
  });
  const person = (staffNumber: string, key = staffNumber) =>
    registry.registerPerson({ agency, staffNumber, name: '林岚' }, by(key));

  it('knows capacities and credentials by their days', async () => {
    const lin = await person('0117');
    await registry.grantCapacity(
      lin,
      { capacity: 'officer', from: '2026-02-01', to: '2026-06-30' },
      by('grant'),
    );
    const first = { number: '执-1', validFrom: '2024-01-01', validTo: '2026-03-31' };
    const second = { number: '执-2', validFrom: '2026-04-01', validTo: '2028-03-31' };
    await registry.issueCredential(lin, first, by('first'));
    await registry.issueCredential(lin, second, by('second'));
    const known = (await registry.person(lin))!;
    expect(onDay(known, '2026-01-31').capacities).toEqual([]);
    expect(onDay(known, '2026-02-01')).toMatchObject({ capacities: ['officer'], credential: first });
    expect(onDay(known, '2026-04-01').credential).toEqual(second);
    expect(onDay(known, '2026-07-01').capacities).toEqual([]);
  });

  it('ends a capacity from a day on', async () => {
    const lin = await person('0117');
    await registry.grantCapacity(lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    await registry.endCapacity(lin, { capacity: 'officer', to: '2026-03-31' }, by('end'));
    const known = (await registry.person(lin))!;
    expect(onDay(known, '2026-03-31').capacities).toEqual(['officer']);
    expect(onDay(known, '2026-04-01').capacities).toEqual([]);
  });

  it('gives a staff number to one person, and the same answer to a retry', async () => {
    const lin = await person('0117', 'one key');
    expect(await person('0117', 'one key')).toBe(lin);
    await expect(person('0117', 'another key')).rejects.toThrow(RegistryRefusal);
  });

  it('links an account to one person; a person may have two', async () => {
    const lin = await person('0117');
    const gao = await person('0204');
    const account = (subject: string) => async () => Promise.resolve({ issuer: 'urn:here', subject });
    await registry.openAccount(lin, account('a'), by('a'));
    await registry.openAccount(lin, account('b'), by('b'));
    await expect(registry.openAccount(gao, account('a'), by('c'))).rejects.toThrow(RegistryRefusal);
    expect((await registry.personBehind('urn:here', 'a'))?.person).toBe(lin);
    expect((await registry.personBehind('urn:here', 'b'))?.person).toBe(lin);
    expect(await registry.personBehind('urn:elsewhere', 'a')).toBeUndefined();
  });

  it('keeps every version of the lists, each until the next begins', async () => {
    await registry.setLists(agency, { ...defaultLists, validFrom: '2025-01-01' }, by('first'));
    await registry.setLists(agency, { ...defaultLists, validFrom: '2026-01-01' }, by('second'));
    const lists = (await registry.agency(agency))!.lists;
    expect(lists.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2025-01-01', '2025-12-31'],
      ['2026-01-01', defaultLists.validTo],
    ]);
    await expect(
      registry.setLists(agency, { ...defaultLists, validFrom: '2025-06-01' }, by('third')),
    ).rejects.toThrow(RegistryRefusal);
  });

  it('tells at once what another process has entered since it was asked last', async () => {
    const lin = await person('0117');
    const elsewhere = new Registry(store);
    await registry.grantCapacity(lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    const account = async () => Promise.resolve({ issuer: 'urn:here', subject: 'a' });
    await registry.openAccount(lin, account, by('a'));
    const today = async () => {
      const behind = (await registry.personBehind('urn:here', 'a'))!;
      return onDay(behind, '2026-03-02');
    };
    expect(await today()).toMatchObject({ capacities: ['officer'] });
    await elsewhere.endCapacity(lin, { capacity: 'officer', to: '2026-03-01' }, by('end'));
    expect((await today()).capacities).toEqual([]);
    const credential = { number: '执-1', validFrom: '2026-03-01', validTo: '2028-03-31' };
    await elsewhere.issueCredential(lin, credential, by('credential'));
    expect((await today()).credential).toEqual(credential);
    expect(await registry.personOnDay(lin, '2026-03-02')).toEqual(await today());
    await registry.agency(agency);
    await elsewhere.setLists(agency, { ...defaultLists, validFrom: '2026-01-01' }, by('lists'));
    expect((await registry.agency(agency))?.lists).toHaveLength(1);
  });

  it('takes nothing from a record that was replaced by an older copy', async () => {
    const lin = await person('0117');
    await registry.grantCapacity(lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    const copy = new InMemoryEventStore({ clock: () => new Date('2026-03-05T01:00:00.000Z') });
    const anew = new Registry(copy);
    await anew.registerAgency(facts, by('agency'));
    await anew.registerPerson({ agency, staffNumber: '0117', name: '林岚' }, by('0117'));
    await anew.grantCapacity(lin, { capacity: 'leader', from: '2026-01-01' }, by('grant'));
    let record: InMemoryEventStore = store;
    const replaced = new Registry(
      Object.assign(new InMemoryEventStore({ clock: () => new Date(at) }), {
        read: (...of: Parameters<InMemoryEventStore['read']>) => record.read(...of),
      }),
    );
    const capacities = async () => (await replaced.personOnDay(lin, '2026-03-01'))?.capacities;
    expect(await capacities()).toEqual(['officer']);
    record = copy;
    expect(await capacities()).toEqual(['leader']);
  });

  it('keeps no name that was erased', async () => {
    const lin = await person('0117');
    expect(await registry.standing(lin)).not.toHaveProperty('name');
    const [registered] = await store.read(`person-${lin}`);
    await store.erase(registered!.disclosures.map(({ digest }) => digest));
    expect(JSON.stringify([await registry.person(lin), await registry.standing(lin)])).not.toContain('林岚');
  });

  it('keeps a name out of the permanent bytes', async () => {
    await person('0117');
    for await (const { bytes } of store.readAll())
      expect(Buffer.from(bytes).toString('utf8')).not.toContain('林岚');
  });

  it('registers nobody in an agency that is not there', async () => {
    const nobody = registry.registerPerson({ agency: 'none', staffNumber: '1', name: '林岚' }, by('x'));
    await expect(nobody).rejects.toThrow(RegistryRefusal);
  });
});
