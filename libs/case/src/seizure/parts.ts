/** The parts of a seizure that an act is about: ACL 28; SAMR-P 36, 41, 42. */
import type { EntryNumber } from '@anjuan/procedure';
import {
  goodsOf,
  ofMeasure,
  soMany,
  kept,
  type Goods,
  type GoodsPart,
  type OfGoods,
  type Part,
} from '../goods/ledger.js';

type OfSeizure = Readonly<{ seizure: EntryNumber; parts?: readonly Part[] | undefined }>;

export const atParts = ['/parts/*/line', '/parts/*/quantity', '/seizure'] as const;
export const partsOfSeizure = ({ seizure, parts = [] }: OfSeizure): readonly GoodsPart[] =>
  ofMeasure(seizure, parts);

/** What was sold already is here by its price alone. */
export const notSold = (goods: Goods): number => kept(goods) - (goods.soldEarly ?? 0);

/**
 * What is disposed of early: all that is left where no parts are named. Of a list that was recorded as one text only where
 * the whole of it is named, as a decision of then would confiscate it; words for a part of it move nothing.
 */
export const disposedParts = (
  file: OfGoods,
  { seizure, parts, what }: OfSeizure & Readonly<{ what: string }>,
): readonly GoodsPart[] =>
  parts === undefined
    ? soMany(
        goodsOf(file, seizure).filter((one) => one.asText !== true || what.includes(one.what)),
        notSold,
      )
    : ofMeasure(seizure, parts);
