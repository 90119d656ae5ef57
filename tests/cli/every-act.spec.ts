import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acts } from '@anjuan/case';
import { actWords } from '../../apps/cli/src/play/acts/act-words.js';
import { projectRoot } from '../../apps/cli/src/project-root.js';

const play = join(projectRoot(), 'apps/cli/src/play');
const sources = readdirSync(play, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(play, name), 'utf8'))
  .join('\n');

/** A file tells what was entered, not how a slip of the pen was put right; its requests are answered at once. */
const untold = ['approval/return', 'entry/correct'];

describe('The words of a case file', () => {
  it('tell every act of the law but those of mending entries', () => {
    const unsaid = Object.keys(acts).filter((name) => !sources.includes(`'${name}'`));
    expect(unsaid.sort()).toStrictEqual(untold);
  });

  it('all stand in the table of the form', () => {
    const form = readFileSync(join(projectRoot(), 'tests/cases/README.md'), 'utf8');
    const listed = form
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap(
        (line) =>
          line
            .split('|')[1]
            ?.split('·')
            .map((word) => word.trim()) ?? [],
      );
    expect(Object.keys(actWords).filter((word) => !listed.includes(word))).toStrictEqual([]);
  });
});
