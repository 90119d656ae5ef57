/** When a case may be closed: SAMR-P 70, 77; every ground is checked when requested, and again when approved. */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  doneOnce,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { acl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { lastAnswerOf } from '../court-enforcement/standing.js';
import { owed } from '../execution/owed.js';
import { confiscatedGoodsLeft, heldFreely, nothingConfiscatedHere } from '../goods/confiscated.js';
import { goodsOf } from '../goods/ledger.js';
import { inHandBy, servedBy } from '../service/reached.js';
import type { ApproveClosure, ClosureGround, ClosureTerms } from './closure.js';
import { droppedBreachSent, transferDecisionSent } from './elsewhere.js';
import { annulledForGood, endShown, executionTerminated, notDecided, otherGround } from './ended.js';
import {
  decisionNotLeftLying,
  letOffDiscussed,
  majorReviewedBeforeClosure,
  markedClosedOnPaper,
  nothingLetOff,
  otherCircumstanceShown,
  proposedPenaltyDecided,
} from './let-off.js';

type Terms = EntryProvision<CaseFile, ClosureTerms>;

/** A demand of some grounds says nothing of the others. */
const on =
  (
    grounds: readonly ClosureGround[],
    demand: (file: CaseFile, terms: ClosureTerms, today: string) => boolean,
  ): Terms['holds'] =>
  (terms, file, { today }) =>
    !grounds.includes(terms.ground) || demand(file, terms, today);

const performed = { cites: samrP(77, undefined, 1), says: '行政处罚决定执行完毕的' } as const;

export const underWay: Provision<Pick<CaseFile, 'filing' | 'summary' | 'closure'>> = {
  id: 'closure/case-under-way',
  cites: samrP(77),
  says: '经市场监督管理部门负责人批准后，予以结案',
  en: 'A case that has been filed, or decided on the spot, is closed once',
  noCure: doneOnce,
  holds: ({ filing, summary, closure }) =>
    (filing !== undefined || summary !== undefined) && closure === undefined,
};

export const approvedByLeader = actsAs({
  id: 'closure/approved-by-a-leader',
  cites: samrP(77),
  says: '办案机构应当在十五个工作日内填写结案审批表，经市场监督管理部门负责人批准后，予以结案',
  en: 'A leader of the agency approves the closure',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const noClosureRequestOpen: Provision<Pick<CaseFile, 'approvals'>> = {
  id: 'closure/no-approval-open',
  cites: policy('结案前全部审批均已答复；Every request is answered before the case is closed'),
  says: '尚有审批申请未答复的，不予结案',
  en: 'No request for approval is waiting',
  cure: { zh: '先批准、退回或者撤回该申请', en: 'Have it given, returned or withdrawn first' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) => approvals.every(({ state }) => state !== 'open'),
};

/** The same sentence when the closure itself is the request that waits. */
export const noOtherApprovalOpen: EntryProvision<Pick<CaseFile, 'approvals'>, ApproveClosure> = {
  ...noClosureRequestOpen,
  fields: ['/approval'],
  holds: ({ approval }, { approvals }) =>
    approvals.every(({ state, entry }) => state !== 'open' || entry === approval),
};

export const penaltyServed: Terms = {
  id: 'closure/penalty-decision-served',
  ...performed,
  en: 'What was performed is a penalty that was decided and served',
  cure: {
    zh: '先送达决定书；不予处罚的选择相应事由',
    en: 'Serve the decision, or choose the ground that fits',
  },
  curedBy: ['service/serve-decision'],
  fields: ['/ground'],
  holds: on(['executed', 'court-ended-execution', 'execution-terminated'], (file, _, today) => {
    const { decision, summary } = file;
    const imposed =
      decision === undefined
        ? summary !== undefined && summary.annulledBy === undefined
        : decision.outcome.kind === 'penalty';
    return imposed && inHandBy(file, today);
  }),
};

export const moneyPaid: Terms = {
  id: 'closure/fine-and-gains-paid',
  ...performed,
  en: 'The decision is fully performed: fine and confiscated gains are paid in full',
  cure: { zh: '待罚款、没收的违法所得全部缴清后再结案', en: 'Wait until fine and gains are paid in full' },
  curedBy: ['execution/record-payment'],
  fields: ['/ground'],
  holds: on(['executed'], (file) => {
    const { left } = owed(file);
    return left.fine === 0 && left.gains === 0;
  }),
};

export const goodsDisposed: Terms = {
  id: 'closure/goods-disposed-of',
  ...performed,
  en: 'The decision is fully performed: confiscated goods have been disposed of',
  cure: { zh: '先处置没收的物品', en: 'Dispose of the goods first' },
  curedBy: ['execution/dispose-of-goods'],
  fields: ['/ground'],
  holds: (terms, file) => {
    if (terms.ground === 'executed') return !confiscatedGoodsLeft(file);
    // What the party never handed over ends with the execution; what is here does not.
    const ended = terms.ground === 'court-ended-execution' || terms.ground === 'execution-terminated';
    return !ended || nothingConfiscatedHere(file);
  },
};

export const seizuresEnded: Provision<
  Pick<CaseFile, 'seizures' | 'goods' | 'decision' | 'summary' | 'termination'>
> = {
  id: 'closure/seizures-ended',
  cites: acl(28),
  also: [samrP(77), acl(21)],
  says: '行政机关对违法行为已经作出处理决定，不再需要查封、扣押的，应当及时作出解除查封、扣押决定',
  en: 'Every line of every seizure has been given back or handed over, or its goods were confiscated',
  cure: { zh: '解除查封、扣押', en: 'Lift the seizure' },
  curedBy: ['seizure/request-lifting', 'seizure/lift'],
  holds: (file) =>
    file.seizures
      .flatMap(({ entry }) => goodsOf(file, entry))
      .every((goods) => heldFreely(file, goods) === 0),
};

export const noPenaltyServed: Terms = {
  id: 'closure/no-penalty-decision-served',
  cites: samrP(77, undefined, 4),
  says: '作出本规定第六十条第一款第二项至五项决定的',
  en: 'The decision not to punish, or to transfer, has been made and served',
  cure: { zh: '先作出并送达该决定', en: 'Make that decision and serve it' },
  curedBy: ['decision/make', 'service/serve-decision'],
  fields: ['/ground'],
  holds: on(
    ['no-penalty'],
    (file, _, today) =>
      file.decision !== undefined && file.decision.outcome.kind !== 'penalty' && servedBy(file, today),
  ),
};

export const investigationTerminated: Terms = {
  id: 'closure/investigation-terminated',
  cites: samrP(77, undefined, 3),
  also: [samrP(47)],
  says: '案件终止调查的',
  en: 'A leader has approved the end of the investigation',
  cure: { zh: '先申请并经批准终止调查', en: 'Have the end of the investigation approved first' },
  curedBy: ['suspension/request-termination', 'suspension/approve-termination'],
  fields: ['/ground'],
  holds: on(['investigation-ended'], ({ termination }) => termination !== undefined),
};

export const caseSent: Terms = {
  id: 'closure/case-sent-to-the-other-agency',
  ...otherGround,
  also: [samrP(14), samrP(17)],
  en: 'The case has been sent to the agency that is competent, and no dispute on that is open',
  cure: { zh: '先办理移送，并解决管辖争议', en: 'Send the case first, and settle any dispute' },
  curedBy: ['jurisdiction/send-transfer'],
  fields: ['/ground'],
  holds: on(
    ['transferred'],
    ({ jurisdiction: { transfer, disputes } }) =>
      transfer?.sentOn !== undefined && disputes.every(({ settled }) => settled !== undefined),
  ),
};

export const courtEnded: Terms = {
  id: 'closure/court-ended-the-execution',
  cites: samrP(77, undefined, 2),
  says: '人民法院裁定终结执行的',
  en: 'The court has ruled that the execution of this decision ends, and the ruling is on the file',
  cure: { zh: '登记人民法院的裁定', en: "Enter the court's ruling" },
  curedBy: ['court-enforcement/record-court-answer'],
  fields: ['/ground'],
  holds: on(['court-ended-execution'], (file) => lastAnswerOf(file) === 'ended'),
};

export const groundExplained: Terms = {
  id: 'closure/ground-explained',
  ...otherGround,
  also: [samrP(77, undefined, 2), samrP(77, undefined, 3)],
  en: 'A ground that the file does not show is explained',
  cure: { zh: '说明事由和依据', en: 'State the ground and what it rests on' },
  fields: ['/ground', '/note'],
  holds: on(['court-ended-execution', 'investigation-ended', 'other'], (_, { note }) => filled(note)),
};

export const groundDemands: readonly Terms[] = [
  penaltyServed,
  moneyPaid,
  goodsDisposed,
  noPenaltyServed,
  transferDecisionSent,
  droppedBreachSent,
  notDecided,
  investigationTerminated,
  endShown,
  caseSent,
  courtEnded,
  executionTerminated,
  annulledForGood,
  nothingLetOff,
  decisionNotLeftLying,
  proposedPenaltyDecided,
  otherCircumstanceShown,
  markedClosedOnPaper,
  majorReviewedBeforeClosure,
  letOffDiscussed,
  groundExplained,
];
