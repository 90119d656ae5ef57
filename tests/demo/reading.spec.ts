import { projectRoot } from '@anjuan/program';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAgencyFile } from '../../apps/demo/src/play/agency-file.js';
import { readInput } from '../../apps/demo/src/play/case-folder.js';
import { actWords } from '../../apps/demo/src/play/acts/act-words.js';
import { readCaseFile } from '../../apps/demo/src/play/case-file.js';
import { CaseFileUnreadable, type FileProblem } from '../../apps/demo/src/play/form/unreadable.js';
import { fileOf } from './stand-in.js';

const cases = `${projectRoot()}/tests/cases`;
const ownText = (name: string): string => readFileSync(`${cases}/${name}`, 'utf8');

const problemsOf = (text: string, read: (text: string) => unknown = (it) => readCaseFile('x.yaml', it)) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof CaseFileUnreadable) return error.problems;
    throw error;
  }
  return [];
};
const where = ({ line, key }: FileProblem) => `${line} ${key}`;
const scene = 'on: 2026-03-11, act: scene record, kind: 现场笔录, by: [lin, gao]';

describe('A file of the form', () => {
  it('is read with amounts in fen and dates as written', () => {
    const { facts, acts, attempts } = readCaseFile('major-food-case.yaml', ownText('major-food-case.yaml'));
    expect(facts).toMatchObject({ goodsValueFen: 1_840_000, illegalGainsFen: 1_526_000 });
    expect(acts).toHaveLength(45);
    expect(attempts).toHaveLength(13);
    expect(acts.at(-1)).toMatchObject({
      on: '2026-09-10',
      act: 'archived',
      said: { handlers: ['lin', 'gao'] },
    });
  });

  it('may name people of its agency’s lists', () => {
    const folder = readInput([], cases);
    expect(folder.cases.map(({ name }) => `${name}.yaml`)).toStrictEqual(
      readdirSync(cases)
        .filter((name) => name !== 'agency.yaml' && name.endsWith('.yaml'))
        .sort(),
    );
    const look = fileOf(['on: 2026-03-11, act: look at reporter identity, by: luo, purpose: 核查']);
    expect(problemsOf(look).map(where)).toStrictEqual(['15 acts[2].by']);
    const besides = () => folder.agencies[0]?.people ?? [];
    expect(problemsOf(look, (it) => readCaseFile('x.yaml', it, besides))).toStrictEqual([]);
  });

  it('names the reasons of a refusal by article, by provision or as a rule of ours', () => {
    const tried = (by: string) => fileOf([], [`on: 2026-03-12, act: archived, refusedBy: [${by}]`]);
    expect(problemsOf(tried('SAMR-P 78(1), archive/after-closure, POLICY'))).toStrictEqual([]);
    expect(problemsOf(tried('archive, SAMR 78')).map(where)).toHaveLength(2);
  });

  it('keeps an amount that no float holds', () => {
    const text = ownText('major-food-case.yaml').replace('18400.00', '90071992547409.91');
    expect(readCaseFile('x.yaml', text).facts.goodsValueFen).toBe(9_007_199_254_740_991);
  });
});

