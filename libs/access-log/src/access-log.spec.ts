import { setImmediate } from 'node:timers/promises';
import {
  InMemoryEventStore,
  OutcomeUnknown,
  StoreUnavailable,
  type Appended,
  type CommandRef,
  type NewEvent,
  type RecordedEvent,
} from '@anjuan/event-store';
import { AccessLog } from './access-log.js';
import { entriesOfPage } from './pages.js';

const at = new Date('2026-03-02T01:00:00.000Z');
const by = { person: 'lin', agency: 'a', capacities: ['officer'], session: 's1' } as const;
const from = { at, ip: '192.0.2.7', network: '192.0.2.7' };
const aCase = '0198c1c2-5c1e-7a53-9a53-0f1c2b7a9e11';
const read = { ...from, by, operation: 'case/view', record: aCase };
const minute = 60_000;

/** A record that can be away: before it stores anything, or after, when its answer is lost; or silent, until it ends. */
class Away extends InMemoryEventStore {
  away: 'before' | 'after' | 'silent' | undefined;
  readonly #ended = Promise.withResolvers<undefined>();

  end(): void {
    this.#ended.resolve(undefined);
  }

  override async append(
    stream: string,
    expected: number | 'none',
    events: readonly NewEvent[],
    command: CommandRef,
  ): Promise<Appended> {
    if (this.away === 'silent') await this.#ended.promise;
    if (this.away === 'before') throw new StoreUnavailable();
    const appended = await super.append(stream, expected, events, command);
    if (this.away === 'after') throw new OutcomeUnknown();
    return appended;
  }
}

