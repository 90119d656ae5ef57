/** A case that was sent away and is designated back, with what went along: APL 25(2); SAMR-P 14, 16. */
import { acl, policy, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { goneWith, type OfGoods } from '../goods/ledger.js';
import { atGoods, eachPartFits, inTheList } from '../goods/provisions.js';
import type { CaseFile } from '../steps.js';
import type { RecordSettlement } from './jurisdiction.js';

type Jurisdictions = Pick<CaseFile, 'jurisdiction'>;

const parts = ({ goods = [] }: RecordSettlement) => goods;

/** Otherwise it would be here, or with the agency that has the case, and nobody could say which. */
export const comesBackAsItWent: EntryProvision<Jurisdictions & OfGoods, RecordSettlement> = {
  id: 'jurisdiction/comes-back-as-it-went',
  cites: policy('随案退回的物品应当是随案移送的物品；What comes back with a case is what went along with it'),
  also: [samrP(14), acl(24, 3)],
  says: '登记随案退回的物品的，案件由本机关管辖，物品应当是随案移送的，数量不超过移送的数量',
  en: 'Goods come back where this agency keeps a case that it had sent, and no more of a line than went along',
  cure: {
    zh: '核对移送时的清单；没有随案移送的物品的，不填该清单',
    en: 'Check what was sent; where nothing went along, leave the list out',
  },
  fields: ['/goods', ...atGoods, '/ours'],
  holds: (entry, file, context) => {
    const { goods, ours } = entry;
    if (goods === undefined || goods.length === 0) return true;
    const { sentAs } = file.jurisdiction.transfer ?? {};
    return (
      ours &&
      sentAs !== undefined &&
      inTheList(parts)(entry, file, context) &&
      eachPartFits<RecordSettlement, Jurisdictions & OfGoods>(
        parts,
        (_, one) => goneWith(one, sentAs),
        (quantity, left) => Number.isSafeInteger(quantity) && quantity > 0 && quantity <= left,
      )(entry, file, context)
    );
  },
};