describe('A file that is not of the form is refused at line and key', () => {
  const wrongActs: readonly (readonly [string, string, string])[] = [
    ['an unknown act', 'on: 2026-03-11, act: scene recrod, kind: 现场笔录, by: [lin, gao]', '15 acts[2].act'],
    ['an unknown key', `${scene}, credentialShow: true`, '15 acts[2].credentialShow'],
    ['a missing key', 'on: 2026-03-11, act: scene record, by: [lin, gao]', '15 acts[2].kind'],
    ['a missing act', 'on: 2026-03-11, by: [lin, gao]', '15 acts[2].act'],
    ['an unknown word', 'on: 2026-03-11, act: scene record, kind: 笔录, by: [lin, gao]', '15 acts[2].kind'],
    [
      'an unknown person',
      'on: 2026-03-11, act: scene record, kind: 现场笔录, by: [lin, goa]',
      '15 acts[2].by[1]',
    ],
    ['a flag that is none', `${scene}, credentialShown: yes`, '15 acts[2].credentialShown'],
    ['a flag in quotes', `${scene}, credentialShown: 'true'`, '15 acts[2].credentialShown'],
    ['a map for a text', `${scene}, what: { a: b }`, '15 acts[2].what'],
    ['an empty value', `${scene}, what: `, '15 acts[2].what'],
    ['a day that does not exist', 'on: 2026-02-30, act: archived', '15 acts[2].on'],
    ['a day written otherwise', 'on: 2026/03/11, act: archived', '15 acts[2].on'],
    ['an amount with an exponent', 'on: 2026-03-11, act: payment, yuan: 1e5, for: fine', '15 acts[2].yuan'],
    [
      'an amount of three decimals',
      'on: 2026-03-11, act: payment, yuan: 1.005, for: fine',
      '15 acts[2].yuan',
    ],
    [
      'a count that is none',
      'on: 2026-03-11, act: test commissioned, body: x, periodDays: 3.5',
      '15 acts[2].periodDays',
    ],
    ['acts out of the order of days', 'on: 2026-03-09, act: archived', '15 acts[2].on'],
    [
      'an attempt among the acts',
      'on: 2026-03-11, act: archived, refusedBy: [APL 58]',
      '15 acts[2].refusedBy',
    ],
    [
      'a span that ends before it begins',
      'on: 2026-03-11, act: case filed, approvedBy: tang, handlers: [lin], actDates: [2026-02-20, 2026-01-05], discovered: 2026-03-02',
      '15 acts[2].actDates',
    ],
    [
      'a proposal of both kinds',
      'on: 2026-03-11, act: investigation concluded, by: [lin, gao], proposal: { fineYuan: 1, noPenalty: 首违不罚 }',
      '15 acts[2].proposal',
    ],
    [
      'a point of review that is none',
      'on: 2026-03-11, act: legal review opinion, by: fang, opinion: correct, points: { evidnece: x }',
      '15 acts[2].points.evidnece',
    ],
    ['an alias', 'on: 2026-03-11, act: scene record, kind: 现场笔录, by: *who', '15 acts[2].by'],
    ['a key twice', 'on: 2026-03-11, on: 2026-03-11, act: archived', '15 '],
    ['a tag', 'on: 2026-03-11, act: payment, yuan: !!float 1, for: fine', '15 '],
  ];
  it.each(wrongActs)('%s', (_, act, at) => {
    expect(problemsOf(fileOf([act])).map(where)).toStrictEqual([at]);
  });

  const wrongAttempts: readonly (readonly [string, string, string])[] = [
    ['an attempt without refusedBy', 'on: 2026-03-11, act: archived', '16 attempts[0].refusedBy'],
    [
      'refusedBy that names no law',
      'on: 2026-03-11, act: archived, refusedBy: [ABC 58]',
      '16 attempts[0].refusedBy[0]',
    ],
    [
      'refusedBy without anything',
      'on: 2026-03-11, act: archived, refusedBy: []',
      '16 attempts[0].refusedBy',
    ],
  ];
  it.each(wrongAttempts)('%s', (_, attempt, at) => {
    expect(problemsOf(fileOf([], [attempt])).map(where)).toStrictEqual([at]);
  });

  it('a person with two names', () => {
    const text = fileOf([]).replace('key: gao, name: 高远', 'key: lin, name: 林山');
    expect(problemsOf(text).map(where)).toStrictEqual(['4 people[1]', '14 acts[1].handlers[1]']);
  });

  it('a credential without its dates', () => {
    const text = fileOf([]).replace(', valid: [2023-06-01, 2027-05-31]', '');
    expect(problemsOf(text).map(where)).toStrictEqual(['4 people[1]']);
  });

  it('a key of the file that is missing, and one that is unknown', () => {
    const text = fileOf([]).replace('cause:', 'casue:');
    expect(problemsOf(text).map(where)).toStrictEqual(['1 cause', '10 casue']);
  });

  it('everything that is wrong at once, in the order of its lines', () => {
    const text = fileOf(
      ['on: 2026-03-11, act: archivd', `${scene}, credentialShown: maybe`],
      ['on: 2026-13-01, act: archived, refusedBy: [APL 58]'],
    );
    expect(problemsOf(text).map(where)).toStrictEqual([
      '15 acts[2].act',
      '16 acts[3].credentialShown',
      '18 attempts[0].on',
    ]);
  });

  it('with the words that are known, Chinese first', () => {
    const [unknownAct] = problemsOf(fileOf(['on: 2026-03-11, act: scene recrod']));
    expect(unknownAct?.known).toStrictEqual(Object.keys(actWords));
    const [unknownKey] = problemsOf(fileOf(['on: 2026-03-11, act: archived, aprovedBy: tang']));
    expect(unknownKey?.known).toStrictEqual(['on', 'act', 'ofParty', 'approvedBy']);
    expect(new CaseFileUnreadable([unknownKey!]).message).toBe(
      'x.yaml:15: “acts[2].aprovedBy”：不认识的键“aprovedBy”\n' +
        '    "acts[2].aprovedBy": unknown key "aprovedBy"\n' +
        '    可用的词 known words: on, act, ofParty, approvedBy',
    );
  });

  it('text that is no YAML, no map, or nothing', () => {
    expect(problemsOf('acts: [').map(({ line }) => line)).toContain(1);
    expect(problemsOf('- 1').map(where)).toStrictEqual(['1 ']);
    expect(problemsOf('').map(where)).toStrictEqual(['1 ']);
  });

  it('a file that is not there', () => {
    expect(
      problemsOf('nowhere.yaml', (file) => readInput([file], cases)).map(({ file }) => file),
    ).toStrictEqual(['nowhere.yaml']);
  });

  it('lists of an agency that know no such trigger', () => {
    const text = ownText('agency.yaml').replace('suspension-or-closure', 'suspension');
    expect(problemsOf(text, (it) => readAgencyFile('agency.yaml', it)).map(where)).toStrictEqual([
      '6 majorDecisions.triggers[1]',
    ]);
  });
});

