/** Goods of a measure that is in force: a preservation is over by itself after seven working days (SAMR-P 35(2)). */
import type { Pointer } from '@anjuan/entry';
import type { Context, EntryProvision } from '@anjuan/procedure';
import { isPreserved } from '../preservation/term.js';
import type { CaseFile } from '../steps.js';
import { kept, soMany, type Goods, type GoodsPart } from './ledger.js';
import { partsFit, type Parts } from './provisions.js';

export type Measures = Pick<CaseFile, 'goods' | 'preservations'>;

/** How many of the line are here under a measure that has not lapsed. */
export const inForce = ({ preservations }: Measures, goods: Goods, { today, calendar }: Context): number => {
  const preservation = preservations.find(({ entry }) => entry === goods.entry);
  return preservation === undefined || isPreserved(preservation, today, calendar) ? kept(goods) : 0;
};

/** Everything that is here under such a measure. */
export const everythingInForce = (file: Measures, context: Context): readonly GoodsPart[] =>
  soMany(file.goods, (goods) => inForce(file, goods, context));

/** Of each part: a line of this case, of which enough is here under a measure in force. */
export const partsInForce = <Data, File extends Measures = Measures>(
  fields: readonly Pointer[],
  parts: Parts<Data, File>,
): readonly EntryProvision<File, Data>[] => partsFit<Data, File>(fields, parts, inForce);
