import { isBlank, textFault, textFaultSaid } from '@anjuan/law';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { refusedAt } from './refused.js';

export type Reader<T> = (place: Place) => T;
type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<R extends Readers> = { readonly [Key in keyof R]: ReturnType<R[Key]> };

/** A value in a file with its position, and the error for a wrong value. */
export class Place {
  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    readonly node: unknown,
    readonly key: string,
  ) {}

  /** Throws RuleDataRefused with file, line and key. */
  refuse(why: string): never {
    const offset = isNode(this.node) ? (this.node.range?.[0] ?? 0) : 0;
    throw refusedAt(this.file, this.lines.linePos(offset).line, this.key, why);
  }

  at(node: unknown, key: string): Place {
    return new Place(this.file, this.lines, node, key);
  }
}

const parsed = (file: string, text: string, lineCounter: LineCounter) => {
  try {
    return parseDocument(text, { lineCounter });
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (!(error instanceof RangeError)) throw error;
    throw refusedAt(file, 1, '—', '嵌套过深；nested too deeply');
  }
};

/** Reads the one document of a file. Throws RuleDataRefused. */
export const readPage = <T>(file: string, text: string, reader: Reader<T>): T => {
  const lines = new LineCounter();
  const document = parsed(file, text, lines);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw refusedAt(file, lines.linePos(fault.pos[0]).line, '—', fault.message);
  return reader(new Place(file, lines, document.contents, '—'));
};

const readAll = <R extends Readers>(readers: R, of: (key: string) => Place | undefined): Partial<Read<R>> =>
  Object.fromEntries(
    Object.entries(readers).flatMap(([key, reader]) => {
      const place = of(key);
      return place ? [[key, reader(place)]] : [];
    }),
  ) as Partial<Read<R>>;

/** Exactly these keys: a missing and an unknown one are both refused. */
export const fields =
  <Must extends Readers, May extends Readers>(must: Must, may: May) =>
  (place: Place): Read<Must> & Partial<Read<May>> => {
    const { node } = place;
    if (!isMap(node)) return place.refuse('此处须为一组键值；keys and values are expected here');
    const found = new Map(
      node.items.map(({ key, value }) => {
        const name = isScalar(key) ? String(key.value) : '—';
        return [name, { name: place.at(key, name), value: place.at(value, name) }];
      }),
    );
    for (const [name, at] of found)
      if (!Object.hasOwn(must, name) && !Object.hasOwn(may, name))
        at.name.refuse(
          `未知的键，可用的键为 ${[...Object.keys(must), ...Object.keys(may)].join('、')}；unknown key`,
        );
    for (const name of Object.keys(must))
      if (!found.has(name)) place.at(node, name).refuse('缺少该键；this key is missing');
    const valueOf = (name: string) => found.get(name)?.value;
    return { ...readAll(must, valueOf), ...readAll(may, valueOf) } as Read<Must> & Partial<Read<May>>;
  };

/** With its place, for what can be judged only together with another value. */
export const placed =
  <T>(reader: Reader<T>): Reader<Readonly<{ value: T; place: Place }>> =>
  (place) => ({ value: reader(place), place });

export const hasKey = ({ node }: Place, key: string): boolean => isMap(node) && node.has(key);

export const listOf =
  <T>(reader: Reader<T>): Reader<readonly Readonly<{ value: T; place: Place }>[]> =>
  (place) => {
    const { node } = place;
    if (!isSeq(node)) return place.refuse('此处须为列表；a list is expected here');
    return node.items.map((item, index) => {
      const at = place.at(item, `${place.key}[${String(index)}]`);
      return { value: reader(at), place: at };
    });
  };

/** A list with something in it. */
export const someOf =
  <T>(reader: Reader<T>): Reader<readonly Readonly<{ value: T; place: Place }>[]> =>
  (place) => {
    const read = listOf(reader)(place);
    return read.length > 0 ? read : place.refuse('列表不能为空；the list must not be empty');
  };

const scalar = (place: Place): unknown => (isScalar(place.node) ? place.node.value : undefined);

export const text: Reader<string> = (place) => {
  const value = scalar(place);
  if (typeof value !== 'string' || isBlank(value))
    return place.refuse('此处须为文字；a text is expected here');
  const fault = textFault(value);
  if (!fault) return value;
  const { zh, en } = textFaultSaid(fault);
  return place.refuse(`${zh}；${en}`);
};

/** As it is written: `0x7eb`, `2.027e3` and `2027.0` would be read as 2027. */
export const wholeNumber: Reader<number> = (place) => {
  const { node } = place;
  const written = isScalar(node) && node.type === 'PLAIN' && node.tag === undefined ? node.source : undefined;
  return written !== undefined && /^(?:0|[1-9]\d{0,14})$/.test(written)
    ? Number(written)
    : place.refuse(
        '此处须为只用数字写出的非负整数；a whole number, written in digits alone, is expected here',
      );
};

export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (place) => {
    const value = scalar(place);
    return words.find((word) => word === value) ?? place.refuse(`须为其中之一；one of ${words.join(', ')}`);
  };