describe('Nothing on disk is passed over in silence', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cases-'));
    for (const name of ['agency.yaml', 'on-the-spot-case.yaml'])
      copyFileSync(join(cases, name), join(folder, name));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const refused = (named: readonly string[], own = folder) => problemsOf('', () => readInput(named, own));

  it('a case file with another ending in the folder of cases', () => {
    copyFileSync(join(cases, 'README.md'), join(folder, 'README.md'));
    expect(refused([])).toStrictEqual([]);
    renameSync(join(folder, 'on-the-spot-case.yaml'), join(folder, 'on-the-spot-case.yml'));
    expect(refused([]).map(({ file }) => file)).toStrictEqual([join(folder, 'on-the-spot-case.yml')]);
  });

  it('lists of the agency under another name beside a case', () => {
    renameSync(join(folder, 'agency.yaml'), join(folder, 'agency.yml'));
    expect(refused([join(folder, 'on-the-spot-case.yaml')], cases)).toMatchObject([
      { file: join(folder, 'agency.yml'), en: 'the file of the agency is named agency.yaml: rename it' },
    ]);
  });

  it('bytes that are no UTF-8, with line and column', () => {
    const file = join(folder, 'gbk.yaml');
    writeFileSync(file, Buffer.concat([Buffer.from('case: x\n# 案'), Buffer.from([0xb0, 0xb8])]));
    expect(refused([file])).toMatchObject([
      { file, line: 2, zh: '第 4 列起不是 UTF-8 文本，请另存为 UTF-8' },
    ]);
  });

  it('a file nested deeper than it can be read', () => {
    const file = join(folder, 'deep.yaml');
    writeFileSync(file, '['.repeat(20_000));
    const reported = refused([file]);
    expect(reported).toHaveLength(20);
    expect(reported[0]).toMatchObject({ file, line: 1 });
  });
});

describe('The lists of the sample agency', () => {
  it('may go by the amount of the fine, and name the benchmarks', () => {
    const amounts = `
  fines:
    naturalPerson: { comparator: '>=', yuan: 5000 }
    entity: { comparator: '>', yuan: 10000.50 }`;
    const benchmarks = `
benchmarks:
  - { name: 裁量基准（2025年版）, publishedOn: 2024-12-20, validFrom: 2025-01-01, validTo: 2026-12-31 }
  - { name: 裁量基准（2027年版）, publishedOn: 2026-12-20, validFrom: 2027-01-01 }
`;
    const text = ownText('agency.yaml').replace(/(basis: SAMR-P 50\(3\))/, `$1${amounts}`) + benchmarks;
    const { lists } = readAgencyFile('agency.yaml', text);
    expect(lists.majorDecisions.fines).toStrictEqual({
      naturalPerson: { comparator: '>=', fen: 500_000 },
      entity: { comparator: '>', fen: 1_000_050 },
    });
    expect(lists.benchmarks).toStrictEqual([
      {
        name: '裁量基准（2025年版）',
        publishedOn: '2024-12-20',
        validFrom: '2025-01-01',
        validTo: '2026-12-31',
      },
      { name: '裁量基准（2027年版）', publishedOn: '2026-12-20', validFrom: '2027-01-01' },
    ]);
  });

  it('are one version, from the day all of its parts hold', () => {
    expect(readAgencyFile('agency.yaml', ownText('agency.yaml')).lists).toStrictEqual({
      validFrom: '2025-01-01',
      majorDecisions: {
        basis: 'SAMR-P 50(3)',
        triggers: [
          'hearing-eligible',
          'suspension-or-closure',
          'revocation-or-lowering',
          'opened-to-public-interest',
        ],
      },
      hearingThresholds: {
        naturalPerson: { comparator: '>=', fen: 1_000_000 },
        entity: { comparator: '>=', fen: 10_000_000 },
        individualBusiness: 'natural-person',
      },
      collectiveDiscussion: { quorum: 2, cases: 'all-legally-reviewed' },
      lateEntry: { hours: 48 },
    });
  });
});
