/** What the pages tell a reader to type: shell blocks with the answer shown after them, and commands in the text. */
import { globSync, readFileSync } from 'node:fs';

export type Block = Readonly<{
  page: string;
  line: number;
  language: string;
  text: string;
}>;
export type Command = Readonly<{ page: string; line: number; text: string }>;

export const pages: readonly string[] = [
  ...['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...globSync('docs/**/*.md').sort(),
  ...['docker/README.md', 'rules/README.md', 'tests/cases/README.md'],
];

export const textOf = (page: string): string => readFileSync(page, 'utf8');
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

export const blocksOf = (page: string): readonly Block[] => {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((found) => ({
    page,
    line: lineAt(text, found.index),
    language: found[1] ?? '',
    text: found[2] ?? '',
  }));
};

const typed =
  /^(npm|npx|node|docker|curl|git|anjuan|systemctl|psql|nginx|caddy|SELECT|TRUNCATE) \S|^\.ci\/\w+$|^([A-Z_]+=\S+ )+\S/;

/** Code in the text of a page, outside of its blocks. */
export const codeIn = (page: string): readonly Omit<Command, 'page'>[] => {
  const text = page.replaceAll(/^```[^]*?^```$/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
  return [...text.matchAll(/`([^`\n]+)`/g)].map((found) => ({
    line: lineAt(text, found.index),
    text: (found[1] ?? '').replaceAll('\\|', '|'),
  }));
};

/** Code in the text that somebody would type: a program and its words, a variable set for one, or SQL. */
export const commandsOf = (page: string): readonly Command[] =>
  codeIn(textOf(page))
    .filter(({ text }) => typed.test(text))
    .map((code) => ({ page, ...code }));

/** Without comments and line ends that a shell does not see: two languages say the same commands. */
export const asTyped = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#\s.*$/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
