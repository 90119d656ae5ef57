import { InMemoryEventStore } from '@anjuan/event-store';
import { ClockWatch, type ClockBounds } from '../../apps/api/src/parts/clock-watch.js';
import { LastWrites } from '../../apps/api/src/parts/last-writes.js';
import { WatchedStore } from '../../apps/api/src/parts/watched-store.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const begin = Date.parse('2026-03-01T01:00:00.000Z');

/** A machine and its database, each with a clock that somebody sets. */
class Machines {
  gone = 0;
  own = 0;
  database = 0;
  readonly told: (string | undefined)[] = [];
  store = new InMemoryEventStore({ clock: () => this.now() });
  writing = this.#writing({});

  now(): Date {
    return new Date(begin + this.gone + this.own);
  }
  watchedBy(bounds: Partial<ClockBounds>): void {
    this.writing = this.#writing(bounds);
  }
  #writing(bounds: Partial<ClockBounds>) {
    const watch = new ClockWatch(
      {
        clock: { now: () => this.now() },
        database: () => Promise.resolve(new Date(begin + this.gone + this.database)),
        head: () => this.store.lastRecordedAt(),
        uptime: () => this.gone / 1000,
      },
      { skewMs: 5 * minute, silenceMs: 180 * day, ...bounds },
      (wrong) => this.told.push(wrong),
    );
    return new WatchedStore(this.store, new LastWrites(), watch);
  }
}

describe('A clock under watch', () => {
  let machines: Machines;
  let written = 0;
  beforeEach(() => {
    machines = new Machines();
  });
  const write = async () => {
    const occurredAt = machines.now().toISOString();
    const rest = { actors: [], recordedBy: 'lin', agency: 'a', rules: {}, data: {} };
    const event = { type: 'Opened', v: 1, occurredAt, ...rest };
    const id = String((written += 1));
    return machines.writing.append(`case-${id}`, 'none', [event], { id, digest: id });
  };
  const refused = (why: RegExp) =>
    expect(write()).rejects.toMatchObject({ type: 'clock-wrong', message: expect.stringMatching(why) });

  it.each([
    ['to 2099', 73 * 365 * day],
    ['an hour ahead', 60 * minute],
    ['an hour back', -60 * minute],
  ])('set %s, writes nothing until it is right again', async (_, set) => {
    await write();
    machines.own = set;
    await refused(/数据库时钟/);
    machines.gone += minute;
    await refused(/the database’s/);
    machines.own = 0;
    expect((await write()).recordedAt).toBe(machines.now().toISOString());
    expect(machines.told).toEqual([expect.stringContaining('时钟'), undefined]);
  });

  it('set together with the database’s, is found out by the time the machine runs', async () => {
    await write();
    machines.own = machines.database = 60 * minute;
    await refused(/运行期间时钟被改动/);
    machines.gone += minute;
    await refused(/start the program again/);
    machines.watchedBy({});
    await write();
  });

  it('set back with the database’s before the start, is found out by the record', async () => {
    await write();
    machines.own = machines.database = -60 * minute;
    machines.watchedBy({});
    await refused(/早于最后一条记录/);
    machines.own = machines.database = 0;
    await write();
  });

  it('set to another year before the start, is found out by the silence of the record', async () => {
    await write();
    machines.own = machines.database = 400 * day;
    machines.watchedBy({});
    await refused(/MAX_SILENCE_DAYS/);
    machines.watchedBy({ silenceMs: 500 * day });
    await write();
  });

  it('may differ by less than the bound', async () => {
    await write();
    machines.gone += 20_000;
    machines.own = 2 * minute;
    machines.watchedBy({});
    const { recordedAt } = await write();
    machines.own = 0;
    machines.watchedBy({});
    expect((await write()).recordedAt).toBe(recordedAt);
  });

  it('writes on behind a last entry in the future only where the operator has accepted that very entry', async () => {
    const wrong = new InMemoryEventStore({ clock: () => new Date('2099-01-01T00:00:00.000Z') });
    machines.store = wrong;
    const occurredAt = '2099-01-01T00:00:00.000Z';
    const rest = { actors: [], recordedBy: 'lin', agency: 'a', rules: {}, data: {} };
    const event = { type: 'Opened', v: 1, occurredAt, ...rest };
    await wrong.append('case-wrong', 'none', [event], { id: 'wrong', digest: 'wrong' });
    machines.watchedBy({});
    await refused(/ACCEPT_FUTURE_HEAD/);
    machines.watchedBy({ acceptedHead: '2098-01-01T00:00:00.000Z' });
    await refused(/ACCEPT_FUTURE_HEAD/);
    machines.watchedBy({ acceptedHead: occurredAt });
    expect((await write()).recordedAt).toBe(occurredAt);
  });
});
