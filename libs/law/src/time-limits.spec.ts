import { chinaCalendar } from './calendar.js';
import { shortCite } from './citation.js';
import { count } from './counting.js';
import { NoVersionInForce } from './dated.js';
import { addHours } from './dates.js';
import { type TimeLimit } from './time-limit.js';
import { hourLimit, hourLimits, timeLimit, timeLimits } from './time-limits.js';

const now = '2026-11-23';
const dueFrom = (limit: TimeLimit, from: string) => count({ ...limit, from }, chinaCalendar);
const ids = [...new Set(timeLimits.map(({ id }) => id))];

describe('the clock table', () => {
  it.each([
    ['C01', 15, 'wd', 'none', 'alarm', 'SAMR-P 18'],
    ['C10', 7, 'wd', 'none', 'lapse', 'APL 56, APL 85, SAMR-P 35'],
    ['C11', 30, 'd', 'none', 'lapse', 'ACL 25, ACL 28'],
    ['C13', 10, 'wd', 'none', 'alarm', 'SAMR-P 55'],
    ['C14', 5, 'wd', 'none', 'lapse', 'APL 64(1), APL 85, SAMR-P 57(2), SAMR-H 7'],
    ['C15', 3, 'wd', 'none', 'alarm', 'SAMR-H 18'],
    ['C16', 3, 'wd', 'none', 'alarm', 'SAMR-H 19'],
    ['C17', 5, 'wd', 'none', 'alarm', 'SAMR-H 20'],
    ['C18', 7, 'wd', 'none', 'gate', 'APL 64(2), APL 85, SAMR-H 20'],
    ['C19', 3, 'wd', 'none', 'gate', 'SAMR-H 22'],
    ['C20', 5, 'wd', 'none', 'alarm', 'SAMR-H 29'],
    ['C21', 90, 'd', 'none', 'alarm', 'APL 60, SAMR-P 64'],
    ['C22', 7, 'wd', 'none', 'alarm', 'APL 61, APL 85, SAMR-P 81'],
    ['C25', 20, 'wd', 'none', 'alarm', 'SAMR-Pub 9'],
    ['C27', 3, 'wd', 'none', 'alarm', 'APL 48, APL 85, SAMR-Pub 11'],
    ['C30', 2, 'wd', 'none', 'alarm', 'APL 71, APL 85, SAMR-P 73'],
    ['C30b', 2, 'wd', 'none', 'alarm', 'APL 71, APL 85, SAMR-P 73'],
    ['C31', 60, 'd', 'anyNonWorkingDay', 'alarm', 'ARL 20, CPL 85'],
    ['C32', 6, 'mo', 'anyNonWorkingDay', 'alarm', 'ALL 46, SPC 64, CPL 85'],
    ['C33', 15, 'd', 'anyNonWorkingDay', 'alarm', 'ALL 45, CPL 85'],
    ['C34', 10, 'wd', 'none', 'gate', 'ACL 54, ACL 69, SAMR-P 76'],
    ['C35', 3, 'mo', 'none', 'gate', 'ACL 53, APL 72(2), SPC 156'],
    ['C42', 15, 'wd', 'none', 'alarm', 'SAMR-P 77'],
    ['C43', 7, 'wd', 'none', 'alarm', 'SAMR-P 70'],
    ['C44', 2, 'y', 'none', 'lapse', 'APL 36(1)'],
    ['C44b', 5, 'y', 'none', 'lapse', 'APL 36(1)'],
  ] as const)('%s: %i %s, roll %s, %s, %s', (...row) => {
    const [id, length, unit, roll, effect, cites] = row;
    const limit = timeLimit(id, now);
    expect(limit).toMatchObject({ id, length, unit, roll, effect });
    expect(limit.cites.map(shortCite).join(', ')).toBe(cites);
  });

  it('C14 is waived by itself and blocks the decision until then', () => {
    expect(timeLimit('C14', now).alsoEffect).toBe('gate');
  });

  it('has a version of every clock today, but for the repealed C06', () => {
    const missing = ids.filter((id) => {
      try {
        return timeLimit(id, now).id !== id;
      } catch {
        return true;
      }
    });
    expect(missing).toEqual(['C06']);
  });

  it('names every clock in Chinese and English with the day it starts from, and an article', () => {
    for (const { id, zh, en, cites } of timeLimits) {
      expect({ id, zh, en, cited: cites.length > 0 }).toEqual({
        id,
        zh: expect.stringMatching(/：.+/),
        en: expect.stringMatching(/^[^\u4e00-\u9fff]+: .+/),
        cited: true,
      });
    }
  });

  it('has no row before the text it cites first', () => {
    for (const { id, validFrom, cites } of timeLimits) {
      const [first] = cites;
      if (first && 'law' in first) expect([id, validFrom >= first.inForceFrom]).toEqual([id, true]);
    }
  });
});

