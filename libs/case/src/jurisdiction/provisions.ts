/** Whose case it is: APL 25; SAMR-P 12–14, 16, 17. */
import { actsAs, checkEntry, filled, forSomebodyElse, happenedAt, stageOver } from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { EntryNumber, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import { requestedTerms } from '../approval/requested-terms.js';
import { partsOfOthers } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import type { Dispute, RecordDispute, TransferTerms } from './jurisdiction.js';

type Jurisdictions = Pick<CaseFile, 'jurisdiction'>;
type Approvals = Pick<CaseFile, 'approvals'>;

const last = ({ jurisdiction }: Jurisdictions): Dispute | undefined => jurisdiction.disputes.at(-1);
const isOpen = (file: Jurisdictions): boolean => {
  const dispute = last(file);
  return dispute !== undefined && dispute.settled === undefined;
};
export const beforeDecision: Provision<Pick<CaseFile, 'decision' | 'others'>> = {
  id: 'jurisdiction/before-the-decision',
  cites: policy('管辖问题在作出决定之前解决；Jurisdiction is settled before the case is decided'),
  also: [samrP(13), samrP(14), samrP(60, 1, 4)],
  says: '管辖争议和移送应当在作出决定之前处理；决定移送的，作出决定后移送',
  en: 'Jurisdiction is disputed, and a case is transferred, before any of its parties is decided on, or by a decision to transfer it',
  noCure: stageOver,
  // A case decided under SAMR-P 60(1)(4) or (5) is sent after the decision; what was decided on another party stays.
  holds: (file) => [file, ...partsOfOthers(file)].every(isSentOrUndecided),
};

const isSentOrUndecided = ({ decision }: Readonly<{ decision?: CaseFile['decision'] }>): boolean =>
  decision === undefined || decision.outcome.kind === 'transfer';

/** Row 8 of the gate to the decision uses it too. */
export const undisputed: Provision<Jurisdictions> = {
  id: 'jurisdiction/undisputed',
  cites: apl(25, 2),
  also: [samrP(13)],
  says: '对管辖发生争议的，应当协商解决，协商不成的，报请共同的上一级行政机关指定管辖',
  en: 'No dispute on jurisdiction is open',
  cure: { zh: '先登记协商结果或者指定管辖', en: 'Record the agreement or the designation first' },
  curedBy: ['jurisdiction/record-settlement'],
  holds: (file) => !isOpen(file),
};

/** A dispute that gave the case to another agency leaves nothing to decide here. */
export const settledForUs: Provision<Jurisdictions> = {
  id: 'jurisdiction/settled-for-this-agency',
  cites: apl(25, 1),
  also: [samrP(12), samrP(14)],
  says: '两个以上行政机关都有管辖权的，由最先立案的行政机关管辖',
  en: 'The last dispute was not settled in favour of another agency',
  cure: { zh: '将案件移送有管辖权的机关', en: 'Transfer the case to the competent agency' },
  curedBy: ['jurisdiction/request-transfer'],
  instead: true,
  holds: (file) => last(file)?.settled?.ours !== false,
};

export const notTransferred: Provision<Jurisdictions> = {
  id: 'jurisdiction/not-transferred',
  cites: samrP(14),
  also: [samrP(17)],
  says: '发现立案查处的案件不属于本部门管辖的，应当将案件移送有管辖权的市场监督管理部门',
  en: 'The case was not transferred to another agency: what was transferred is sent and closed, nothing else',
  cure: { zh: '办理移送和结案', en: 'Send the case and close it' },
  curedBy: ['jurisdiction/send-transfer', 'closure/request'],
  instead: true,
  holds: ({ jurisdiction }) => jurisdiction.transfer === undefined,
};

export const disputed: Provision<Jurisdictions> = {
  id: 'jurisdiction/disputed',
  cites: samrP(13),
  says: '因管辖权发生争议的，应当自发生争议之日起七个工作日内协商解决',
  en: 'There is an open dispute on jurisdiction',
  cure: { zh: '先登记管辖争议', en: 'Record the dispute first' },
  curedBy: ['jurisdiction/record-dispute'],
  holds: isOpen,
};

export const notReported: Provision<Jurisdictions> = {
  id: 'jurisdiction/reported-once',
  cites: policy('同一争议报请一次；One report of a dispute'),
  also: [samrP(13)],
  says: '同一管辖争议已经报请指定管辖的，等待上级确定',
  en: 'The dispute has not been reported to the superior yet',
  cure: { zh: '登记上级指定管辖的结果', en: 'Record what the superior designates' },
  curedBy: ['jurisdiction/record-settlement'],
  holds: (file) => last(file)?.reported === undefined,
};

export const agencyNamed: EntryProvision<unknown, Pick<RecordDispute, 'agency' | 'reason'>> = {
  id: 'jurisdiction/agency-and-reason-stated',
  cites: policy('写明对方机关和理由；The other agency and the reason are stated'),
  also: [samrP(13), samrP(14), samrP(17)],
  says: '管辖争议和移送应当写明有关机关和理由',
  en: 'The other agency is named, and the reason stated',
  cure: { zh: '填写机关名称和理由', en: 'Name the agency and give the reason' },
  fields: ['/agency', '/reason'],
  holds: ({ agency, reason }) => filled(agency) && filled(reason),
};

const order = {
  id: 'jurisdiction/in-the-order-of-time',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [samrP(13), samrP(16)],
  says: '报请、协商结果和移送不得早于所依据的争议或者批准',
  en: 'Report, settlement and sending are not earlier than what they rest on',
  cure: checkEntry,
  fields: ['/occurredAt'],
} as const;

export const afterTheDispute: EntryProvision<Jurisdictions, Outside> = {
  ...order,
  holds: (entry, file, context) => {
    const dispute = last(file);
    const from = dispute?.reported?.at ?? dispute?.at;
    return from === undefined || happenedAt(entry, context) >= from;
  },
};

/** The same sentence of a case that is sent. */
export const afterTheApproval: EntryProvision<Jurisdictions, Outside> = {
  ...order,
  holds: (entry, { jurisdiction }, context) => {
    const from = jurisdiction.transfer?.approvedAt;
    return from === undefined || happenedAt(entry, context) >= from;
  },
};

/** A designation by the superior overrules it: the case then goes where the superior says. */
export const notReceivedByTransfer: Provision<Pick<CaseFile, 'lead' | 'jurisdiction'>> = {
  id: 'jurisdiction/no-second-transfer',
  cites: samrP(14),
  says: '受移送的市场监督管理部门对管辖权有异议的，应当报请共同的上一级市场监督管理部门指定管辖，不得再自行移送',
  en: 'A case that came by transfer is not transferred again, but reported to the common superior',
  cure: { zh: '登记管辖争议并报请指定管辖', en: 'Record the dispute and report it to the superior' },
  curedBy: ['jurisdiction/record-dispute', 'jurisdiction/report-to-superior'],
  instead: true,
  holds: (file) => {
    const settled = last(file)?.settled;
    return file.lead?.transferredFrom === undefined || (settled?.by === 'superior' && !settled.ours);
  },
};

export const oneTransferRequest: Provision<Approvals> = {
  id: 'jurisdiction/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有移送申请待批的，应当先撤回或者退回',
  en: 'No other request for a transfer is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) => !approvals.some(({ matter, state }) => matter === 'transfer' && state === 'open'),
};

const competent = {
  id: 'jurisdiction/to-the-competent-agency',
  cites: samrP(14),
  also: [samrP(16)],
  says: '应当将案件移送有管辖权的市场监督管理部门',
  en: 'The case goes to the agency that the settlement named',
  cure: { zh: '移送至协商或者指定确定的机关', en: 'Name the agency that was agreed on or designated' },
  curedBy: ['approval/return', 'jurisdiction/request-transfer'],
} as const;

const isCompetent = (file: Jurisdictions, agency: string): boolean => {
  const settled = last(file)?.settled;
  return settled === undefined || settled.ours || settled.competent === agency;
};

export const toTheCompetent: EntryProvision<Jurisdictions, TransferTerms> = {
  ...competent,
  fields: ['/agency'],
  holds: ({ agency }, file) => isCompetent(file, agency),
};

/** The same provision, checked on the requested terms. Without such a request `approval/open` refuses. */
export const requestedForTheCompetent: EntryProvision<
  Jurisdictions & Approvals,
  Readonly<{ approval: EntryNumber }>
> = {
  ...competent,
  fields: ['/approval'],
  holds: ({ approval }, file) => {
    const terms = requestedTransfer(file, approval);
    return terms === undefined || isCompetent(file, terms.agency);
  },
};

/** The same sentence when the approved case is sent: a settlement may have come in between. */
export const sentToTheCompetent: Provision<Jurisdictions> = {
  ...competent,
  holds: (file) => {
    const { transfer } = file.jurisdiction;
    return transfer === undefined || isCompetent(file, transfer.agency);
  },
};

export const transferByLeader = actsAs({
  id: 'jurisdiction/transfer-approved-by-a-leader',
  cites: policy('移送案件由负责人批准；A leader approves that a case is given away'),
  says: '移送其他机关的案件，经负责人批准后移送',
  en: 'A leader of the agency approves the transfer',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const transferApproved: Provision<Jurisdictions> = {
  id: 'jurisdiction/transfer-approved',
  cites: policy('移送案件由负责人批准；A leader approves that a case is given away'),
  also: [samrP(14), samrP(17)],
  says: '移送经负责人批准后办理，一案移送一次',
  en: 'The transfer was approved, and the case has not been sent yet',
  cure: { zh: '先申请并经批准移送', en: 'Have the transfer approved first' },
  curedBy: ['jurisdiction/request-transfer', 'jurisdiction/approve-transfer'],
  holds: ({ jurisdiction: { transfer } }) => transfer !== undefined && transfer.sentOn === undefined,
};

export const requestedTransfer = requestedTerms('transfer');
