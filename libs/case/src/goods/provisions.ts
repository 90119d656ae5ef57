/** What is asked of every list of goods, and of every part of one that an act is about. */
import type { Pointer } from '@anjuan/entry';
import { acl, policy, samrP } from '@anjuan/law';
import { filled, type Context, type EntryProvision } from '@anjuan/procedure';
import { heldFreely, type Decided } from './confiscated.js';
import {
  goodsAt,
  goodsPartOf,
  kept,
  quantityIn,
  type Goods,
  type GoodsLine,
  type GoodsPart,
  type OfGoods,
} from './ledger.js';

type Listing = Readonly<{ lines?: readonly GoodsLine[] }>;
const isWhole = (number: number): boolean => Number.isSafeInteger(number) && number > 0;

export const listedLineByLine: EntryProvision<unknown, Listing> = {
  id: 'goods/listed-line-by-line',
  cites: acl(24, 2, 3),
  also: [samrP(34), samrP(37)],
  says: '查封、扣押场所、设施或者财物的名称、数量等',
  en: 'The list names each thing, how many there are and in which unit',
  cure: {
    zh: '逐项填写清单的名称、数量和单位',
    en: 'Enter the list line by line: what, how many, which unit',
  },
  fields: ['/lines'],
  holds: ({ lines = [] }) =>
    lines.length > 0 &&
    lines.every(({ what, quantity, unit }) => filled(what) && isWhole(quantity) && filled(unit)),
};

/** Otherwise what is confiscated has no value, and the right to a hearing is lost (APL 63(1)(2)). */
export const valuedOrWhyNot: EntryProvision<unknown, Listing> = {
  id: 'goods/valued-or-why-not',
  cites: policy('清单逐项写明价值，不能确定的说明原因；Each line has a value, or the reason why it has none'),
  says: '清单应当写明每项物品的价值；价值不能确定的，说明原因',
  en: 'Each line of the list has its value, or says why none can be stated; not both',
  cure: { zh: '填写价值，或者写明不能确定的原因', en: 'Enter the value, or why it cannot be stated' },
  fields: ['/lines/*/fen', '/lines/*/noValue'],
  holds: ({ lines = [] }) =>
    lines.every(({ fen, noValue }) =>
      fen === undefined ? filled(noValue) : isWhole(fen) && !filled(noValue),
    ),
};
/** Checked for every act that draws up a list. */
export const listDemands = [listedLineByLine, valuedOrWhyNot] as const;

export type Parts<Data, File> = (entry: Data, file: File, context: Context) => readonly GoodsPart[];
type HowMany<File> = (file: File, goods: Goods, context: Context) => number;
const here = (_: unknown, goods: Goods): number => kept(goods);

/** Of each line that is named and there: whether all that is named of it fits to what is left. Of others `goods/line-of-the-list` speaks. */
export const eachPartFits =
  <Data, File extends OfGoods>(
    parts: Parts<Data, File>,
    howMany: HowMany<File>,
    fits: (quantity: number, left: number, goods: Goods) => boolean,
  ) =>
  (entry: Data, file: File, context: Context): boolean => {
    const named = parts(entry, file, context).map(goodsPartOf);
    return named.every((part) => {
      const goods = goodsAt(file, part);
      return goods === undefined || fits(quantityIn(named, part), howMany(file, goods, context), goods);
    });
  };
export const inTheList =
  <Data, File extends OfGoods>(parts: Parts<Data, File>) =>
  (entry: Data, file: File, context: Context): boolean =>
    parts(entry, file, context)
      .map(goodsPartOf)
      .every((part) => goodsAt(file, part) !== undefined);
const somethingLeft = (_: number, left: number): boolean => left > 0;
/** Of a line of which nothing is left `goods/still-here` speaks. */
const noMoreThanLeft = (quantity: number, left: number): boolean =>
  left <= 0 || (isWhole(quantity) && quantity <= left);

/** The field in which an act names lines: of the measure that it is about, of any list, or what it takes from. */
type Naming = Readonly<{ parts?: readonly unknown[]; goods?: readonly unknown[]; of?: readonly unknown[] }>;

/** Left out, such a list has a meaning of its own; of what one means that names nothing, nobody can be sure. */
export const namesALine: EntryProvision<unknown, Naming> = {
  id: 'goods/names-a-line',
  cites: policy('填写物品清单的，至少填写一项；A list of goods that is entered names at least one line'),
  says: '填写涉及的物品的，应当至少指明清单中的一项',
  en: 'A list of parts or goods that is entered names at least one line; left out, it means what the act says',
  cure: {
    zh: '指明清单中的项和数量，或者不填该清单',
    en: 'Name a line and how many of it, or leave the list out',
  },
  fields: ['/goods'],
  holds: ({ goods }) => goods?.length !== 0,
};
export const namesALineIn = <Data extends Naming>(list: keyof Naming): EntryProvision<unknown, Data> => ({
  ...namesALine,
  fields: [`/${list}`],
  holds: (entry) => entry[list]?.length !== 0,
});

