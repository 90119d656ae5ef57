/** What a login and a password have to be. A password is looked at when it is set, never when somebody signs in. */
import { isBlank, textFault, textFaultSaid } from '@anjuan/law';
import { AccountRefused } from './account-refused.js';
import { oneIsCommon } from './common-passwords.js';
import type { Bilingual } from './pages.js';

const shortest = 12;
const longest = 200;
const longestLogin = 100;
const fewestDistinct = 5;
/** A shorter login, or staff number, occurs in many passwords by chance. */
const shortestKnown = 4;
/** So many consecutive characters are a sequence; a password needs more characters than that outside sequences. */
const sequence = 4;

/** Not worth any work. */
export const isEndless = (login: string, password: string): boolean =>
  login.length > longestLogin || password.length > longest * 4;

/** Two spellings of one login are one. */
export const canonical = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

/** @throws AccountRefused */
export const fitLogin = (login: string): string => {
  const name = canonical(login);
  const fault = textFault(login);
  if (fault) {
    const { zh, en } = textFaultSaid(fault);
    throw new AccountRefused(`账号${zh}。Login: ${en}.`);
  }
  if (isBlank(name) || name.length > longestLogin) {
    throw new AccountRefused(
      `账号须为 1 至 ${longestLogin} 个字符，不得空白。The login must have 1 to ${longestLogin} characters and not be blank.`,
    );
  }
  return name;
};

const said = {
  length: {
    zh: `密码须为 ${shortest} 至 ${longest} 个字符。`,
    en: `The password must have ${shortest} to ${longest} characters.`,
  },
  common: {
    zh: '该密码过于常见，或只是在常见密码上加了数字、符号；请另选，例如几个互不相关的词。',
    en: 'The password is a common one, or one with digits and signs added: choose another, such as some words that have nothing to do with each other.',
  },
  distinct: {
    zh: `密码须含至少 ${fewestDistinct} 个不同的字符。`,
    en: `The password must have at least ${fewestDistinct} different characters.`,
  },
  sequence: {
    zh: '密码不得由连续的字母、数字或键盘上相邻的键组成。',
    en: 'The password must not be a row of letters, digits or neighbouring keys.',
  },
  known: {
    zh: '密码不得包含账号或工号。',
    en: 'The password must not contain the login or the staff number.',
  },
  same: { zh: '新密码须与原密码不同。', en: 'The new password must differ from the one before.' },
} satisfies Readonly<Record<string, Bilingual>>;

const rows = [
  '1234567890-=',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.'],
  '一二三四五六七八九十',
];
const neighbours = new Set(
  rows.flatMap((row) =>
    Array.from(row)
      .slice(1)
      .map((key, before) => `${Array.from(row)[before] ?? ''}${key}`),
  ),
);
const reversed = (pair: string): string => Array.from(pair).reverse().join('');

/** Which way the second follows the first, if it does: up or down the alphabet, along the keyboard, or the same. */
const waysOn = (one: string, next: string): readonly string[] => {
  const pair = one + next;
  const step = (next.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0);
  return [
    ...(Math.abs(step) <= 1 ? [`by ${String(step)}`] : []),
    ...(neighbours.has(pair) ? ['along'] : []),
    ...(neighbours.has(reversed(pair)) ? ['back'] : []),
  ];
};

/** How many characters belong to no sequence. */
const outsideSequences = (text: readonly string[]): number => {
  let outside = 0;
  for (let start = 0; start < text.length;) {
    const longest = ['by 1', 'by -1', 'by 0', 'along', 'back'].map((way) => {
      let end = start + 1;
      while (end < text.length && waysOn(text[end - 1] ?? '', text[end] ?? '').includes(way)) end += 1;
      return end - start;
    });
    const length = Math.max(...longest);
    if (length < sequence) outside += 1;
    start += length < sequence ? 1 : length;
  }
  return outside;
};

/** The shortest text of which this one is a repetition. */
const repeated = (text: string): string => {
  const at = `${text}${text}`.indexOf(text, 1);
  return at > 0 ? text.slice(0, at) : text;
};

/** What a password comes to when digits and signs are taken from it, or the repetition: where that is a good part of it. */
const cores = (text: string): readonly string[] => {
  const ends = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return [text, ends, letters]
    .filter((core) => core.length * 3 >= text.length)
    .flatMap((core) => [core, repeated(core)]);
};

export interface Known {
  /** The login, the staff number. */
  readonly of: readonly string[];
  /** The password there was before, as it was typed. */
  readonly before?: string;
}

/** Every reason why the password is not taken; none: it is fit. */
export const unfit = async (password: string, { of, before }: Known): Promise<readonly Bilingual[]> => {
  const text = canonical(password).slice(0, longest);
  const characters = Array.from(text);
  const length = Array.from(password.normalize('NFKC')).length;
  const known = of.map(canonical).filter((one) => one === text || Array.from(one).length >= shortestKnown);
  return [
    ...(length < shortest || length > longest ? [said.length] : []),
    ...((await oneIsCommon(cores(text))) ? [said.common] : []),
    ...(new Set(characters).size < fewestDistinct ? [said.distinct] : []),
    ...(outsideSequences(characters) < sequence ? [said.sequence] : []),
    ...(known.some((one) => text.includes(one)) ? [said.known] : []),
    ...(before !== undefined && before.normalize('NFKC') === password.normalize('NFKC') ? [said.same] : []),
  ];
};

/** All of them as one text of both languages. */
export const joined = (reasons: readonly Bilingual[]): Bilingual => ({
  zh: reasons.map(({ zh }) => zh).join(''),
  en: reasons.map(({ en }) => en).join(' '),
});

/** @throws AccountRefused, with every reason */
export const fitPassword = async (password: string, known: Known): Promise<string> => {
  const reasons = await unfit(password, known);
  if (reasons.length === 0) return password;
  const { zh, en } = joined(reasons);
  throw new AccountRefused(`${zh}${en}`);
};
