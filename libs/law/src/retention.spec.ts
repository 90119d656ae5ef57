import { defaultRetention, retentionOver } from './retention.js';

const closedOn = '2026-03-02';

describe('a retention period', () => {
  const kept = { basis: '本局归档范围和保管期限表', ordinaryYears: 30, summaryYears: 10 };

  it.each([
    ['summary', '2036-12-31', false],
    ['summary', '2037-01-01', true],
    ['ordinary', '2056-12-31', false],
    ['ordinary', '2057-01-01', true],
  ] as const)(
    'of a file of the %s procedure, closed on 2026-03-02, on %s: over %s',
    (procedure, today, over) => {
      expect(retentionOver(kept, { procedure, closedOn }, today)).toBe(over);
    },
  );

  it('is for ever where the schedule gives no years', () => {
    expect(retentionOver({ basis: '永久' }, { procedure: 'summary', closedOn }, '2999-12-31')).toBe(false);
  });

  it('is thirty years of a decision on the spot, and for ever otherwise, where the agency entered none', () => {
    const over = (procedure: 'ordinary' | 'summary', today: string) =>
      retentionOver(defaultRetention, { procedure, closedOn }, today);
    expect(over('summary', '2056-12-31')).toBe(false);
    expect(over('summary', '2057-01-01')).toBe(true);
    expect(over('ordinary', '2999-12-31')).toBe(false);
  });
});
