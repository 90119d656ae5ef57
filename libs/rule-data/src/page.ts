import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** A file of rules cannot be used: where, and what is wrong there. */
export class RuleDataRefused extends Error {
  override readonly name = 'RuleDataRefused';
  constructor(
    readonly file: string,
    readonly line: number,
    readonly key: string,
    why: string,
  ) {
    super(`${file}:${String(line)}: ${key}: ${why}`);
  }
}

export type Reader<T> = (place: Place) => T;
type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<R extends Readers> = { readonly [Key in keyof R]: ReturnType<R[Key]> };

/** A value in a file, where it stands, and the way to say that it is wrong. */
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
    throw new RuleDataRefused(this.file, this.lines.linePos(offset).line, this.key, why);
  }

  at(node: unknown, key: string): Place {
    return new Place(this.file, this.lines, node, key);
  }
}

/** Reads the one document of a file. Throws RuleDataRefused. */
export const readPage = <T>(file: string, text: string, reader: Reader<T>): T => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) throw new RuleDataRefused(file, lines.linePos(fault.pos[0]).line, '—', fault.message);
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
      if (!(name in must) && !(name in may))
        at.name.refuse(
          `未知的键，可用的键为 ${[...Object.keys(must), ...Object.keys(may)].join('、')}；unknown key`,
        );
    for (const name of Object.keys(must))
      if (!found.has(name)) place.at(node, name).refuse('缺少该键；this key is missing');
    const valueOf = (name: string) => found.get(name)?.value;
    return { ...readAll(must, valueOf), ...readAll(may, valueOf) } as Read<Must> & Partial<Read<May>>;
  };

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

const scalar = (place: Place): unknown => (isScalar(place.node) ? place.node.value : undefined);

export const text: Reader<string> = (place) => {
  const value = scalar(place);
  return typeof value === 'string' && value.trim() !== ''
    ? value
    : place.refuse('此处须为文字；a text is expected here');
};

export const wholeNumber: Reader<number> = (place) => {
  const value = scalar(place);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : place.refuse('此处须为非负整数；a whole number is expected here');
};

export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (place) => {
    const value = scalar(place);
    return words.find((word) => word === value) ?? place.refuse(`须为其中之一；one of ${words.join(', ')}`);
  };
