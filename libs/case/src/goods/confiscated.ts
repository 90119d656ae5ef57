/** Which goods a decision in force confiscates, and which are here for no reason any more: APL 74; ACL 27, 28. */
import { withEachParty } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import { penaltiesOf } from '../execution/owed.js';
import type { Penalty } from '../penalty/penalty.js';
import { goneAs, kept, quantityIn, type Goods } from './ledger.js';

export type Decided = Pick<CaseFile, 'decision' | 'summary' | 'service' | 'termination' | 'others'>;

/** A decision of before lines were named confiscates a list of then where it holds the whole of its text. */
const ofPenalty = ({ kind, items, fromParty, what }: Penalty, goods: Goods): number => {
  if (kind !== 'confiscation-of-goods') return 0;
  if (items !== undefined) return quantityIn(items, goods);
  return fromParty !== true && goods.asText === true && what?.includes(goods.what) === true
    ? goods.quantity
    : 0;
};

/** How many of the line are confiscated and still here; by a decision not served before the end of the investigation none. */
export const confiscatedHere = (file: Decided, goods: Goods): number => {
  if (file.termination !== undefined && file.service === undefined) return 0;
  const confiscated = penaltiesOf(file).reduce((sum, penalty) => sum + ofPenalty(penalty, goods), 0);
  return Math.max(0, Math.min(kept(goods), confiscated - goneAs(goods, 'disposed-of')));
};

/** How many of the line are here and confiscated from nobody: to be given back, or handed over. */
export const heldFreely = (file: Decided, goods: Goods): number =>
  kept(goods) - withEachParty(file).reduce((sum, one) => sum + confiscatedHere(one, goods), 0);

/** Goods that a decision takes from the party itself, or of which it names no line. */
export const confiscatesUnlisted = (file: Decided): boolean =>
  penaltiesOf(file).some(({ kind, items }) => kind === 'confiscation-of-goods' && items === undefined);

/** A disposal is over when nothing that was confiscated is left of any line. */
export const nothingConfiscatedHere = (file: Decided & Pick<CaseFile, 'goods'>): boolean =>
  file.goods.every((goods) => confiscatedHere(file, goods) === 0);

/** Something that a decision in force confiscates has not been disposed of. */
export const confiscatedGoodsLeft = (file: Decided & Pick<CaseFile, 'goods' | 'execution'>): boolean =>
  !nothingConfiscatedHere(file) ||
  (confiscatesUnlisted(file) && file.execution.goodsDisposedOn === undefined);
