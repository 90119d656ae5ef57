import { Growth, InMemoryEventStore, type EventHeader, type Position } from '@anjuan/event-store';

const clock = () => new Date('2026-03-05T01:00:00.000Z');

/** A record that can be put back from a copy, and that counts how often it is asked what has come. */
class Restorable extends InMemoryEventStore {
  counted = 0;
  held: Promise<unknown> | undefined;
  copy: InMemoryEventStore | undefined;

  override async readHeaders(after: Position | undefined, limit: number): Promise<readonly EventHeader[]> {
    this.counted++;
    await this.held;
    return this.copy ? this.copy.readHeaders(after, limit) : super.readHeaders(after, limit);
  }

  override head(): Promise<Position | undefined> {
    return this.copy ? this.copy.head() : super.head();
  }
}

const append = (store: InMemoryEventStore, stream: string, expected: number | 'none', what = 'x') =>
  store.append(
    stream,
    expected,
    [
      {
        type: 'Noted',
        v: 1,
        occurredAt: clock().toISOString(),
        actors: [],
        recordedBy: 'p',
        agency: 'a',
        rules: {},
        data: { what },
      },
    ],
    { id: `${stream} ${String(expected)} ${what}`, digest: 'd' },
  );

describe('what has grown', () => {
  let store: Restorable;
  let growth: Growth;
  beforeEach(async () => {
    store = new Restorable({ clock });
    growth = new Growth(store);
    await append(store, 'one', 'none');
    await append(store, 'other', 'none');
    await growth.look();
    await append(store, 'third', 'none');
  });

  it('is known of no stream before an event was met that must still be there later', async () => {
    const anew = new Growth(store);
    expect(anew.unchanged('one', await anew.look(), 0)).toBe(false);
    expect(anew.unchanged('one', await anew.look(), 0)).toBe(false);
    await append(store, 'third', 0);
    expect(anew.unchanged('one', await anew.look(), 0)).toBe(true);
  });

  it('are the streams written since, and only beyond the revision read', async () => {
    const seen = await growth.look();
    await append(store, 'one', 0);
    expect(growth.unchanged('one', seen, 0)).toBe(true);
    await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
    expect(growth.unchanged('one', seen, 1)).toBe(true);
    expect(growth.unchanged('other', seen, 0)).toBe(true);
  });

  it('is asked in one question for all of a turn, which begins after they asked', async () => {
    const before = store.counted;
    const [one, other] = await Promise.all([growth.look(), growth.look()]);
    expect([store.counted - before, one]).toStrictEqual([1, other]);
    let release: (value?: unknown) => void = () => undefined;
    store.held = new Promise((resolve) => (release = resolve));
    const early = growth.look();
    while (store.counted - before < 2) await new Promise((resolve) => setImmediate(resolve));
    const late = growth.look();
    release();
    expect(await late).toBeGreaterThan(await early);
    expect(store.counted - before).toBe(3);
  });

  it('is unknown again where the record was put back from an older copy, though it has grown as far', async () => {
    const seen = await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(true);
    store.copy = new InMemoryEventStore({ clock });
    await append(store.copy, 'one', 'none');
    await append(store.copy, 'other', 'none');
    await append(store.copy, 'third', 'none', 'another');
    await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
    await append(store.copy, 'third', 0);
    const again = await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
    expect(growth.unchanged('one', again, 0)).toBe(true);
  });

  it('is unknown again where the record ends before what was seen', async () => {
    const seen = await growth.look();
    store.copy = new InMemoryEventStore({ clock });
    await append(store.copy, 'one', 'none');
    await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
  });

  it('is unknown again after more than is read at once', async () => {
    const seen = await growth.look();
    for (let number = 0; number < 1_000; number++) await append(store, `s${String(number)}`, 'none');
    await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
  });

  it('goes on after the record could not be asked', async () => {
    const seen = await growth.look();
    store.held = Promise.reject(new Error('gone'));
    await expect(growth.look()).rejects.toThrow('gone');
    store.held = undefined;
    await append(store, 'one', 0);
    await growth.look();
    expect(growth.unchanged('one', seen, 0)).toBe(false);
    expect(growth.unchanged('other', seen, 0)).toBe(true);
  });
});
