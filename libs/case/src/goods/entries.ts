/** What is entered of goods: a list line by line, and the parts of it that an act is about. */
import { blankText, count, entry, entryNumber, fen, line, list, optional, text } from '@anjuan/entry';

/** What draws up a list of goods. */
export const listing = ['ItemsSeized', 'ItemsSeizedUrgently', 'EvidencePreserved'] as const;

export const goodsLineSchema = entry('GoodsLine', '清单中的一项；One line of a list.', {
  what: line(300, '名称、规格；What it is.'),
  quantity: count('数量，计量单位的整数（如以克计的重量）；How many, in whole units (a weight in grams).', {
    title: '数量；Quantity',
  }),
  unit: line(20, '计量单位；The unit.'),
  fen: optional(
    fen('该项全部物品的价值（分）；The value of the whole line, in fen.', { title: '价值（分）；Value' }),
  ),
  noValue: optional(blankText(500, '价值不能确定的原因；Why no value can be stated.')),
  place: optional(text(500, '存放、查封的地点；Where it is kept or sealed.', { means: 'place' })),
});

export const partSchema = entry('GoodsPart', '清单某一项的若干；So many of one line.', {
  line: count('清单中的项号；Number of the line in the list.', { title: '项号；Line' }),
  quantity: count('数量；How many of it.'),
});

export const goodsSchema = entry('GoodsOfMeasure', '某份清单某一项的若干；So many of one line of a list.', {
  entry: entryNumber(listing, '查封、扣押或者登记保存的记录编号；Entry number of the measure.'),
  ...partSchema.fields,
});

export const testedLineSchema = entry('TestedLine', '送检物品所在的项；The line that is tested.', {
  entry: goodsSchema.fields.entry,
  line: partSchema.fields.line,
});

const most = 500;
export const linesField = optional(
  list(goodsLineSchema, most, '清单，逐项填写；The list, line by line.', { title: '清单；List' }),
);
/** Of the measure that the entry names. */
export const partsField = optional(
  list(partSchema, most, '其中的项和数量，不填即为全部；Which lines and how many; all where left out.', {
    title: '其中的物品；Parts',
  }),
);
/** Of any measure of the case. */
export const goodsField = optional(
  list(goodsSchema, most, '清单中的物品和数量；Which lines of which list, and how many.', {
    title: '清单物品；Goods of a list',
  }),
);
