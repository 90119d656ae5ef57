import { inside, invalid } from './faults.js';
import { Problem } from './problems.js';

/** Bounds far beyond any form; larger bodies are not examined. */
const most = { depth: 16, names: 2_500, namesOfOne: 32, items: 500, values: 5_000 } as const;
const longestNumber = 40;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// A string that is not closed matches to the end, so that no character is examined twice.
const token = /"[^"\\]*(?:\\(?:.|$)[^"\\]*)*(?:"|$)|[{}[\],]|(?<!\d)\d+(?:\.\d*|[eE])[\d.eE+-]*/gs;

const malformed = (detail: string) => new Problem('malformed-body', detail);
const tooMuch = (zh: string, en: string) => new Problem('body-too-large', `${zh}；${en}`);

/** One object or list that is being read; `names` of an object. */
type Open = { names?: Set<string>; items: number };

type All = { names: number; values: number };

/** Lists in lists are short and many: each value costs the same to validate, wherever it is. */
const oneMore = (all: All): void => {
  all.values += 1;
  if (all.values > most.values)
    throw tooMuch(`值的总数不得超过${String(most.values)}`, `at most ${String(most.values)} values in all`);
};

const opened = (open: Open[], mark: string, all: All): void => {
  oneMore(all);
  if (open.length === most.depth)
    throw tooMuch(`嵌套不得超过${String(most.depth)}层`, `at most ${String(most.depth)} levels`);
  open.push({ ...(mark === '{' && { names: new Set<string>() }), items: 1 });
};

const named = ({ names }: Open, text: string, all: All): void => {
  if (names === undefined) return;
  const name = String(JSON.parse(text));
  if (names.has(name))
    throw malformed(
      `同一对象中“${name.slice(0, 100)}”出现两次；"${name.slice(0, 100)}" is given twice in one object`,
    );
  names.add(name);
  if (names.size > most.namesOfOne)
    throw tooMuch(
      `单个对象不得超过${String(most.namesOfOne)}个字段`,
      `at most ${String(most.namesOfOne)} fields in one object`,
    );
  all.names += 1;
  if (all.names > most.names)
    throw tooMuch(`字段总数不得超过${String(most.names)}`, `at most ${String(most.names)} fields in all`);
};

const counted = (inner: Open, all: All): void => {
  oneMore(all);
  inner.items += 1;
  if (inner.names === undefined && inner.items > most.items)
    throw tooMuch(
      `单个列表不得超过${String(most.items)}项`,
      `at most ${String(most.items)} items in one list`,
    );
};

/** `1e-400` is read as 0, and 1.00000000000000001 as 1: a whole number that was not sent. */
const isRounded = (text: string): boolean => {
  if (text.length > longestNumber) return true;
  const [, whole = '', fraction = '', exponent = '0'] =
    /^(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/0+$/, '');
  const places = fraction.length - Number(exponent) - (whole.length + fraction.length - digits.length);
  return digits !== '' && places > 0 && Number.isInteger(Number(text));
};

const exact = (mark: string): void => {
  if (/^\d/.test(mark) && isRounded(mark))
    throw malformed(
      `“${mark.slice(0, 100)}”无法准确读取，数须以整数写出；${mark.slice(0, 100)} cannot be read exactly: write whole numbers in digits`,
    );
};

/**
 * Looks at the text before it is parsed: a name given twice is lost in the value, and what is too deep or too wide
 * costs more to build than to refuse.
 * @throws Problem `malformed-body`, `body-too-large`
 */
const looked = (text: string): void => {
  const open: Open[] = [];
  const all = { names: 0, values: 0 };
  // In an object a string is a name where one may begin: after `{` and `,`.
  let begins = false;
  for (const [mark] of text.matchAll(token)) {
    const inner = open.at(-1);
    if (mark === '{' || mark === '[') opened(open, mark, all);
    else if (mark === '}' || mark === ']') open.pop();
    else if (inner && mark === ',') counted(inner, all);
    else if (inner?.names && begins) named(inner, mark, all);
    else exact(mark);
    begins = mark === '{' || mark === ',';
  }
};

const parsed = (text: string): unknown => {
  try {
    looked(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed('正文不是 JSON；The body is no JSON');
    throw error;
  }
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('正文须为 UTF-8；The body must be UTF-8');
  }
};

/** Where a value is that JSON can write down and nothing can keep: half a character, a number beyond all numbers. */
const unkept = (value: unknown, at: string): readonly string[] => {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [at];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [at];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => unkept(item, inside(at, String(index))));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name.isWellFormed() ? unkept(item, inside(at, name)) : [at],
  );
};

/**
 * The value of a body in JSON: UTF-8 without a byte order mark (RFC 8259, 8.1), each name once in its object.
 * @throws Problem `malformed-body`, `body-too-large`, `invalid-request`
 */
export const jsonIn = (bytes: Uint8Array): unknown => {
  const text = decoded(bytes);
  if (text.startsWith('\ufeff'))
    throw malformed('正文开头不得有字节顺序标记；The body must begin without a byte order mark');
  const value = parsed(text);
  const places = unkept(value, '#');
  if (places.length > 0)
    throw invalid(
      places.map((pointer) => ({
        pointer,
        detail: '不完整的字符或过大的数；half a character, or a number too large to keep',
      })),
    );
  return value;
};