/** Of an act that names goods of any list; other acts name them elsewhere. */
type Named = Readonly<{ goods?: readonly GoodsPart[] }>;
const named = ({ goods = [] }: Named): readonly GoodsPart[] => goods;
export const atGoods = ['/goods/*/entry', '/goods/*/line', '/goods/*/quantity'] as const;

const accounted = {
  cites: policy('清单上的物品逐项逐量去向清楚；Every line of a list is accounted for, piece by piece'),
  also: [acl(24, 3), acl(28, 2)],
} as const;

export const lineOfTheList: EntryProvision<OfGoods, Named> = {
  id: 'goods/line-of-the-list',
  ...accounted,
  says: '所填项号应当是该份清单中的项',
  en: 'The line named is a line of that list, of a measure taken in this case',
  cure: { zh: '核对清单和项号', en: 'Check the list and the number of the line' },
  fields: atGoods,
  holds: inTheList(named),
};

export const stillHere: EntryProvision<OfGoods, Named> = {
  id: 'goods/still-here',
  ...accounted,
  says: '已经退还、移交、销毁或者处置完毕的项，不再办理',
  en: 'Something of the line is still here: not all of it was given back, handed over, used up or disposed of',
  cure: { zh: '核对该项物品的去向，去掉已经办结的项', en: 'Look where the line went, and leave it out' },
  fields: atGoods,
  holds: eachPartFits(named, here, somethingLeft),
};

export const notMoreThanIsHere: EntryProvision<OfGoods, Named> = {
  id: 'goods/not-more-than-is-here',
  ...accounted,
  says: '数量不得超过该项现存的数量',
  en: 'No more of a line than is still here, all that is entered of it taken together',
  cure: { zh: '核对数量，不超过现存数量', en: 'Check the quantity: no more than is here' },
  fields: atGoods,
  holds: eachPartFits(named, here, noMoreThanLeft),
};

type Held = OfGoods & Decided;

/** Of more than is here `goods/not-more-than-is-here` speaks. */
const noneConfiscated = <Data, File extends Held>(parts: Parts<Data, File>) =>
  eachPartFits<Data, File>(
    parts,
    heldFreely,
    (quantity, free, goods) => free === kept(goods) || quantity > kept(goods) || quantity <= free,
  );

export const confiscatedNotGivenBack: EntryProvision<Held, Named> = {
  id: 'goods/confiscated-not-given-back',
  cites: acl(27),
  says: '对违法事实清楚，依法应当没收的非法财物予以没收',
  en: 'What a decision in force confiscates is neither given back nor handed over as free',
  cure: { zh: '只办理未被没收的部分', en: 'Leave what was confiscated where it is' },
  fields: atGoods,
  holds: noneConfiscated(named),
};

const linesFit = <Data, File extends OfGoods>(
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
  howMany: HowMany<File>,
): readonly EntryProvision<File, Data>[] => [
  { ...lineOfTheList, fields, holds: inTheList(parts) },
  { ...stillHere, fields, holds: eachPartFits(parts, howMany, somethingLeft) },
];

/** Of each part that comes with an entry, in whatever field: a line of this case, of which enough is left. */
export const partsFit = <Data, File extends OfGoods = OfGoods>(
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
  howMany: HowMany<File> = here,
): readonly EntryProvision<File, Data>[] => [
  ...linesFit<Data, File>(fields, parts, howMany),
  { ...notMoreThanIsHere, fields, holds: eachPartFits(parts, howMany, noMoreThanLeft) },
];

/** Of each line that an act names in that list: one of a list of this case, of which something is left. */
export const linesHere = <Data extends Naming, File extends OfGoods = OfGoods>(
  list: keyof Naming,
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
  howMany: HowMany<File> = here,
): readonly EntryProvision<File, Data>[] => [
  namesALineIn<Data>(list),
  ...linesFit<Data, File>(fields, parts, howMany),
];

/** Of each part that an act names in that list: a line of this case, of which enough is left. */
export const partsHere = <Data extends Naming, File extends OfGoods = OfGoods>(
  list: keyof Naming,
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
  howMany: HowMany<File> = here,
): readonly EntryProvision<File, Data>[] => [
  namesALineIn<Data>(list),
  ...partsFit<Data, File>(fields, parts, howMany),
];

/** What a decision confiscates stays for its disposal. */
export const notConfiscated = <Data, File extends Held = Held>(
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
): EntryProvision<File, Data> => ({ ...confiscatedNotGivenBack, fields, holds: noneConfiscated(parts) });

/** Of what is given back or handed over. */
export const partsFree = <Data extends Naming, File extends Held = Held>(
  list: keyof Naming,
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
): readonly EntryProvision<File, Data>[] => [
  ...partsHere<Data, File>(list, fields, parts),
  notConfiscated<Data, File>(fields, parts),
];
