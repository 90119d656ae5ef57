/** What an execution agreement asks (执行协议): ACL 42. */
import { type EntryProvision, type Provision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { acl, policy } from '@anjuan/law';
import type { Approval } from '../approval/approval.js';
import { investigatedBy } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import type { AgreementTerms } from './agreement.js';
import type { MakeAgreement } from './later-payment.js';
import { handling } from '../initiation/provisions.js';
import { receivedOn, surchargeOf, type Debtor } from './surcharge.js';

type Approvals = Pick<CaseFile, 'approvals'>;
type AgreementRequest = Extract<Approval, { matter: 'execution-agreement' }>;

/** The request that waits; there is one at a time. */
export const requestedAgreement = ({ approvals }: Approvals): AgreementRequest | undefined =>
  approvals.find(
    (requested): requested is AgreementRequest =>
      requested.matter === 'execution-agreement' && requested.state === 'open',
  );

export const oneAgreementRequest: Provision<Approvals> = {
  id: 'execution/one-agreement-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有同一事项的申请待批的，应当先撤回或者退回',
  en: 'No other request of this matter is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: (file) => requestedAgreement(file) === undefined,
};

const sameTerms = (one: AgreementTerms, other: AgreementTerms): boolean =>
  one.waived === other.waived &&
  (one.remedied ?? '') === (other.remedied ?? '') &&
  one.plan.length === other.plan.length &&
  one.plan.every(({ due, fen }, index) => due === other.plan[index]?.due && fen === other.plan[index].fen);

/** Else one leader alone puts off a penalty, and forgoes its surcharge. */
export const agreedAsRequested: EntryProvision<Approvals, MakeAgreement> = {
  id: 'execution/agreement-as-asked-for',
  cites: policy(
    '执行协议由办案人员提出、负责人决定；A handler asks for the agreement, and a leader makes it on those terms',
  ),
  also: [acl(42, 1)],
  says: '达成执行协议应当由办案人员提出申请，协议的分期、减免和所依据的补救措施与申请一致',
  en: 'A handler has asked for the agreement, with the same stages, the same waiver and the measures it is for, and the request is open',
  cure: {
    zh: '由办案人员按协议的条件提出申请',
    en: 'Let a handler ask for it on the terms of the agreement',
  },
  curedBy: ['execution/request-agreement'],
  fields: ['/plan', '/waived', '/remedied'],
  holds: (entry, file) => {
    const requested = requestedAgreement(file);
    return requested !== undefined && sameTerms(entry, requested.terms);
  },
};

export const agreedByLeader = actsAs({
  id: 'execution/agreement-by-a-leader',
  cites: acl(42, 1),
  says: '行政机关可以在不损害公共利益和他人合法权益的情况下，与当事人达成执行协议',
  en: 'A leader of the agency makes the agreement with the party',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

/** Nor who investigated in it, as with every leader's act on the case (`review/leader-stands-apart`). */
export const agreedByAnother: Provision<Pick<CaseFile, 'filing' | 'summary' | 'entries'>> = {
  id: 'execution/agreement-by-another',
  cites: policy('经办与审批分离；Whoever handles the case does not approve'),
  also: [acl(42, 1)],
  says: '办案人员和参加调查的人员不得代表本机关与当事人达成执行协议',
  en: 'Whoever handles the case, or has investigated in it, does not make the agreement',
  cure: { zh: '由未承办本案的负责人达成', en: 'Let a leader who does not handle the case make it' },
  noCure: forSomebodyElse,
  holds: (file, { actor: { person } }) => !handling(file).includes(person) && !investigatedBy(file, person),
};

export const notWithTheCourt: Provision<Pick<CaseFile, 'courtEnforcement' | 'service' | 'summary'>> = {
  id: 'execution/agreement-before-the-court-is-asked',
  cites: policy(
    '已经申请法院强制执行的，由法院主持执行；What the court has taken up is enforced by the court',
  ),
  also: [acl(42, 1), acl(53)],
  says: '已经申请人民法院强制执行且法院未裁定不予受理、不予执行的，行政机关不再自行达成执行协议，也不再批准暂缓、分期缴纳',
  en: 'No application is before the court, and none has been granted: the agency neither agrees on its execution nor puts it off',
  cure: { zh: '登记法院的裁定', en: "Enter the court's answer" },
  curedBy: ['court-enforcement/record-court-answer'],
  holds: (file) =>
    file.courtEnforcement.applications.every(
      ({ answers, on }) =>
        on < (receivedOn(file) ?? '') ||
        ['refused', 'not-enforced', 'ended'].includes(answers.at(-1)?.answer ?? ''),
    ),
};

export const waivedForRemedy: EntryProvision<unknown, AgreementTerms> = {
  id: 'execution/surcharge-waived-for-remedial-measures',
  cites: acl(42, 1),
  says: '当事人采取补救措施的，可以减免加处的罚款或者滞纳金',
  en: 'A surcharge is reduced or waived only where the party has taken remedial measures',
  cure: { zh: '写明当事人采取的补救措施', en: 'State the measures that the party has taken' },
  fields: ['/remedied', '/waived'],
  holds: ({ waived, remedied }) => waived === 0 || filled(remedied),
};

export const waivedOfWhatRanUp: EntryProvision<Debtor, AgreementTerms> = {
  id: 'execution/no-more-waived-than-ran-up',
  cites: policy('减免不超过已经加处之数；No more is waived than has run up'),
  also: [acl(42, 1)],
  says: '减免的加处罚款不得超过已经产生且尚未缴纳的数额',
  en: 'No more is waived than has run up and is unpaid; the fine itself is never waived',
  cure: { zh: '核对加处罚款的数额', en: 'Check the surcharge' },
  fields: ['/waived'],
  holds: ({ waived }, file, { today, calendar }) =>
    Number.isSafeInteger(waived) && waived >= 0 && waived <= surchargeOf(file, today, calendar).left,
};
