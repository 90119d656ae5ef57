/** After the spot: the fine collected, the money handed in and banked, the file handed in. APL 68–71, SAMR-P 70. */
import {
  checkEntry,
  doneOnce,
  filled,
  forSomebodyElse,
  happenedAt,
  late,
  outsideAct,
} from '@anjuan/procedure';
import { apl, dayOf, nationalConstantsOn, policy, samrP, type LocalDate } from '@anjuan/law';
import type { Context, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { finesOf } from './provisions.js';
import type { BankMoney, CollectFine, HandInFile, HandInMoney, SummaryCase } from './summary-procedure.js';
import { collectFineSchema, handInMoneySchema, bankMoneySchema, handInFileSchema } from './entries.js';

type Summary = Pick<CaseFile, 'summary'>;

export const summaryOpen: Provision<Pick<CaseFile, 'summary' | 'closure'>> = {
  id: 'summary-procedure/case-open',
  cites: apl(51),
  says: '可以当场作出行政处罚决定',
  en: 'A penalty was decided on the spot, and the case is not closed yet',
  curedBy: ['summary-procedure/decide'],
  holds: ({ summary, closure }) => summary !== undefined && closure === undefined,
};

export const byItsOfficers: Provision<Summary> = {
  id: 'summary-procedure/by-its-officers',
  cites: apl(71),
  says: '执法人员当场收缴的罚款，应当自收缴罚款之日起二日内，交至行政机关',
  en: 'The officers who decided collect, hand in and report',
  cure: { zh: '由作出决定的执法人员办理', en: 'Let an officer who decided do it' },
  noCure: forSomebodyElse,
  holds: ({ summary }, { actor }) =>
    actor.capacity === 'officer' && (summary?.officers.includes(actor.person) ?? false),
};

export const collectedOnce: Provision<Summary> = {
  id: 'summary-procedure/collected-once',
  cites: policy('罚款只收缴一次；A fine is collected once'),
  says: '当场收缴的罚款只收缴一次',
  en: 'The fine has not been collected yet',
  noCure: doneOnce,
  holds: ({ summary }) => summary?.collected === undefined,
};

export const wholeFine: EntryProvision<Summary, CollectFine> = {
  id: 'summary-procedure/the-fine-and-no-more',
  cites: policy('当场收缴的数额等于决定的罚款数额；What is collected is the fine that was decided'),
  says: '收缴的数额应当与决定书载明的罚款数额一致',
  en: 'What is collected is the fine, no more and no less',
  cure: checkEntry,
  fields: ['/fen'],
  holds: ({ fen }, { summary }) => summary !== undefined && fen > 0 && fen === finesOf(summary.penalties),
};

export const smallOrHardToEnforce: EntryProvision<unknown, CollectFine> = {
  id: 'summary-procedure/hundred-yuan-or-hard-to-enforce',
  cites: apl(68),
  also: [apl(69), samrP(72, 1)],
  says: '有下列情形之一，执法人员可以当场收缴罚款：（一）依法给予一百元以下罚款的；（二）不当场收缴事后难以执行的',
  en: 'Officers collect fines up to 100 yuan, or such as would be hard to enforce later, saying why, or those of a remote area',
  cure: {
    zh: '说明事后难以执行的理由，或者由当事人到银行缴纳',
    en: 'Say why, or let the party pay at the bank',
  },
  fields: ['/fen', '/hardToEnforceLater', '/remoteArea'],
  holds: ({ fen, hardToEnforceLater = '', remoteArea }, _, { today }) =>
    fen <= nationalConstantsOn(today).onTheSpotCollection.max ||
    filled(hardToEnforceLater) ||
    remoteArea !== undefined,
};

/** Also where the amount alone would allow it: a claimed ground must be shown. */
export const requestedByParty: EntryProvision<unknown, CollectFine> = {
  id: 'summary-procedure/remote-and-asked-by-the-party',
  cites: apl(69),
  also: [samrP(72, 1, 3)],
  says: '在边远、水上、交通不便地区，行政机关及其执法人员依照本法第五十一条、第五十七条的规定作出罚款决定后，当事人到指定的银行或者通过电子支付系统缴纳罚款确有困难，经当事人提出，行政机关及其执法人员可以当场收缴罚款',
  en: 'In a remote area, on water or where transport is poor, the party itself asks to pay on the spot',
  cure: { zh: '上传当事人提出当场缴纳的书面材料', en: 'Add what the party asked in writing' },
  fields: ['/remoteArea', '/request'],
  holds: ({ remoteArea, request }) => remoteArea === undefined || request !== undefined,
};

/** The two days run from the landing: it is between the collection and the handing in, and only on water. */
export const landed: EntryProvision<Summary, HandInMoney> = {
  id: 'summary-procedure/landed-after-the-collection',
  cites: apl(71),
  also: [samrP(73)],
  says: '在水上当场收缴的罚款，应当自抵岸之日起二日内交至行政机关',
  en: 'What was collected on water is handed in after the landing, whose day is entered; nothing else has one',
  cure: { zh: '填写抵岸日期', en: 'Enter the day of the landing' },
  fields: ['/landedOn', '/occurredAt'],
  holds: (entry, { summary }, context) => {
    const { landedOn } = entry;
    const collected = summary?.collected;
    if (collected?.onWater !== true) return landedOn === undefined;
    return (
      landedOn !== undefined && collected.on <= landedOn && landedOn <= dayOf(happenedAt(entry, context))
    );
  },
};

export const receiptIssued: EntryProvision<unknown, CollectFine> = {
  id: 'summary-procedure/receipt-issued',
  cites: apl(70),
  says: '必须向当事人出具国务院财政部门或者省、自治区、直辖市人民政府财政部门统一制发的专用票据',
  en: 'The party gets a numbered receipt of the finance department',
  cure: { zh: '填写专用票据号码', en: 'Enter the number of the receipt' },
  fields: ['/receipt'],
  holds: ({ receipt }) => filled(receipt),
};

export const moneyWithOfficer: Provision<Summary> = {
  id: 'summary-procedure/money-with-the-officer',
  cites: apl(71),
  says: '执法人员当场收缴的罚款，应当自收缴罚款之日起二日内，交至行政机关',
  en: 'A fine was collected and has not been handed in yet',
  curedBy: ['summary-procedure/collect-fine'],
  holds: ({ summary }) => summary?.collected !== undefined && summary.handedInOn === undefined,
};

export const moneyWithAgency: Provision<Summary> = {
  id: 'summary-procedure/money-with-the-agency',
  cites: apl(71),
  says: '行政机关应当在二日内将罚款缴付指定的银行',
  en: 'The money was handed in and has not been banked yet',
  curedBy: ['summary-procedure/hand-in-money'],
  holds: ({ summary }) => summary?.handedInOn !== undefined && summary.bankedOn === undefined,
};

export const fileWithOfficer: Provision<Summary> = {
  id: 'summary-procedure/file-with-the-officer',
  cites: samrP(70),
  says: '适用简易程序查处案件的有关材料，办案人员应当在作出行政处罚决定之日起七个工作日内交至所在的市场监督管理部门归档保存',
  en: 'The file has not been handed in yet',
  noCure: doneOnce,
  holds: ({ summary }) => summary?.fileHandedInOn === undefined,
};

const step = (summary: SummaryCase | undefined): LocalDate | undefined =>
  summary?.handedInOn ?? summary?.collected?.on ?? summary?.decidedOn;

export const inItsOrder: EntryProvision<Summary, Outside> = {
  id: 'summary-procedure/not-before-the-step-before',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '收缴不早于决定，上交不早于收缴，缴付不早于上交',
  en: 'Collected after the decision, handed in after that, banked after that',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, { summary }, context) => (step(summary) ?? '') <= dayOf(happenedAt(entry, context)),
};

