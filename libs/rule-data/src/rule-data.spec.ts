import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasTable, limitsOf, packOf, switchedOffOn, timeLimits } from '@anjuan/law';
import { builtInRules, readRuleData, RuleDataRefused } from './index.js';

const holidays2027 = `year: 2027
source: 样例（并非国务院通知；a sample, not the notice）
off:
  - { zh: 元旦, from: '2027-01-01', to: '2027-01-03' }
makeUp: ['2027-01-09']
`;
const limit = (from: string, to?: string) => `  - id: on-the-spot-file
    zh: 备案
    en: for the record
    length: 3
    unit: d
    roll: none
    effect: alarm
    cites: [MEE-P 68]
    validFrom: '${from}'
${to === undefined ? '' : `    validTo: '${to}'\n`}`;
const pack = (...limits: readonly string[]) => `id: sample
zh: 样例
en: sample
domains: [sample]
laws: [MEE-P]
limits:
${limits.join('')}`;

describe('rules as data files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rules-'));
    await Promise.all(['holidays', 'packs', 'switches'].map((name) => mkdir(path.join(folder, name))));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });
  const put = (name: string, yaml: string) => writeFile(path.join(folder, name), yaml);
  const refusal = (): string => {
    try {
      readRuleData(folder);
    } catch (error) {
      if (error instanceof RuleDataRefused) return error.message.slice(folder.length + 1);
      throw error;
    }
    return 'accepted';
  };

  it('adds the year of a holiday table, so that its dates are no longer provisional', async () => {
    expect(hasTable('2027-01-02', builtInRules.calendar)).toBe(false);
    await put('holidays/2027.yaml', holidays2027);
    const { calendar } = readRuleData(folder);
    expect(hasTable('2027-01-02', calendar)).toBe(true);
    expect(calendar.version).not.toBe(builtInRules.calendar.version);
  });

  it.each([
    ['an unknown key', `${holidays2027}weekend: 1\n`, 'holidays/2027.yaml:6: weekend: 未知的键'],
    ['a missing key', 'year: 2027\noff: []\nmakeUp: []\n', 'holidays/2027.yaml:1: source: 缺少该键'],
    [
      'days off that overlap',
      holidays2027.replace('makeUp', "  - { zh: 重复, from: '2027-01-03', to: '2027-01-04' }\nmakeUp"),
      'holidays/2027.yaml:5: off[1]: 与“元旦”重叠',
    ],
    [
      'a make-up day that is a day off',
      holidays2027.replace('01-09', '01-02'),
      'holidays/2027.yaml:5: makeUp[0]: 2027-01-02 同时列为放假',
    ],
    [
      'a make-up day that is worked anyhow',
      holidays2027.replace('01-09', '01-08'),
      'holidays/2027.yaml:5: makeUp[0]: 2027-01-08 本是工作日',
    ],
    [
      'a year twice',
      holidays2027.replaceAll('2027', '2026').replace('01-09', '01-10'),
      'holidays/2027.yaml:1: year: 2026 年已有安排',
    ],
    [
      'a day that does not exist',
      holidays2027.replace('01-09', '02-30'),
      'holidays/2027.yaml:5: makeUp[0]: 须为真实存在的日期 YYYY-MM-DD',
    ],
    [
      'a day beyond all years',
      holidays2027.replace('2027-01-09', '9999-12-31'),
      'holidays/2027.yaml:5: makeUp[0]: 没有结束日期的，结束日期不填',
    ],
    [
      'a text with an invisible character',
      holidays2027.replace('元旦', '元\u200B旦'),
      '第2个字符 U+200B 是不可见字符',
    ],
    ...['0x7eb', '0o3753', '2.027e3', '2027.0', '+2027', '02027', "'2027'", "!!int '2027'", '!!int 2027'].map(
      (written): [string, string, string] => [
        `a year written ${written}`,
        holidays2027.replace('2027', written),
        'holidays/2027.yaml:1: year: 此处须为只用数字写出的非负整数',
      ],
    ),
    ['no YAML', 'year: [', 'holidays/2027.yaml:1: —'],
  ])('refuses %s by file, line and key', async (_, yaml, expected) => {
    await put('holidays/2027.yaml', yaml);
    expect(refusal()).toContain(expected);
  });

  it.each([
    [
      'an overlap',
      pack(limit('2023-07-01'), limit('2026-01-01')),
      'packs/p.yaml:16: limits[1]: on-the-spot-file 与',
    ],
    [
      'a gap',
      pack(limit('2023-07-01', '2025-12-30'), limit('2026-01-01')),
      'packs/p.yaml:17: limits[1]: on-the-spot-file 自 2025-12-31 起有空档',
    ],
    [
      'an end before the beginning',
      pack(limit('2023-07-01', '2023-06-30')),
      'packs/p.yaml:7: limits[0]: on-the-spot-file 起止颠倒',
    ],
    [
      'an unknown clock',
      pack(limit('2023-07-01').replace('on-the-spot-file', 'C99')),
      'packs/p.yaml:7: id: 须为其中之一',
    ],
    ...[
      ['2501', 'wd'],
      ['9000000', 'wd'],
      ['36501', 'd'],
      ['1201', 'mo'],
      ['101', 'y'],
    ].map(([length = '', unit = '']): [string, string, string] => [
      `a period of ${length} ${unit}`,
      pack(limit('2023-07-01').replace('length: 3', `length: ${length}`).replace('unit: d', `unit: ${unit}`)),
      `packs/p.yaml:10: length: 以 ${unit} 计不得超过`,
    ]),
    [
      'a length that is not written in digits',
      pack(limit('2023-07-01').replace('length: 3', 'length: 3.0')),
      'packs/p.yaml:10: length: 此处须为只用数字',
    ],
    [
      'an unknown law',
      pack(limit('2023-07-01').replace('MEE-P 68', 'XYZ 1')),
      'packs/p.yaml:14: cites[0]: 须写作',
    ],
    [
      'a domain that has its pack',
      pack(limit('2023-07-01')).replace('[sample]', '[market-supervision]'),
      'packs/p.yaml:1: domains: 与规则包“market-supervision”重叠',
    ],
    [
      'a domain that has its pack, typed otherwise',
      pack(limit('2023-07-01')).replace('[sample]', '[Ｍarket-Supervision]'),
      'packs/p.yaml:1: domains: 与规则包“market-supervision”重叠',
    ],
  ])('refuses %s in a pack by file, line and key', async (_, yaml, expected) => {
    await put('packs/p.yaml', yaml);
    expect(refusal()).toContain(expected);
  });

  const off = (provision: string, more = '') => `domains: [market-supervision]
off:
  - provision: ${provision}
    why: 本机关按自然日理解（our reading）
    validFrom: '2026-01-01'
${more}`;

  it('switches an unsure provision off for a field of bureaus, from a day to a day', async () => {
    await put('switches/own.yaml', off('crime-transfer/asked-in-three-days', "    validTo: '2026-06-30'\n"));
    const { switches } = readRuleData(folder);
    const on = (domain: string | undefined, day: string) => switchedOffOn(switches, domain, day);
    expect(on('market-supervision', '2026-01-01')).toStrictEqual(['crime-transfer/asked-in-three-days']);
    expect(on('market-supervision', '2026-06-30')).toHaveLength(1);
    expect(on('market-supervision', '2026-07-01')).toStrictEqual([]);
    expect(on('market-supervision', '2025-12-31')).toStrictEqual([]);
    expect(on('ecology', '2026-03-01')).toStrictEqual([]);
    expect(on(undefined, '2026-03-01')).toStrictEqual([]);
  });

  it.each([
    [
      'a provision that is sure',
      off('decision/notice-served'),
      'switches/own.yaml:3: provision: 须为其中之一',
    ],
    ['one that does not exist', off('decision/mercy'), 'switches/own.yaml:3: provision: 须为其中之一'],
    [
      'an end before the beginning',
      off('investigation/range-in-order', "    validTo: '2025-12-31'\n"),
      'switches/own.yaml:3: off[0]: investigation/range-in-order 起止颠倒',
    ],
    [
      'a provision twice at a time',
      off('investigation/range-in-order') +
        "  - { provision: investigation/range-in-order, why: 再次, validFrom: '2026-05-01' }\n",
      'switches/own.yaml:6: off[1]: investigation/range-in-order 期间重叠',
    ],
    [
      'an unknown key',
      off('investigation/range-in-order', '    state: off\n'),
      'switches/own.yaml:6: state: 未知的键',
    ],
  ])('refuses to switch off %s, by file, line and key', async (_, yaml, expected) => {
    await put('switches/own.yaml', yaml);
    expect(refusal()).toContain(expected);
  });
});

describe('the ecology pack', () => {
  const limitsIn = (domain: string) => limitsOf(packOf(readRuleData(path.resolve('rules')).packs, domain));

  it('changes a period by data alone: three days for the record of an on-the-spot penalty', () => {
    const own = limitsIn('ecology').filter(({ id }) => id === 'on-the-spot-file');
    expect(own.map(({ length, unit }) => [length, unit])).toStrictEqual([[3, 'd']]);
  });
  it('leaves the clocks of another ministry out and keeps those of the statutes', () => {
    const ids = limitsIn('ecology').map(({ id }) => id);
    expect(ids).not.toContain('publication');
    expect(ids).toEqual(
      expect.arrayContaining([
        'seizure-term',
        'statement',
        'decision-period',
        'payment',
        'court-application',
      ]),
    );
  });
  it('a market-supervision bureau keeps every clock', () => {
    expect(limitsIn('market-supervision')).toStrictEqual(timeLimits);
  });
});
