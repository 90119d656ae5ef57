/** Goods line by line: what a list took in, and what became of each line. ACL 24, 27, 28; SAMR-P 34, 35, 42. */
import type { Entry } from '@anjuan/entry';
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { goodsLineSchema, goodsSchema, partSchema, testedLineSchema } from './entries.js';

export type GoodsLine = Entry<typeof goodsLineSchema>;
/** So many of one line of the list that the entry is about. */
export type Part = Entry<typeof partSchema>;
/** So many of one line of one list. */
export type GoodsPart = Entry<typeof goodsSchema>;
export type TestedLine = Entry<typeof testedLineSchema>;

export type Fate =
  | 'given-back'
  | 'sampled'
  /** A preservation that ended otherwise than by giving back: copied, sent to a test, seized. */
  | 'dealt-with'
  | 'handed-over'
  | 'destroyed-early'
  | 'disposed-of';
export type Gone = Readonly<{ entry: EntryNumber; on: LocalDate; how: Fate; quantity: number }>;

/** One line of a list, and what of it is no longer here. */
export type Goods = GoodsLine &
  Readonly<{
    /** Entry number of the measure. */
    entry: EntryNumber;
    line: number;
    /** The list was recorded as one text (before 2026-12): its one line is the whole of it. */
    asText?: true;
    /** Sold before the decision: its price is kept in its place (SAMR-P 41(3)). */
    soldEarly?: number;
    gone: readonly Gone[];
  }>;

export type OfGoods = Readonly<{ goods: readonly Goods[] }>;
type Line = Readonly<{ entry: EntryNumber; line: number }>;

/** The lines of a list, numbered in their order; a list of before they were entered is one line. */
export const listed = (
  entry: EntryNumber,
  items: string,
  lines: readonly GoodsLine[] | undefined,
): readonly Goods[] =>
  lines === undefined
    ? [{ entry, line: 1, what: items, quantity: 1, unit: '批', asText: true, gone: [] }]
    : lines.map((one, index) => ({ ...one, entry, line: index + 1, gone: [] }));

/** A line field by field: an event holds what it declares and nothing a caller added. */
export const lineOf = ({ what, quantity, unit, fen, noValue, place }: GoodsLine): GoodsLine => ({
  what,
  quantity,
  unit,
  ...(fen !== undefined && { fen }),
  ...(noValue !== undefined && { noValue }),
  ...(place !== undefined && { place }),
});
export const withLines = (lines: readonly GoodsLine[] | undefined) =>
  lines === undefined ? {} : { lines: lines.map(lineOf) };

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** How many of the line went that way. */
export const goneAs = ({ gone }: Goods, how: Fate): number =>
  total(gone.flatMap((one) => (one.how === how ? [one.quantity] : [])));
/** How many of the line are still here; what was sold early counts, by its price. */
export const kept = ({ quantity, gone }: Goods): number => quantity - total(gone.map((one) => one.quantity));

export const isSame = (one: Line, other: Line): boolean =>
  one.entry === other.entry && one.line === other.line;
export const goodsAt = ({ goods }: OfGoods, line: Line): Goods | undefined =>
  goods.find((one) => isSame(one, line));
/** The lines of one measure. */
export const goodsOf = ({ goods }: OfGoods, entry: EntryNumber): readonly Goods[] =>
  goods.filter((one) => one.entry === entry);

/** The same line named twice counts together. */
export const quantityIn = (parts: readonly GoodsPart[], line: Line): number =>
  total(parts.flatMap((part) => (isSame(part, line) ? [part.quantity] : [])));

/** No line more often than among the others. */
export const within = (parts: readonly GoodsPart[], others: readonly GoodsPart[]): boolean =>
  parts.every((part) => quantityIn(parts, part) <= quantityIn(others, part));

/** The measures that an event refers to, by the goods or the lines that it names. */
export const goodsNamed = ({ goods = [] }: Readonly<{ goods?: readonly Line[] }>): readonly EntryNumber[] =>
  goods.map(({ entry }) => entry);
export const linesNamed = ({ of = [] }: Readonly<{ of?: readonly Line[] }>): readonly EntryNumber[] =>
  of.map(({ entry }) => entry);

export const ofMeasure = (entry: EntryNumber, parts: readonly Part[]): readonly GoodsPart[] =>
  parts.map(({ line, quantity }) => ({ entry, line, quantity }));
export const partOf = ({ line, quantity }: Part): Part => ({ line, quantity });
export const goodsPartOf = ({ entry, line, quantity }: GoodsPart): GoodsPart => ({ entry, line, quantity });

/** So many of each of these lines, where there are any. */
export const soMany = (goods: readonly Goods[], howMany: (one: Goods) => number): readonly GoodsPart[] =>
  goods
    .map((one) => ({ entry: one.entry, line: one.line, quantity: howMany(one) }))
    .filter(({ quantity }) => quantity > 0);

/** The lines as they are recorded: what was named, or what was meant where none were; nothing where there are no goods. */
export const recordedGoods = (
  { goods }: OfGoods,
  named: readonly GoodsPart[] | undefined,
  meant: readonly GoodsPart[],
): Readonly<{ goods?: readonly GoodsPart[] }> =>
  named === undefined && goods.length === 0 ? {} : { goods: (named ?? meant).map(goodsPartOf) };

type Seized = OfGoods &
  Readonly<{ seizures: readonly Readonly<{ entry: EntryNumber; takenOn: LocalDate }>[] }>;

/** ACL 21: what is sealed or seized goes along with the case. */
export const everythingSeized = ({ seizures, goods }: Seized, on: LocalDate): readonly GoodsPart[] =>
  seizures
    .filter(({ takenOn }) => takenOn <= on)
    .flatMap(({ entry }) => soMany(goodsOf({ goods }, entry), kept));

type Going = Readonly<{ entry: EntryNumber; on: LocalDate; how: Fate }>;

/** The goods without these parts; of what is not there nothing goes. */
export const without = (
  { goods }: OfGoods,
  parts: readonly GoodsPart[],
  { entry, on, how }: Going,
): OfGoods => ({
  goods: goods.map((one) => {
    const quantity = Math.min(kept(one), quantityIn(parts, one));
    return quantity > 0 ? { ...one, gone: [...one.gone, { entry, on, how, quantity }] } : one;
  }),
});

/** How many of the line went with that entry, and did not come back. */
export const goneWith = ({ gone }: Goods, entry: EntryNumber): number =>
  total(gone.flatMap((one) => (one.entry === entry ? [one.quantity] : [])));

/** The goods with these parts here again, which had gone with that entry. */
export const cameBack = ({ goods }: OfGoods, parts: readonly GoodsPart[], entry: EntryNumber): OfGoods => ({
  goods: goods.map((one) => {
    const back = quantityIn(parts, one);
    const gone = one.gone
      .map((part) => (part.entry === entry ? { ...part, quantity: part.quantity - back } : part))
      .filter(({ quantity }) => quantity > 0);
    return back > 0 ? { ...one, gone } : one;
  }),
});
