/** What the law asks of payments, instalments and goods: APL 66–74; SAMR-P 72–76. */
import { apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../case-file.js';
import { actsAs } from '../kernel/capacity.js';
import { happenedAt, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import type { EntryProvision, Provision } from '../kernel/provision.js';
import type {
  ApplyForInstalments,
  ApproveInstalments,
  DisposeOfGoods,
  RecordPayment,
  RefuseInstalments,
} from './execution.js';
import { owed, penaltiesOf } from './owed.js';

type Debt = Pick<CaseFile, 'decision' | 'summary' | 'execution'>;

/** Those who handle the case, by either procedure. */
export const inCharge = ({ filing, summary }: Pick<CaseFile, 'filing' | 'summary'>): readonly PersonId[] =>
  filing?.handlers ?? summary?.officers ?? [];

export const byThoseInCharge: Provision<Pick<CaseFile, 'filing' | 'summary'>> = {
  id: 'execution/by-those-in-charge',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'The file is kept by the officers who handle the case, or who decided it on the spot',
  cure: { zh: '由本案办案人员办理', en: 'Let an officer of this case do it' },
  holds: (file, { actor }) => actor.capacity === 'officer' && inCharge(file).includes(actor.person),
};

export const notClosed: Provision<Pick<CaseFile, 'closure'>> = {
  id: 'execution/case-not-closed',
  cites: samrP(77),
  says: '经市场监督管理部门负责人批准后，予以结案',
  en: 'The case is not closed yet; a closed case is at rest',
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
  holds: (file) => decidedOn(file) !== undefined,
};

export const notBeforeDecision: EntryProvision<Pick<CaseFile, 'decision' | 'summary'>, Outside> = {
  id: 'execution/not-before-the-decision',
  cites: apl(66, 1),
  says: '行政处罚决定依法作出后，当事人应当在行政处罚决定书载明的期限内，予以履行',
  en: 'A decision is performed after it has been made',
  cure: { zh: '核对日期', en: 'Check the day' },
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
  holds: ({ channel }) => channel === 'bank' || channel === 'electronic',
};

export const amountPositive: EntryProvision<unknown, RecordPayment> = {
  id: 'execution/amount-positive',
  cites: policy('缴款金额为正的整数分；A payment is a positive number of whole fen'),
  says: '缴款金额应当为正，精确到分',
  en: 'A payment is more than nothing, in whole fen',
  holds: ({ fen }) => Number.isSafeInteger(fen) && fen > 0,
};

export const notMoreThanOwed: EntryProvision<Debt, RecordPayment> = {
  id: 'execution/not-more-than-owed',
  cites: policy('缴款不超过应缴未缴之数；No more is taken than is owed'),
  also: [apl(72, 1, 1)],
  says: '缴款金额不得超过应缴未缴的数额，加处罚款的数额不得超出罚款的数额',
  en: 'No more is taken than is still owed for that purpose; a surcharge never exceeds the fine',
  cure: { zh: '核对银行回单的金额和款项', en: "Check amount and purpose against the bank's notice" },
  holds: ({ fen, for: purpose }, file) => {
    const { fine, paid, left } = owed(file);
    return fen <= { fine: left.fine, 'illegal-gains': left.gains, surcharge: fine - paid.surcharge }[purpose];
  },
};

export const fineUnpaid: Provision<Debt> = {
  id: 'execution/fine-unpaid',
  cites: apl(66, 2),
  says: '当事人确有经济困难，需要延期或者分期缴纳罚款的，经当事人申请和行政机关批准，可以暂缓或者分期缴纳',
  en: 'There is a fine not yet paid that could be paid later or in parts',
  holds: (file) => owed(file).left.fine > 0,
};

export const noApplicationOpen: Provision<Pick<CaseFile, 'execution'>> = {
  id: 'execution/no-application-open',
  cites: policy('同一时间只有一份分期申请；One application at a time'),
  says: '已有申请尚未答复或者已经批准的，不重复申请',
  en: 'No other application is waiting or has been granted',
  cure: { zh: '先答复原申请', en: 'Answer the earlier application first' },
  holds: ({ execution: { application } }) => application === undefined || application.state === 'refused',
};

export const hardshipInWriting: EntryProvision<unknown, ApplyForInstalments> = {
  id: 'execution/hardship-in-writing',
  cites: samrP(74),
  also: [apl(66, 2)],
  says: '当事人确有经济困难，需要延期或者分期缴纳罚款的，应当提出书面申请',
  en: 'The party applies in writing and states the hardship',
  cure: { zh: '上传书面申请并填写困难情形', en: 'Add the written application and its reason' },
  holds: ({ reason, application }) => reason.trim() !== '' && application.sha256 !== '',
};

export const answeredByLeader = actsAs({
  id: 'execution/instalments-answered-by-a-leader',
  cites: samrP(74),
  says: '经市场监督管理部门负责人批准，同意当事人暂缓或者分期缴纳罚款的，应当书面告知当事人暂缓或者分期的期限',
  en: 'A leader of the agency grants or refuses instalments',
  capacities: ['leader', 'principal'],
});

export const applicationOpen: Provision<Pick<CaseFile, 'execution'>> = {
  id: 'execution/application-open',
  cites: apl(66, 2),
  says: '经当事人申请和行政机关批准，可以暂缓或者分期缴纳',
  en: 'The party has applied and has no answer yet',
  cure: { zh: '先记录当事人的书面申请', en: "Enter the party's written application first" },
  holds: ({ execution }) => execution.application?.state === 'open',
};

export const answeredByAnother: Provision<Pick<CaseFile, 'execution' | 'entries' | 'filing' | 'summary'>> = {
  id: 'execution/answered-by-another',
  cites: policy('经办与审批分离；Whoever handles or records does not approve'),
  says: '办案人员和记录申请的人不得审批该申请',
  en: 'Whoever handles the case or took the application down does not answer it',
  cure: { zh: '由另一名负责人审批', en: 'Let another leader answer' },
  holds: (file, { actor: { person } }) => {
    const application = file.execution.application?.entry;
    const note = file.entries.find(({ entry }) => entry === application);
    return note?.recordedBy !== person && !inCharge(file).includes(person);
  },
};

export const planSumsToFine: EntryProvision<Debt, ApproveInstalments> = {
  id: 'execution/plan-sums-to-the-unpaid-fine',
  cites: policy('分期之和等于未缴罚款；The instalments add up to the unpaid fine'),
  also: [apl(66, 2)],
  says: '各期金额均为正，其和等于尚未缴纳的罚款',
  en: 'Every instalment is positive and together they are the unpaid fine, no more and no less',
  cure: { zh: '调整各期金额', en: 'Adjust the amounts' },
  holds: ({ plan }, file) =>
    plan.every(({ fen }) => Number.isSafeInteger(fen) && fen > 0) &&
    plan.reduce((sum, { fen }) => sum + fen, 0) === owed(file).left.fine,
};

export const planAhead: EntryProvision<unknown, ApproveInstalments> = {
  id: 'execution/plan-ahead-in-order',
  cites: policy('分期日期在批准之后并依次排列；Instalments fall due after the approval, one after the other'),
  also: [samrP(74)],
  says: '应当书面告知当事人暂缓或者分期的期限，期限在批准之后并依次排列',
  en: 'At least one instalment; each falls due after today and after the one before it',
  cure: { zh: '填写批准之后的日期', en: 'Enter days after today, in their order' },
  holds: ({ plan }, _, { today }) =>
    plan.length > 0 && plan.every(({ due }, index) => due > (plan[index - 1]?.due ?? today)),
};

export const refusalReasoned: EntryProvision<unknown, RefuseInstalments> = {
  id: 'execution/refusal-reasoned',
  cites: policy('不予批准应当说明理由；A refusal gives its reason'),
  says: '不同意暂缓或者分期缴纳的，应当说明理由',
  en: 'A refusal says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  holds: ({ reason }) => reason.trim() !== '',
};

export const goodsConfiscated: Provision<Pick<CaseFile, 'decision' | 'summary'>> = {
  id: 'execution/goods-confiscated',
  cites: apl(74, 1),
  says: '除依法应当予以销毁的物品外，依法没收的非法财物必须按照国家规定公开拍卖或者按照国家有关规定处理',
  en: 'Only goods that a decision has confiscated are disposed of',
  holds: (file) => penaltiesOf(file).some(({ kind }) => kind === 'confiscation-of-goods'),
};

export const goodsStillThere: Provision<Pick<CaseFile, 'execution'>> = {
  id: 'execution/goods-still-there',
  cites: policy('没收物品只处置一次；Confiscated goods are disposed of once'),
  says: '没收的物品已经处置的，不再处置',
  en: 'The goods have not been disposed of yet',
  holds: ({ execution }) => execution.goodsDisposedOn === undefined,
};

export const afterService: EntryProvision<Pick<CaseFile, 'service'>, DisposeOfGoods> = {
  id: 'execution/goods-after-service',
  cites: apl(61, 1),
  also: [apl(66, 1)],
  says: '行政处罚决定书应当送达当事人后执行',
  en: 'Goods are disposed of on or after the day the decision was served',
  cure: { zh: '核对处置日期', en: 'Check the day of the disposal' },
  holds: (entry, { service }, context) =>
    service === undefined || service.servedOn <= dayOf(happenedAt(entry, context)),
};
