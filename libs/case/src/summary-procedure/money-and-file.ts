/** After the spot: the fine collected, the money handed in and banked, the file handed in. APL 68–71, SAMR-P 70. */
import { checkEntry, doneOnce, forSomebodyElse, happenedAt, late, outsideAct } from '@anjuan/procedure';
import { apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import type { Context, EntryProvision, Outside, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { decisionInHand } from '../service/provisions.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { asItStandsSince } from '../decision-change/standing.js';
import * as collecting from './collecting.js';
import type { BankMoney, CollectFine, HandInFile, HandInMoney } from './summary-procedure.js';
import { collectFineSchema, handInMoneySchema, bankMoneySchema, handInFileSchema } from './entries.js';

type Summary = Pick<CaseFile, 'summary'>;
type Collected = Pick<CaseFile, 'summary' | 'service' | 'decision' | 'formerDecisions'>;

export const summaryOpen: Provision<Pick<CaseFile, 'summary' | 'closure'>> = {
  id: 'summary-procedure/case-open',
  cites: apl(51),
  says: '可以当场作出行政处罚决定',
  en: 'A penalty was decided on the spot, and the case is not closed yet',
  curedBy: ['summary-procedure/decide'],
  holds: ({ summary, closure }) => summary !== undefined && closure === undefined,
};

export const byItsOfficers: Provision<Summary> = {
  id: 'summary-procedure/by-its-officers',
  cites: apl(71),
  says: '执法人员当场收缴的罚款，应当自收缴罚款之日起二日内，交至行政机关',
  en: 'The officers who decided collect, hand in and report',
  cure: { zh: '由作出决定的执法人员办理', en: 'Let an officer who decided do it' },
  noCure: forSomebodyElse,
  holds: ({ summary }, { actor }) =>
    actor.capacity === 'officer' && (summary?.officers.includes(actor.person) ?? false),
};

/** The two days run from the landing: it is between the collection and the handing in, and only on water. */
export const landed: EntryProvision<Summary, HandInMoney> = {
  id: 'summary-procedure/landed-after-the-collection',
  cites: apl(71),
  also: [samrP(73)],
  says: '在水上当场收缴的罚款，应当自抵岸之日起二日内交至行政机关',
  en: 'What was collected on water is handed in after the landing, whose day is entered; nothing else has one',
  cure: { zh: '填写抵岸日期', en: 'Enter the day of the landing' },
  fields: ['/landedOn', '/occurredAt'],
  holds: (entry, { summary }, context) => {
    const { landedOn } = entry;
    const collected = summary?.collected;
    if (collected?.onWater !== true) return landedOn === undefined;
    return (
      landedOn !== undefined && collected.on <= landedOn && landedOn <= dayOf(happenedAt(entry, context))
    );
  },
};

export const moneyWithOfficer: Provision<Summary> = {
  id: 'summary-procedure/money-with-the-officer',
  cites: apl(71),
  says: '执法人员当场收缴的罚款，应当自收缴罚款之日起二日内，交至行政机关',
  en: 'A fine was collected and has not been handed in yet',
  curedBy: ['summary-procedure/collect-fine'],
  holds: ({ summary }) => summary?.collected !== undefined && summary.handedInOn === undefined,
};

export const moneyWithAgency: Provision<Summary> = {
  id: 'summary-procedure/money-with-the-agency',
  cites: apl(71),
  says: '行政机关应当在二日内将罚款缴付指定的银行',
  en: 'The money was handed in and has not been banked yet',
  curedBy: ['summary-procedure/hand-in-money'],
  holds: ({ summary }) => summary?.handedInOn !== undefined && summary.bankedOn === undefined,
};

export const fileWithOfficer: Provision<Summary> = {
  id: 'summary-procedure/file-with-the-officer',
  cites: samrP(70),
  says: '适用简易程序查处案件的有关材料，办案人员应当在作出行政处罚决定之日起七个工作日内交至所在的市场监督管理部门归档保存',
  en: 'The file has not been handed in yet',
  noCure: doneOnce,
  holds: ({ summary }) => summary?.fileHandedInOn === undefined,
};

/** From its last change; what the agency itself has made of it the party has from its service on. */
const inForceSince = (file: Collected): LocalDate => {
  const since = asItStandsSince(file)?.on ?? '';
  const servedOn = file.service?.servedOn ?? '';
  return since < servedOn ? servedOn : since;
};

const step = (file: Collected): LocalDate =>
  file.summary?.handedInOn ?? file.summary?.collected?.on ?? inForceSince(file);

export const inItsOrder: EntryProvision<Collected, Outside> = {
  id: 'summary-procedure/not-before-the-step-before',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '收缴不早于决定；决定变更的，不早于变更，变更后重新送达的，不早于送达；上交不早于收缴，缴付不早于上交',
  en: 'Collected after the decision, after its change, and after the service of what the agency changed; handed in after that, banked after that',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => step(file) <= dayOf(happenedAt(entry, context)),
};

const inOneHand = (entry: Outside, context: Context) => ({
  v: 1 as const,
  occurredAt: happenedAt(entry, context),
  actors: [context.actor],
});

export const moneyAndFileActs = {
  'summary-procedure/collect-fine': act<CollectFine, Recorded<'FineCollectedOnTheSpot'>>({
    title: { zh: '当场收缴罚款', en: 'Collect the fine on the spot' },
    entry: collectFineSchema,
    by: ['officer'],
    requires: [
      summaryOpen,
      byItsOfficers,
      collecting.collectedOnce,
      collecting.fineOwed,
      decisionInHand,
      ordersFirst,
    ],
    demands: [
      ...outsideAct,
      collecting.wholeFine,
      collecting.smallOrHardToEnforce,
      collecting.requestedByParty,
      collecting.collectedByWhoDecided,
      collecting.collectedOnTheDay,
      collecting.receiptIssued,
      inItsOrder,
    ],
    records: 'FineCollectedOnTheSpot',
    record: (entry, _, context) => [
      {
        type: 'FineCollectedOnTheSpot',
        ...inOneHand(entry, context),
        data: {
          fen: entry.fen,
          receipt: entry.receipt,
          ...(entry.hardToEnforceLater !== undefined && { hardToEnforceLater: entry.hardToEnforceLater }),
          ...(entry.remoteArea !== undefined && { remoteArea: entry.remoteArea }),
          ...(entry.request !== undefined && { request: entry.request }),
          ...late(entry),
        },
      },
    ],
  }),
  'summary-procedure/hand-in-money': act<HandInMoney, Recorded<'MoneyHandedIn'>>({
    title: { zh: '上交罚款', en: 'Hand the money to the agency' },
    entry: handInMoneySchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, moneyWithOfficer],
    demands: [...outsideAct, inItsOrder, landed],
    records: 'MoneyHandedIn',
    record: (entry, _, context) => [
      {
        type: 'MoneyHandedIn',
        ...inOneHand(entry, context),
        data: {
          ...(entry.landedOn !== undefined && { landedOn: entry.landedOn }),
          receipt: entry.receipt,
          ...late(entry),
        },
      },
    ],
  }),
  'summary-procedure/bank-money': act<BankMoney, Recorded<'MoneyBanked'>>({
    title: { zh: '缴付银行', en: 'Bank the money' },
    entry: bankMoneySchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, moneyWithAgency],
    demands: [...outsideAct, inItsOrder],
    records: 'MoneyBanked',
    record: (entry, _, context) => [
      {
        type: 'MoneyBanked',
        ...inOneHand(entry, context),
        data: { receipt: entry.receipt, ...late(entry) },
      },
    ],
  }),
  'summary-procedure/hand-in-file': act<HandInFile, Recorded<'SummaryFileHandedIn'>>({
    title: { zh: '上交案卷材料', en: 'Hand in the file' },
    entry: handInFileSchema,
    by: ['officer'],
    requires: [summaryOpen, byItsOfficers, fileWithOfficer],
    demands: [],
    records: 'SummaryFileHandedIn',
  }),
};
