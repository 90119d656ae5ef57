import { chinaCalendar } from './calendar.js';
import { shortCite } from './citation.js';
import { count } from './counting.js';
import { NoVersionInForce } from './dated.js';
import { addHours } from './dates.js';
import { partyRolls } from './party-rolls.js';
import { lateAndSeen, type TimeLimit } from './time-limit.js';
import { clockOf, hourLimit, hourLimits, timeLimit, timeLimits } from './time-limits.js';

const now = '2026-11-23';
const dueFrom = (limit: TimeLimit, from: string) => count({ ...limit, from }, chinaCalendar);
const ids = [...new Set(timeLimits.map(({ id }) => id))];

const paymentCites = ['APL 67', 'APL 72', 'SAMR-P 72', 'SAMR-P 75', shortCite(partyRolls)].join(', ');

describe('the clock table', () => {
  it.each([
    ['lead-check', 15, 'wd', 'none', 'alarm', 'SAMR-P 18'],
    ['preservation-term', 7, 'wd', 'none', 'lapse', 'APL 56, APL 85, SAMR-P 35'],
    ['seizure-term', 30, 'd', 'none', 'alarm', 'ACL 25, ACL 28, SAMR-P 38, SAMR-P 42'],
    ['review', 10, 'wd', 'none', 'alarm', 'SAMR-P 55'],
    ['statement', 5, 'wd', 'none', 'lapse', 'APL 64(1), APL 85, SAMR-P 57(2), SAMR-H 7'],
    ['hearing-host', 3, 'wd', 'none', 'alarm', 'SAMR-H 18'],
    ['hearing-file', 3, 'wd', 'none', 'alarm', 'SAMR-H 19'],
    ['hearing-date', 5, 'wd', 'none', 'alarm', 'SAMR-H 20'],
    ['hearing-notice', 7, 'wd', 'none', 'gate', 'APL 64(2), APL 85, SAMR-H 20'],
    ['hearing-announcement', 3, 'wd', 'none', 'gate', 'SAMR-H 22'],
    ['hearing-report', 5, 'wd', 'none', 'alarm', 'SAMR-H 29'],
    ['decision-period', 90, 'd', 'none', 'alarm', 'APL 60, SAMR-P 64'],
    ['decision-service', 7, 'wd', 'none', 'alarm', 'APL 61, APL 85, SAMR-P 81'],
    ['publication', 20, 'wd', 'none', 'alarm', 'SAMR-Pub 9'],
    ['publication-withdrawal', 3, 'wd', 'none', 'alarm', 'APL 48, APL 85, SAMR-Pub 11'],
    ['cash-hand-in', 2, 'wd', 'none', 'alarm', 'APL 71, APL 85, SAMR-P 73'],
    ['cash-banking', 2, 'wd', 'none', 'alarm', 'APL 71, APL 85, SAMR-P 73'],
    ['reconsideration', 60, 'd', 'anyNonWorkingDay', 'alarm', 'ARL 20, CPL 85'],
    ['suit', 6, 'mo', 'anyNonWorkingDay', 'alarm', 'ALL 46, SPC 64, CPL 85'],
    ['suit-after-reconsideration', 15, 'd', 'anyNonWorkingDay', 'alarm', 'ALL 45, CPL 85'],
    ['reminder', 10, 'wd', 'none', 'gate', 'ACL 54, ACL 69, SAMR-P 76'],
    ['court-application', 3, 'mo', 'anyNonWorkingDay', 'gate', 'ACL 53, APL 72(2), SPC 156, ALL 101, CPL 85'],
    ['closure', 15, 'wd', 'none', 'alarm', 'SAMR-P 77'],
    ['on-the-spot-file', 7, 'wd', 'none', 'alarm', 'SAMR-P 70'],
    ['limitation', 2, 'y', 'none', 'lapse', 'APL 36(1), APL 36(2)'],
    ['limitation-with-harm', 5, 'y', 'none', 'lapse', 'APL 36(1), APL 36(2)'],
    ['payment', 15, 'd', 'anyNonWorkingDay', 'alarm', paymentCites],
    ['goods-hand-over', 3, 'd', 'none', 'alarm', 'TRANS 12'],
    ['suspended-execution', 3, 'y', 'none', 'lapse', 'ACL 39(2)'],
    ['repair-decision', 7, 'wd', 'none', 'alarm', 'SAMR-Rep 16(2)'],
    ['repair-decision-abnormal-list', 2, 'wd', 'none', 'alarm', 'SAMR-Rep 16(1)'],
    ['listing-publication', 20, 'wd', 'none', 'alarm', 'SAMR-List 14(1)'],
    ['listing-push', 10, 'wd', 'none', 'alarm', 'SAMR-List 14(2)'],
    ['publicity-end-minor', 3, 'mo', 'none', 'alarm', 'SAMR-Rep 7'],
    ['publicity-end-general', 1, 'y', 'none', 'alarm', 'SAMR-Rep 9'],
    ['publicity-end-serious', 3, 'y', 'none', 'alarm', 'SAMR-Rep 8'],
  ] as const)('%s: %i %s, roll %s, %s, %s', (...row) => {
    const [id, length, unit, roll, effect, cites] = row;
    const limit = timeLimit(id, now);
    expect(limit).toMatchObject({ id, length, unit, roll, effect });
    expect(limit.cites.map(shortCite).join(', ')).toBe(cites);
  });

  it('statement is waived by itself and blocks the decision until then', () => {
    expect(timeLimit('statement', now).alsoEffect).toBe('gate');
  });

  it('has a version of every clock today, but for the repealed reporter-notice', () => {
    const missing = ids.filter((id) => {
      try {
        return timeLimit(id, now).id !== id;
      } catch {
        return true;
      }
    });
    expect(missing).toEqual(['reporter-notice']);
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
  it('periods of the party roll, and those to ask a court (CPL 85(3)); upper limits on the agency do not', () => {
    const rolling = timeLimits.filter(({ roll }) => roll !== 'none').map(({ id }) => id);
    expect(new Set(rolling)).toEqual(
      new Set([
        'public-notice',
        'payment',
        'reconsideration',
        'suit',
        'suit-after-reconsideration',
        'court-application',
        'court-challenge',
      ]),
    );
  });

  it('payment: 15 d from receipt on 2026-09-20', () => {
    expect(dueFrom(timeLimit('payment', '2026-09-20'), '2026-09-20')).toMatchObject({
      unrolled: '2026-10-05',
      due: '2026-10-08',
    });
  });

  it('seizure-term: 30 d of sealing from 2026-09-05 end on the day, holiday or not', () => {
    expect(dueFrom(timeLimit('seizure-term', '2026-09-05'), '2026-09-05').due).toBe('2026-10-05');
  });

  it('decision-period: 90 d from filing on 2026-07-04 alarm on the un-rolled day', () => {
    expect(dueFrom(timeLimit('decision-period', '2026-07-04'), '2026-07-04').due).toBe('2026-10-02');
  });

  it('statement and hearing-notice: the notice of 2026-09-24 and the hearing of 2026-10-20', () => {
    expect(dueFrom(timeLimit('statement', '2026-09-24'), '2026-09-24').due).toBe('2026-10-09');
    expect(dueFrom(timeLimit('hearing-notice', '2026-09-24'), '2026-10-20').due).toBe('2026-10-09');
  });

  it('limitation: two years from the end of the act', () => {
    expect(dueFrom(timeLimit('limitation', now), '2024-10-03').due).toBe('2026-10-03');
  });
});

describe('versions by date', () => {
  it('SAMR-P 82(5): public notice took 60 d until 2022-10-31', () => {
    expect(timeLimit('public-notice', '2022-10-31').length).toBe(60);
    expect(timeLimit('public-notice', '2022-11-01').length).toBe(30);
    expect(timeLimit('public-notice', '2022-10-31').cites[0]).toMatchObject({
      law: 'SAMR-P',
      inForceTo: '2022-10-31',
    });
  });

  it('SAMR-C 23: mediation took 45 working days until 2026-04-14', () => {
    expect(timeLimit('mediation', '2026-04-14')).toMatchObject({ length: 45, unit: 'wd' });
    expect(timeLimit('mediation', '2026-04-15')).toMatchObject({ length: 60, unit: 'd' });
  });

  it('reporter-notice: no general duty to tell the reporter since 2026-04-15', () => {
    expect(timeLimit('reporter-notice', '2026-04-14').length).toBe(5);
    expect(() => timeLimit('reporter-notice', '2026-04-15')).toThrow(NoVersionInForce);
    expect(() => timeLimit('reporter-notice', '2026-04-15')).toThrow(/reporter-notice/);
  });

  it('every version of every clock is reachable on its first day', () => {
    for (const limit of timeLimits) expect(timeLimit(limit.id, limit.validFrom)).toBe(limit);
    for (const limit of hourLimits) expect(hourLimit(limit.id, limit.validFrom)).toBe(limit);
  });
});

describe('extensions', () => {
  it.each([
    ['lead-check', [['leader', 15]]],
    ['seizure-term', [['leader', 30]]],
    ['review', [['leader', undefined]]],
    [
      'decision-period',
      [
        ['leader', 30],
        ['collective', undefined],
      ],
    ],
    ['repair-decision', [['leader', 10]]],
    ['repair-decision-abnormal-list', [['leader', 10]]],
  ] as const)('%s may be lengthened by %j', (id, by) => {
    expect(timeLimit(id, now).extension?.map((extension) => [extension.by, extension.length])).toEqual(by);
  });

  it('lead-check twice 15 working days from 2025-12-31', () => {
    const first = dueFrom(timeLimit('lead-check', '2025-12-31'), '2025-12-31').due;
    expect([first, dueFrom(timeLimit('lead-check', first), first).due]).toEqual(['2026-01-22', '2026-02-12']);
  });
});

describe('CAL-08 periods in hours', () => {
  it.each(['urgent-measure-approval', 'crime-transfer'] as const)(
    '%s runs 24 hours from the instant',
    (id) => {
      const { length, unit } = hourLimit(id, now);
      expect(unit).toBe('h');
      expect(addHours('2026-09-30T15:30:00.000Z', length)).toBe('2026-10-01T15:30:00.000Z');
    },
  );
});

describe('what follows when a clock is missed', () => {
  it('stands in its row', () => {
    expect(clockOf('preservation-term').consequence.zh).toBe('先行登记保存自动解除');
    // The consequence names its article in its text: as a citation it would apply the fifteen days to every ministry.
    expect(clockOf('lead-check').consequence.zh).toMatch(/不及时立案.*第七十六条第二款/);
    expect(clockOf('reconsideration').consequence.en).toBe('the right to reconsideration is lost');
  });

  it('is otherwise that it is late, and seen to be', () => {
    expect(clockOf('hearing-host').consequence).toBe(lateAndSeen);
    // TRANS 16 is of cases that are not transferred, not of goods handed over late.
    expect(clockOf('goods-hand-over').consequence).toBe(lateAndSeen);
  });

  it('waits on the host for the notice of a hearing (SAMR-H 20), on the handlers for what was urgent (SAMR-P 33, 36)', () => {
    expect(clockOf('hearing-notice').waitsOn).toBe('hearing-host');
    expect(clockOf('urgent-measure-approval')).not.toHaveProperty('waitsOn');
  });

  it('TRANS 16(1): is discipline where the case itself comes late to the police', () => {
    for (const { cites } of [timeLimit('crime-transfer-decision', now), hourLimit('crime-transfer', now)])
      expect(cites.map(shortCite)).toContain('TRANS 16(1)');
  });

  it('is the same in every version of a clock, and so is whom it waits on', () => {
    for (const { id, consequence, waitsOn } of timeLimits) {
      expect({ id, consequence }).toStrictEqual({ id, consequence: clockOf(id).consequence });
      expect({ id, waitsOn }).toStrictEqual({ id, waitsOn: clockOf(id).waitsOn });
    }
  });
});
