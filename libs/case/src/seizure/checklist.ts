/** What is done on the spot when things are sealed or seized: ACL 18, 24; APL 47. */
import { acl, apl, policy } from '@anjuan/law';
import { filled, happenedAt, type EntryProvision } from '@anjuan/procedure';
import { approvalOf } from '../approval/approval.js';
import { approvedTerms } from '../approval/requested-terms.js';
import { withLines } from '../goods/ledger.js';
import { listDemands } from '../goods/provisions.js';
import type { CaseFile } from '../steps.js';
import { isAbsent } from './absent.js';
import type { OnTheSpot, Seize } from './seizure.js';

type Approved = Pick<CaseFile, 'approvals'>;

/** The terms that a leader approved, if they were approved. */
export const termsApproved = approvedTerms('seizure');

export const approvedBefore: EntryProvision<Approved, Seize> = {
  id: 'seizure/approved-before',
  cites: acl(18, 1, 1),
  says: '实施前须向行政机关负责人报告并经批准',
  en: 'A leader has approved exactly these terms before anything is sealed or seized',
  cure: { zh: '先申请并经负责人批准', en: 'Ask for it, and have a leader approve it first' },
  curedBy: ['seizure/request', 'seizure/approve'],
  fields: ['/approval', '/occurredAt'],
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
  curedBy: ['seizure/request', 'seizure/approve'],
  fields: ['/approval'],
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

/** Of a party that is there: to one that did not come nothing is said, and its papers are served afterwards (ACL 18(9)). */
const checkedWithParty = (
  check: Exclude<Check, 'credentialShown'>,
  stated: Parameters<typeof checked>[1],
): EntryProvision<unknown, OnTheSpot> => ({
  ...checked(check, stated),
  fields: ['/absence', '/partyPresent', ...stated.fields],
  cure: {
    zh: '补做该步骤后再实施；当事人未到场的，写明通知和未到场的情况',
    en: 'Take this step before going on; where the party did not come, say how it was told and why it did not',
  },
  holds: (entry) => isAbsent(entry) || entry[check],
});

export const credentialShownAtSeizure = checked('credentialShown', {
  id: 'seizure/credential-shown',
  cites: acl(18, 1, 3),
  says: '出示执法身份证件',
  en: 'The officers show their credentials',
  fields: ['/credentialShown'],
});

export const rightsToldAtSeizure = checkedWithParty('rightsTold', {
  id: 'seizure/rights-told',
  cites: acl(18, 1, 5),
  says: '当场告知当事人采取行政强制措施的理由、依据以及当事人依法享有的权利、救济途径',
  en: 'The party is told on the spot the reasons, the basis, its rights and remedies',
  fields: ['/rightsTold'],
});

export const statementHeardAtSeizure = checkedWithParty('statementHeard', {
  id: 'seizure/statement-heard',
  cites: acl(18, 1, 6),
  says: '听取当事人的陈述和申辩',
  en: 'The party is heard',
  fields: ['/statementHeard'],
});

export const decisionHandedOver = checkedWithParty('decisionHandedOver', {
  id: 'seizure/decision-handed-over',
  cites: acl(24, 1),
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'The decision on the seizure is handed over on the spot',
  fields: ['/decisionHandedOver'],
});

export const listHandedOver = checkedWithParty('listHandedOver', {
  id: 'seizure/list-handed-over',
  cites: acl(24, 1),
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'The list of what is seized is handed over on the spot',
  fields: ['/listHandedOver'],
});

export const seizureFilmed: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/filmed-throughout',
  cites: policy('查封、扣押全程音像记录；Sealing and seizure are filmed from beginning to end'),
  also: [apl(47)],
  says: '以文字、音像等形式，对行政处罚的启动、调查取证、审核、决定、送达、执行等进行全过程记录，归档保存',
  en: 'The whole seizure is recorded in picture and sound, bound by its hash',
  cure: { zh: '上传全程音像记录', en: 'Upload the recording' },
  fields: ['/media'],
  holds: ({ media }) => media.length > 0,
};

