/** What a change brings with it, and that all of it has been done: APL 48(2); ARL 77(1); ALL 94. */
import { type Context, type EntryProvision, type Provision, filled, happenedAt } from '@anjuan/procedure';
import { all, apl, arl, dayOf, policy, samrP } from '@anjuan/law';
import { withThePolice } from '../crime-transfer/provisions.js';
import { owedBothWays } from '../execution/refund.js';
import type { Debtor } from '../execution/surcharge.js';
import type { CaseFile } from '../steps.js';
import type { RecordRefund, WithdrawPublication } from './decision-change.js';
import { uncarried, type Ordered, type Orders } from './orders.js';

type Former = Pick<CaseFile, 'formerDecisions'>;

export const toWithdraw = ({ formerDecisions }: Former): boolean =>
  formerDecisions.some(({ published, withdrawn }) => published && withdrawn === undefined);

/** A publication of what has been annulled or changed by an order that is not carried out yet. */
const toWithdrawAtOnce = (file: Ordered & Pick<CaseFile, 'publication'>): boolean =>
  file.publication !== undefined && file.publication.withdrawn === undefined && uncarried(file).length > 0;

export const publicationToWithdraw: Provision<Ordered & Pick<CaseFile, 'publication'>> = {
  id: 'decision-change/publication-to-withdraw',
  cites: apl(48, 2),
  also: [samrP(63)],
  says: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由',
  en: 'A published decision was changed, annulled or declared illegal, and the public has not been told',
  curedBy: ['decision-change/change'],
  holds: (file) => toWithdraw(file) || toWithdrawAtOnce(file),
};

export const publiclyExplained: EntryProvision<unknown, WithdrawPublication> = {
  id: 'decision-change/publicly-explained',
  cites: apl(48, 2),
  says: '行政机关应当在三日内撤回行政处罚决定信息并公开说明理由',
  en: 'The public is told why',
  cure: { zh: '填写公开说明的理由', en: 'Give the public explanation' },
  fields: ['/explanation'],
  holds: ({ explanation }) => filled(explanation),
};

const paidBack = policy(
  '决定变更、撤销后多缴的款项应当退还；What no decision supports any more is paid back',
);

/** A refund is measured on its day, and not before the change from which it follows. */
export const onDayOfRefund = (
  entry: RecordRefund,
  { formerDecisions }: Former,
  context: Context,
): Pick<Context, 'today' | 'calendar'> => {
  const [day, changed = day] = [dayOf(happenedAt(entry, context)), formerDecisions.at(-1)?.on];
  return { calendar: context.calendar, today: day < changed ? changed : day };
};

export const refundOwed: EntryProvision<Debtor & Former, RecordRefund> = {
  id: 'decision-change/refund-owed',
  cites: paidBack,
  says: '退款不得超过因决定变更、撤销而应当退还的数额',
  en: 'What is paid back is more than nothing and no more than was paid without a standing decision',
  cure: {
    zh: '核对应退数额；没有应退款项的，不登记退款',
    en: 'Check the amount; where nothing is owed, nothing is paid back',
  },
  fields: ['/fen', '/occurredAt'],
  holds: (entry, file, context) =>
    Number.isSafeInteger(entry.fen) &&
    entry.fen > 0 &&
    entry.fen <= owedBothWays(file, onDayOfRefund(entry, file, context)).refund,
};

/** Ordered to be made anew, and not done yet; a decision on the spot is made anew in another case. */
export const redoOrdered = ({ decision, formerDecisions }: Former & Pick<CaseFile, 'decision'>): boolean =>
  decision === undefined &&
  formerDecisions.at(-1)?.decision !== undefined &&
  formerDecisions.at(-1)?.kind === 'annulled-to-redo' &&
  formerDecisions.some(({ kind, ground }) => kind === 'annulled-to-redo' && ground !== 'own-correction');

type Redone = Former & Pick<CaseFile, 'decision' | 'termination' | 'jurisdiction' | 'crimeTransfers'>;

/** And the case was neither terminated nor handed to another authority. */
const redoOwed = (file: Redone): boolean =>
  redoOrdered(file) &&
  file.termination === undefined &&
  file.jurisdiction.transfer?.sentOn === undefined &&
  !withThePolice(file);

/** Checked for the closure: everything that the change requires has been done. */
export const changeCarriedOut: Provision<Redone & Orders & Debtor> = {
  id: 'decision-change/carried-out',
  cites: apl(48, 2),
  also: [arl(77, 1), all(94), paidBack],
  says: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由；被申请人应当履行行政复议决定书、调解书、意见书；当事人必须履行人民法院发生法律效力的判决、裁定、调解书',
  en: 'Outcomes of remedies are carried out, a decision ordered anew has been made, the publication is withdrawn, the money is back',
  cure: {
    zh: '变更或者撤销决定，责令重新作出的重新作出决定，撤回公示，办理退款',
    en: 'Change or annul the decision, make it anew where that was ordered, withdraw the publication, refund the money',
  },
  curedBy: [
    'decision-change/change',
    'decision/make',
    'decision-change/withdraw-publication',
    'decision-change/record-refund',
  ],
  holds: (file, context) =>
    !toWithdraw(file) &&
    !redoOwed(file) &&
    owedBothWays(file, context).refund === 0 &&
    uncarried(file).length === 0,
};
