/** What the law asks before a case is filed: SAMR-P 18–19. */
import {
  type EntryNumber,
  type EntryProvision,
  type PersonId,
  type Provision,
  actsAs,
  doneOnce,
  forSomebodyElse,
  numberedByTheProgram,
} from '@anjuan/procedure';
import { apl, policy, samrC, samrP, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { Lead } from './lead.js';

export type Handled = Pick<CaseFile, 'filing' | 'summary'>;

/** Those who handle the case now, by either procedure. */
export const handling = ({ filing, summary }: Handled): readonly PersonId[] =>
  filing?.handlers ?? summary?.officers ?? [];
/** Those who handle it now, or did once. */
export const everHandling = (file: Handled): readonly PersonId[] => [
  ...handling(file),
  ...(file.filing?.formerHandlers ?? []),
  ...(file.summary?.formerHandlers ?? []),
];

/** One case, one file: `receive-lead` and the summary decision open it, so it must be empty. */
export const newCase: Provision<Pick<CaseFile, 'revision'>> = {
  id: 'initiation/new-case',
  cites: samrP(78),
  says: '案卷归档应当一案一卷',
  en: 'One case has one file: a lead opens a new one',
  noCure: doneOnce,
  holds: ({ revision }) => revision < 0,
};

/** What the leader decided of a lead in place of a filing. */
export const endOf = ({
  notFiled,
  merged,
}: Lead): Readonly<{ entry: EntryNumber; on: LocalDate }> | undefined => notFiled ?? merged;

/** Any act of the ordinary procedure: the case is filed and not closed yet. */
export const caseOpen: Provision<Pick<CaseFile, 'filing' | 'closure'>> = {
  id: 'initiation/case-open',
  cites: apl(54, 2),
  says: '符合立案标准的，行政机关应当及时立案',
  en: 'The case has been filed and is not closed yet',
  cure: { zh: '先办理立案；已结案的不再办理', en: 'File the case first; a closed case is at rest' },
  curedBy: ['initiation/request-filing', 'initiation/approve-filing'],
  holds: ({ filing, closure }) => filing !== undefined && closure === undefined,
};

/**
 * Any act of the check of a lead that goes on in the case: evidence, measures, orders, transfers. What was given away
 * is still looked after here until it has arrived (`jurisdiction/*`).
 */
export const leadOrCaseOpen: Provision<Pick<CaseFile, 'lead' | 'filing' | 'summary' | 'closure'>> = {
  id: 'initiation/lead-or-case-open',
  cites: samrP(18),
  also: [samrP(23, 2)],
  says: '应当自发现线索或者收到材料之日起十五个工作日内予以核查',
  en: 'A lead is being checked, or the case has been filed and is not closed yet',
  cure: {
    zh: '先登记案源；不予立案、合并的案源和已结案的案件不再办理',
    en: 'Enter the lead first; a lead that was ended and a closed case are at rest',
  },
  curedBy: ['initiation/receive-lead', 'initiation/reopen-lead'],
  holds: ({ lead, filing, summary, closure }) =>
    closure === undefined &&
    (filing !== undefined || (lead !== undefined && summary === undefined && endOf(lead) === undefined)),
};

/** A case of either procedure: it was filed or decided on the spot, and is not closed. */
export const eitherCaseOpen = ({
  filing,
  summary,
  closure,
}: Pick<CaseFile, 'filing' | 'summary' | 'closure'>): boolean =>
  (filing !== undefined || summary !== undefined) && closure === undefined;

export const leadByOfficer = actsAs({
  id: 'initiation/lead-taken-down-by-an-officer',
  cites: samrP(18),
  says: '市场监督管理部门对依据监督检查职权或者通过投诉、举报、其他部门移送、上级交办等途径发现的违法行为线索，应当自发现线索或者收到材料之日起十五个工作日内予以核查',
  en: 'Leads are received and checked by the officers of the agency',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});

export const filingRequestedByOfficer = actsAs({
  id: 'initiation/filing-asked-by-an-officer',
  cites: samrP(19, 2),
  says: '决定立案的，应当填写立案审批表',
  en: 'An officer fills in the request for filing',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});

export const filedByLeader = actsAs({
  id: 'initiation/filed-by-a-leader',
  cites: samrP(18),
  says: '由市场监督管理部门负责人决定是否立案',
  en: 'A leader of the agency decides whether a case is filed',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const leadReceived: Provision<Pick<CaseFile, 'lead'>> = {
  id: 'initiation/lead-received',
  cites: samrP(18),
  says: '应当自发现线索或者收到材料之日起十五个工作日内予以核查',
  en: 'A case is filed on a lead that has been received and checked',
  cure: { zh: '先登记案源', en: 'Enter the lead first' },
  curedBy: ['initiation/receive-lead'],
  holds: ({ lead }) => lead !== undefined,
};

/** A lead that was decided against, merged or given away is at rest; what comes up later is a lead of its own. */
export const leadOpen: Provision<Pick<CaseFile, 'lead' | 'jurisdiction'>> = {
  id: 'initiation/lead-open',
  cites: samrP(20),
  also: [samrP(14), samrP(17), samrC(35, 2)],
  says: '决定不予立案的，应当填写不予立案审批表',
  en: 'The leader has not decided against filing this lead, and it was neither merged with another nor given away',
  cure: {
    zh: '发现新线索的，另行登记案源；不予立案的，依据新的证据重新核查',
    en: 'Enter what is new as another lead; on new evidence a lead that was not filed is checked anew',
  },
  curedBy: ['initiation/reopen-lead', 'initiation/receive-lead'],
  holds: ({ lead, jurisdiction }) =>
    lead === undefined || (endOf(lead) === undefined && jurisdiction.transfer === undefined),
};

export const notFiledYet: Provision<Pick<CaseFile, 'filing' | 'summary'>> = {
  id: 'initiation/not-filed-yet',
  cites: apl(29),
  says: '对当事人的同一个违法行为，不得给予两次以上罚款的行政处罚',
  en: 'A case is filed once, and not after a decision on the spot',
  noCure: doneOnce,
  holds: ({ filing, summary }) => filing === undefined && summary === undefined,
};

/** It was received and is still being checked: nothing has ended that. */
export const leadUnderCheck = [leadReceived, notFiledYet, leadOpen] as const;

export const noFilingRequestOpen: Provision<Pick<CaseFile, 'approvals'>> = {
  id: 'initiation/no-filing-request-open',
  cites: policy('同一案件同时只有一份立案申请；One request for filing at a time'),
  says: '已有立案申请待批的，应当先撤回或者退回',
  en: 'No other request for filing is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) => !approvals.some(({ matter, state }) => matter === 'filing' && state === 'open'),
};

export const caseNumbered: EntryProvision<unknown, unknown> = {
  id: 'initiation/case-numbered',
  cites: policy('一案一号；Every case has a number of its own'),
  says: '案件应当编号，同一机关同一年度不得重复',
  en: 'The case has a number set aside for it, unique in its agency and year',
  noCure: numberedByTheProgram,
  fields: [],
  holds: (_entry, _file, { allotted }) => allotted.caseNumber !== undefined,
};