const inOneHand = (entry: Outside, context: Context) => ({
  v: 1 as const,
  occurredAt: happenedAt(entry, context),
  actors: [context.actor],
});

export const moneyAndFileActs = {
  'summary-procedure/collect-fine': act<CollectFine, Recorded<'FineCollectedOnTheSpot'>>({
    title: { zh: '当场收缴罚款', en: 'Collect the fine on the spot' },
    entry: collectFineSchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, collectedOnce],
    demands: [...outsideAct, wholeFine, smallOrHardToEnforce, requestedByParty, receiptIssued, inItsOrder],
    records: 'FineCollectedOnTheSpot',
    record: (entry, _, context) => [
      {
        type: 'FineCollectedOnTheSpot',
        ...inOneHand(entry, context),
        data: {
          fen: entry.fen,
          receipt: entry.receipt,
          ...(entry.hardToEnforceLater !== undefined && { hardToEnforceLater: entry.hardToEnforceLater }),
          ...(entry.remoteArea !== undefined && { remoteArea: entry.remoteArea }),
          ...(entry.request !== undefined && { request: entry.request }),
          ...late(entry),
        },
      },
    ],
  }),
  'summary-procedure/hand-in-money': act<HandInMoney, Recorded<'MoneyHandedIn'>>({
    title: { zh: '上交罚款', en: 'Hand the money to the agency' },
    entry: handInMoneySchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, moneyWithOfficer],
    demands: [...outsideAct, inItsOrder, landed],
    records: 'MoneyHandedIn',
    record: (entry, _, context) => [
      {
        type: 'MoneyHandedIn',
        ...inOneHand(entry, context),
        data: { ...(entry.landedOn !== undefined && { landedOn: entry.landedOn }), ...late(entry) },
      },
    ],
  }),
  'summary-procedure/bank-money': act<BankMoney, Recorded<'MoneyBanked'>>({
    title: { zh: '缴付银行', en: 'Bank the money' },
    entry: bankMoneySchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, moneyWithAgency],
    demands: [...outsideAct, inItsOrder],
    records: 'MoneyBanked',
    record: (entry, _, context) => [{ type: 'MoneyBanked', ...inOneHand(entry, context), data: late(entry) }],
  }),
  'summary-procedure/hand-in-file': act<HandInFile, Recorded<'SummaryFileHandedIn'>>({
    title: { zh: '上交案卷材料', en: 'Hand in the file' },
    entry: handInFileSchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, fileWithOfficer],
    demands: [],
    records: 'SummaryFileHandedIn',
  }),
};
