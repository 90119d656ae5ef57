import { PostgresEventStore, type RecordedEvent } from '@anjuan/event-store';
import { agencyCases } from '@anjuan/views';
import { filed, notified } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

/** Counts the events of cases that were read from their streams. */
class CountedStore extends PostgresEventStore {
  events = 0;
  override async read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]> {
    const found = await super.read(stream, upTo, from);
    if (stream.startsWith('case-')) this.events += found.length;
    return found;
  }
}

describe('lists that follow the record', () => {
  let desk: Desk;
  let store: CountedStore;
  beforeEach(async () => {
    desk = await Desk.open();
    store = new CountedStore(desk.pool, { clock: desk.clock, pollMs: 50 });
  });
  afterEach(async () => {
    await desk.close();
    await store.close();
  });

  it('read a case from its beginning once, for all of them, and then fold what comes', async () => {
    await desk.enter('a', filed);
    const runner = await desk.run({ store });
    const settled = async () => (await runner.states()).every(({ state }) => state === 'following');
    await desk.until(settled);
    let position = await desk.enter('a', notified.slice(0, 5), { from: 4 });
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
    const before = store.events;
    expect(before).toBeLessThanOrEqual(filed.length + 5);
    for (let from = 5; from < notified.length; from++) {
      position = await desk.enter('a', notified.slice(0, from + 1), { from });
      expect(await runner.waitFor(position, patienceMs)).toBe(true);
    }
    expect(store.events).toBe(before);
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 10 });
    expect(items.map((item) => `${item.case} ${item.revision}`)).toStrictEqual(['a 8']);
  });

  it('take a new case from its first events, and read no stream for it', async () => {
    const runner = await desk.run({ store });
    expect(await runner.waitFor(await desk.enter('a', filed), patienceMs)).toBe(true);
    expect(await runner.waitFor(await desk.enter('b', filed), patienceMs)).toBe(true);
    expect(store.events).toBe(0);
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 10 });
    expect(items.map((item) => `${item.case} ${item.revision}`).sort()).toStrictEqual(['a 3', 'b 3']);
  });
});
