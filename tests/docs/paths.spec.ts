/** What the pages say is where they say it is. */
import { pages, textOf } from './pages.js';
import { isThere, pathsIn } from './paths.js';

/** Of the reader, of the program while it runs, or of the build. */
const notKept = new Set([
  '/oidc/passkey.js',
  '2027.yml',
  'dist/apps/api/src/main.js',
  'docker/secrets',
  'restoring.json',
  'rules/holidays',
  'rules/holidays/*.yaml',
  'rules/switches/*.yaml',
]);
const missing = (page: string): readonly string[] =>
  [...new Set(pathsIn(page))].filter((path) => !notKept.has(path) && !isThere(path));

describe('A path that a page names', () => {
  it.each(pages)('is there: %s', (page) => {
    expect(missing(textOf(page))).toStrictEqual([]);
  });

  it('is found where it is wrong, in the text and in a picture', () => {
    const page = [
      'See `libs/case/src/steps.ts`, `libs/case/src/gone.ts`, `cases/gone.ts`, `review/dossier.ts`,',
      '`libs/gone`, `libs/<name>/src/index.ts`, `libs/<name>/gone.ts` and `education/give`.',
      '',
      '```',
      '│ procedures/change.handler.ts ── cases/change-case.handler.ts │',
      '```',
      '',
    ].join('\n');
    expect(missing(page)).toStrictEqual([
      'libs/case/src/gone.ts',
      'cases/gone.ts',
      'libs/gone',
      'libs/<name>/gone.ts',
      'cases/change-case.handler.ts',
    ]);
  });

  it('is named by many pages', () => {
    expect(pages.flatMap((page) => pathsIn(textOf(page))).length).toBeGreaterThan(100);
  });
});
