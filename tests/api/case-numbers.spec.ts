import { InMemoryEventStore, OutcomeUnknown } from '@anjuan/event-store';
import { NumberTaken, OfficialNumbers, Registry } from '@anjuan/registry';
import { CaseNumbers, type NumberedCommand } from '../../apps/api/src/case-numbers.js';

const clock = () => new Date('2026-06-05T02:00:00Z');
const number = '朝市监处罚〔2026〕217号';
const by = (id: string): NumberedCommand => ({
  agency: 'a',
  case: `case of ${id}`,
  year: '2026',
  needs: { claim: { kind: 'document', number } },
  command: { id, digest: id },
});

describe('A number set aside for a command', () => {
  let numbers: CaseNumbers;
  beforeEach(() => {
    const store = new InMemoryEventStore({ clock });
    numbers = new CaseNumbers(new OfficialNumbers(store, clock), new Registry(store));
  });
  const use = (id: string, error?: Error) =>
    numbers.setAside(by(id), () => (error ? Promise.reject(error) : Promise.resolve(id)));

  it('is free again when the command has failed', async () => {
    await expect(use('first', new Error('the case has moved on'))).rejects.toThrow('moved on');
    await expect(use('second')).resolves.toBe('second');
  });

  it('stays with the command while it is not known whether it was stored', async () => {
    await expect(use('first', new OutcomeUnknown())).rejects.toThrow(OutcomeUnknown);
    await expect(use('second')).rejects.toThrow(NumberTaken);
    await expect(use('first')).resolves.toBe('first');
  });
});
