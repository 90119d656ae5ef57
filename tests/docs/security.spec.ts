/** docs/security/asvs.md answers each requirement once; what it and docs/security.md name is there. */
import { existsSync, readFileSync } from 'node:fs';
import { level1, level2 } from './asvs-ids.js';

const page = readFileSync('docs/security/asvs.md', 'utf8');
const verdicts = ['met', 'partly', 'open', 'not applicable'];

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const lines = page.split('\n').filter((line) => line.startsWith('|'));
const rows = lines
  .map(cellsOf)
  .filter(([id = '']) => /^\d+\.\d+\.\d+$/.test(id))
  .map((cells) => {
    const [id = '', level = '', requirement = '', verdict = '', why = '', where = ''] = cells;
    return { id, level, requirement, verdict, why, where, cells: cells.length };
  });

/** What a text names in backticks and by a path: files and folders of the repository, not addresses of the program. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w.-]+\.(?:md|json|js|ts))`/g)].map(([, path = '']) => path);
const missing = (paths: readonly string[]) => paths.filter((path) => !existsSync(path));

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

describe('docs/security/asvs.md', () => {
  it('has every requirement of levels 1 and 2 once, under its level', () => {
    expect([level1.length, level2.length]).toStrictEqual([70, 183]);
    const at = (wanted: string) => rows.filter(({ level }) => level === wanted).map(({ id }) => id);
    expect(sorted(at('1'))).toStrictEqual(sorted(level1));
    expect(sorted(at('2'))).toStrictEqual(sorted(level2));
    expect(rows).toHaveLength(level1.length + level2.length);
  });

  it('says of each what it is, one of four verdicts, and why', () => {
    expect(rows.filter(({ cells }) => cells !== 6)).toStrictEqual([]);
    expect(rows.filter(({ requirement, why }) => requirement === '' || why === '')).toStrictEqual([]);
    expect(rows.filter(({ verdict }) => !verdicts.includes(verdict))).toStrictEqual([]);
  });

  it('shows each that is met, or partly, by a file', () => {
    const claimed = rows.filter(({ verdict }) => verdict === 'met' || verdict === 'partly');
    expect(claimed.length).toBeGreaterThan(100);
    expect(claimed.filter(({ where }) => where === '')).toStrictEqual([]);
  });

  it('names files that exist', () => {
    const named = rows.flatMap(({ where }) => where.split(', ').filter(Boolean));
    expect(named.filter((one) => !/^`[^`]+`$/.test(one))).toStrictEqual([]);
    expect(missing(named.map((one) => one.slice(1, -1)))).toStrictEqual([]);
    expect(missing(pathsIn(page))).toStrictEqual([]);
  });

  it('counts its verdicts', () => {
    const counted = verdicts.map((verdict) => [
      verdict,
      String(rows.filter((row) => row.verdict === verdict).length),
    ]);
    const said = lines.map(cellsOf).filter(([first = '']) => verdicts.includes(first));
    expect(said.map(([verdict, , count]) => [verdict, count])).toStrictEqual(counted);
  });
});

describe('docs/security.md', () => {
  it('names files that exist', () => {
    const text = readFileSync('docs/security.md', 'utf8');
    expect(pathsIn(text).length).toBeGreaterThan(10);
    expect(missing(pathsIn(text))).toStrictEqual([]);
  });
});
