import { surveyRecord, type DamageKind, type EventStore, type RecordedEvent } from '@anjuan/event-store';
import { all, append, collect } from './appending.js';

/** What is done to stream `a` by the means of the store, and what it is then called. */
export type Means = Readonly<{ does: string; found: DamageKind; to: (stream: string) => Promise<void> }>;

export type Damageable = Readonly<{
  store: EventStore;
  /** the same record, as another process has it */
  peer: EventStore;
  means: readonly Means[];
}>;

const refused = expect.stringMatching(/^(RecordDamaged|RevisionConflict)$/);

/** What every store promises of a damaged stream. `open` gives an empty record, and `kinds` of its means by name. */
export function damageContract(kinds: readonly string[], open: () => Promise<Damageable>): void {
  let store: EventStore;
  let peer: EventStore;
  let means: readonly Means[];
  beforeEach(async () => {
    ({ store, peer, means } = await open());
    await append(store, 'a', 'none', 5);
    await append(store, 'b', 'none', 2);
  });
  afterEach(async () => {
    await Promise.all([store.close(), peer.close()]);
  });
  const damage = async (kind: string) => {
    const { found, to } = means.find(({ does }) => does === kind)!;
    await to('a');
    return { name: 'RecordDamaged', damage: expect.objectContaining({ what: found, stream: 'a' }) };
  };

  it.each(kinds)('%s is refused by name, and concerns no other stream', async (kind) => {
    const named = await damage(kind);
    for (const one of [store, peer]) {
      await expect(one.read('a')).rejects.toMatchObject(named);
      await expect(append(one, 'a', 4)).rejects.toMatchObject({ name: refused });
      await expect(append(one, 'a', 'none')).rejects.toMatchObject({ name: refused });
      expect(one.damaged()).toContainEqual(named.damage);
    }
    await append(store, 'b', 1);
    expect((await peer.read('b')).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect((await peer.find('nobody asked')) === undefined).toBe(true);
  });

  it.each(kinds)('%s is met in the log, which goes on behind it', async (kind) => {
    const { damage: found } = await damage(kind);
    await append(store, 'b', 1);
    const events = await all(peer);
    expect(ofB(events)).toEqual([0, 1, 2]);
    expect(events.filter((one) => one.damage && one.stream !== 'a')).toEqual([]);
    expect(events.map(({ position }) => position)).toEqual(events.map(({ position }) => position).sort());
    const headers = await peer.readHeaders(undefined, 100);
    expect(headers.map(({ position }) => position)).toEqual(events.map(({ position }) => position));
    expect((await surveyRecord(store)).damaged).toEqual([found]);
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const reading = collect(store.subscribe(undefined, stop.signal), seen);
    await append(peer, 'b', 2);
    while (ofB(seen).length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await reading;
    const half = events.at(Math.floor(events.length / 2))!.position;
    expect((await all(peer, half)).length).toBeGreaterThan(0);
  });

  it('nothing is found in a record that is whole', async () => {
    expect((await surveyRecord(store)).damaged).toEqual([]);
    await store.read('a');
    expect(store.damaged()).toEqual([]);
  });
}

const ofB = (events: readonly RecordedEvent[]): readonly number[] =>
  events.filter(({ stream }) => stream === 'b').map(({ revision }) => revision);
