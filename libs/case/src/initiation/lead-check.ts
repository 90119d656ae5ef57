/** What becomes of a lead that is not filed, and more time to check it: SAMR-P 18, 20. */
import {
  type EntryNumber,
  type EntryProvision,
  type Event,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { dayOf, policy, samrC, samrP } from '@anjuan/law';
import { approvalOf, givesApproval } from '../approval/approval.js';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { carriesFact, type OfEvidence } from '../evidence/carrying.js';
import { checkDue } from './lead.js';
import { nothingHeld } from './lead-course-provisions.js';
import { filedByLeader, leadByOfficer, leadUnderCheck } from './provisions.js';
import { requestNotFilingSchema, requestCheckExtensionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';
import type { NotFilingGround } from './words.js';

export { notFilingGrounds, type NotFilingGround } from './words.js';
/** initiation/request-not-filing */
export type NotFilingTerms = Entry<typeof requestNotFilingSchema>;
/** initiation/request-check-extension */
export type CheckExtensionTerms = Entry<typeof requestCheckExtensionSchema>;
/** initiation/decide-not-to-file, initiation/extend-check */
export type AnswerLead = Readonly<{ approval: EntryNumber }>;
export type LeadNotFiled = Event<'LeadNotFiled', { approval: EntryNumber } & NotFilingTerms>;
export type LeadCheckExtended = Event<'LeadCheckExtended', { approval: EntryNumber } & CheckExtensionTerms>;

export const notFilingReasoned: EntryProvision<unknown, NotFilingTerms> = {
  id: 'initiation/not-filing-reasoned',
  cites: samrP(20),
  says: '决定不予立案的，应当填写不予立案审批表',
  en: 'The form on not filing says why the ground is there',
  cure: { zh: '写明不予立案的理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

/** Each of them says what the party did or knew: somebody has looked. */
const foundByLooking: ReadonlySet<NotFilingGround> = new Set([
  'minor-and-corrected',
  'first-and-slight',
  'no-fault',
]);

export const notFilingEvidenced: EntryProvision<OfEvidence, NotFilingTerms> = {
  id: 'initiation/not-filing-evidenced',
  cites: samrP(20),
  also: [samrP(23, 2)],
  says: '经核查，有下列情形之一的，可以不予立案',
  en: 'What was found when the lead was checked shows the ground: evidence of the file is named; that nothing was corrected or no fault was there is not found by reading the lead',
  cure: {
    zh: '指明案卷中经参加人员确认、未被排除的检查、复查等证据；尚无证据的先核查取证',
    en: 'Name evidence of the file, confirmed and not excluded: an inspection, a re-check; where there is none yet, take some first',
  },
  curedBy: ['evidence/record-scene', 'correction/verify', 'entry/confirm'],
  fields: ['/ground', '/evidence'],
  holds: ({ ground, evidence = [] }, file) =>
    evidence.every((entry) => carriesFact(file, entry)) &&
    (evidence.length > 0 || !foundByLooking.has(ground)),
};

const groundsOfCorrection: ReadonlySet<NotFilingGround> = new Set([
  'minor-and-corrected',
  'first-and-slight',
]);

export const notFilingCorrected: EntryProvision<Pick<CaseFile, 'corrections'>, NotFilingTerms> = {
  id: 'initiation/not-filing-corrected',
  cites: samrP(20, 1, 1),
  also: [samrP(20, 1, 2)],
  says: '违法行为轻微并及时改正，没有造成危害后果',
  en: 'What was ordered to be corrected has been found corrected',
  cure: {
    zh: '先复查改正情况；没有改正的，不得以及时改正为由不予立案',
    en: 'Verify the correction first; what was not corrected is no such ground',
  },
  curedBy: ['correction/verify'],
  fields: ['/ground'],
  holds: ({ ground }, { corrections }) =>
    !groundsOfCorrection.has(ground) || corrections.every((order) => order.corrected === true),
};

const notFilingDemands: readonly EntryProvision<
  OfEvidence & Pick<CaseFile, 'corrections'>,
  NotFilingTerms
>[] = [notFilingReasoned, notFilingEvidenced, notFilingCorrected];

export const extensionReasoned: EntryProvision<unknown, CheckExtensionTerms> = {
  id: 'initiation/extension-reasoned',
  cites: samrP(18),
  says: '特殊情况下，经市场监督管理部门负责人批准，可以延长十五个工作日',
  en: 'The special circumstances are stated',
  cure: { zh: '写明特殊情况', en: 'State the circumstances' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const extendedByLeader = actsAs({
  id: 'initiation/check-extended-by-a-leader',
  cites: samrP(18),
  says: '特殊情况下，经市场监督管理部门负责人批准，可以延长十五个工作日',
  en: 'A leader of the agency lengthens the check of a lead',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const extendedOnce: Provision<Pick<CaseFile, 'lead'>> = {
  id: 'initiation/check-extended-once',
  cites: samrP(18),
  says: '特殊情况下，经市场监督管理部门负责人批准，可以延长十五个工作日',
  en: 'The check of a lead is lengthened once, by fifteen working days',
  curedBy: ['initiation/request-filing', 'initiation/request-not-filing'],
  instead: true,
  holds: ({ lead }) => lead?.extended === undefined,
};

export const extendedInTime: Provision<
  Pick<CaseFile, 'lead' | 'evidence' | 'crimeTransfers' | 'jurisdiction' | 'entries'>
> = {
  id: 'initiation/check-extended-in-time',
  cites: policy('期限届满后不再延长；A period that is over is not lengthened any more'),
  also: [samrP(18)],
  says: '延长核查期限应当在原期限届满前批准',
  en: 'The check is lengthened before its fifteen working days are over, tests and identification not counted',
  cure: { zh: '期限已过的，尽快决定是否立案', en: 'When it is over, decide on the filing at once' },
  curedBy: ['initiation/request-filing', 'initiation/request-not-filing'],
  instead: true,
  holds: (file, context) => file.lead === undefined || context.today <= checkDue(file, file.lead, context),
};

const ofTheCheck: ReadonlySet<string> = new Set(['not-filing', 'check-extension']);

/** What its reporter has added since, or the evidence on which it was reopened, nobody had before them who asked. */
export const requestedInThisCheck: EntryProvision<Pick<CaseFile, 'approvals' | 'lead'>, AnswerLead> = {
  id: 'initiation/requested-in-this-check',
  cites: policy(
    '核查重新计算后，原申请不再作为决定的依据；What was asked for before the check began anew is asked for anew',
  ),
  also: [samrP(18), samrP(20), samrC(35, 2)],
  says: '申请之后举报人补充新的事实或者案源重新核查的，应当重新提出申请',
  en: 'The request was made in the check that goes on: not before the reporter brought new facts, or the lead was reopened',
  cure: {
    zh: '退回原申请，核查后重新申请',
    en: 'Return the request, and let it be made anew after the check',
  },
  fields: ['/approval'],
  holds: ({ approval }, file) => {
    const request = approvalOf(file, approval);
    // For another matter `approval/open` refuses.
    if (request === undefined || !ofTheCheck.has(request.matter)) return true;
    return (file.lead?.since ?? -1) < request.entry;
  },
};

const notFilingOf = ({ ground, reason, evidence }: NotFilingTerms): NotFilingTerms => ({
  ground,
  reason,
  ...(evidence !== undefined && { evidence: [...evidence] }),
});

const putToRest = [...leadUnderCheck, ...nothingHeld];

export const leadCheckActs = {
  'initiation/request-not-filing': act<NotFilingTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请不予立案', en: 'Ask that the lead is not filed' },
    entry: requestNotFilingSchema,
    by: ['officer'],
    requires: [leadByOfficer, ...putToRest],
    demands: notFilingDemands,
    records: 'ApprovalRequested',
    matter: 'not-filing',
    data: (entry) => ({ matter: 'not-filing', terms: notFilingOf(entry) }),
  }),
  'initiation/decide-not-to-file': act<AnswerLead, Recorded<'ApprovalGiven'> | Recorded<'LeadNotFiled'>>({
    title: { zh: '决定不予立案', en: 'Decide not to file' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [filedByLeader, ...putToRest],
    demands: [
      ...givesApproval('not-filing'),
      requestedInThisCheck,
      ...notFilingDemands.map(onRequestedTerms('not-filing')),
    ],
    records: 'LeadNotFiled',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedTerms('not-filing')(file, approval);
      // For another request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'not-filing' } },
        { type: 'LeadNotFiled', ...stamp, data: { approval, ...notFilingOf(terms) } },
      ];
    },
  }),
  'initiation/request-check-extension': act<CheckExtensionTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请延长核查期限', en: 'Ask for more time to check the lead' },
    entry: requestCheckExtensionSchema,
    by: ['officer'],
    requires: [leadByOfficer, ...leadUnderCheck, extendedOnce, extendedInTime],
    demands: [extensionReasoned],
    records: 'ApprovalRequested',
    matter: 'check-extension',
    data: ({ reason }) => ({ matter: 'check-extension', terms: { reason } }),
  }),
  'initiation/extend-check': act<AnswerLead, Recorded<'ApprovalGiven'> | Recorded<'LeadCheckExtended'>>({
    title: { zh: '批准延长核查期限', en: 'Lengthen the check of the lead' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [extendedByLeader, ...leadUnderCheck, extendedOnce, extendedInTime],
    demands: [...givesApproval('check-extension'), requestedInThisCheck],
    records: 'LeadCheckExtended',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedTerms('check-extension')(file, approval);
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'check-extension' } },
        { type: 'LeadCheckExtended', ...stamp, data: { approval, reason: terms.reason } },
      ];
    },
  }),
};

const approvalAndEvidence = ({ approval, evidence = [] }: LeadNotFiled['data']): readonly EntryNumber[] => [
  approval,
  ...evidence,
];

export const leadCheckEvents: Events<LeadNotFiled | LeadCheckExtended> = {
  LeadNotFiled: eventKind(
    {
      v: 1,
      volume: 'source',
      personal: {},
      refersTo: approvalAndEvidence,
    },
    ({ lead }, { data, revision, occurredAt }) =>
      lead === undefined
        ? {}
        : { lead: { ...lead, notFiled: { entry: revision, ground: data.ground, on: dayOf(occurredAt) } } },
  ),
  LeadCheckExtended: eventKind(
    { v: 1, volume: 'source', personal: {}, refersTo: ['approval'] },
    ({ lead }, { revision }) => (lead === undefined ? {} : { lead: { ...lead, extended: revision } }),
  ),
};
