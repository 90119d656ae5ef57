/** Files and folders of the repository that a page names. */
import { globSync } from 'node:fs';
import { codeIn } from './pages.js';

const folders = '{apps,libs,tests,tools,docs,docker,rules,.ci}';
const inFolder = /^(apps|libs|tests|tools|docs|docker|rules|\.ci)\//;
const isFile = /^[\w.*<>/-]+\.(ts|cjs|js|json|md|ya?ml|conf|service)$/;

/** In the pictures, which are blocks of no language. */
const drawn = (page: string): readonly string[] =>
  [...page.matchAll(/^```\n([^]*?)^```$/gm)].flatMap(
    ([, block = '']) => block.match(/[\w/.-]+\.ts\b/g) ?? [],
  );

export const pathsIn = (page: string): readonly string[] => [
  ...codeIn(page)
    .map(({ text }) => text)
    .filter((text) => !/\s/.test(text) && (inFolder.test(text) || isFile.test(text))),
  ...drawn(page),
];

/** From the root or, where no folder of it is named, below any; `<name>` is anything. */
export const isThere = (path: string): boolean => {
  const pattern = path.replaceAll(/<\w+>/g, '*');
  const places = inFolder.test(path) ? [pattern] : [pattern, `${folders}/**/${pattern}`];
  return globSync(places, { exclude: ['**/node_modules/**'] }).length > 0;
};
