import { defaultLists } from '@anjuan/law';
import { entry, filed, takenDownLate, viewCaseOf, type Entry } from '../../testing.js';
import { entriesMadeLate } from './late-entries.js';

const made = entry('StatementMade', '2026-05-06', 'lin', {
  what: '请求从轻',
  paper: { sha256: '0'.repeat(64), name: 'p' },
  lateReason: '停电',
});
const statement = (hours: number): Entry => takenDownLate(made, hours);
const lateIn = (history: readonly Entry[], hours = 24) =>
  entriesMadeLate.rows(viewCaseOf(history, { ...defaultLists, lateEntry: { hours } }));

describe('late entries', () => {
  it("shows what was taken down after the agency's limit, with the reason", () => {
    expect(lateIn([...filed, statement(26.5)])).toStrictEqual([
      {
        caseId: 'a-case',
        agency: 'an-agency',
        number: '朝市监案〔2026〕1号',
        entry: 4,
        type: 'StatementMade',
        occurredAt: '2026-05-06T02:00:00.000Z',
        recordedAt: '2026-05-07T04:30:00.000Z',
        recordedBy: 'lin',
        hoursLate: 3,
        limitHours: 24,
        reason: '停电',
      },
    ]);
  });

  it('leaves out what was taken down just in time', () => {
    expect(lateIn([...filed, statement(24)])).toStrictEqual([]);
  });

  it('measures by the lists the entry was recorded under', () => {
    expect(lateIn([...filed, statement(26)], 48)).toStrictEqual([]);
    expect(lateIn([...filed, statement(26)], 2)).toMatchObject([{ hoursLate: 24, limitHours: 2 }]);
  });

  it('keeps a late entry that was withdrawn', () => {
    const withdrawal = entry('EntryWithdrawn', '2026-05-09', 'lin', { entry: 4, reason: '误记' });
    expect(lateIn([...filed, statement(30), withdrawal])).toMatchObject([{ entry: 4 }]);
  });
});
