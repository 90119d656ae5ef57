/** Which characters a text of the record may hold, and when two texts are the same. */

/** The first character that may not be there. `at`: counted in characters from 1. */
export type TextFault = Readonly<{ what: 'control' | 'invisible' | 'broken'; at: number; code: string }>;

// Line breaks and tabs belong to a text of several lines.
const control = String.raw`[^\P{Cc}\t\n\r]|[\u2028\u2029]`;
// A lone surrogate, a noncharacter, and what a decoder puts where it could not read.
const broken = String.raw`[\p{Cs}\p{NChar}\uFFFC\uFFFD]`;
// Zero-width characters, bidi controls, soft hyphens, fillers; letters and signs that show nothing.
const invisible = String.raw`[\p{DI}\p{Cf}\u{16FE4}\u2800\u{1D159}]`;
// Invisible alone, but part of how the character before them is written: rare Han characters, Mongolian, emoji.
const writtenTogether = [
  String.raw`\p{sc=Han}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`\p{sc=Mong}[\u180B-\u180F]`,
  String.raw`\p{ExtPict}\uFE0F?(?:\u200D\p{ExtPict}\uFE0F?)*`,
].join('|');

const suspect = new RegExp(
  `(?:${writtenTogether})|(?<broken>${broken})|(?<control>${control})|(?<invisible>${invisible})`,
  'gu',
);
// Nearly every text has none of these: found out in one pass over one class.
const unusual = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}\u{16FE4}\u2028\u2029\u2800\uFFFC\uFFFD\u{1D159}]/u;
const kinds = ['broken', 'control', 'invisible'] as const;

const hex = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Undefined for a text that may be recorded as it is. A blank one may: whether it says anything is `isBlank`. */
export const textFault = (text: string): TextFault | undefined => {
  if (!unusual.test(text)) return undefined;
  for (const { 0: character, index, groups } of text.matchAll(suspect)) {
    const what = kinds.find((kind) => groups?.[kind] !== undefined);
    if (what !== undefined)
      return { what, at: Array.from(text.slice(0, index)).length + 1, code: hex(character) };
  }
  return undefined;
};

const names = {
  control: { zh: '控制字符', en: 'a control character' },
  invisible: { zh: '不可见字符', en: 'an invisible character' },
  broken: { zh: '残缺字符', en: 'a broken character' },
} as const;

/** For the reader: which character, where, and what to do. */
export const textFaultSaid = ({ what, at, code }: TextFault): Readonly<{ zh: string; en: string }> => ({
  zh: `第${String(at)}个字符 ${code} 是${names[what].zh}，请删去后重新填写`,
  en: `character ${String(at)}, ${code}, is ${names[what].en}: delete it and enter the text again`,
});

const shown = /[^\p{Z}\p{C}\p{M}\p{DI}\u{16FE4}\u2800\u{1D159}]|\p{Co}|\p{Cn}/u;

/** Nothing that a reader would see: spaces of any width, fillers, marks without a letter. */
export const isBlank = (text: string | undefined): boolean => !shown.test(text ?? '');

const lineEnd = /[\t\n\v\f\r\u0085\u2028\u2029]/;

/** No line ends in it, nor a tab. */
export const isOneLine = (text: string): boolean => !lineEnd.test(text);

const unseen = new RegExp(`${invisible}|\\p{Cc}`, 'gu');

/**
 * What a text is compared by, never what is recorded: half width (NFKC), capitals, without what is not seen; a run
 * of blanks is one.
 */
export const folded = (text: string): string =>
  text
    .replace(/[\p{Z}\t\r\n\u2800]+/gu, ' ')
    .normalize('NFKC')
    .replace(unseen, '')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();

/** The same name, number or word, however it was typed. */
export const sameText = (one: string, other: string): boolean =>
  one === other || folded(one) === folded(other);

/**
 * What an official number (案号、文号) is compared by: brackets of any shape, dashes of any length, blanks, 第 before the
 * number and leading zeros make no difference.
 */
export const foldedNumber = (number: string): string =>
  // Folded again: without the blanks a mark may join the letter before it.
  folded(folded(number).replace(/\s/gu, ''))
    .replace(/\p{Ps}/gu, '〔')
    .replace(/\p{Pe}/gu, '〕')
    .replace(/\p{Pd}|[\u2212\u30FC]/gu, '-')
    .replace(/[○◯]/gu, '〇')
    .replace(/第+(?=\d)/gu, '')
    .replace(/(?<!\d)0+(?=\d)/gu, '');
