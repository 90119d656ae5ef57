import { InMemoryEventStore, StoreUnavailable } from '@anjuan/event-store';
import { derivedId, Registry, RegistryRefusal } from '@anjuan/registry';
import { creditCode } from '../support/credit-code.js';
import { at, by, facts } from './registering.js';

describe('A credit code is one agency’s', () => {
  /** Ends before the append that goes to a stream of that kind. */
  class CutShort extends InMemoryEventStore {
    before: string | undefined;
    override append: InMemoryEventStore['append'] = (stream, ...rest) =>
      this.before !== undefined && stream.startsWith(this.before)
        ? Promise.reject(new StoreUnavailable())
        : super.append(stream, ...rest);
  }
  let store: CutShort;
  let registry: Registry;
  beforeEach(() => {
    store = new CutShort({ clock: () => new Date(at) });
    registry = new Registry(store);
  });
  const refusal = async (work: Promise<unknown>): Promise<RegistryRefusal> => {
    const error: unknown = await work.catch((thrown: unknown) => thrown);
    if (error instanceof RegistryRefusal) return error;
    throw new Error('not refused', { cause: error });
  };
  const registered = async () => {
    const ids: string[] = [];
    for await (const { type, stream } of store.readAll())
      if (type === 'AgencyRegistered') ids.push(stream.slice('agency-'.length));
    return ids;
  };

  it('refuses it to a second agency and says whose it is; the first key keeps its answer', async () => {
    const first = await registry.registerAgency(facts, by('first'));
    const { reason, message } = await refusal(
      registry.registerAgency({ ...facts, name: '另一机关' }, by('second')),
    );
    expect(reason).toBe('credit-code-taken');
    expect(message).toContain(facts.name);
    expect(message).toContain(first);
    expect(await registry.registerAgency(facts, by('first'))).toBe(first);
    await registry.registerAgency({ ...facts, uscc: creditCode() }, by('third'));
    expect(await registered()).toHaveLength(2);
  });

  it('takes of two programs and many callers one', async () => {
    const elsewhere = new Registry(store);
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? registry : elsewhere).registerAgency(facts, by(`caller ${String(n)}`)),
      ),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tried)
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RegistryRefusal);
    expect(await registered()).toHaveLength(1);
  });

  it('is found with an agency that was registered before codes were claimed, twice too', async () => {
    const registeredBefore = async (agency: string) => {
      const envelope = { v: 1, occurredAt: at, actors: [], recordedBy: 'admin', agency, rules: {} };
      const event = { ...envelope, type: 'AgencyRegistered', data: facts };
      await store.append(`agency-${agency}`, 'none', [event], { id: agency, digest: 'of old' });
    };
    const [one, two] = [derivedId('one'), derivedId('two')];
    await registeredBefore(one);
    await registeredBefore(two);
    expect((await refusal(registry.registerAgency(facts, by('third')))).message).toContain(one);
    for (const agency of [one, two])
      expect(await registry.agency(agency)).toMatchObject({ ...facts, agency });
    await registry.registerPerson({ agency: two, staffNumber: '1', name: '林岚' }, by('person'));
  });

  it('registers the agency under another key where an attempt was cut short', async () => {
    store.before = 'agency-';
    await expect(registry.registerAgency(facts, by('first'))).rejects.toThrow(StoreUnavailable);
    store.before = undefined;
    const agency = await registry.registerAgency({ ...facts, name: '改名后的机关' }, by('second'));
    expect((await registry.agency(agency))?.name).toBe('改名后的机关');
    expect((await refusal(registry.registerAgency(facts, by('first')))).reason).toBe('credit-code-taken');
  });

  it('keeps no code for a key that then registers another', async () => {
    store.before = 'agency-';
    await expect(registry.registerAgency(facts, by('key'))).rejects.toThrow(StoreUnavailable);
    store.before = undefined;
    await registry.registerAgency({ ...facts, uscc: creditCode() }, by('key'));
    await registry.registerAgency(facts, by('another key'));
  });
});
