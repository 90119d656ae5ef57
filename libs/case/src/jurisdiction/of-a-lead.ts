/**
 * A lead that is sent away is not closed afterwards: what its closure would ask is asked before. What is sealed, seized
 * or preserved on it goes along, as with a case, and nothing stays. SAMR-P 14, 17.
 */
import type { Bilingual, EntryProvision, Provision } from '@anjuan/procedure';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { everythingInForce } from '../goods/in-force.js';
import { goodsOf, kept, without } from '../goods/ledger.js';
import { atGoods } from '../goods/provisions.js';
import { nothingSeized } from '../initiation/lead-course-provisions.js';
import { nothingPreserved } from '../preservation/term.js';
import type { CaseFile } from '../steps.js';
import type { SendCase } from './jurisdiction.js';

/** Checked before a lead is sent. */
export const noCrimeReported: Provision<CaseFile> = {
  ...noTransferPending,
  holds: (file, context) => file.filing !== undefined || noTransferPending.holds(file, context),
};

const cure: Bilingual = {
  zh: '不填物品清单，全部随案移送；不移送的，先解除、返还',
  en: 'Leave the list of goods out: everything goes along; what is to stay is lifted and given back first',
};

/** The same sentences of what stays here when the lead has gone, with all that is not named, or with nothing. */
const ofWhatStays = (provision: Provision<CaseFile>): EntryProvision<CaseFile, SendCase> => ({
  ...provision,
  cure,
  fields: ['/goods', ...atGoods],
  holds: (entry, file, context) => {
    if (file.filing !== undefined) return true;
    const going = entry.goods ?? everythingInForce(file, context);
    const { goods } = without(file, going, {
      entry: file.entries.length,
      on: context.today,
      how: 'handed-over',
    });
    const preservations = file.preservations.filter((one) =>
      goodsOf({ goods }, one.entry).some((line) => kept(line) > 0),
    );
    return provision.holds({ ...file, goods, preservations }, context);
  },
});
export const nothingStays = [ofWhatStays(nothingSeized), ofWhatStays(nothingPreserved)];
