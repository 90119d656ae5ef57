/** Goods as players name them: lines of the lists, right ones for the most part, else too many, gone, or of no list. */
import { kept, type CaseFile, type Penalty } from '@anjuan/case';
import { astray, yes, type Table } from './table.js';

type Goods = CaseFile['goods'][number];

/** Lines that are mostly in order. */
export const lines = (table: Table) => ({
  ...(yes(table) && {
    lines: [
      { what: '猪肉', quantity: 30, unit: '箱', fen: 17_250_00 },
      {
        what: '鸡胸肉',
        quantity: 2,
        unit: '箱',
        ...(astray(table) ? {} : { noValue: '当事人未提供进货价格' }),
      },
    ],
  }),
});

const wrong = (table: Table, goods: Goods | undefined) => ({
  line: table.dice.below(4),
  quantity: (goods?.quantity ?? 1) + table.dice.below(2),
});

/** Some of each line of the measure that is here; now and then none are named, or others. */
export const parts = (table: Table, measure: number | undefined) => {
  const goods = table.file.goods.filter(({ entry }) => entry === measure);
  if (astray(table)) return { parts: [wrong(table, goods[0])] };
  if (table.dice.chance(50)) return {};
  const some = goods.filter((one) => kept(one) > 0);
  return { parts: some.map((one) => ({ line: one.line, quantity: 1 + table.dice.below(kept(one)) })) };
};

/** One line of any list. */
export const someGoods = (table: Table) => {
  const goods = table.file.goods.filter((one) => kept(one) > 0);
  const one = goods[table.dice.below(Math.max(1, goods.length))];
  if (astray(table)) return [{ entry: table.dice.below(table.history.length + 1), ...wrong(table, one) }];
  return one === undefined
    ? []
    : [{ entry: one.entry, line: one.line, quantity: 1 + table.dice.below(kept(one)) }];
};

/** What is seized first is confiscated, but for a third of its first line; without it the party is to hand it over. */
export const confiscation = (table: Table, fen?: number): Penalty => {
  const seized = table.file.goods.filter(({ entry }) => entry === table.file.seizures[0]?.entry);
  const [first] = seized;
  const base = {
    kind: 'confiscation-of-goods',
    what: '腊肠原料32箱',
    ...(fen !== undefined && { fen }),
  } as const;
  return first === undefined || kept(first) < 20
    ? { ...base, fromParty: true }
    : { ...base, items: [{ entry: first.entry, line: first.line, quantity: 20 }] };
};
