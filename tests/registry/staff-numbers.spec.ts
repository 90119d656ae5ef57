import { InMemoryEventStore } from '@anjuan/event-store';
import { derivedId, Registry, RegistryRefusal } from '@anjuan/registry';
import { creditCode } from '../support/credit-code.js';
import { at, by, facts } from './registering.js';

describe('A staff number is one person’s', () => {
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

  it.each([' ａ－0117', 'A-0117', 'a-0117\u3000'])('takes %j for the number a-0117', async (typed) => {
    await person('a-0117', 'one key');
    await expect(person(typed, 'another key')).rejects.toThrow(RegistryRefusal);
    await person('a-117', 'a third key');
  });

  describe('in a record in which numbers were kept as they were typed', () => {
    const recorded = async (staffNumber: string, of: string) => {
      const envelope = { v: 1, occurredAt: at, actors: [], recordedBy: 'admin', agency, rules: {} };
      const linked = { ...envelope, type: 'AccountLinked', data: { person: of } };
      const command = (id: string) => ({ id: `${id} ${of}`, digest: id });
      await store.append(`staff-${derivedId(agency, staffNumber)}`, 'none', [linked], command('claim'));
      const data = { agency, staffNumber, name: '林岚' };
      const registered = { ...envelope, type: 'PersonRegistered', data };
      await store.append(`person-${of}`, 'none', [registered], command('person'));
    };

    it.each([
      ['a12', 'A12'],
      ['Ａ12', 'a12'],
      ['A 12 ', 'a\u300012'],
    ])('finds who has %j when %j is to be registered', async (before, now) => {
      await recorded(before, derivedId('of old'));
      await expect(person(now, 'one key')).rejects.toThrow(RegistryRefusal);
      await expect(person(before, 'another key')).rejects.toThrow(RegistryRefusal);
      await person('A13');
      expect((await registry.person(derivedId('of old')))?.staffNumber).toBe(before);
    });

    it('and of another agency nobody', async () => {
      await recorded('a12', derivedId('of old'));
      const other = await registry.registerAgency({ ...facts, uscc: creditCode() }, by('another agency'));
      const entered = { agency: other, staffNumber: 'A12', name: '林岚' };
      const there = await registry.registerPerson(entered, by('elsewhere'));
      expect((await registry.person(there))?.staffNumber).toBe('A12');
      expect((await registry.person(derivedId('of old')))?.staffNumber).toBe('a12');
    });

    it('also when many entries have come since it was asked last', async () => {
      await person('A11');
      for (let n = 0; n < 2_500; n += 1) {
        const event = { type: 'Noted', v: 1, occurredAt: at, actors: [], recordedBy: 'admin' };
        await store.append(`other-${String(n)}`, 'none', [{ ...event, agency, rules: {}, data: {} }], {
          id: String(n),
          digest: 'noted',
        });
      }
      await recorded('a12', derivedId('of old'));
      await expect(person('A12')).rejects.toThrow(RegistryRefusal);
    });
  });
});
