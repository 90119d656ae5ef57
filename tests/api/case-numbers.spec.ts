import { InMemoryEventStore, OutcomeUnknown, StoreUnavailable } from '@anjuan/event-store';
import { NumberTaken, OfficialNumbers, Registry } from '@anjuan/registry';
import { ReservedNumbers, type NumberedCommand } from '../../apps/api/src/procedures/reserved-numbers.js';

const clock = () => new Date('2026-06-05T02:00:00Z');
const number = '朝市监处罚〔2026〕217号';
const by = (id: string): NumberedCommand => ({
  procedure: { name: 'case' },
  agency: 'a',
  case: `case of ${id}`,
  opens: true,
  year: '2026',
  needs: { claim: { kind: 'document', number } },
  command: { id, digest: id },
});

describe('A number reserved for a command', () => {
  let numbers: ReservedNumbers;
  let store: InMemoryEventStore;
  beforeEach(() => {
    store = new InMemoryEventStore({ clock });
    numbers = new ReservedNumbers(new OfficialNumbers(store, clock), new Registry(store), store);
  });
  const use = (id: string, error?: Error) =>
    numbers.reserve(by(id), () => (error ? Promise.reject(error) : Promise.resolve(id)));

  it('is free again when the command has failed', async () => {
    await expect(use('first', new Error('the case has moved on'))).rejects.toThrow('moved on');
    await expect(use('second')).resolves.toBe('second');
  });

  const recorded = async (id: string, caseId: string) => {
    const at = clock().toISOString();
    const event = {
      type: 'Opened',
      v: 1,
      occurredAt: at,
      actors: [],
      recordedBy: 'lin',
      agency: 'a',
      rules: {},
    };
    await store.append(`case-${caseId}`, 'none', [{ ...event, data: { number } }], { id, digest: id });
    return caseId;
  };
  const cutShort = (id: string) =>
    expect(numbers.reserve(by(id), () => Promise.reject(new OutcomeUnknown()))).rejects.toThrow(
      OutcomeUnknown,
    );
  const opens = (id: string) => numbers.reserve(by(id), (_, caseId) => recorded(id, caseId));

  it('stays with the command while it is not known whether it was stored', async () => {
    const first = numbers.reserve(by('first'), async (_, caseId) => {
      await recorded('first', caseId);
      throw new OutcomeUnknown();
    });
    await expect(first).rejects.toThrow(OutcomeUnknown);
    await expect(opens('second')).rejects.toThrow(NumberTaken);
    await expect(use('first')).resolves.toBe('first');
  });

  it('stays with a command that another attempt has recorded, whatever became of this one', async () => {
    const first = numbers.reserve(by('first'), async (_, caseId) => {
      await recorded('first', caseId);
      throw new StoreUnavailable();
    });
    await expect(first).rejects.toThrow(StoreUnavailable);
    await expect(opens('second')).rejects.toThrow(NumberTaken);
  });

  const allotted = (id: string, inUse: () => Promise<unknown> = () => Promise.resolve()) => {
    const of: NumberedCommand = { ...by(id), needs: { allot: ['document'] } };
    return numbers.reserve(of, async ({ documentNumber }) => {
      await inUse();
      return documentNumber;
    });
  };
  const fails = (error: Error) => () => Promise.reject(error);

  it('stays with a command whose first attempt may be stored yet when the second fails', async () => {
    await expect(allotted('first', fails(new OutcomeUnknown()))).rejects.toThrow(OutcomeUnknown);
    await expect(allotted('first', fails(new StoreUnavailable()))).rejects.toThrow(StoreUnavailable);
    expect(await allotted('second')).toBe('文〔2026〕2号');
    expect(await allotted('first')).toBe('文〔2026〕1号');
  });

  it('is not released by one of two attempts at once while the other uses it', async () => {
    const others: unknown[] = [];
    const [failed, done] = await Promise.allSettled([
      allotted('first', fails(new StoreUnavailable())),
      allotted('first', async () => others.push(await allotted('second'))),
    ]);
    expect(failed.status).toBe('rejected');
    expect(done).toEqual({ status: 'fulfilled', value: '文〔2026〕1号' });
    expect(others).toEqual(['文〔2026〕2号']);
  });

  it('is taken over, with the case it was for, from a command cut short; which then is told that it is taken', async () => {
    await cutShort('first');
    expect(await opens('second')).toBe('case of first');
    await expect(opens('first')).rejects.toThrow(NumberTaken);
    await expect(opens('third')).rejects.toThrow(NumberTaken);
  });

  it('goes to one of two who may both take it over', async () => {
    await cutShort('first');
    const outcomes = await Promise.allSettled(['first', 'second', 'third'].map(opens));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NumberTaken);
    await expect(opens('fourth')).rejects.toThrow(NumberTaken);
  });

  it('stays with a command that may still be recorded when who took it over has failed', async () => {
    await cutShort('first');
    await expect(use('second', new Error('refused'))).rejects.toThrow('refused');
    expect(await opens('first')).toBe('case of first');
    await expect(opens('second')).rejects.toThrow(NumberTaken);
  });

  it('is taken over in a case that stands by another command of that case alone', async () => {
    const inCase = (id: string, caseId: string) => ({ ...by(id), opens: false, case: caseId });
    const taken = numbers.reserve(inCase('first', 'one'), () => Promise.reject(new OutcomeUnknown()));
    await expect(taken).rejects.toThrow(OutcomeUnknown);
    const other = numbers.reserve(inCase('second', 'other'), (_, caseId) => recorded('second', caseId));
    await expect(other).rejects.toThrow(NumberTaken);
    const again = numbers.reserve(inCase('third', 'one'), (_, caseId) => recorded('third', caseId));
    await expect(again).resolves.toBe('one');
  });
});
