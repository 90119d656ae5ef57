import { InMemoryEventStore, RevisionConflict, StoreUnavailable } from '@anjuan/event-store';
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
    await expect(numbers.claim(of, number, command('first'))).resolves.toBeUndefined();
  });

  it('are free again after a release, by the command that held them and no other', async () => {
    await numbers.claim(of, number, command('first'));
    await numbers.release(of, number, command('stranger'));
    await expect(numbers.claim(of, number, command('second'))).rejects.toThrow(NumberTaken);
    await numbers.release(of, number, command('first'));
    await expect(numbers.claim(of, number, command('second'))).resolves.toBeUndefined();
  });

  it('are apart by agency, kind and year', async () => {
    await numbers.claim(of, number, command('first'));
    await numbers.claim({ ...of, agency: 'b' }, number, command('second'));
    await numbers.claim({ ...of, kind: 'case' }, number, command('third'));
    await numbers.claim({ ...of, year: '2027' }, number, command('fourth'));
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
      const silent = new OfficialNumbers(new Silent({ clock }), clock, 50);
      void silent.claim(of, number, command('first'));
      await expect(silent.claim(of, number, command('second'))).rejects.toThrow(StoreUnavailable);
      await expect(silent.claim(of, number, command('third'))).rejects.toThrow(StoreUnavailable);
    });
  });
});
