/** Places in a YAML text. Every scalar keeps its source text: an amount or a date is never made a number first. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar } from 'yaml';
import { CaseFileUnreadable, type FileProblem } from './unreadable.js';

/** The reader's position: a node of one file, and who may be named there. */
export type At = Readonly<{
  file: string;
  node: unknown;
  /** Path of keys from the top of the file. */
  key: string;
  line: number;
  lines: LineCounter;
  /** Keys of the people who may be named. */
  people: ReadonlySet<string>;
}>;

/** @throws CaseFileUnreadable */
export type Reader<T> = (at: At) => T;

export const refused = (
  { file, line, key }: At,
  zh: string,
  en: string,
  known?: readonly string[],
): CaseFileUnreadable => new CaseFileUnreadable([{ file, line, key, zh, en, ...(known && { known }) }]);

const lineOf = (node: unknown, at: At): number => {
  const start = isNode(node) ? node.range?.[0] : undefined;
  return start === undefined ? at.line : at.lines.linePos(start).line;
};

/** The text of a scalar as written, and whether it stood in quotes. */
export const scalarAt = ({ node }: At): Readonly<{ text: string; plain: boolean }> | undefined =>
  isScalar(node) && typeof node.value === 'string'
    ? { text: node.value, plain: node.type === 'PLAIN' }
    : undefined;

/** The values of a map by their keys, each at the line of its key. Throws for anything but a map. */
export const fieldsAt = (at: At): ReadonlyMap<string, At> => {
  if (!isMap(at.node)) throw refused(at, '此处应为“键: 值”', 'a map of keys and values is expected here');
  return new Map(
    at.node.items.map(({ key, value }) => {
      const line = lineOf(key, at);
      if (!isScalar(key) || typeof key.value !== 'string')
        throw refused({ ...at, line }, '键应为文字', 'a key is a word');
      const path = at.key === '' ? key.value : `${at.key}.${key.value}`;
      return [key.value, { ...at, node: value, key: path, line }];
    }),
  );
};

/** The members of a list. Throws for anything else. */
export const membersAt = (at: At): readonly At[] => {
  if (!isSeq(at.node)) throw refused(at, '此处应为列表 [ … ]', 'a list [ … ] is expected here');
  return at.node.items.map((node, index) => ({
    ...at,
    node,
    key: `${at.key}[${index}]`,
    line: lineOf(node, at),
  }));
};

/** A key read as if it stood as a value: people and points of review are named by keys. */
export const keyAsNode = (name: string): unknown => new Scalar(name);

/** Maps, lists and texts as they are written, as JSON has them. */
export const asWritten: Reader<unknown> = (at) => {
  const scalar = scalarAt(at);
  if (scalar) return scalar.text;
  if (isSeq(at.node)) return membersAt(at).map(asWritten);
  return Object.fromEntries([...fieldsAt(at)].map(([key, field]) => [key, asWritten(field)]));
};

export const isMapAt = ({ node }: At): boolean => isMap(node);
export const isListAt = ({ node }: At): boolean => isSeq(node);

const mostListed = 20;

const problemsOfText = (document: ReturnType<typeof parseDocument>, file: string): FileProblem[] =>
  [...document.errors, ...document.warnings].slice(0, mostListed).map(({ message, linePos, code }) => ({
    file,
    line: linePos?.[0].line ?? 1,
    key: '',
    zh: code === 'DUPLICATE_KEY' ? '同一键出现两次' : '不是可读的 YAML',
    en: message.split('\n')[0] ?? message,
  }));

const parsed = (file: string, text: string, lineCounter: LineCounter) => {
  try {
    return parseDocument(text, { schema: 'failsafe', lineCounter });
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (!(error instanceof RangeError)) throw error;
    throw new CaseFileUnreadable([{ file, line: 1, key: '', zh: '嵌套过深', en: 'nested too deeply' }]);
  }
};

/** The top of a text. Throws CaseFileUnreadable for text that is no YAML, doubled keys, tags, several documents. */
export const topOf = (file: string, text: string): At => {
  const lines = new LineCounter();
  const document = parsed(file, text, lines);
  const problems = problemsOfText(document, file);
  if (problems.length > 0) throw new CaseFileUnreadable(problems);
  return { file, node: document.contents, key: '', line: 1, lines, people: new Set() };
};
