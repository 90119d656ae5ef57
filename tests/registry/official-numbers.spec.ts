import { InMemoryEventStore, RevisionConflict, StoreUnavailable } from '@anjuan/event-store';
import { EventUnknown } from '@anjuan/record';
import { NumberTaken, OfficialNumbers } from '@anjuan/registry';

const clock = () => new Date('2026-06-05T02:00:00Z');
const of = { agency: 'a', kind: 'document', year: '2026', case: 'case-1' } as const;
const command = (id: string) => ({ id, digest: `digest of ${id}` });
const number = '朝市监处罚〔2026〕217号';

describe('Official numbers', () => {
  let numbers: OfficialNumbers;
  beforeEach(() => {
    numbers = new OfficialNumbers(new InMemoryEventStore({ clock }), clock);
  });

  it('are one case’s: a second claim is refused', async () => {
    await numbers.claim(of, number, command('first'));
    await expect(numbers.claim({ ...of, case: 'case-2' }, number, command('second'))).rejects.toThrow(
      NumberTaken,
    );
  });

  it('are found again by a retry of the same command', async () => {
    await numbers.claim(of, number, command('first'));
    await expect(numbers.claim(of, number, command('first'))).resolves.toBe(of.case);
  });

  it('are free again after a release, by the command that held them and no other', async () => {
    await numbers.claim(of, number, command('first'));
    await numbers.release(of, number, command('stranger'));
    await expect(numbers.claim(of, number, command('second'))).rejects.toThrow(NumberTaken);
    await numbers.release(of, number, command('first'));
    await expect(numbers.claim(of, number, command('second'))).resolves.toBe(of.case);
  });

  it('leave none out: the first that was released is given again', async () => {
    const allotted = (id: string) => numbers.allot(of, '朝市监案', command(id));
    for (const n of [1, 2, 3, 4]) expect(await allotted(`a${n}`)).toBe(`朝市监案〔2026〕${n}号`);
    for (const n of [3, 2]) await numbers.release(of, `朝市监案〔2026〕${n}号`, command(`a${n}`));
    for (const n of [2, 3, 5]) expect(await allotted(`b${n}`)).toBe(`朝市监案〔2026〕${n}号`);
  });

  it('are not given again that a command was recorded with after all, though it released them', async () => {
    const store = new InMemoryEventStore({ clock });
    numbers = new OfficialNumbers(store, clock);
    const allotted = (id: string) => numbers.allot(of, '朝市监案', command(id));
    const nth = (n: number) => `朝市监案〔2026〕${String(n)}号`;
    for (const n of [1, 2, 3]) expect(await allotted(`a${String(n)}`)).toBe(nth(n));
    for (const n of [1, 2, 3]) await numbers.release(of, nth(n), command(`a${String(n)}`));
    const at = clock().toISOString();
    const written = { occurredAt: at, actors: [], recordedBy: 'lin', agency: 'a', rules: {} };
    const recorded = (id: string, n: number) => {
      const event = { ...written, type: 'CaseFiled', v: 1, data: { number: nth(n) } };
      return store.append(`case-${id}`, 'none', [event], command(id));
    };
    // The second was recorded too, at another attempt, with another number.
    for (const [id, n] of [
      ['a1', 1],
      ['a2', 9],
      ['a3', 3],
    ] as const)
      await recorded(id, n);
    for (const n of [2, 4, 5]) expect(await allotted(`b${String(n)}`)).toBe(nth(n));
    await expect(numbers.claim(of, nth(3), command('c3'))).rejects.toThrow(NumberTaken);
    await expect(numbers.claim(of, nth(3), command('a3'))).resolves.toBe(of.case);
  });

  it('are given again however they were typed', async () => {
    const typed = '朝市监[２０２６]0１号';
    await numbers.claim(of, typed, command('typed'));
    expect(await numbers.allot(of, '朝市监', command('a2'))).toBe('朝市监〔2026〕2号');
    await numbers.release(of, typed, command('typed'));
    for (const n of [1, 3])
      expect(await numbers.allot(of, '朝市监', command(`b${String(n)}`))).toBe(
        `朝市监〔2026〕${String(n)}号`,
      );
  });

  it.each(['朝市监处罚[2026]217号', '朝市监处罚（２０２６）0217号', ' 朝市监处罚【2026】 217号'])(
    'are the same however they are typed: %s',
    async (typed) => {
      await numbers.claim(of, number, command('first'));
      await expect(numbers.claim(of, typed, command('second'))).rejects.toThrow(NumberTaken);
      await numbers.claim(of, '朝市监【2026】1号', command('third'));
      expect(await numbers.allot(of, '朝市监', command('fourth'))).toBe('朝市监〔2026〕3号');
      await numbers.release(of, number, command('first'));
      await expect(numbers.claim(of, typed, command('second'))).resolves.toBe(of.case);
    },
  );

  it.each([
    ['NumberReserved', 1],
    ['NumberReleased', 2],
    ['toString', 1],
  ])(
    'are not given where the record holds %s in version %i, which a newer program wrote',
    async (type, v) => {
      const store = new InMemoryEventStore({ clock });
      numbers = new OfficialNumbers(store, clock);
      const allot = (id: string) => numbers.allot(of, '朝市监', command(id));
      await allot('first');
      const at = clock().toISOString();
      const written = { occurredAt: at, actors: [], recordedBy: 'system', agency: 'a', rules: {} };
      const data = { number: '朝市监〔2026〕1号', case: of.case, command: 'first' };
      const stream = 'number-a-document-2026';
      await store.append(stream, 0, [{ ...written, type, v, data }], command('newer'));
      await expect(allot('second')).rejects.toThrow(EventUnknown);
      await expect(numbers.claim(of, data.number, command('third'))).rejects.toThrow(EventUnknown);
      expect(await store.read(stream)).toHaveLength(2);
    },
  );

  it('are apart by agency, kind and year', async () => {
    for (const [index, other] of [
      {},
      { agency: 'b' },
      { kind: 'case' as const },
      { year: '2027' },
    ].entries()) {
      const claim = { ...of, ...other, case: `case-${String(index)}` };
      expect(await numbers.claim(claim, number, command(claim.case))).toBe(claim.case);
    }
  });

  it('are allotted one after the other, also to twenty at once, and past those claimed', async () => {
    await numbers.claim(of, '朝市监〔2026〕3号', command('claimed'));
    const allotted = await Promise.all(
      Array.from({ length: 20 }, (_, n) => numbers.allot(of, '朝市监', command(`at once ${String(n)}`))),
    );
    expect(new Set(allotted).size).toBe(20);
    expect(allotted).not.toContain('朝市监〔2026〕3号');
    expect(await numbers.allot(of, '朝市监', command('at once 7'))).toBe(allotted[7]);
  });

  it('are allotted to two hundred at once, none of whom is told that a number was taken', async () => {
    const everybody = Array.from({ length: 200 }, (_, n) => command(`of a crowd ${String(n)}`));
    const allotted = await Promise.all(everybody.map((one) => numbers.allot(of, '朝市监', one)));
    expect(new Set(allotted).size).toBe(200);
    expect(allotted).toContain('朝市监〔2026〕200号');
  });

  describe('are known from what was read before', () => {
    /** Counts the events it hands out; `copy`: an older copy that has taken the place of the record. */
    class Counted extends InMemoryEventStore {
      events = 0;
      copy: InMemoryEventStore | undefined;
      override read: InMemoryEventStore['read'] = async (...request) => {
        const found = await (this.copy ? this.copy.read(...request) : super.read(...request));
        this.events += found.length;
        return found;
      };
      override append: InMemoryEventStore['append'] = (...request) =>
        this.copy ? this.copy.append(...request) : super.append(...request);
    }

    let store: Counted;
    let other: OfficialNumbers;
    const readFor = async (work: () => Promise<unknown>): Promise<number> => {
      const before = store.events;
      await work();
      return store.events - before;
    };
    const allot = (by: OfficialNumbers, id: string) => by.allot(of, '朝市监', command(id));
    beforeEach(async () => {
      store = new Counted({ clock });
      numbers = new OfficialNumbers(store, clock);
      other = new OfficialNumbers(store, clock);
      for (let n = 1; n <= 300; n += 1) await allot(numbers, `of the year ${String(n)}`);
    });

    it('and from the two entries since, however many there are', async () => {
      expect(await readFor(() => allot(numbers, 'next'))).toBe(2);
      expect(await readFor(() => numbers.claim(of, number, command('claimed')))).toBe(2);
      expect(await readFor(() => numbers.release(of, number, command('claimed')))).toBe(2);
      expect(await readFor(() => allot(numbers, 'after it'))).toBe(2);
    });

    it('and from what other programs have entered since', async () => {
      expect(await readFor(() => allot(other, 'of another program'))).toBe(300);
      expect(await readFor(() => other.claim(of, number, command('there')))).toBe(2);
      const taken = () => expect(numbers.claim(of, number, command('here'))).rejects.toThrow(NumberTaken);
      expect(await readFor(taken)).toBe(4);
      await other.release(of, number, command('there'));
      await numbers.claim(of, number, command('here'));
      await expect(other.claim(of, number, command('there'))).rejects.toThrow(NumberTaken);
      expect(await allot(numbers, 'of another program')).toBe('朝市监〔2026〕301号');
      expect(await allot(numbers, 'one more')).toBe('朝市监〔2026〕303号');
    });

    it('by several programs at once, and no number is given twice', async () => {
      const programs = [numbers, other, new OfficialNumbers(store, clock)];
      const allotted = await Promise.all(
        programs.flatMap((one, program) =>
          Array.from({ length: 10 }, (_, n) => allot(one, `${String(program)} ${String(n)}`)),
        ),
      );
      expect(new Set(allotted)).toEqual(
        new Set(Array.from({ length: 30 }, (_, n) => `朝市监〔2026〕${String(301 + n)}号`)),
      );
      expect(await allot(other, 'the last')).toBe('朝市监〔2026〕331号');
    });

    it('unless the record was put back from an older copy, though it has grown as far', async () => {
      store.copy = new InMemoryEventStore({ clock });
      const there = new OfficialNumbers(store.copy, clock);
      for (let n = 0; n < 301; n += 1) await there.claim(of, `甲${String(n)}`, command(`claim ${String(n)}`));
      expect(await allot(numbers, 'of the year 7')).toBe('朝市监〔2026〕302号');
      await expect(numbers.claim(of, '甲7', command('second'))).rejects.toThrow(NumberTaken);
    });

    it('as long as not too many of other agencies are', async () => {
      const few = new OfficialNumbers(store, clock, { mostKept: 310 });
      const elsewhere = (n: number) =>
        few.claim({ ...of, agency: 'b' }, `乙${String(n)}`, command(`at b ${String(n)}`));
      await allot(few, 'read whole');
      for (let n = 0; n < 9; n += 1) await elsewhere(n);
      expect(await readFor(() => allot(few, 'still kept'))).toBe(2);
      for (let n = 9; n < 12; n += 1) await elsewhere(n);
      expect(await readFor(() => elsewhere(12))).toBe(2);
      expect(await readFor(() => allot(few, 'forgotten'))).toBe(302);
      expect(await readFor(() => allot(few, 'kept again'))).toBe(2);
    });
  });

  describe('where the store', () => {
    /** Other programs are always faster. */
    class Outrun extends InMemoryEventStore {
      override append: InMemoryEventStore['append'] = (stream, expected) =>
        Promise.reject(new RevisionConflict(stream, expected, 7));
    }

    it('is always written by others first, are not called taken: it is to be tried again later', async () => {
      const outrun = new OfficialNumbers(new Outrun({ clock }), clock);
      await expect(outrun.claim(of, number, command('first'))).rejects.toThrow(StoreUnavailable);
      await expect(outrun.allot(of, '朝市监', command('second'))).rejects.toThrow(StoreUnavailable);
    });

    /** The first who asks never gets an answer. */
    class Silent extends InMemoryEventStore {
      override read: InMemoryEventStore['read'] = () => new Promise(() => undefined);
    }

    it('is silent, keep nobody waiting for their turn beyond their patience', async () => {
      const silent = new OfficialNumbers(new Silent({ clock }), clock, { patienceMs: 50 });
      void silent.claim(of, number, command('first'));
      await expect(silent.claim(of, number, command('second'))).rejects.toThrow(StoreUnavailable);
      await expect(silent.claim(of, number, command('third'))).rejects.toThrow(StoreUnavailable);
    });
  });
});
