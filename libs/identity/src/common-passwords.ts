import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** 49,000 passwords that people choose, in lower case: the words of a JSON array. */
const file = require.resolve('@zxcvbn-ts/language-common/src/passwords.json');

/**
 * Whether one of the words is a common password. The list is read for each question and kept by nobody: passwords are
 * set rarely, and the idle program holds nothing for it.
 */
export const oneIsCommon = async (words: readonly string[]): Promise<boolean> => {
  const list = await readFile(file);
  return words.some((word) => word !== '' && list.includes(JSON.stringify(word)));
};
