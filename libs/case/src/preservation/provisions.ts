/** When evidence may be preserved, and what becomes of it in seven working days: APL 56; SAMR-P 33–35. */
import { actsAs, checkEntry, filled, forSomebodyElse, happenedAt, stageOver } from '@anjuan/procedure';
import { apl, dayOf, policy, samrP } from '@anjuan/law';
import { isPreserved, toGiveBack, type Preserved } from './term.js';
import type { EntryNumber, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import { approvalOf } from '../approval/approval.js';
import { ofMeasure, type Part } from '../goods/ledger.js';
import { notConfiscated, partsFree, partsHere } from '../goods/provisions.js';
import type { CaseFile } from '../steps.js';
import { penaltiesOf } from '../execution/owed.js';
import type {
  DealWithPreservation,
  LiftPreservation,
  MakeUpPreservation,
  Preservation,
  PreservationTerms,
  TakePreservation,
} from './preservation.js';

type Preservations = Pick<CaseFile, 'preservations'>;
export const preservationOf = (
  { preservations }: Preservations,
  number: EntryNumber,
): Preservation | undefined => preservations.find(({ entry }) => entry === number);

export const preservedBeforeDecision: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'preservation/before-the-decision',
  cites: apl(56),
  says: '行政机关在收集证据时，可以采取抽样取证的方法',
  en: 'Evidence is preserved while it is being gathered, before the decision',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

export const preservedByLeader = actsAs({
  id: 'preservation/approved-by-a-leader',
  cites: apl(56),
  says: '在证据可能灭失或者以后难以取得的情况下，经行政机关负责人批准，可以先行登记保存',
  en: 'A leader of the agency approves that evidence is preserved, and that it is lifted',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const mayBeLost: EntryProvision<unknown, PreservationTerms> = {
  id: 'preservation/may-be-lost',
  cites: samrP(33),
  also: [apl(56)],
  says: '在证据可能灭失或者以后难以取得的情况下，市场监督管理部门可以对与涉嫌违法行为有关的证据采取先行登记保存措施',
  en: 'The evidence is named, and why it may be lost or hard to get later',
  cure: { zh: '写明证据和理由', en: 'Name the evidence and the reason' },
  fields: ['/items', '/reason'],
  holds: ({ items, reason }) => filled(items) && filled(reason),
};

export const approvedOrUrgent: EntryProvision<Pick<CaseFile, 'approvals'> & Preservations, TakePreservation> =
  {
    id: 'preservation/approved-or-urgent',
    cites: samrP(33),
    also: [apl(56)],
    says: '采取或者解除先行登记保存措施，应当经市场监督管理部门负责人批准……情况紧急，需要当场采取先行登记保存措施的，办案人员应当在二十四小时内向市场监督管理部门负责人报告，并补办批准手续',
    en: 'Under an approval given before, used once; or at once in an emergency; not both',
    cure: { zh: '先报批准，或者写明紧急情况', en: 'Have it approved first, or state the emergency' },
    curedBy: ['preservation/request', 'preservation/approve'],
    fields: ['/approval', '/occurredAt', '/urgent'],
    holds: (entry, file, context) => {
      const { approval, urgent } = entry;
      if (approval === undefined) return urgent !== undefined;
      const request = approvalOf(file, approval);
      return (
        urgent === undefined &&
        request?.matter === 'preservation' &&
        request.state === 'given' &&
        (request.answeredAt ?? '') <= happenedAt(entry, context) &&
        file.preservations.every((one) => one.approval !== approval)
      );
    },
  };

/** The same provision for things preserved at once. */
export const urgencyStated: EntryProvision<unknown, TakePreservation> = {
  ...mayBeLost,
  fields: ['/urgent/items', '/urgent/reason'],
  holds: ({ urgent }, file, context) => urgent === undefined || mayBeLost.holds(urgent, file, context),
};

export const waitsForApproval: EntryProvision<Preservations, MakeUpPreservation> = {
  id: 'preservation/waits-for-approval',
  cites: samrP(33),
  says: '办案人员应当在二十四小时内向市场监督管理部门负责人报告，并补办批准手续',
  en: 'It was taken at once in an emergency, and no leader has spoken on it yet',
  curedBy: ['preservation/take'],
  fields: ['/preservation'],
  holds: ({ preservation }, file) => {
    const found = preservationOf(file, preservation);
    return found?.urgent !== undefined && found.urgent.madeUp === undefined;
  },
};

export const madeUpByAnother: EntryProvision<Preservations, MakeUpPreservation> = {
  id: 'preservation/made-up-by-another',
  cites: policy('经办与审批分离；Whoever handles or records does not approve'),
  says: '实施先行登记保存的人员不得补办批准',
  en: 'Whoever took it does not approve it',
  cure: { zh: '由另一名负责人批准', en: 'Let another leader approve' },
  fields: ['/preservation'],
  holds: ({ preservation }, file, { actor }) =>
    preservationOf(file, preservation)?.officers.includes(actor.person) !== true,
};

export const disagreementReasoned: EntryProvision<unknown, MakeUpPreservation> = {
  id: 'preservation/disagreement-reasoned',
  cites: samrP(33),
  says: '市场监督管理部门负责人认为不应当采取先行登记保存措施的，应当立即解除',
  en: 'A leader who disagrees says why; it is lifted with that',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/agreed', '/reason'],
  holds: ({ agreed, reason }) => agreed || filled(reason),
};

type OfPreservation = Outside & Readonly<{ preservation: EntryNumber }>;

export const stillPreserved: EntryProvision<Preservations, OfPreservation> = {
  id: 'preservation/still-preserved',
  cites: samrP(35, 2),
  also: [apl(56)],
  says: '逾期未采取相关措施的，先行登记保存措施自动解除',
  en: 'The evidence is still preserved on that day: after seven working days it is free by itself',
  cure: {
    zh: '核对记录编号和日期；已经自动解除的，返还当事人',
    en: 'Check the entry number and the day; what has lapsed is given back',
  },
  fields: ['/preservation', '/occurredAt'],
  holds: (entry, file, context) => {
    const found = preservationOf(file, entry.preservation);
    return found !== undefined && isPreserved(found, dayOf(happenedAt(entry, context)), context.calendar);
  },
};

/** The same sentence of what is given back: also of what is here though it is not preserved any more. */
export const stillHeld: EntryProvision<Preserved, OfPreservation> = {
  ...stillPreserved,
  fields: ['/preservation'],
  holds: (entry, file, context) => {
    const found = preservationOf(file, entry.preservation);
    return (
      found !== undefined &&
      (isPreserved(found, context.today, context.calendar) || toGiveBack(file, found, context))
    );
  },
};

type OfParts = Readonly<{ preservation: EntryNumber; parts?: readonly Part[] }>;
const fieldsOfParts = ['/parts/*/line', '/parts/*/quantity', '/preservation'] as const;
const partsOf = ({ preservation, parts }: OfParts) => ofMeasure(preservation, parts ?? []);

export const partsToGiveBack = partsFree<OfParts>('parts', fieldsOfParts, partsOf);
/** What a decision confiscates is dealt with by that alone. */
export const partsToDealWith = [
  ...partsHere<DealWithPreservation>('parts', fieldsOfParts, partsOf),
  notConfiscated<DealWithPreservation>([...fieldsOfParts, '/manner'], (entry) =>
    entry.manner === 'confiscated' ? [] : partsOf(entry),
  ),
];

export const dealtAfterTaken: EntryProvision<Preservations, DealWithPreservation> = {
  id: 'preservation/dealt-with-after-it-was-taken',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '处理不得早于登记保存',
  en: 'Nothing is dealt with before it was preserved',
  cure: checkEntry,
  fields: ['/occurredAt', '/preservation'],
  holds: (entry, file, context) =>
    (preservationOf(file, entry.preservation)?.takenAt ?? '') <= happenedAt(entry, context),
};

export const mannerShown: EntryProvision<
  Preservations & Pick<CaseFile, 'seizures' | 'evidence' | 'decision' | 'summary'>,
  DealWithPreservation
> = {
  id: 'preservation/manner-on-the-file',
  cites: samrP(35, 1),
  says: '应当在七个工作日内采取以下措施：采取记录、复制、拍照、录像等证据保全措施；送交检测、检验、检疫、鉴定；决定采取行政强制措施；作出行政处罚决定，没收违法物品；决定解除先行登记保存措施',
  en: 'What is said to be done with it is on the file: the test commissioned, the things seized, the goods confiscated; and it is described',
  cure: { zh: '先登记送检、查封扣押或者没收', en: 'Enter the test, the seizure or the decision first' },
  curedBy: ['evidence/commission-test', 'seizure/seize', 'decision/make'],
  fields: ['/manner', '/preservation', '/what'],
  holds: ({ preservation, manner, what }, file) => {
    const since = preservationOf(file, preservation)?.takenOn ?? '9999-12-31';
    const shown = {
      recorded: true,
      'sent-to-test': file.evidence.tests.some(({ commissionedOn }) => commissionedOn >= since),
      seized: file.seizures.some(({ takenOn }) => takenOn >= since),
      confiscated: penaltiesOf(file).some(({ kind }) => kind === 'confiscation-of-goods'),
    };
    return filled(what) && shown[manner];
  },
};

export const liftingReasoned: EntryProvision<unknown, LiftPreservation> = {
  id: 'preservation/lifting-reasoned',
  cites: samrP(35, 1, 5),
  says: '违法事实不成立，或者违法事实成立但依法不应当予以查封、扣押或者没收的，决定解除先行登记保存措施',
  en: 'The lifting says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};