describe('The log of access', () => {
  let store: Away;
  let log: AccessLog;
  let now: number;
  beforeEach(() => {
    now = 0;
    store = new Away({ clock: () => at });
    log = new AccessLog(store, { now: () => now, shownBy: () => 'case-file' });
  });
  afterEach(() => log.close());

  const recorded = async (): Promise<readonly RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    return events;
  };
  const data = async () => (await recorded()).map((event) => event.data);
  const times = (many: number, doing: (nth: number) => void) => {
    for (let nth = 0; nth < many; nth++) doing(nth);
  };
  const stranger = { ...from, operation: 'case/view', status: 401 } as const;
  const nobody = () => Promise.resolve(undefined);

  it('has one entry for the reads of a case by a session within a minute', async () => {
    times(100, () => {
      log.read(read);
      log.read({ ...read, operation: 'case/history' });
    });
    await log.flush();
    times(100, () => {
      log.read(read);
    });
    await log.flush(true);
    expect(await data()).toEqual([
      {
        person: 'lin',
        capacities: ['officer'],
        session: 's1',
        ip: { _sd: expect.any(String) },
        record: aCase,
        reads: [
          { operation: 'case/view', shows: 'case-file' },
          { operation: 'case/history', shows: 'case-file' },
        ],
      },
    ]);
    now = minute;
    await log.flush();
    log.read(read);
    await log.flush();
    expect(await data()).toHaveLength(2);
  });

  it('has an entry of its own for what else is read within the minute, and for every session and case', async () => {
    log.read(read);
    await log.flush();
    log.read({ ...read, operation: 'case/history' });
    log.read({ ...read, record: 'another' });
    log.read({ ...read, by: { ...by, session: 's2' } });
    await log.flush();
    expect((await data()).slice(1)).toEqual([
      expect.objectContaining({ reads: [{ operation: 'case/history', shows: 'case-file' }] }),
      expect.objectContaining({ record: 'another' }),
      expect.objectContaining({ session: 's2' }),
    ]);
  });

  it('says under which relation and for which purpose somebody was let in', async () => {
    log.read({ ...read, letIn: { relation: 'none', personal: 'shown', purpose: '2026年案卷评查' } });
    log.read({ ...read, letIn: { relation: 'handler' } });
    await log.flush();
    expect(await data()).toEqual([
      expect.objectContaining({ relation: 'none', personal: 'shown', purpose: '2026年案卷评查' }),
      expect.objectContaining({ relation: 'handler' }),
    ]);
  });

  it('keeps the address beside the permanent bytes, and takes down none that a header made up', async () => {
    log.read(read);
    log.read({ ...read, ip: '<script>', record: 'another' });
    await log.flush();
    const [own, madeUp] = await recorded();
    expect(Buffer.from(own!.bytes).toString()).not.toContain(from.ip);
    expect(own!.disclosures).toMatchObject([{ kind: 'visitor' }]);
    expect(madeUp!.data).not.toHaveProperty('ip');
  });

  it('counts the refusals of an address, whatever it asks for', async () => {
    log.refused(stranger);
    await log.flush();
    times(10_000, (nth) => {
      log.refused({ ...stranger, operation: `case/${String(nth % 7)}`, record: String(nth) });
    });
    await log.flush();
    expect(await data()).toMatchObject([{ status: 401, times: 1, operations: ['case/view'] }]);
    now = minute;
    await log.flush();
    const [, rest] = await data();
    expect(rest).toMatchObject({ status: 401, times: 10_000 });
    expect(rest).not.toHaveProperty('record');
  });

  it('counts very many addresses together', async () => {
    times(3_000, (nth) => {
      log.refused({ ...stranger, network: String(nth) });
    });
    await log.flush(true);
    const all = await data();
    expect(all).toHaveLength(1_001);
    expect(all.at(-1)).toEqual({
      status: 401,
      times: 2_000,
      until: at.toISOString(),
      operations: ['case/view'],
    });
  });

  it('names the cases that somebody signed in was refused, and counts them when they are very many', async () => {
    times(200, (nth) => {
      log.refused({ ...stranger, by, status: 404, record: String(nth) });
    });
    await log.flush(true);
    const all = await data();
    expect(all).toHaveLength(51);
    expect(all[0]).toMatchObject({ person: 'lin', record: '0', status: 404, times: 1 });
    expect(all.at(-1)).toMatchObject({ person: 'lin', times: 150 });
  });

  const provisions = [{ id: 'decision/after-review', cites: 'APL 58' }];
  const act = {
    ...from,
    by,
    capacity: 'officer',
    act: 'decision/decide',
    record: aCase,
    provisions,
  } as const;

  it('counts an act on a case that the law refused again under the same provisions, and keeps others apart', async () => {
    times(30, () => {
      log.actRefused(act);
    });
    log.actRefused({ ...act, provisions: [] });
    now += minute;
    await log.flush(true);
    expect(await data()).toMatchObject([
      { person: 'lin', capacity: 'officer', acts: ['decision/decide'], record: aCase, provisions, times: 30 },
      { provisions: [], times: 1 },
    ]);
  });

  it('counts the acts that one session is refused together, when they are very many', async () => {
    times(80, (nth) => {
      log.actRefused({ ...act, record: `case ${String(nth)}` });
    });
    now += minute;
    await log.flush(true);
    const all = await data();
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({ acts: ['decision/decide'], provisions: [], times: 30 });
    expect(all.at(-1)).not.toHaveProperty('record');
  });

  it('says what the scanner found, and counts the same file sent again', async () => {
    times(3, () => {
      log.uploadRefused({ ...from, by, sha256: 'a-hash', found: 'Malware.Name' });
    });
    await log.flush(true);
    expect(await data()).toMatchObject([
      { person: 'lin', session: 's1', sha256: 'a-hash', found: 'Malware.Name', times: 3 },
    ]);
  });

  it('has sign-ins under the agency of who signed in, and tries of unknown logins under none', async () => {
    const tried = { ...from, login: 'hidden', outcome: 'refused' };
    log.tried({ ...tried, outcome: 'accepted' }, Promise.resolve({ person: 'lin', agency: 'a' }));
    log.tried(tried, Promise.resolve({ person: 'lin', agency: 'a' }));
    log.tried({ ...tried, login: 'other' }, nobody());
    log.tried({ ...tried, login: 'third' }, Promise.reject(new StoreUnavailable()));
    await log.flush();
    expect((await recorded()).map(({ type, agency, recordedBy }) => [type, agency, recordedBy])).toEqual([
      ['SignedIn', 'a', 'lin'],
      ['SignInFailed', 'a', 'lin'],
      ['SignInFailed', 'system', 'nobody'],
      ['SignInFailed', 'system', 'nobody'],
    ]);
  });

  it('counts the logins that one address tries, when they are very many', async () => {
    times(500, (nth) => {
      log.tried({ ...from, login: String(nth), outcome: 'refused' }, nobody());
    });
    await log.flush(true);
    const all = await data();
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({ times: 450 });
    expect(all.at(-1)).not.toHaveProperty('login');
  });

  it('counts the addresses that very many tries come from, and all together when they are very many too', async () => {
    times(3_000, (nth) => {
      const network = String(nth);
      log.tried({ ...from, network, login: network, outcome: 'unfit' }, nobody());
    });
    await log.flush(true);
    const all = await data();
    expect(all.filter((one) => Object.hasOwn(one as object, 'login'))).toHaveLength(1_000);
    expect(all).toHaveLength(2_001);
    expect(all.at(-1)).toMatchObject({ outcome: 'unfit', times: 1_000 });
  });

  it('stands on pages of bounded length, an agency’s entries apart from another’s', async () => {
    times(2 * entriesOfPage + 1, (nth) => {
      log.read({ ...read, record: String(nth) });
    });
    log.read({ ...read, by: { ...by, agency: 'b', session: 's3' } });
    await log.flush();
    const pages = Map.groupBy(await recorded(), ({ stream }) => stream);
    expect([...pages.values()].map((page) => page.length)).toEqual([entriesOfPage, entriesOfPage, 1, 1]);
    for (const page of pages.values()) expect(new Set(page.map(({ agency }) => agency)).size).toBe(1);
  });

  it.each(['before', 'after'] as const)(
    'loses nothing and writes nothing twice when the record goes away %s storing it',
    async (away) => {
      store.away = away;
      times(30, (nth) => {
        log.read({ ...read, record: String(nth) });
      });
      await expect(log.flush()).rejects.toThrow(StoreUnavailable);
      log.read({ ...read, record: 'later' });
      await expect(log.flush()).rejects.toThrow(StoreUnavailable);
      store.away = undefined;
      await log.flush();
      expect((await data()).map((one) => (one as { record: string }).record)).toEqual([
        ...Array.from({ length: 30 }, (_, nth) => String(nth)),
        'later',
      ]);
    },
  );

  it('tells whoever wants to see an entry in a list where it stands, whoever wrote it', async () => {
    log.read(read);
    const position = await log.flush();
    expect(position).toBe(await store.head());
    expect(await log.flush()).toBe(position);
  });

  it('is closed when nothing could be written for a minute, and open when it was', async () => {
    store.away = 'before';
    log.read(read);
    await expect(log.flush()).rejects.toThrow(StoreUnavailable);
    now = minute - 1;
    expect(log.open).toBe(true);
    now = minute;
    expect(log.open).toBe(false);
    store.away = undefined;
    await log.flush();
    expect(log.open).toBe(true);
  });

  it('is closed when nothing was answered for a minute, by the record or by who knows whose login it is', async () => {
    store.away = 'silent';
    log.read(read);
    const written = log.flush();
    await setImmediate();
    now = minute - 1;
    expect(log.open).toBe(true);
    now = minute;
    expect(log.open).toBe(false);
    store.end();
    await written;
    expect(log.open).toBe(true);
    const found = Promise.withResolvers<undefined>();
    log.tried({ ...from, login: 'hidden', outcome: 'refused' }, found.promise);
    const known = log.flush();
    await setImmediate();
    now = 2 * minute;
    expect(log.open).toBe(false);
    found.resolve(undefined);
    await known;
    expect(log.open).toBe(true);
  });

  it('is closed when too much waits', async () => {
    store.away = 'before';
    times(10_001, (nth) => {
      log.read({ ...read, record: String(nth) });
    });
    expect(log.open).toBe(false);
    await expect(log.flush()).rejects.toThrow(StoreUnavailable);
    expect(log.open).toBe(false);
    store.away = undefined;
    await log.flush();
    expect(log.open).toBe(true);
    expect(await recorded()).toHaveLength(10_001);
  });

  it('counts on what is met while the record is away, and fills no memory with it', async () => {
    store.away = 'before';
    for (let nth = 0; nth < 5; nth++) {
      now = nth * minute;
      times(3_000, (network) => {
        log.refused({ ...stranger, network: String(network) });
      });
      await expect(log.flush()).rejects.toThrow(StoreUnavailable);
    }
    store.away = undefined;
    await log.flush(true);
    const counted = (await data()).map((one) => (one as { times: number }).times);
    expect(counted).toHaveLength(2 * 1_001);
    expect(counted.reduce((sum, one) => sum + one)).toBe(15_000);
  });

  it('writes at its end what could wait', async () => {
    log.refused(stranger);
    await log.flush();
    log.refused(stranger);
    await log.close();
    expect(await data()).toHaveLength(2);
  });

  it('goes on on a new page when somebody else wrote to the one it was on', async () => {
    log.read(read);
    await log.flush();
    const [{ stream }] = (await recorded()) as [RecordedEvent];
    const foreign = { type: 'Other', v: 1, occurredAt: at.toISOString(), actors: [], recordedBy: 'x' };
    await store.append(stream, 0, [{ ...foreign, agency: 'a', rules: {}, data: {} }], {
      id: 'x',
      digest: 'x',
    });
    log.read({ ...read, record: 'another' });
    await log.flush();
    const last = (await recorded()).at(-1)!;
    expect(last).toMatchObject({ type: 'RecordRead', revision: 0, data: { record: 'another' } });
  });
});
