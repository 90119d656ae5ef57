import { readFileSync } from 'node:fs';

const secrets = [
  'ADMIN_PASSWORD',
  'SECOND_ADMIN_PASSWORD',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'EVENTSTOREDB_URL',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;
const nameOfFile = (name: string): string => `${name}_FILE`;

export type SecretFiles = Readonly<{
  /** the content of the files, without the line break at the end */
  values: Readonly<Record<string, string>>;
  /** a sentence for each that cannot be used */
  wrong: readonly string[];
}>;

/** The names that `secretsFromFiles` reads. */
export const secretFileNames: readonly string[] = secrets.map(nameOfFile);

/**
 * `DATABASE_URL_FILE=/run/secrets/database-url` in place of `DATABASE_URL=…`: a secret in a file appears neither in the
 * list of processes nor in the log of the program that started them.
 */
export const secretsFromFiles = (env: Readonly<Record<string, string | undefined>>): SecretFiles => {
  const values: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of secrets) {
    const file = env[nameOfFile(name)];
    if (file === undefined || file === '') continue;
    const both = env[name] !== undefined && env[name] !== '';
    const text = both ? undefined : textOf(file);
    if (text !== undefined) values[name] = text;
    else wrong.push(both ? twice(name) : unusable(name));
  }
  return { values, wrong };
};

const textOf = (file: string): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replace(/\r?\n$/, '');
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
};

const twice = (name: string): string =>
  `${nameOfFile(name)}：与 ${name} 只能设一个；set ${name} or ${nameOfFile(name)}, not both`;

const unusable = (name: string): string =>
  `${nameOfFile(name)}：文件无法读取、为空或不是 UTF-8；the file cannot be read, is empty or not UTF-8`;