export const partyCalled: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/party-called',
  cites: acl(18, 1, 4),
  says: '通知当事人到场',
  en: 'The party is told to come; if it did not, how it was told and why it was not there is written down',
  cure: {
    zh: '通知当事人到场；未到场的，写明通知和未到场的情况',
    en: 'Tell the party, or say why it did not come',
  },
  fields: ['/absence', '/partyPresent'],
  holds: ({ partyPresent, absence }) => partyPresent === true || filled(absence),
};

export const sceneRecorded: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/scene-recorded',
  cites: acl(18, 1, 7),
  also: [apl(55, 2)],
  says: '制作现场笔录',
  en: 'A record is made on the scene',
  cure: { zh: '上传现场笔录', en: 'Add the record' },
  fields: ['/sceneRecord'],
  holds: ({ sceneRecord }) => sceneRecord !== undefined,
};

/** The officers sign by recording and confirming the entry, or on the paper bound to it. */
export const recordSignedOrNoted: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/record-signed-or-refusal-noted',
  cites: acl(18, 1, 8),
  says: '现场笔录由当事人和行政执法人员签名或者盖章，当事人拒绝的，在笔录中予以注明',
  en: 'A party that is there signs the record; if it refuses, the record says so',
  cure: { zh: '由当事人签名，或者注明拒绝的情况', en: 'Have it signed, or note the refusal' },
  fields: ['/partyPresent', '/recordSigned', '/refusalNoted'],
  holds: ({ partyPresent, recordSigned, refusalNoted }) =>
    partyPresent !== true || recordSigned === true || filled(refusalNoted),
};

export const absenceWitnessed: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/absence-witnessed',
  cites: acl(18, 1, 9),
  says: '当事人不到场的，邀请见证人到场，由见证人和行政执法人员在现场笔录上签名或者盖章',
  en: 'Where the party is not there, a witness is, and signs',
  cure: { zh: '邀请见证人到场并由其签名', en: 'Ask a witness to come and sign' },
  fields: ['/partyPresent', '/witness'],
  holds: ({ partyPresent, witness }) => partyPresent === true || filled(witness),
};

export const listKept: EntryProvision<unknown, OnTheSpot> = {
  id: 'seizure/list-in-two-copies',
  cites: acl(24, 3),
  says: '查封、扣押清单一式二份，由当事人和行政机关分别保存',
  en: 'The agency keeps its copy of the list',
  cure: { zh: '上传本机关保存的清单', en: 'Add the copy of the list' },
  fields: ['/list'],
  holds: ({ list }) => list !== undefined,
};

/** What the entry says of the scene, as it goes into the event. */
export const recordedOnTheSpot = (entry: OnTheSpot) => ({
  credentialShown: entry.credentialShown,
  rightsTold: entry.rightsTold,
  statementHeard: entry.statementHeard,
  decisionHandedOver: entry.decisionHandedOver,
  listHandedOver: entry.listHandedOver,
  media: [...entry.media],
  ...withLines(entry.lines),
  ...(entry.partyPresent !== undefined && { partyPresent: entry.partyPresent }),
  ...(entry.absence !== undefined && { absence: entry.absence }),
  ...(entry.sceneRecord !== undefined && { sceneRecord: entry.sceneRecord }),
  ...(entry.list !== undefined && { list: entry.list }),
  ...(entry.recordSigned !== undefined && { recordSigned: entry.recordSigned }),
  ...(entry.refusalNoted !== undefined && { refusalNoted: entry.refusalNoted }),
  ...(entry.witness !== undefined && { witness: entry.witness }),
});

export const checklist = [
  credentialShownAtSeizure,
  rightsToldAtSeizure,
  statementHeardAtSeizure,
  decisionHandedOver,
  listHandedOver,
  listKept,
  ...listDemands,
  partyCalled,
  sceneRecorded,
  recordSignedOrNoted,
  absenceWitnessed,
  seizureFilmed,
] as const;
