/** How evidence is taken: APL 40, 46, 55; SAMR-P 22–32; ACL 25(3). */
import { checkEntry, filled, happenedAt, stageOver } from '@anjuan/procedure';
import { acl, apl, policy, samrP } from '@anjuan/law';
import type { EntryNumber, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { goneAs, kept } from '../goods/ledger.js';
import { linesHere } from '../goods/provisions.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { isToldTo } from './told.js';
import type { AddEvidence, CommissionTest, RecordInquiry, Test } from './evidence.js';

type OfEvidence = Pick<CaseFile, 'evidence'>;
type OfTest = Readonly<{ test: EntryNumber }>;

const testOf = ({ evidence }: OfEvidence, number: EntryNumber): Test | undefined =>
  evidence.tests.find(({ entry }) => entry === number);

/** The dossier that was decided on does not grow afterwards. */
export const evidenceBeforeDecision: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'evidence/before-the-decision',
  cites: policy('决定作出后不再收集用于该决定的证据；No evidence for a decision is taken after it'),
  also: [apl(40)],
  says: '违法事实不清、证据不足的，不得给予行政处罚',
  en: 'Evidence is taken before the decision it is to carry',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

/** Checked for every act that takes evidence. */
export const whileUndecided = [leadOrCaseOpen, evidenceBeforeDecision] as const;
export const byHandlerUndecided = [leadOrCaseOpen, byHandler, evidenceBeforeDecision] as const;

/** A record that is silent rests on an earlier showing; one that says no does not. */
export const credentialShownBeforeInquiry: EntryProvision<OfEvidence, RecordInquiry> = {
  id: 'evidence/credential-shown-before-the-inquiry',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'The officers show their credentials before they ask, or have shown them in this case',
  cure: { zh: '出示执法证件后重新询问', en: 'Show the credentials and ask anew' },
  fields: ['/credentialShown'],
  holds: ({ credentialShown }, { evidence }) => credentialShown ?? evidence.credentialShownOn !== undefined,
};

export const providerNamed: EntryProvision<unknown, Pick<AddEvidence, 'provider'>> = {
  id: 'evidence/provider-named',
  cites: samrP(24),
  says: '复制件、影印件、抄录件和照片、录像由证据提供人核对无误后注明与原件、原物一致，并注明出证日期、证据出处，同时签名或者盖章',
  en: 'The record says who provided the evidence',
  cure: { zh: '填写证据提供人', en: 'Name the provider' },
  fields: ['/provider'],
  holds: ({ provider }) => filled(provider),
};

export const evidenceBound: EntryProvision<unknown, Pick<AddEvidence, 'papers'>> = {
  id: 'evidence/bound-by-its-hash',
  cites: policy('证据以其文件的哈希值固定；Evidence is fixed by the hash of its paper or recording'),
  also: [apl(46, 2)],
  says: '证据必须经查证属实，方可作为认定案件事实的根据',
  en: 'The evidence, a copy or a picture of it is bound by its hash',
  cure: { zh: '上传证据或者其照片、复制件', en: 'Upload the evidence or a picture of it' },
  fields: ['/papers'],
  holds: ({ papers }) => papers.length > 0,
};

export const testPeriodFixed: EntryProvision<unknown, Pick<CommissionTest, 'periodDays'>> = {
  id: 'evidence/test-period-fixed',
  cites: acl(25, 3),
  says: '检测、检验、检疫或者技术鉴定的期间应当明确，并书面告知当事人',
  en: 'The period of a test is fixed, in whole days',
  cure: { zh: '填写检测期间（日）', en: 'Enter the period in days' },
  fields: ['/periodDays'],
  holds: ({ periodDays }) => Number.isSafeInteger(periodDays) && periodDays > 0,
};

/** ACL 25(3): only what is sealed or seized, and still here, is tested while the term of its seizure waits. */
export const testedGoodsHere = linesHere<Pick<CommissionTest, 'of'>>(
  'of',
  ['/of/*/entry', '/of/*/line'],
  ({ of = [] }) => of.map(({ entry, line }) => ({ entry, line, quantity: 0 })),
  // The samples that were drawn of it are tested in its place.
  (_, goods) => kept(goods) + goneAs(goods, 'sampled'),
);

export const testAwaitsResult: EntryProvision<OfEvidence, OfTest> = {
  id: 'evidence/test-awaits-its-result',
  cites: samrP(32),
  says: '对案件中专门事项进行检测、检验、检疫、鉴定的，应当委托具有法定资质的机构进行',
  en: 'The result belongs to a test that was commissioned in this case and has none yet',
  cure: { zh: '先登记委托', en: 'Record the commission first' },
  curedBy: ['evidence/commission-test'],
  fields: ['/test'],
  holds: ({ test }, file) => {
    const found = testOf(file, test);
    return found !== undefined && found.resultOn === undefined;
  },
};

export const resultAfterCommission: EntryProvision<OfEvidence, OfTest & Outside> = {
  id: 'evidence/result-after-the-commission',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '检测结果不得早于委托',
  en: 'A result does not come before the commission',
  cure: checkEntry,
  fields: ['/occurredAt', '/test'],
  holds: (entry, file, context) => {
    const found = testOf(file, entry.test);
    return found === undefined || found.commissionedAt <= happenedAt(entry, context);
  },
};

export const testResultUntold: EntryProvision<
  OfEvidence & Parameters<typeof isToldTo>[0],
  OfTest & Readonly<{ ofParty?: EntryNumber }>
> = {
  id: 'evidence/test-result-untold',
  cites: samrP(32),
  says: '检测、检验、检疫、鉴定结果应当告知当事人',
  en: 'There is a result, and a party of the case has not been told of it yet',
  cure: { zh: '先登记检测结果', en: 'Record the result first' },
  curedBy: ['evidence/record-test-result'],
  fields: ['/test', '/ofParty'],
  holds: ({ test, ofParty }, file) => {
    const found = testOf(file, test);
    return found?.resultOn !== undefined && !isToldTo(file, found, ofParty);
  },
};

export const resultToldAfterResult: EntryProvision<OfEvidence, OfTest & Outside> = {
  id: 'evidence/told-after-the-result',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '告知不得早于检测结果',
  en: 'The party is told after the result is there',
  cure: checkEntry,
  fields: ['/occurredAt', '/test'],
  holds: (entry, file, context) => {
    const resultAt = testOf(file, entry.test)?.resultAt;
    return resultAt === undefined || resultAt <= happenedAt(entry, context);
  },
};
