/** Nothing in the folder of rules is passed over in silence: it is read, named as unread, or stops the start. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { builtInRules, readRuleData, rulesInForce } from './index.js';
import { rulesFolder, type RulesFolder } from './rule-files.testing.js';

const holidays2027 = `year: 2027
source: 样例（并非国务院通知；a sample, not the notice）
off: [{ zh: 元旦, from: '2027-01-01', to: '2027-01-03' }]
makeUp: ['2027-01-09']
`;

describe('the folder of rules', () => {
  let rules: RulesFolder;
  beforeEach(() => {
    rules = rulesFolder();
  });
  afterEach(() => {
    rules.remove();
  });

  it('says of each file what it is and covers, and why one was not read', () => {
    rules.put('holidays/2027.yaml', holidays2027);
    rules.put('holidays/.gitkeep', '');
    rules.put('examples/anything.txt', 'not read');
    rules.put('README.md', '');
    rules.put('README.zh-CN.md', '');
    const sha256 = createHash('sha256').update(holidays2027).digest('hex');
    const { sources, calendar } = rules.read();
    expect(sources[0]).toStrictEqual({
      file: 'holidays/2027.yaml',
      sha256,
      covers: '2027 年放假安排（样例（并非国务院通知；a sample, not the notice））；holidays of 2027',
    });
    expect(sources.slice(1).map((one) => [one.file, 'notRead' in one])).toStrictEqual([
      ['README.md', true],
      ['README.zh-CN.md', true],
      ['examples', true],
      ['holidays/.gitkeep', true],
    ]);
    expect(calendar.version).toMatch(/^CN-2024-2025-2026-2027\+[0-9a-f]{8}$/);
    const said = rulesInForce(rules.read(), rules.folder);
    expect(said).toContain(`holidays/2027.yaml  sha256 ${sha256}`);
    expect(said).toContain('examples  未读取 not read: 样例，不作为规则；examples are no rules');
  });

  it('a changed file is another version of the calendar', () => {
    rules.put('holidays/2027.yaml', holidays2027);
    const before = rules.read().calendar.version;
    rules.put('holidays/2027.yaml', holidays2027.replace("'2027-01-09'", ''));
    expect(rules.read().calendar.version).not.toBe(before);
  });

  it('an empty folder leaves the built-in rules', () => {
    expect(rules.read()).toStrictEqual(builtInRules);
    expect(rulesInForce(rules.read(), rules.folder)).toContain('没有规则文件；no files of rules');
  });

  it.each([
    ['holidays/2027.yml', 'holidays/2027.yml: 规则文件的扩展名须为 .yaml，请改名为 2027.yaml'],
    ['holidays/2027.YAML', 'holidays/2027.YAML: 规则文件的扩展名须为 .yaml，请改名为 2027.yaml'],
    ['holidays/2027.yaml~', 'holidays/2027.yaml~: 不是规则文件（*.yaml），请改名或者移走'],
    ['holidays/.yaml', 'holidays/.yaml: 规则文件的扩展名须为 .yaml'],
    ['holidays/.2027.yaml.swp', 'holidays/.2027.yaml.swp: 不是规则文件'],
    ['holidays/2027.yaml/page', 'holidays/2027.yaml: 不是普通文件，请移走'],
    ['holiday/2027.yaml', 'holiday: 不认识的名称，可用的目录为 holidays、packs、switches、examples'],
    ['Holidays/2027.yaml', 'Holidays: 不认识的名称'],
    ['example/2027.yaml', 'example: 不认识的名称'],
    ['2027.yaml', '2027.yaml: 规则文件须放在 holidays/、packs/、switches/ 之一中，请移入'],
    ['constructor', 'constructor: 不认识的名称'],
  ])('%s stops the start with its path and what to do', (file, expected) => {
    rules.put(file, holidays2027);
    expect(rules.refusal()).toContain(expected);
    expect(rules.refusal()).toMatch(/；.*(rename|move|take)/);
  });

  it('every reason is given at once', () => {
    rules.put('holidays/2027.yml', holidays2027);
    rules.put('packs/own.json', '{}');
    rules.put('switch/own.yaml', '');
    expect(rules.refusal().split('\n')).toHaveLength(3);
  });

  it('every file with a fault is named at once', () => {
    rules.put('holidays/2027.yaml', holidays2027.replace('year: 2027', 'year: 3000'));
    rules.put('packs/own.yaml', 'id: own');
    expect(rules.refusal()).toMatch(/^holidays\/2027.yaml:1: year: [^\n]*\npacks\/own.yaml:1: zh: 缺少该键/);
  });

  it('a folder that is not there, or is a file, stops the start with its path', () => {
    const missing = path.join(rules.folder, 'nothing');
    expect(() => readRuleData(missing)).toThrow(`${missing}: 无法读取（ENOENT）`);
    expect(() => readRuleData(missing)).toThrow(/RULES_DIR must be the folder of rules, an empty one/);
    rules.put('file', '');
    expect(() => readRuleData(path.join(rules.folder, 'file'))).toThrow('无法读取（ENOTDIR）');
  });

  it('a pipe is not waited for', () => {
    mkdirSync(path.join(rules.folder, 'holidays'));
    execFileSync('mkfifo', [path.join(rules.folder, 'holidays', '2027.yaml')]);
    expect(rules.refusal()).toContain('holidays/2027.yaml: 不是普通文件');
  });

  it.each([
    ['GBK', Buffer.from([0xb2, 0xe2, 0xca, 0xd4])],
    ['Latin-1', Buffer.from('é', 'latin1')],
    ['half a character', Buffer.from('案').subarray(0, 2)],
    ['a character already lost', Buffer.from('\u{FFFD}')],
  ])('%s is no UTF-8 and is refused with line and column', (_, bytes) => {
    rules.put(
      'holidays/2027.yaml',
      Buffer.concat([Buffer.from('year: 2027\nsource: 样例'), bytes, Buffer.from('\n')]),
    );
    expect(rules.refusal()).toContain(
      'holidays/2027.yaml:2: 第 11 列 column 11: 不是 UTF-8 文本，请另存为 UTF-8；no UTF-8 text: save it as UTF-8',
    );
  });

  it('UTF-16 is refused, a byte order mark before UTF-8 is not', () => {
    rules.put('holidays/2027.yaml', Buffer.from(`\u{FEFF}${holidays2027}`, 'utf16le'));
    expect(rules.refusal()).toContain('holidays/2027.yaml:1: 第 1 列 column 1: 不是 UTF-8 文本');
    rules.put('holidays/2027.yaml', `\u{FEFF}${holidays2027}`);
    expect(rules.refusal()).toBe('accepted');
  });

  it('what is too large or nested too deeply for a file of rules is refused', () => {
    rules.put('holidays/2027.yaml', `${holidays2027}#${'x'.repeat(128 * 1024)}`);
    expect(rules.refusal()).toContain('超过 128 KiB');
    rules.put('holidays/2027.yaml', '['.repeat(20_000));
    expect(rules.refusal()).toMatch(/^holidays\/2027.yaml:1: —: /);
  });
});
