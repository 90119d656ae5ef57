import { projectRoot } from '@anjuan/program';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actWords } from '../../apps/demo/src/play/acts/act-words.js';
import { played } from './stand-in.js';

const folder = join(projectRoot(), 'tests/cases');
const names = readdirSync(folder).filter((name) => name.endsWith('-case.yaml'));
describe('The case files', () => {
  it('use every word that the form has', async () => {
    const said = new Set<string>();
    for (const name of names)
      for (const { step } of (await played({ [name]: readFileSync(join(folder, name), 'utf8') })).outcomes)
        said.add(step.line.act);
    expect(Object.keys(actWords).filter((word) => !said.has(word))).toStrictEqual([]);
  });
});

describe('The table of the form', () => {
  const rows = new Map(
    readFileSync(join(folder, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, word = '', keys = '', by = '']) => [word, { keys, by }]),
  );

  it('has no other word', () => {
    const others = [...rows.keys()].filter((word) => !Object.hasOwn(actWords, word) && /^[a-z]/.test(word));
    expect(others).toStrictEqual(['act']);
  });

  it.each(Object.entries(actWords))('has %s with its keys, and says who does it', (word, { keys }) => {
    const reported = [...keys.required, ...keys.optional.map((key) => `[${key}]`)].join(', ');
    expect(rows.get(word)).toStrictEqual({ keys: reported, by: expect.stringMatching(/./) });
  });
});
