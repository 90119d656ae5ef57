/** Which files are played, and which agency's lists go with them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAgencyFile, readAgencyFile, type AgencyFile } from './agency-file.js';
import { readCaseFile, type CaseFile } from './case-file.js';
import { topOf } from './form/node.js';
import { CaseFileUnreadable, gather } from './form/unreadable.js';

export type Input = Readonly<{ cases: readonly CaseFile[]; agencies: readonly AgencyFile[] }>;

const unreadable = (file: string, zh: string, en: string): CaseFileUnreadable =>
  new CaseFileUnreadable([{ file, line: 1, key: '', zh, en }]);

const textOf = (file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError)
      throw unreadable(file, '不是 UTF-8 文本', 'this is no UTF-8 text: save it as UTF-8');
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unreadable(
      file,
      `无法打开（${code}）`,
      `it cannot be opened (${code}): check the name and the rights`,
    );
  }
};

/** The cases that come with the program. */
const ownCases = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'agency.yaml')
    .sort()
    .map((name) => join(folder, name));

const agencyBeside = (file: string): readonly string[] => {
  const beside = join(dirname(file), 'agency.yaml');
  return beside !== file && existsSync(beside) ? [beside] : [];
};

type Source = Readonly<{ file: string; text: string }>;
const read = (file: string): Source => ({ file, text: textOf(file) });

/**
 * Reads everything before anything is played. Lists of an agency: from a file named, else from an
 * `agency.yaml` beside a case, else from the program's own. Throws CaseFileUnreadable.
 */
export const readInput = (named: readonly string[], ownFolder: string): Input => {
  const given = gather((named.length > 0 ? named : ownCases(ownFolder)).map((file) => () => read(file)));
  const kinds = gather(
    given.map((source) => () => ({ source, lists: isAgencyFile(topOf(source.file, source.text)) })),
  );
  const caseSources = kinds.filter(({ lists }) => !lists).map(({ source }) => source);
  const beside = new Set([
    ...caseSources.flatMap(({ file }) => agencyBeside(file)),
    join(ownFolder, 'agency.yaml'),
  ]);
  const listSources = [
    ...kinds.filter(({ lists }) => lists).map(({ source }) => source),
    ...[...beside].map(read),
  ];
  const agencies = gather(
    listSources.map(
      ({ file, text }) =>
        () =>
          readAgencyFile(file, text),
    ),
  );
  const peopleOf = (uscc: string) => agencies.find(({ agency }) => agency.uscc === uscc)?.people ?? [];
  const cases = gather(
    caseSources.map(
      ({ file, text }) =>
        () =>
          readCaseFile(file, text, peopleOf),
    ),
  );
  return { cases, agencies };
};
