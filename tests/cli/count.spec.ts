import { UsageWrong } from '@anjuan/program';
import { calendarOf, chinaCalendar, holidays2026, type Amendment } from '@anjuan/law';
import { answer as answerBy } from '../../apps/cli/src/count/answer.js';

const answer = (words: readonly string[], calendar = chinaCalendar): string =>
  answerBy(words, () => calendar);

const wrong = (...words: string[]): string => {
  try {
    return `answered ${answer(words)}`;
  } catch (error) {
    if (error instanceof UsageWrong) return error.message;
    throw error;
  }
};
const asJson = (...words: string[]): unknown => JSON.parse(answer([...words, '--json']));
const dueOf = (...words: string[]): string => answer(words).split('\n')[0] ?? '';

const acrossNationalDay = {
  from: '2026-09-24',
  length: 5,
  unit: 'wd',
  roll: 'none',
  direction: 'after',
  due: '2026-10-09',
  unrolled: '2026-10-09',
  ifRolled: { publicHoliday: '2026-10-09', anyNonWorkingDay: '2026-10-09' },
  holidays: [
    '2026-09-25',
    '2026-09-26',
    '2026-09-27',
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
    '2026-10-05',
    '2026-10-06',
    '2026-10-07',
  ],
  makeUpDays: [],
  provisional: false,
  calendar: 'CN-2024-2026',
};

describe('anjuan count', () => {
  it('tells the last day and the days of the tables that made a difference', () => {
    expect(asJson('2026-09-24', '5wd')).toStrictEqual(acrossNationalDay);
    expect(answer(['2026-09-18', '1wd'])).toBe(
      [
        '到期 due: 2026-09-20',
        '顺延前 before it moved on: 2026-09-20',
        '用到的放假日 days off used: —',
        '用到的调休上班日 make-up days used: 2026-09-20',
      ].join('\n'),
    );
  });

  it('counts days, months and years', () => {
    expect(dueOf('2026-09-24', '10d')).toBe('到期 due: 2026-10-04');
    expect(dueOf('2026-01-31', '1mo')).toBe('到期 due: 2026-02-28');
    expect(dueOf('2024-02-29', '2y')).toBe('到期 due: 2026-02-28');
  });

  it('counts back, leaving the whole period clear', () => {
    expect(dueOf('2026-10-20', '7wd', '--before')).toBe('到期 due: 2026-10-09');
  });

  it('moves the last day on as asked, options standing anywhere', () => {
    expect(dueOf('2026-09-24', '10d', '--roll', 'publicHoliday')).toBe('到期 due: 2026-10-08');
    expect(asJson('--roll', 'anyNonWorkingDay', '2026-05-20', '10d')).toMatchObject({
      due: '2026-06-01',
      unrolled: '2026-05-30',
    });
    expect(dueOf('2026-05-20', '10d', '--roll', 'publicHoliday')).toBe('到期 due: 2026-05-30');
  });

  it('CAL-02: a last day that would move on by another reading says so, whichever reading was asked for', () => {
    expect(answer(['2026-09-20', '15d']).split('\n').slice(0, 4)).toStrictEqual([
      '到期 due: 2026-10-05',
      '顺延前 before it moved on: 2026-10-05',
      '末日遇法定节假日顺延的 if it moves off public holidays (SAMR-P 80): 2026-10-08',
      '末日遇任何非工作日顺延的 if it moves off any day not worked (CPL 85): 2026-10-08',
    ]);
    expect(asJson('2026-09-20', '15d', '--roll', 'publicHoliday')).toMatchObject({
      due: '2026-10-08',
      unrolled: '2026-10-05',
      ifRolled: { publicHoliday: '2026-10-08', anyNonWorkingDay: '2026-10-08' },
    });
    const onSaturday = answer(['2026-05-20', '10d', '--roll', 'publicHoliday']);
    expect(onSaturday).toContain('到期 due: 2026-05-30');
    expect(onSaturday).not.toContain('SAMR-P 80');
    expect(onSaturday).toContain('any day not worked (CPL 85): 2026-06-01');
  });

  it('says when a year without a holiday table was touched', () => {
    expect(answer(['2027-03-01', '5wd'])).toContain('暂定；provisional');
    expect(asJson('2027-03-01', '5wd')).toMatchObject({ provisional: true });
    expect(answer(['2026-03-02', '5wd'])).not.toContain('provisional');
  });

  it.each([
    [[], 'count 需要日期和期间'],
    [['2026-09-24'], 'count 需要日期和期间'],
    [['2026-02-30', '5wd'], '“2026-02-30”不是真实存在的日期'],
    [['2026-09-24', '5h'], '“5h”不是期间'],
    [['2026-09-24', 'wd'], '“wd”不是期间'],
    [['2026-09-24', '-5wd'], '不认识的参数“-5wd”'],
    [['2026-09-24', '5wd', '--roll', 'sunday'], '“sunday”不是顺延方式'],
    [['2026-09-24', '5wd', '--roll'], '“”不是顺延方式'],
    [['2026-09-24', '5wd', '2026-09-30'], '不认识的参数“2026-09-30”'],
    [['2026-09-24', '1mo', '--before'], '向前倒算只支持工作日和日'],
    [['2026-09-24', '99999y'], '期间过长'],
  ])('answers %j with what is wrong and the usage', (words, begins) => {
    const said = wrong(...words);
    expect(said.startsWith(begins)).toBe(true);
    expect(said).toMatch(/\n\n用法：[^]*anjuan count DATE PERIOD[^]*Usage:/);
  });

  it('counts with an amended table, and with those published by a day', () => {
    const amendment: Amendment = {
      ...holidays2026,
      published: '2026-09-01',
      off: holidays2026.off.map((one) => (one.zh === '国庆节' ? { ...one, to: '2026-10-08' } : one)),
    };
    const calendar = calendarOf('sample', chinaCalendar.tables, [amendment]);
    const due = (...words: string[]) => answer(words, calendar).split('\n')[0];
    expect(due('2026-09-30', '1wd')).toBe('到期 due: 2026-10-09');
    expect(due('2026-09-30', '1wd', '--known', '2026-08-31')).toBe('到期 due: 2026-10-08');
    expect(wrong('2026-09-30', '1wd', '--known', '2026-02-30')).toMatch(/^“2026-02-30”不是真实存在的日期/);
    expect(wrong('2026-09-30', '1wd', '--known')).toMatch(/^“”不是真实存在的日期/);
  });
});
