/** What becomes of confiscated goods, line by line, and of what an auction brings in: APL 74. */
import type { EntryProvision } from '@anjuan/procedure';
import { apl } from '@anjuan/law';
import { confiscatedHere, type Decided } from '../goods/confiscated.js';
import { kept, type OfGoods } from '../goods/ledger.js';
import { atGoods, eachPartFits, partsHere } from '../goods/provisions.js';
import type { DisposeOfGoods } from './execution.js';

type Held = OfGoods & Decided;
const named = ({ goods = [] }: DisposeOfGoods) => goods;

export const noMoreThanConfiscated: EntryProvision<Held, DisposeOfGoods> = {
  id: 'execution/no-more-than-was-confiscated',
  cites: apl(74, 1),
  says: '除依法应当予以销毁的物品外，依法没收的非法财物必须按照国家规定公开拍卖或者按照国家有关规定处理',
  en: 'No more of a line is disposed of than a decision in force confiscates and is left of it',
  cure: { zh: '只处置决定没收的部分，其余退还', en: 'Dispose of what was confiscated, give the rest back' },
  fields: atGoods,
  // Of more than is here `goods/not-more-than-is-here` speaks.
  holds: eachPartFits<DisposeOfGoods, Held>(
    named,
    confiscatedHere,
    (quantity, confiscated, goods) => quantity > kept(goods) || quantity <= confiscated,
  ),
};

export const proceedsToTheTreasury: EntryProvision<unknown, DisposeOfGoods> = {
  id: 'execution/proceeds-to-the-treasury',
  cites: apl(74, 2),
  says: '罚款、没收的违法所得或者没收非法财物拍卖的款项，必须全部上缴国库，任何行政机关或者个人不得以任何形式截留、私分或者变相私分',
  en: 'What an auction brought in is entered with the receipt of the treasury; other disposals bring nothing in',
  cure: {
    zh: '拍卖的填写所得款项并附缴入国库的凭证；其他处置方式不填款项',
    en: 'For an auction enter what it brought in, with the receipt of the treasury; otherwise no money',
  },
  fields: ['/fen', '/manner', '/treasury'],
  holds: ({ manner, fen = 0, treasury }) =>
    manner === 'auctioned' ? Number.isSafeInteger(fen) && fen > 0 && treasury !== undefined : fen === 0,
};

export const goodsToDisposeOf = [
  ...partsHere<DisposeOfGoods, Held>('goods', atGoods, named),
  noMoreThanConfiscated,
];
