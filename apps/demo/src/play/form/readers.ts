/** Strict readers of one value each: what is not of the form is refused with its line, key and the known words. */
import { fenFromYuan, isLocalDate, laws, MoneyUnreadable, type Fen, type LocalDate } from '@anjuan/law';
import { type At, fieldsAt, isListAt, keyAsNode, membersAt, type Reader, refused, scalarAt } from './node.js';
import { gather } from './unreadable.js';

const sourceText = (at: At): string => {
  const found = scalarAt(at)?.text.trim();
  if (found === undefined)
    throw refused(at, '此处应为一个值，而不是列表或者映射', 'one value is expected here, no list or map');
  if (found === '') throw refused(at, '此处缺少值', 'a value is missing here');
  return found;
};

/** Any text that says something. */
export const text: Reader<string> = sourceText;

/** One of the words of a table; yields its value. */
export const word =
  <T>(table: Readonly<Record<string, T>>): Reader<T> =>
  (at) => {
    const said = sourceText(at);
    const found = Object.entries(table).find(([known]) => known === said);
    if (found === undefined)
      throw refused(at, `不认识的词“${said}”`, `unknown word "${said}"`, Object.keys(table));
    return found[1];
  };

/** One of some words, each standing for itself. */
export const oneOf = <const T extends string>(words: readonly T[]): Reader<T> =>
  word(Object.fromEntries(words.map((known) => [known, known])) as Record<string, T>);

/** `true` or `false`, without quotes. */
export const flag: Reader<boolean> = (at) => {
  const said = scalarAt(at);
  if (said?.plain !== true || (said.text !== 'true' && said.text !== 'false'))
    throw refused(at, '此处应为 true 或者 false', 'true or false is expected here', ['true', 'false']);
  return said.text === 'true';
};

/** A day that exists. */
export const date: Reader<LocalDate> = (at) => {
  const said = sourceText(at);
  if (!isLocalDate(said))
    throw refused(
      at,
      `不存在的日期“${said}”，应为 YYYY-MM-DD`,
      `"${said}" is no existing day: write it as YYYY-MM-DD`,
    );
  return said;
};

/** Yuan as text, read exactly into fen. */
export const amount: Reader<Fen> = (at) => {
  const said = sourceText(at);
  try {
    return fenFromYuan(said);
  } catch (error) {
    if (!(error instanceof MoneyUnreadable)) throw error;
    throw refused(
      at,
      `无法识别的金额“${said}”，应为元，如 184000.00`,
      `"${said}" is no amount: write yuan such as 184000.00, at most two decimals`,
    );
  }
};

/** A whole number from 1. */
export const count: Reader<number> = (at) => {
  const said = sourceText(at);
  if (!/^[1-9]\d{0,4}$/.test(said))
    throw refused(at, `“${said}”应为正整数`, `"${said}" must be a whole number from 1`);
  return Number(said);
};

/** Somebody named in the file's `people`, or in the agency's. */
export const person: Reader<string> = (at) => {
  const said = sourceText(at);
  if (!at.people.has(said))
    throw refused(at, `不认识的人“${said}”`, `unknown person "${said}"`, [...at.people]);
  return said;
};

const citationForm = new RegExp(`^(${Object.keys(laws).join('|')}) \\d+[A-Z]?(\\(\\d+\\)){0,2}$`);
const provisionForm = /^[a-z-]+\/[a-z0-9-]+$/;
const isGround = (said: string): boolean =>
  citationForm.test(said) || provisionForm.test(said) || said === 'POLICY';
/** `APL 58`, `APL 58(1)`, `SAMR-P 77(1)(2)`; `decision/only-one` for one provision alone; `POLICY` for any of ours. */
export const citation: Reader<string> = (at) => {
  const said = sourceText(at);
  if (!isGround(said))
    throw refused(
      at,
      `不认识的条文“${said}”，应如 APL 58(1)、decision/only-one 或者 POLICY`,
      `"${said}" is no citation such as APL 58(1), no provision such as decision/only-one, nor POLICY`,
      Object.keys(laws),
    );
  return said;
};

export const list =
  <T>(of: Reader<T>): Reader<readonly T[]> =>
  (at) => {
    const members = membersAt(at);
    if (members.length === 0) throw refused(at, '列表不能为空', 'the list must not be empty');
    return gather(members.map((member) => () => of(member)));
  };

/** A list, or one value in place of a list of one. */
export const oneOrMore =
  <T>(of: Reader<T>): Reader<readonly T[]> =>
  (at) =>
    isListAt(at) ? list(of)(at) : [of(at)];

/** `[from, to]`, the second not before the first. */
export const span: Reader<Readonly<{ from: LocalDate; to: LocalDate }>> = (at) => {
  const [from, to, ...more] = list(date)(at);
  if (from === undefined || to === undefined || more.length > 0 || to < from)
    throw refused(at, '此处应为 [起日, 止日]', 'two days [from, to] are expected here, in their order');
  return { from, to };
};

/** Any keys of one kind, such as people or points of review, each with a value. */
export const byKey =
  <K extends string, T>(key: Reader<K>, of: Reader<T>): Reader<Readonly<Partial<Record<K, T>>>> =>
  (at) => {
    const entries = gather(
      [...fieldsAt(at)].map(
        ([name, field]) =>
          () =>
            [key({ ...field, node: keyAsNode(name) }), of(field)] as const,
      ),
    );
    return Object.fromEntries(entries) as Partial<Record<K, T>>;
  };
