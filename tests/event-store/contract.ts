import {
  commit,
  CommandReused,
  disclose,
  EventTooLarge,
  largestEnvelope,
  NotJson,
  PositionUnknown,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type Json,
  type NewEvent,
  type RecordedEvent,
} from '@anjuan/event-store';
import canonicalize from 'canonicalize';
import { all, append, collect, command, event } from './appending.js';

export type Opened = Readonly<{
  store: EventStore;
  /** the same record, as another process has it */
  peer: EventStore;
}>;

export type Clock = { now: string };

/** What architecture promises of every store. `open` gives an empty record whose time is the clock's. */
export function eventStoreContract(open: (clock: Clock) => Promise<Opened>): void {
  let store: EventStore;
  let peer: EventStore;
  let clock: Clock;
  beforeEach(async () => {
    clock = { now: '2025-03-03T01:00:00.000Z' };
    ({ store, peer } = await open(clock));
  });
  afterEach(async () => {
    await Promise.all([store.close(), peer.close()]);
  });

  describe('expected revision', () => {
    it('begins a stream only when there is none, and goes on only from the last revision', async () => {
      expect(await append(store, 'a', 'none', 2)).toMatchObject({
        stream: 'a',
        revision: 1,
        replayed: false,
      });
      expect(await append(store, 'a', 1)).toMatchObject({ revision: 2 });
      expect((await store.read('a')).map(({ revision }) => revision)).toEqual([0, 1, 2]);
    });

    it.each([
      ['none', 1],
      [0, 1],
      [2, 1],
    ] as const)('refuses %s with the true revision', async (expected, actual) => {
      await append(store, 'a', 'none', 2);
      const refused = append(peer, 'a', expected);
      await expect(refused).rejects.toThrow(RevisionConflict);
      await expect(refused).rejects.toMatchObject({ stream: 'a', expected, actual });
      expect(await store.read('a')).toHaveLength(2);
    });

    it('refuses to go on where nothing was begun', async () => {
      await expect(append(store, 'a', 0)).rejects.toMatchObject({ name: 'RevisionConflict', actual: -1 });
      expect(await store.head()).toBeUndefined();
    });

    it('lets one of those who race win, and tells only that one so', async () => {
      const racers = [store, peer].flatMap((one) => [1, 2, 3, 4].map((n) => append(one, 'a', 'none', n)));
      const results = await Promise.allSettled(racers);
      const won = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const lost = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual(Array(7).fill(expect.any(RevisionConflict)));
      expect((await store.read('a')).at(-1)).toMatchObject({ position: won[0]?.position });
      expect(new Set(lost.map(({ actual }) => actual))).toEqual(new Set([won[0]?.revision]));
    });
  });

  describe('all or nothing', () => {
    it('stores no event when one of them cannot be stored', async () => {
      const events = [event(), event({ data: { text: '长'.repeat(30_000) } })];
      await expect(store.append('a', 'none', events, command())).rejects.toThrow(EventTooLarge);
      expect(await store.read('a')).toEqual([]);
    });

    it('fails one caller alone', async () => {
      await append(store, 'taken', 'none');
      const [good, bad, alsoGood] = await Promise.allSettled([
        append(store, 'a', 'none'),
        append(store, 'taken', 'none'),
        append(store, 'b', 'none'),
      ]);
      expect([good.status, bad.status, alsoGood.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });

    it('refuses an append without events, and names and versions that are none', async () => {
      await expect(store.append('a', 'none', [], command())).rejects.toThrow('append at least one');
      await expect(append(store, '', 'none')).rejects.toThrow('is not a name');
      await expect(append(store, 'nul\0', 'none')).rejects.toThrow('is not a name');
      await expect(append(store, 'a', -1)).rejects.toThrow('an integer from 0');
      await expect(store.append('a', 'none', [event({ v: 0 })], command())).rejects.toThrow(
        'integers from 1',
      );
      const yesterday = event({ occurredAt: '2025-03-02T09:00:00+08:00' });
      await expect(store.append('a', 'none', [yesterday], command())).rejects.toThrow('write it in UTC');
    });
  });

  describe('commands', () => {
    it('answers the same command with its first result, also later, and appends nothing', async () => {
      const same = { id: 'zhao/1', digest: 'd' };
      const first = await store.append('a', 'none', [event(), event()], same);
      await append(store, 'a', 1);
      clock.now = '2025-03-04T01:00:00.000Z';
      expect(await peer.append('a', 'none', [event(), event()], same)).toEqual({ ...first, replayed: true });
      expect(await store.find('zhao/1')).toEqual({ digest: 'd', appended: first });
      expect(await store.read('a')).toHaveLength(3);
    });

    it('happens once when it is sent many times at once', async () => {
      const same = { id: 'zhao/1', digest: 'd' };
      const all = await Promise.all(
        [store, peer, store].map((one) => one.append('a', 'none', [event()], same)),
      );
      expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect(new Set(all.map(({ position }) => position)).size).toBe(1);
      expect(await store.read('a')).toHaveLength(1);
    });

    it('refuses a known command with another digest', async () => {
      await store.append('a', 'none', [event()], { id: 'zhao/1', digest: 'd' });
      const other = peer.append('a', 0, [event()], { id: 'zhao/1', digest: 'e' });
      await expect(other).rejects.toThrow(CommandReused);
    });

    it('does not remember a command that was refused', async () => {
      await append(store, 'a', 'none');
      const refused = { id: 'zhao/1', digest: 'd' };
      await expect(store.append('a', 'none', [event()], refused)).rejects.toThrow(RevisionConflict);
      expect(await store.find('zhao/1')).toBeUndefined();
      expect(await store.append('a', 0, [event()], refused)).toMatchObject({ revision: 1, replayed: false });
    });

    it('derives the ids of events from the command', async () => {
      await store.append('a', 'none', [event(), event()], { id: 'zhao/1', digest: 'd' });
      const ids = (await store.read('a')).map(({ id }) => id);
      expect(ids).toEqual(['68518b70-2077-8e3e-ba30-fa3979c5c3e8', 'cdbfe99e-2f37-865c-9b68-be972e3b4800']);
    });
  });

  it('never lets recordedAt decrease, also when the clock goes back', async () => {
    await append(store, 'a', 'none');
    clock.now = '2025-03-01T00:00:00.000Z';
    expect(await append(peer, 'b', 'none')).toMatchObject({ recordedAt: '2025-03-03T01:00:00.000Z' });
    clock.now = '2025-03-05T00:00:00.000Z';
    expect(await append(store, 'c', 'none')).toMatchObject({ recordedAt: '2025-03-05T00:00:00.000Z' });
    const times = (await all(store)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  });

  describe('the bytes', () => {
    it('are the canonical JSON of the envelope, and come back as they went in', async () => {
      const data = {
        b: '1e5',
        a: '案卷 é é \u{1F4DC} \u2028 "\\',
        '€': [1e21 / 1e6, 0.1, -1.5e-9],
        A: null,
        '10': 1,
        '9': 2,
      };
      const limits = { most: Number.MAX_SAFE_INTEGER, least: Number.MIN_SAFE_INTEGER };
      const sent = event({
        data: { ...data, ...limits },
        rules: { version: '2025-01' },
        actors: [{ person: 'p1' }],
      });
      const { position } = await store.append('a', 'none', [sent], { id: 'zhao/1', digest: 'd' });
      const [read] = await peer.read('a');
      const { bytes, disclosures, position: at, ...envelope } = read!;
      expect(at).toBe(position);
      expect(disclosures).toEqual([]);
      expect(envelope).toEqual({
        ...sent,
        id: expect.any(String),
        stream: 'a',
        revision: 0,
        recordedAt: clock.now,
        commandId: 'zhao/1',
      });
      expect(Buffer.from(bytes).toString('utf8')).toBe(canonicalize(envelope));
      expect(Object.keys(envelope.data as object)).toEqual(['9', '10', 'A', 'a', 'b', 'least', 'most', '€']);
    });

    it.each<[string, unknown, RegExp]>([
      ['bigint', { n: 1n }, /\/data\/n .*bigint/],
      ['NaN', { list: [1, NaN] }, /\/data\/list\/1 .*not a JSON number/],
      ['Infinity', { n: Infinity }, /\/data\/n /],
      ['undefined', { 'a/b': undefined }, /\/data\/a~1b .*undefined/],
      ['a hole', { list: Array(2) }, /\/data\/list\/0 .*undefined/],
      ['a function', { f: () => 1 }, /\/data\/f .*function/],
      ['a Date', { at: new Date(0) }, /\/data\/at .*string/],
      ['a Map', { m: new Map() }, /\/data\/m /],
      ['a rounded integer', { n: 2 ** 53 }, /\/data\/n .*2\^53/],
      ['half a character', { s: '\ud83d' }, /\/data\/s .*surrogate/],
    ])('refuse %s clearly', async (_name, data, message) => {
      const refused = store.append('a', 'none', [event({ data: data as Json })], command());
      await expect(refused).rejects.toThrow(NotJson);
      await expect(refused).rejects.toThrow(message);
      expect(await store.head()).toBeUndefined();
    });

    it('may take 60 KB and not one more', async () => {
      const withText = (length: number): NewEvent => event({ data: { text: 'x'.repeat(length) } });
      const id = { id: 'zhao/1', digest: 'd' };
      await store.append('measure', 'none', [withText(1)], id);
      const room = largestEnvelope - (await store.read('measure'))[0]!.bytes.length;
      const next = { id: 'zhao/2', digest: 'd' };
      await expect(store.append('fullest', 'none', [withText(room + 2)], next)).rejects.toThrow(
        EventTooLarge,
      );
      await store.append('fullest', 'none', [withText(room + 1)], next);
      expect((await store.read('fullest'))[0]?.bytes).toHaveLength(60 * 1024);
    });
  });

  describe('reading all', () => {
    it('gives every event once, each stream in order, while eight writers race', async () => {
      const streams = ['s0', 's1', 's2', 's3', 's4'];
      const acknowledged: Appended[] = [];
      const seen: RecordedEvent[] = [];
      const stop = new AbortController();
      const reading = collect(peer.subscribe(undefined, stop.signal), seen);
      await Promise.all(
        Array.from({ length: 8 }, async (_, writer) => {
          const own = writer % 2 === 0 ? store : peer;
          for (let n = 0; n < 25; n++) acknowledged.push(await insist(own, streams[(writer + n) % 5]!));
        }),
      );
      while (seen.length < 200) await turn();
      stop.abort();
      await reading;
      const stored = await all(store);
      expect(seen.map(key)).toEqual(stored.map(key));
      expect(stored).toHaveLength(200);
      expect(stored.map(({ position }) => position)).toEqual(
        [...new Set(stored.map(({ position }) => position))].sort(),
      );
      expect(stored.map(key).sort()).toEqual(acknowledged.map(key).sort());
      for (const stream of streams) {
        const revisions = stored.filter((one) => one.stream === stream).map(({ revision }) => revision);
        expect(revisions).toEqual(revisions.map((_, index) => index));
      }
    });

    it('goes on after a position, and stops at the limit and at the head', async () => {
      await append(store, 'a', 'none', 5);
      const [, second, third] = await all(store);
      expect((await all(store, second?.position, 1)).map(key)).toEqual([key(third!)]);
      expect(await all(store, await store.head())).toEqual([]);
      expect(await all(store, undefined, 0)).toEqual([]);
      expect((await store.read('a', 1)).map(({ revision }) => revision)).toEqual([0, 1]);
      expect((await store.read('a', 3, 2)).map(({ revision }) => revision)).toEqual([2, 3]);
      expect((await store.read('a', undefined, 4)).map(({ revision }) => revision)).toEqual([4]);
      expect(await store.read('a', undefined, 5)).toEqual([]);
    });

    it('gives more than a page', async () => {
      for (let n = 0; n < 3; n++) await append(store, `s${n}`, 'none', 400);
      expect(new Set((await all(store)).map(key)).size).toBe(1200);
    });

    it('does not wait in silence behind a position that the record does not have', async () => {
      await append(store, 'a', 'none', 2);
      const beyond = (await store.head())!;
      const other = await open(clock);
      await append(other.store, 'a', 'none');
      await expect(all(other.store, beyond)).rejects.toThrow(PositionUnknown);
      await expect(all(store, 'elsewhere')).rejects.toThrow(PositionUnknown);
      await Promise.all([other.store.close(), other.peer.close()]);
    });
  });

  describe('reading headers', () => {
    const headerOf = ({ id, stream, revision, position, recordedAt }: RecordedEvent) => ({
      id,
      stream,
      revision,
      position,
      recordedAt,
    });

    it('gives those of the events that reading all gives, after a position and up to the limit', async () => {
      await append(store, 'a', 'none', 2);
      clock.now = '2025-03-04T01:00:00.120Z';
      await append(peer, 'b', 'none');
      await append(store, 'a', 1);
      const headers = (await all(store)).map(headerOf);
      expect(await store.readHeaders(undefined, 10)).toEqual(headers);
      expect(await store.readHeaders(headers[0]?.position, 2)).toEqual(headers.slice(1, 3));
      expect(await store.readHeaders(await store.head(), 10)).toEqual([]);
      expect(await store.readHeaders(undefined, 0)).toEqual([]);
    });

    it('gives as many as are asked for, also more than a page', async () => {
      for (let n = 0; n < 3; n++) await append(store, `s${n}`, 'none', 400);
      expect(await store.readHeaders(undefined, 1_100)).toHaveLength(1_100);
    });

    it('tells when the record does not have the position', async () => {
      await append(store, 'a', 'none', 2);
      const beyond = await store.head();
      const other = await open(clock);
      await append(other.store, 'a', 'none');
      await expect(other.store.readHeaders(beyond, 10)).rejects.toThrow(PositionUnknown);
      await expect(store.readHeaders('elsewhere', 10)).rejects.toThrow(PositionUnknown);
      await Promise.all([other.store.close(), other.peer.close()]);
    });
  });

  describe('reading streams side by side', () => {
    it('gives each reading its own events, the same one twice, and nothing for no stream', async () => {
      await append(store, 'a', 'none', 3);
      await append(store, 'b', 'none', 2);
      const readings = [
        store.read('b'),
        store.read('a', 1),
        store.read('none of them'),
        store.read('a', undefined, 2),
        store.read('b'),
      ];
      const found = await Promise.all(readings);
      const reported = found.map((events) => events.map(({ stream, revision }) => `${stream}${revision}`));
      expect(reported).toEqual([['b0', 'b1'], ['a0', 'a1'], [], ['a2'], ['b0', 'b1']]);
    });

    it('sees what another process had appended before it was asked', async () => {
      await append(store, 'a', 'none');
      const before = store.read('a');
      await append(peer, 'a', 0);
      const [again, other] = await Promise.all([store.read('a'), store.read('b')]);
      expect((await before).length).toBeGreaterThan(0);
      expect(again).toHaveLength(2);
      expect(other).toEqual([]);
    });

    it('lets a reading that cannot be done fail alone', async () => {
      await append(store, 'a', 'none');
      const [bad, good] = await Promise.allSettled([store.read('nul\0'), store.read('a')]);
      expect(bad.status === 'rejected' || bad.value.length === 0).toBe(true);
      expect(good).toMatchObject({ status: 'fulfilled', value: [{ stream: 'a' }] });
    });
  });

  describe('subscribing', () => {
    it('sees what another process appends, and ends without error when aborted', async () => {
      await append(store, 'a', 'none');
      const stop = new AbortController();
      const seen: RecordedEvent[] = [];
      const reading = collect(store.subscribe(undefined, stop.signal), seen);
      while (seen.length < 1) await turn();
      await append(peer, 'a', 0);
      while (seen.length < 2) await turn();
      stop.abort();
      await reading;
      expect(seen.map(({ revision }) => revision)).toEqual([0, 1]);
    });

    it('ends when the store is closed, and appends are refused from then on', async () => {
      const reading = collect(store.subscribe(undefined, new AbortController().signal), []);
      const underWay = append(store, 'a', 'none');
      await store.close();
      await reading;
      await expect(underWay).resolves.toMatchObject({ revision: 0 });
      await expect(append(store, 'a', 0)).rejects.toThrow(StoreUnavailable);
    });
  });

  describe('personal data', () => {
    const person = { name: '李四', phone: '13800000000' };
    const personal = [{ pointer: '/party/name', kind: 'party' }];

    it('stay beside the event, and can be erased without touching its bytes', async () => {
      const { data, disclosures } = commit({ party: person }, personal);
      await store.append('a', 'none', [event({ data, disclosures }), event()], command());
      const [before, plain] = await store.read('a');
      expect(Buffer.from(before!.bytes).toString('utf8')).not.toContain('李四');
      expect(before?.disclosures).toEqual(disclosures);
      expect(plain?.disclosures).toEqual([]);
      expect(disclose(before!.data, before!.disclosures)).toEqual({ party: person });

      expect(await peer.erase([disclosures[0]!.digest])).toBe(1);
      expect(await peer.erase([disclosures[0]!.digest])).toBe(0);
      const [after] = await all(store);
      expect(after?.bytes).toEqual(before?.bytes);
      expect(disclose(after!.data, after!.disclosures)).toEqual({
        party: { ...person, name: { _sd: disclosures[0]!.digest } },
      });
    });

    it('are refused without their commitment', async () => {
      const { data, disclosures } = commit({ party: person }, personal);
      const bare = store.append('a', 'none', [event({ data: { party: person }, disclosures })], command());
      await expect(bare).rejects.toThrow('is not committed to');
      const altered = disclosures.map((one) => ({ ...one, disclosure: `${one.disclosure}A` }));
      const forged = store.append('a', 'none', [event({ data, disclosures: altered })], command());
      await expect(forged).rejects.toThrow('another digest');
    });
  });
}

/** Reads the stream and appends, anew as long as others come first. */
async function insist(store: EventStore, stream: string): Promise<Appended> {
  for (;;) {
    const last = (await store.read(stream)).at(-1);
    try {
      return await append(store, stream, last?.revision ?? 'none');
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
}

function key({
  position,
  stream,
  revision,
}: Readonly<{ position: string; stream: string; revision: number }>): string {
  return `${position} ${stream} ${revision}`;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
