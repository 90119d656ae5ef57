/** What is wrong with a file, and where: line of the file, key, the words the program knows there. */
export type FileProblem = Readonly<{
  file: string;
  /** From 1. */
  line: number;
  /** Path of keys, such as `acts[3].until`; empty for the file itself. */
  key: string;
  zh: string;
  en: string;
  known?: readonly string[];
}>;

const inFull = ({ file, line, key, zh, en, known }: FileProblem): string => {
  const where = key === '' ? '' : `“${key}”：`;
  const words = known === undefined ? '' : `\n    可用的词 known words: ${known.join(', ')}`;
  return `${file}:${line}: ${where}${zh}\n    ${key === '' ? '' : `"${key}": `}${en}${words}`;
};

/** A case file that is not of the form. Carries everything that is wrong with it, in the order of its lines. */
export class CaseFileUnreadable extends Error {
  override readonly name = 'CaseFileUnreadable';
  readonly problems: readonly FileProblem[];
  constructor(problems: readonly FileProblem[]) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line);
    super(inOrder.map(inFull).join('\n'));
    this.problems = inOrder;
  }
}

/** Does all of them and throws once, with everything that was wrong. */
export const gather = <T>(readings: readonly (() => T)[]): readonly T[] => {
  const problems: FileProblem[] = [];
  const read: T[] = [];
  for (const reading of readings) {
    try {
      read.push(reading());
    } catch (error) {
      if (!(error instanceof CaseFileUnreadable)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CaseFileUnreadable(problems);
  return read;
};
