/** Which files are played, and which agency's lists go with them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { textOf as decoded } from '@anjuan/rule-data';
import { isAgencyFile, readAgencyFile, type AgencyFile } from './agency-file.js';
import { readCaseFile, type CaseFile } from './case-file.js';
import { topOf } from './form/node.js';
import { CaseFileUnreadable, gather } from './form/unreadable.js';
import { isProcedureFile, readProcedureFile } from './procedure-file.js';

export type Input = Readonly<{ cases: readonly CaseFile[]; agencies: readonly AgencyFile[] }>;

const unreadable = (file: string, zh: string, en: string): CaseFileUnreadable =>
  new CaseFileUnreadable([{ file, line: 1, key: '', zh, en }]);

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    throw unreadable(
      file,
      `无法打开（${code}）`,
      `it cannot be opened (${code}): check the name and the rights`,
    );
  }
};

const textOf = (file: string): string => {
  const text = decoded(bytesOf(file));
  if (typeof text === 'string') return text;
  const { line, column } = text;
  throw new CaseFileUnreadable([
    {
      file,
      line,
      key: '',
      zh: `第 ${String(column)} 列起不是 UTF-8 文本，请另存为 UTF-8`,
      en: `from column ${String(column)} on this is no UTF-8 text: save it as UTF-8`,
    },
  ]);
};

/** The cases that come with the program; nothing else is in that folder but their description. */
const ownCases = (folder: string): readonly string[] =>
  gather(
    readdirSync(folder)
      .filter((name) => name !== 'agency.yaml' && name !== 'README.md')
      .sort()
      .map((name) => () => {
        if (name.endsWith('.yaml')) return join(folder, name);
        throw unreadable(
          join(folder, name),
          '不是案件文件（*.yaml），请改名或者移走',
          'no case file (*.yaml): rename it or take it away',
        );
      }),
  );

/** Names that are meant as the agency's lists and would not be read. */
const misnamed = (folder: string): string | undefined =>
  readdirSync(folder).find((name) => /^agenc(y|ies)\.ya?ml$/i.test(name));

const agencyFileOf = (file: string): readonly string[] => {
  const agencyFile = join(dirname(file), 'agency.yaml');
  const wrong = existsSync(agencyFile) ? undefined : misnamed(dirname(file));
  if (wrong !== undefined)
    throw unreadable(
      join(dirname(file), wrong),
      '机关文件须名为 agency.yaml，请改名',
      'the file of the agency is named agency.yaml: rename it',
    );
  return agencyFile !== file && existsSync(agencyFile) ? [agencyFile] : [];
};

type Source = Readonly<{ file: string; text: string }>;
const read = (file: string): Source => ({ file, text: textOf(file) });

/**
 * Reads everything before anything is played. Lists of an agency: from a file named, else from an
 * `agency.yaml` next to a case, else from the program's own. Throws CaseFileUnreadable.
 */
export const readInput = (named: readonly string[], ownFolder: string): Input => {
  const given = gather((named.length > 0 ? named : ownCases(ownFolder)).map((file) => () => read(file)));
  const kinds = gather(
    given.map((source) => () => ({ source, lists: isAgencyFile(topOf(source.file, source.text)) })),
  );
  const caseSources = kinds.filter(({ lists }) => !lists).map(({ source }) => source);
  const agencyFiles = new Set([
    ...caseSources.flatMap(({ file }) => agencyFileOf(file)),
    join(ownFolder, 'agency.yaml'),
  ]);
  const listSources = [
    ...kinds.filter(({ lists }) => lists).map(({ source }) => source),
    ...[...agencyFiles].map(read),
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
          isProcedureFile(topOf(file, text))
            ? readProcedureFile(file, text, peopleOf)
            : readCaseFile(file, text, peopleOf),
    ),
  );
  return { cases, agencies };
};