describe('CAL-04 asymmetric safety', () => {
  it('periods of the party roll, upper limits on the agency do not', () => {
    const rolling = timeLimits.filter(({ roll }) => roll !== 'none').map(({ id }) => id);
    expect([...new Set(rolling)].sort()).toEqual(['C23', 'C28', 'C31', 'C32', 'C33']);
  });

  it('C28: 15 d from receipt on 2026-09-20', () => {
    expect(dueFrom(timeLimit('C28', '2026-09-20'), '2026-09-20')).toMatchObject({
      unrolled: '2026-10-05',
      due: '2026-10-08',
    });
  });

  it('C11: 30 d of sealing from 2026-09-05 end on the day, holiday or not', () => {
    expect(dueFrom(timeLimit('C11', '2026-09-05'), '2026-09-05').due).toBe('2026-10-05');
  });

  it('C21: 90 d from filing on 2026-07-04 alarm on the un-rolled day', () => {
    expect(dueFrom(timeLimit('C21', '2026-07-04'), '2026-07-04').due).toBe('2026-10-02');
  });

  it('C14 and C18: the notice of 2026-09-24 and the hearing of 2026-10-20', () => {
    expect(dueFrom(timeLimit('C14', '2026-09-24'), '2026-09-24').due).toBe('2026-10-09');
    expect(dueFrom(timeLimit('C18', '2026-09-24'), '2026-10-20').due).toBe('2026-10-09');
  });

  it('C44: two years from the end of the act', () => {
    expect(dueFrom(timeLimit('C44', now), '2024-10-03').due).toBe('2026-10-03');
  });
});

describe('versions by date', () => {
  it('SAMR-P 82(5): public notice took 60 d until 2022-10-31', () => {
    expect(timeLimit('C23', '2022-10-31').length).toBe(60);
    expect(timeLimit('C23', '2022-11-01').length).toBe(30);
    expect(timeLimit('C23', '2022-10-31').cites[0]).toMatchObject({ law: 'SAMR-P', inForceTo: '2022-10-31' });
  });

  it('SAMR-C 23: mediation took 45 working days until 2026-04-14', () => {
    expect(timeLimit('C03', '2026-04-14')).toMatchObject({ length: 45, unit: 'wd' });
    expect(timeLimit('C03', '2026-04-15')).toMatchObject({ length: 60, unit: 'd' });
  });

  it('C06: no general duty to tell the reporter since 2026-04-15', () => {
    expect(timeLimit('C06', '2026-04-14').length).toBe(5);
    expect(() => timeLimit('C06', '2026-04-15')).toThrow(NoVersionInForce);
    expect(() => timeLimit('C06', '2026-04-15')).toThrow(/C06/);
  });

  it('every version of every clock is reachable on its first day', () => {
    for (const limit of timeLimits) expect(timeLimit(limit.id, limit.validFrom)).toBe(limit);
    for (const limit of hourLimits) expect(hourLimit(limit.id, limit.validFrom)).toBe(limit);
  });
});

describe('extensions', () => {
  it.each([
    ['C01', [['leader', 15]]],
    ['C11', [['leader', 30]]],
    ['C13', [['leader', undefined]]],
    [
      'C21',
      [
        ['leader', 30],
        ['collective', undefined],
      ],
    ],
    ['C45b', [['leader', 10]]],
  ] as const)('%s may be lengthened by %j', (id, by) => {
    expect(timeLimit(id, now).extension?.map((extension) => [extension.by, extension.length])).toEqual(by);
  });

  it('C01 twice 15 working days from 2025-12-31', () => {
    const first = dueFrom(timeLimit('C01', '2025-12-31'), '2025-12-31').due;
    expect([first, dueFrom(timeLimit('C01', first), first).due]).toEqual(['2026-01-22', '2026-02-12']);
  });
});

describe('CAL-08 periods in hours', () => {
  it.each(['C09', 'C38b'] as const)('%s runs 24 hours from the instant', (id) => {
    const { length, unit } = hourLimit(id, now);
    expect(unit).toBe('h');
    expect(addHours('2026-09-30T15:30:00.000Z', length)).toBe('2026-10-01T15:30:00.000Z');
  });
});
