/** When officers take cash on the spot, and how much: APL 67–70; SAMR-P 72. */
import {
  checkEntry,
  doneOnce,
  filled,
  forSomebodyElse,
  happenedAt,
  notInThisCase,
  type EntryProvision,
  type Provision,
} from '@anjuan/procedure';
import { apl, dayOf, nationalConstantsOn, policy, samrP } from '@anjuan/law';
import { owed } from '../execution/owed.js';
import type { CaseFile } from '../steps.js';
import { finesOf } from './provisions.js';
import type { CollectFine } from './summary-procedure.js';

type Summary = Pick<CaseFile, 'summary'>;
type Debt = Pick<CaseFile, 'decision' | 'summary' | 'execution'>;

export const collectedOnce: Provision<Summary> = {
  id: 'summary-procedure/collected-once',
  cites: policy('罚款只收缴一次；A fine is collected once'),
  says: '当场收缴的罚款只收缴一次',
  en: 'The fine has not been collected yet',
  noCure: doneOnce,
  holds: ({ summary }) => summary?.collected === undefined,
};

/** What was collected is refused by `summary-procedure/collected-once`, and what was not decided by `case-open`. */
export const fineOwed: Provision<Debt> = {
  id: 'summary-procedure/fine-still-owed',
  cites: policy('已经缴清或者已被撤销的罚款不再收缴；A fine that was paid or annulled is not collected'),
  also: [apl(68)],
  says: '罚款已经缴清，或者处罚决定已被撤销的，不得再当场收缴',
  en: 'There is a fine in force that nobody has paid yet',
  noCure: notInThisCase,
  holds: (file) =>
    file.summary === undefined || file.summary.collected !== undefined || owed(file).left.fine > 0,
};

export const wholeFine: EntryProvision<Debt, CollectFine> = {
  id: 'summary-procedure/the-fine-and-no-more',
  cites: policy('当场收缴的数额等于尚未缴纳的罚款数额；What is collected is the fine that is still owed'),
  says: '收缴的数额应当与决定书载明且尚未缴纳的罚款数额一致',
  en: 'What is collected is what is owed of the fine, no more and no less',
  cure: checkEntry,
  fields: ['/fen'],
  holds: ({ fen }, file) =>
    fen > 0 &&
    file.summary !== undefined &&
    fen === (owed(file).left.fine || finesOf(file.summary.penalties)),
};

/**
 * Who was named a handler since took no decision on the spot; a remote area is a ground of the whole agency (APL 69).
 * Of somebody else `summary-procedure/by-its-officers` says it.
 */
export const collectedByWhoDecided: EntryProvision<Summary & Pick<CaseFile, 'entries'>, CollectFine> = {
  id: 'summary-procedure/collected-by-who-decided',
  cites: apl(68),
  says: '依照本法第五十一条的规定当场作出行政处罚决定，有下列情形之一，执法人员可以当场收缴罚款',
  en: 'Who collects on the spot is an officer who decided there',
  cure: {
    zh: '由当场作出决定的执法人员收缴，或者由当事人到银行缴纳',
    en: 'Let an officer who decided do it',
  },
  noCure: forSomebodyElse,
  fields: ['/remoteArea'],
  holds: ({ remoteArea }, { summary, entries }, { actor }) =>
    remoteArea !== undefined ||
    summary?.officers.includes(actor.person) !== true ||
    (entries.find(({ entry }) => entry === summary.entry)?.officers.includes(actor.person) ?? false),
};

/** APL 68 is about the spot itself; APL 69 about what the party asks for afterwards. */
export const collectedOnTheDay: EntryProvision<Summary, CollectFine> = {
  id: 'summary-procedure/collected-on-the-day',
  cites: apl(67, 2),
  also: [apl(68), apl(69), samrP(72, 1)],
  says: '除依照本法第六十八条、第六十九条的规定当场收缴的罚款外，作出行政处罚决定的行政机关及其执法人员不得自行收缴罚款',
  en: 'What is collected on the spot is collected on the day of the decision; later the party pays at the bank, unless it asks to pay on the spot in a remote area',
  cure: {
    zh: '核对收缴日期；此后由当事人到指定银行或者电子支付系统缴纳',
    en: 'Check the day; afterwards let the party pay at the bank or electronically',
  },
  fields: ['/occurredAt', '/remoteArea'],
  holds: (entry, { summary }, context) =>
    summary === undefined ||
    entry.remoteArea !== undefined ||
    dayOf(happenedAt(entry, context)) <= summary.decidedOn,
};

/** The fine as it was given, whatever of it is still owed. */
export const smallOrHardToEnforce: EntryProvision<Debt, CollectFine> = {
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
  holds: ({ fen, hardToEnforceLater = '', remoteArea }, file, { today }) =>
    Math.max(fen, owed(file).fine) <= nationalConstantsOn(today).onTheSpotCollection.max ||
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

export const receiptIssued: EntryProvision<unknown, CollectFine> = {
  id: 'summary-procedure/receipt-issued',
  cites: apl(70),
  says: '必须向当事人出具国务院财政部门或者省、自治区、直辖市人民政府财政部门统一制发的专用票据',
  en: 'The party gets a numbered receipt of the finance department',
  cure: { zh: '填写专用票据号码', en: 'Enter the number of the receipt' },
  fields: ['/receipt'],
  holds: ({ receipt }) => filled(receipt),
};
