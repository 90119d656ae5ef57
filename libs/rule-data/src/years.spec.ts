/** Years as the State Council arranges them: days of the December before, and notices that change a year. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { count, hasTable, isMakeUpDay, isPublicHoliday, isWorkingDay, knownOn } from '@anjuan/law';
import { rulesFolder, type RulesFolder } from './rule-files.testing.js';

const source = '样例（并非国务院通知；a sample, not the notice）';
const year2027 = (makeUp: string) => `year: 2027
source: ${source}
off: [{ zh: 元旦, from: '2026-12-31', to: '2027-01-02' }]
makeUp: ${makeUp}
`;
const amended2026 = (published = '2026-04-10', makeUp = "['2026-04-26']") => `amends: 2026
published: '${published}'
source: ${source}
off: [{ zh: 劳动节, from: '2026-05-01', to: '2026-05-06' }]
makeUp: ${makeUp}
`;

describe('years from files', () => {
  let rules: RulesFolder;
  beforeEach(() => {
    rules = rulesFolder();
  });
  afterEach(() => {
    rules.remove();
  });

  it('days of the December before are worked and off as the notice says', () => {
    rules.put('holidays/2027.yaml', year2027("['2026-12-26', '2027-01-09']"));
    const { calendar } = rules.read();
    expect(isMakeUpDay('2026-12-26', calendar)).toBe(true);
    expect(isPublicHoliday('2026-12-31', calendar)).toBe(true);
    expect(hasTable('2027-01-04', calendar)).toBe(true);
    expect(count({ from: '2026-12-25', length: 5, unit: 'wd', roll: 'none' }, calendar)).toMatchObject({
      due: '2027-01-04',
      provisional: false,
      makeUpDays: ['2026-12-26'],
    });
  });

  it('a built-in year is amended from the day of the notice', () => {
    rules.put('holidays/2026-amended.yaml', amended2026());
    const { calendar, sources } = rules.read();
    expect(isWorkingDay('2026-05-06', calendar)).toBe(false);
    expect(isWorkingDay('2026-05-06', knownOn(calendar, '2026-04-09'))).toBe(true);
    expect(sources[0]).toMatchObject({
      covers: `2026 年放假安排，自 2026-04-10 起变更（${source}）；holidays of 2026, amended from 2026-04-10`,
    });
  });

  it.each([
    [
      'a day before December',
      "['2026-11-28']",
      'holidays/2027.yaml:4: makeUp[0]: 2026-11-28 不在 2026-12-01',
    ],
    ['a day of the year after', "['2028-01-01']", 'holidays/2027.yaml:4: makeUp[0]: 2028-01-01 不在'],
    ['a day twice', "['2027-01-09', '2027-01-09']", 'holidays/2027.yaml:4: makeUp[1]: 2027-01-09 出现两次'],
  ])('refuses %s', (_, makeUp, expected) => {
    rules.put('holidays/2027.yaml', year2027(makeUp));
    expect(rules.refusal()).toContain(expected);
  });

  it.each([
    [
      'a notice of another time',
      amended2026('2024-12-31'),
      'holidays/a.yaml:1: —: published 须为通知公布之日，在 2025 年或者 2026 年内',
    ],
    [
      'an amendment of a year that has no table',
      amended2026('2027-02-01', '[]').replaceAll('2026', '2027'),
      'holidays/a.yaml:1: amends: 2027 年尚无安排可供变更，请先录入该年安排',
    ],
    [
      'an amendment without the day of its notice',
      amended2026().replace("published: '2026-04-10'\n", ''),
      'holidays/a.yaml:1: published: 缺少该键',
    ],
    ['a year and an amendment in one', `${amended2026()}year: 2026\n`, 'holidays/a.yaml:6: year: 未知的键'],
    [
      'a year that is arranged already, naming the form of an amendment',
      amended2026().replace("amends: 2026\npublished: '2026-04-10'", 'year: 2026'),
      'holidays/a.yaml:1: year: 2026 年已有安排，变更安排的，请以 amends 和 published 代替 year',
    ],
    [
      'a day without an end',
      amended2026('9999-12-31'),
      'holidays/a.yaml:2: published: 没有结束日期的，结束日期不填',
    ],
  ])('refuses %s', (_, yaml, expected) => {
    rules.put('holidays/a.yaml', yaml);
    expect(rules.refusal()).toContain(expected);
  });

  it('refuses two amendments of one day, and two years that contradict each other in December', () => {
    rules.put('holidays/a.yaml', amended2026());
    rules.put('holidays/b.yaml', amended2026());
    expect(rules.refusal()).toContain('holidays/b.yaml:1: published: 2026 年于 2026-04-10 已有一次变更');
    rules.put('holidays/b.yaml', amended2026('2026-12-01', "['2026-12-26']"));
    rules.put('holidays/c.yaml', year2027('[]').replace("from: '2026-12-31'", "from: '2026-12-26'"));
    expect(rules.refusal()).toContain(
      'holidays/c.yaml:1: makeUp: 2026-12-26 在 2027 年和 2026 年的安排中相互矛盾',
    );
  });

  it('the examples beside the rules are of the form: 2019 as arranged, and as amended on 22 March', () => {
    cpSync(path.resolve('rules/examples'), rules.folder, { recursive: true });
    const { calendar, switches } = rules.read();
    const period = { from: '2019-04-26', length: 3, unit: 'wd', roll: 'none' } as const;
    expect(count(period, calendar).due).toBe('2019-04-30');
    expect(count(period, knownOn(calendar, '2019-03-21')).due).toBe('2019-05-02');
    expect(count({ ...period, from: '2019-03-20', length: 1 }, calendar).due).toBe('2019-03-21');
    expect(isMakeUpDay('2018-12-29', calendar)).toBe(true);
    expect(switches).toHaveLength(1);
  });
});

describe('switches of several files', () => {
  const off = (domain: string, from = '2026-01-01') => `domains: [${domain}]
off: [{ provision: investigation/range-in-order, why: 另有理解, validFrom: '${from}' }]
`;
  let rules: RulesFolder;
  beforeEach(() => {
    rules = rulesFolder();
  });
  afterEach(() => {
    rules.remove();
  });

  it('refuses a field that no pack names: its switches would never hold', () => {
    rules.put('switches/a.yaml', off('market-supervison'));
    expect(rules.refusal()).toContain(
      'switches/a.yaml:1: domains: 没有规则包写明领域“market-supervison”，可用的为 market-supervision',
    );
  });

  it('refuses a provision of one field twice at a time, whatever the file', () => {
    rules.put('switches/a.yaml', off('market-supervision'));
    rules.put('switches/b.yaml', off('market-supervision', '2027-01-01'));
    expect(rules.refusal()).toContain(
      'switches/b.yaml:1: off: investigation/range-in-order 与另一文件的期间重叠',
    );
  });

  it.each(['domains: []', 'off: []'])('refuses a file that switches nothing off: %s', (line) => {
    rules.put(
      'switches/a.yaml',
      off('market-supervision').replace(new RegExp(`^${line.split(':')[0]}:.*$`, 'm'), line),
    );
    expect(rules.refusal()).toContain('列表不能为空');
  });
});
