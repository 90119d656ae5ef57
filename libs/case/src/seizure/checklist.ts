/** What is done on the spot when things are sealed or seized: ACL 18, 24; APL 47. */
import { acl, apl, policy } from '@anjuan/law';
import { approvalOf } from '../approval/approval.js';
import type { CaseFile } from '../case-file.js';
import { happenedAt } from '../kernel/outside.js';
import type { EntryProvision } from '../kernel/provision.js';
import type { OnTheSpot, Seize, SeizureTerms } from './seizure.js';

type Approved = Pick<CaseFile, 'approvals'>;

/** The terms that a leader approved, if they were approved. */
export const termsApproved = (file: Approved, approval: number): SeizureTerms | undefined => {
  const asked = approvalOf(file, approval);
  return asked?.matter === 'seizure' && asked.state === 'given' ? asked.terms : undefined;
};

export const approvedBefore: EntryProvision<Approved, Seize> = {
  id: 'seizure/approved-before',
  cites: acl(18, 1, 1),
  says: '实施前须向行政机关负责人报告并经批准',
  en: 'A leader has approved exactly these terms before anything is sealed or seized',
  cure: { zh: '先申请并经负责人批准', en: 'Ask for it, and have a leader approve it first' },
  holds: (entry, file, context) => {
    const answeredAt = approvalOf(file, entry.approval)?.answeredAt;
    return (
      termsApproved(file, entry.approval) !== undefined &&
      answeredAt !== undefined &&
      answeredAt <= happenedAt(entry, context)
    );
  },
};

export const approvalUnused: EntryProvision<Pick<CaseFile, 'seizures'>, Seize> = {
  id: 'seizure/approval-used-once',
  cites: policy('一次批准只实施一次；One approval carries one seizure'),
  also: [acl(18, 1, 1)],
  says: '每次查封、扣押应当各有批准',
  en: 'Every seizure has an approval of its own',
  cure: { zh: '另行申请批准', en: 'Ask for another approval' },
  holds: ({ approval }, { seizures }) => !seizures.some((seizure) => seizure.approval === approval),
};

type Check = 'credentialShown' | 'rightsTold' | 'statementHeard' | 'decisionHandedOver' | 'listHandedOver';

const checked = (
  check: Check,
  stated: Omit<EntryProvision<unknown, OnTheSpot>, 'holds' | 'cure'>,
): EntryProvision<unknown, OnTheSpot> => ({
  ...stated,
  cure: { zh: '补做该步骤后再实施', en: 'Take this step before going on' },
  holds: (entry) => entry[check],
});

export const credentialShownAtSeizure = checked('credentialShown', {
  id: 'seizure/credential-shown',
  cites: acl(18, 1, 3),
  says: '出示执法身份证件',
  en: 'The officers show their credentials',
});

export const rightsToldAtSeizure = checked('rightsTold', {
  id: 'seizure/rights-told',
  cites: acl(18, 1, 5),
  says: '当场告知当事人采取行政强制措施的理由、依据以及当事人依法享有的权利、救济途径',
  en: 'The party is told on the spot the reasons, the basis, its rights and remedies',
});

export const statementHeardAtSeizure = checked('statementHeard', {
  id: 'seizure/statement-heard',
  cites: acl(18, 1, 6),
  says: '听取当事人的陈述和申辩',
  en: 'The party is heard',
});

export const decisionHandedOver = checked('decisionHandedOver', {
  id: 'seizure/decision-handed-over',
  cites: acl(24, 1),
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'The decision on the seizure is handed over on the spot',
});

export const listHandedOver = checked('listHandedOver', {
  id: 'seizure/list-handed-over',
  cites: acl(24, 1),
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'The list of what is seized is handed over on the spot',
});

export const seizureFilmed: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/filmed-throughout',
  cites: policy('查封、扣押全程音像记录；Sealing and seizure are filmed from beginning to end'),
  also: [apl(47)],
  says: '以文字、音像等形式，对行政处罚的启动、调查取证、审核、决定、送达、执行等进行全过程记录，归档保存',
  en: 'The whole seizure is recorded in picture and sound, bound by its hash',
  cure: { zh: '上传全程音像记录', en: 'Upload the recording' },
  holds: ({ media }) => media.length > 0,
};

export const checklist = [
  credentialShownAtSeizure,
  rightsToldAtSeizure,
  statementHeardAtSeizure,
  decisionHandedOver,
  listHandedOver,
  seizureFilmed,
] as const;
