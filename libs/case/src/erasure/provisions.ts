/** When personal data may be erased, and who orders it: PIPL 47, 51; where they are silent, our reading (ADR 14). */
import { type EntryProvision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { defaultRetention, pipl, policy, retentionOver } from '@anjuan/law';
import { uncarried } from '../decision-change/orders.js';
import { owedBothWays } from '../execution/refund.js';
import type { Debtor } from '../execution/surcharge.js';
import { withEachParty } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import type { AskErasure, ErasureFile, OrderErasure } from './erasure.js';

type Requested = Pick<AskErasure, 'kinds' | 'withdrawn'>;

export const requestedByOfficerOrAuditor = actsAs({
  id: 'erasure/asked-by-an-officer-or-auditor',
  cites: policy('由执法人员或者执法监督人员申请；An officer or an auditor asks for it'),
  also: [pipl(51, undefined, 4)],
  says: '删除个人信息，由执法人员或者执法监督人员申请',
  en: 'An officer or an auditor asks for personal data to be erased',
  noCure: forSomebodyElse,
  capacities: ['officer', 'auditor'],
});

export const orderedByLeader = actsAs({
  id: 'erasure/ordered-by-a-leader',
  cites: policy('由行政机关负责人批准；A leader of the agency orders it'),
  also: [pipl(51, undefined, 4)],
  says: '删除个人信息，应当经行政机关负责人批准',
  en: 'A leader of the agency orders an erasure',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const groundStated: EntryProvision<unknown, AskErasure> = {
  id: 'erasure/ground-stated',
  cites: pipl(47, 1),
  says: '有下列情形之一的，个人信息处理者应当主动删除个人信息；个人信息处理者未删除的，个人有权请求删除',
  en: 'Personal data are erased on a ground of the article, and the request says on which',
  cure: { zh: '写明删除的依据和理由', en: 'State the ground of the erasure' },
  fields: ['/ground'],
  holds: ({ ground }) => filled(ground),
};

/** What was entered by mistake serves no purpose, and is no part of what an archive keeps a file for. */
export const entriesWithdrawn: EntryProvision<Pick<CaseFile, 'entries'>, AskErasure> = {
  id: 'erasure/entries-withdrawn',
  cites: policy('误录的记录先撤回、后删除；What was entered by mistake is withdrawn first'),
  also: [pipl(46)],
  says: '指明记录的，只可指明已撤回的记录',
  en: 'The entries that a request names have been withdrawn',
  cure: { zh: '先撤回误录的记录，或者不指明记录', en: 'Withdraw the entry first, or name none' },
  curedBy: ['entry/withdraw'],
  fields: ['/withdrawn'],
  holds: ({ withdrawn = [] }, { entries }) =>
    withdrawn.every((number) =>
      entries.some(({ entry, state }) => entry === number && state === 'withdrawn'),
    ),
};

const ofTheReporter = ({ kinds }: Requested): boolean => kinds.every((kind) => kind === 'reporter');

/** What may be erased while everything else is needed. */
const neededByNobody = (requested: Requested): boolean =>
  (requested.withdrawn ?? []).length > 0 || ofTheReporter(requested);

/** Until the case is closed, everybody in it but the reporter has to be notified, heard and served. */
export const purposeAchieved: EntryProvision<Pick<CaseFile, 'closure'>, Requested> = {
  id: 'erasure/purpose-achieved',
  cites: policy(
    '结案后处理目的方为已实现，举报人信息除外；The purpose is achieved when the case is closed, but for the reporter',
  ),
  also: [pipl(47, 1, 1)],
  says: '结案前只可删除举报人的个人信息，以及误录已撤回的记录中的信息',
  en: 'Until the case is closed nobody’s data but the reporter’s are erased, and those of entries withdrawn as wrong',
  cure: {
    zh: '结案后再删除；举报人的信息、误录已撤回的记录现在即可单独申请删除',
    en: 'Erase them when the case is closed; for the reporter, or for entries withdrawn as wrong, ask now',
  },
  curedBy: ['closure/request', 'closure/approve'],
  fields: ['/kinds'],
  holds: (requested, { closure }) => closure !== undefined || neededByNobody(requested),
};

type Pending = Debtor & Pick<CaseFile, 'others'>;

/** A case is closed while the party still goes to law: who is in it has to be heard and told of what comes of it. */
export const nothingPending: EntryProvision<Pending, Requested> = {
  id: 'erasure/nothing-pending',
  cites: policy(
    '复议、诉讼未结，或者尚有应执行的结果、应退款项的，不删除；Nothing is erased while a remedy is pending, an outcome is to be carried out or money is owed back',
  ),
  also: [pipl(47, 1, 1), pipl(47, 2)],
  says: '复议、诉讼终结并办理完毕前，只可删除举报人的个人信息',
  en: 'No remedy is pending, and what came of one has been carried out; until then the reporter’s data alone are erased',
  cure: {
    zh: '登记复议、诉讼结果并办理完毕后再删除；举报人的信息现在即可单独申请删除',
    en: 'Enter the outcome and carry it out first; the reporter’s alone can be asked for now',
  },
  curedBy: ['remedy/record-outcome', 'decision-change/change', 'decision-change/record-refund'],
  fields: ['/kinds'],
  holds: (requested, file, context) =>
    ofTheReporter(requested) ||
    withEachParty(file).every(
      (one) =>
        one.remedies.every(({ concluded }) => concluded !== undefined) &&
        uncarried(one).length === 0 &&
        owedBothWays(one, context).refund === 0,
    ),
};

type Closed = Pick<CaseFile, 'closure' | 'decision' | 'filing'>;

/** Of the ordinary procedure is what was filed, however it ended, and a decision on the spot that an ordinary one replaced. */
export const retentionEnded: EntryProvision<Closed, Requested> = {
  id: 'erasure/retention-period-over',
  cites: pipl(47, 2),
  says: '法律、行政法规规定的保存期限未届满，或者删除个人信息从技术上难以实现的，个人信息处理者应当停止除存储和采取必要的安全保护措施之外的处理',
  en: 'Until the retention period of the closed file is over, what it holds is kept, and used for nothing else',
  cure: {
    zh: '保管期限（机关清单所列）届满后再申请；举报人的信息、误录已撤回的记录现在即可单独申请',
    en: 'Ask when the retention period in the agency’s lists is over; for the reporter, or for entries withdrawn as wrong, ask now',
  },
  fields: ['/kinds'],
  holds: (requested, { closure, decision, filing }, { today, lists: { retention = defaultRetention } }) =>
    closure === undefined ||
    neededByNobody(requested) ||
    retentionOver(
      retention,
      {
        procedure: decision === undefined && filing === undefined ? 'summary' : 'ordinary',
        closedOn: closure.closedOn,
      },
      today,
    ),
};

const requested = ({ erasures }: Pick<ErasureFile, 'erasures'>, { asked: request }: OrderErasure) =>
  erasures.find(({ entry }) => entry === request);

/** Such an order is in force, and only carried out by the next. */
const orderedBefore = (file: Pick<ErasureFile, 'erasures'>, order: OrderErasure): boolean =>
  requested(file, order)?.order !== undefined;

export const erasureRequested: EntryProvision<Pick<ErasureFile, 'erasures'>, OrderErasure> = {
  id: 'erasure/asked-before',
  cites: policy('先申请、后批准；Nothing is erased that nobody has asked for'),
  says: '未经申请，不得批准删除个人信息',
  en: 'What is ordered was asked for in this case',
  curedBy: ['erasure/ask'],
  fields: ['/asked'],
  holds: (order, file) => requested(file, order) !== undefined,
};

export const orderedByAnother: EntryProvision<Pick<ErasureFile, 'erasures'>, OrderErasure> = {
  id: 'erasure/ordered-by-another',
  cites: policy('申请与批准分离；Whoever asks does not order'),
  says: '不得批准本人的申请',
  en: 'Nobody orders what they have asked for themselves',
  cure: { zh: '由另一名负责人批准', en: 'Let another leader order it' },
  noCure: forSomebodyElse,
  fields: ['/asked'],
  holds: (order, file, { actor }) => requested(file, order)?.askedBy !== actor.person,
};

/** The same provision, checked on the requested kinds when erasure is ordered. */
export const purposeStillAchieved: EntryProvision<Pick<ErasureFile, 'erasures' | 'closure'>, OrderErasure> = {
  ...purposeAchieved,
  fields: ['/asked'],
  holds: (order, file, context) =>
    orderedBefore(file, order) ||
    purposeAchieved.holds(requested(file, order) ?? { kinds: [] }, file, context),
};

/** As of the purpose. */
export const nothingPendingStill: EntryProvision<Pick<ErasureFile, 'erasures'> & Pending, OrderErasure> = {
  ...nothingPending,
  fields: ['/asked'],
  holds: (order, file, context) =>
    orderedBefore(file, order) ||
    nothingPending.holds(requested(file, order) ?? { kinds: [] }, file, context),
};

/** As of the purpose. */
export const retentionEndedStill: EntryProvision<Pick<ErasureFile, 'erasures'> & Closed, OrderErasure> = {
  ...retentionEnded,
  fields: ['/asked'],
  holds: (order, file, context) =>
    orderedBefore(file, order) ||
    retentionEnded.holds(requested(file, order) ?? { kinds: [] }, file, context),
};
