/** What the law asks of payments, instalments and goods: APL 66–74; SAMR-P 72–76. */
import {
  checkEntry,
  doneOnce,
  forSomebodyElse,
  happenedAt,
  notInThisCase,
  stageOver,
} from '@anjuan/procedure';
import { apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import type { EntryProvision, Outside, Provision } from '@anjuan/procedure';
import { nothingConfiscatedHere } from '../goods/confiscated.js';
import type { CaseFile } from '../steps.js';
import { handling } from '../initiation/provisions.js';
import type { DisposeOfGoods, RecordPayment } from './execution.js';
import { owed, penaltiesOf } from './owed.js';
import { surchargeOf, type Debtor } from './surcharge.js';

export const byThoseInCharge: Provision<Pick<CaseFile, 'filing' | 'summary'>> = {
  id: 'execution/by-those-in-charge',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'The file is kept by the officers who handle the case, or who decided it on the spot',
  cure: { zh: '由本案办案人员办理', en: 'Let an officer of this case do it' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => actor.capacity === 'officer' && handling(file).includes(actor.person),
};

export const notClosed: Provision<Pick<CaseFile, 'closure'>> = {
  id: 'execution/case-not-closed',
  cites: samrP(77),
  says: '经市场监督管理部门负责人批准后，予以结案',
  en: 'The case is not closed yet; a closed case is at rest',
  noCure: stageOver,
  holds: ({ closure }) => closure === undefined,
};

const decidedOn = ({ decision, summary }: Pick<CaseFile, 'decision' | 'summary'>): LocalDate | undefined =>
  decision?.decidedOn ?? summary?.decidedOn;

export const decided: Provision<Pick<CaseFile, 'decision' | 'summary'>> = {
  id: 'execution/decided',
  cites: apl(66, 1),
  says: '行政处罚决定依法作出后，当事人应当在行政处罚决定书载明的期限内，予以履行',
  en: 'There is a decision to be performed',
  cure: { zh: '先作出决定', en: 'Make the decision first' },
  curedBy: ['decision/make'],
  holds: (file) => decidedOn(file) !== undefined,
};

export const notBeforeDecision: EntryProvision<Pick<CaseFile, 'decision' | 'summary'>, Outside> = {
  id: 'execution/not-before-the-decision',
  cites: apl(66, 1),
  says: '行政处罚决定依法作出后，当事人应当在行政处罚决定书载明的期限内，予以履行',
  en: 'A decision is performed after it has been made',
  cure: { zh: '核对日期', en: 'Check the day' },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => (decidedOn(file) ?? '') <= dayOf(happenedAt(entry, context)),
};

export const collectedApart: EntryProvision<unknown, RecordPayment> = {
  id: 'execution/deciding-and-collecting-apart',
  cites: apl(67, 2),
  also: [apl(67, 1)],
  says: '除依照本法第六十八条、第六十九条的规定当场收缴的罚款外，作出行政处罚决定的行政机关及其执法人员不得自行收缴罚款',
  en: 'The agency that decides does not collect: money is paid at a bank or by electronic payment',
  cure: {
    zh: '由当事人到指定银行或者电子支付系统缴纳',
    en: 'Let the party pay at the bank or electronically',
  },
  fields: ['/channel'],
  holds: ({ channel }) => channel === 'bank' || channel === 'electronic',
};

export const amountPositive: EntryProvision<unknown, RecordPayment> = {
  id: 'execution/amount-positive',
  cites: policy('缴款金额为正的整数分；A payment is a positive number of whole fen'),
  says: '缴款金额应当为正，精确到分',
  en: 'A payment is more than nothing, in whole fen',
  cure: checkEntry,
  fields: ['/fen'],
  holds: ({ fen }) => Number.isSafeInteger(fen) && fen > 0,
};

export const notMoreThanOwed: EntryProvision<Debtor, RecordPayment> = {
  id: 'execution/not-more-than-owed',
  cites: policy('缴款不超过应缴未缴之数；No more is taken than is owed'),
  also: [apl(72, 1, 1)],
  says: '缴款金额不得超过应缴未缴的数额；每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额',
  en: 'No more is taken than is owed for that purpose on the day; a surcharge is three percent a day and never exceeds the fine',
  cure: { zh: '核对银行回单的金额和款项', en: "Check amount and purpose against the bank's notice" },
  fields: ['/fen', '/for', '/occurredAt'],
  holds: (entry, file, context) => {
    const { left } = owed(file);
    const ranUp = surchargeOf(file, dayOf(happenedAt(entry, context)), context.calendar);
    return entry.fen <= { fine: left.fine, 'illegal-gains': left.gains, surcharge: ranUp.left }[entry.for];
  },
};

export const goodsConfiscated: Provision<Pick<CaseFile, 'decision' | 'summary'>> = {
  id: 'execution/goods-confiscated',
  cites: apl(74, 1),
  says: '除依法应当予以销毁的物品外，依法没收的非法财物必须按照国家规定公开拍卖或者按照国家有关规定处理',
  en: 'Only goods that a decision has confiscated are disposed of',
  noCure: notInThisCase,
  holds: (file) => penaltiesOf(file).some(({ kind }) => kind === 'confiscation-of-goods'),
};

export const goodsStillThere: Provision<Pick<CaseFile, 'execution' | 'decision' | 'summary' | 'goods'>> = {
  id: 'execution/goods-still-there',
  cites: policy('没收物品只处置一次；Confiscated goods are disposed of once'),
  says: '没收的物品已经处置的，不再处置',
  en: 'The goods have not been disposed of yet',
  noCure: doneOnce,
  holds: (file) => file.execution.goodsDisposedOn === undefined || !nothingConfiscatedHere(file),
};

export const afterService: EntryProvision<Pick<CaseFile, 'service'>, DisposeOfGoods> = {
  id: 'execution/goods-after-service',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [apl(61, 1), apl(66, 1)],
  says: '没收物品的处置不得早于决定书的送达',
  en: 'Goods are disposed of on or after the day the decision was served',
  cure: { zh: '核对处置日期', en: 'Check the day of the disposal' },
  fields: ['/occurredAt'],
  holds: (entry, { service }, context) =>
    service === undefined || service.servedOn <= dayOf(happenedAt(entry, context)),
};
