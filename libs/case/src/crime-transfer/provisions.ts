/** What a transfer to the police asks: Provisions on Transfer of Suspected Crime Cases, 5–12; ACL 21. */
import {
  type EntryProvision,
  type Outside,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { acl, apl, policy, trans } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { heldFreely, type Decided } from '../goods/confiscated.js';
import { goodsOf } from '../goods/ledger.js';
import { leadOrCaseOpen } from '../initiation/provisions.js';
import type {
  CrimeTransfer,
  DecideTransfer,
  HandOverGoods,
  ProposeTransfer,
  RecordAnswer,
} from './crime-transfer.js';

type Transfers = Pick<CaseFile, 'crimeTransfers'>;

export const last = ({ crimeTransfers }: Transfers): CrimeTransfer | undefined => crimeTransfers.at(-1);

/** From the proposal until the principal, the police or the court has said that it is no matter for them. */
export const isPending = ({ decision, answer, reconsideration, outcome }: CrimeTransfer): boolean =>
  decision?.approved !== false &&
  (answer?.kind !== 'refused' || reconsideration?.answered === false) &&
  outcome === undefined;

/** The police have filed it, and no court has found that there was no crime: the case is no longer the agency's alone. */
export const withThePolice = ({ crimeTransfers }: Transfers): boolean => {
  const { answer, outcome } = crimeTransfers.at(-1) ?? {};
  return answer?.kind === 'filed' && outcome !== 'no-crime';
};

/** They have filed it, and not dealt with it yet. */
export const investigatedByThePolice = ({ crimeTransfers }: Transfers): boolean => {
  const { answer, outcome } = crimeTransfers.at(-1) ?? {};
  return answer?.kind === 'filed' && outcome === undefined;
};

export const nonePending: Provision<Transfers> = {
  id: 'crime-transfer/none-pending',
  cites: policy('同一案件的移送逐次办理；One transfer of a case at a time'),
  also: [trans(5, 1)],
  says: '同一案件已经提出移送且尚未办结的，不再另行提出',
  en: 'No transfer of this case is under way',
  curedBy: [
    'crime-transfer/decide',
    'crime-transfer/send',
    'crime-transfer/record-answer',
    'crime-transfer/record-outcome',
  ],
  holds: ({ crimeTransfers }) => !crimeTransfers.some(isPending),
};

export const reportWritten: EntryProvision<unknown, ProposeTransfer> = {
  id: 'crime-transfer/report-written',
  cites: trans(5, 1),
  also: [trans(3)],
  says: '核实情况后提出移送涉嫌犯罪案件的书面报告，报经本机关正职负责人或者主持工作的负责人审批',
  en: 'A written report names the offence that is suspected',
  cure: { zh: '写明涉嫌罪名', en: 'Name the offence' },
  fields: ['/offence'],
  holds: ({ offence }) => filled(offence),
};

export const decidedByThePrincipal = actsAs({
  id: 'crime-transfer/decided-by-the-principal',
  cites: trans(5, 2),
  says: '行政执法机关正职负责人或者主持工作的负责人应当自接到报告之日起3日内作出批准移送或者不批准移送的决定',
  en: 'The principal of the agency decides on the transfer',
  noCure: forSomebodyElse,
  capacities: ['principal'],
});

export const proposed: Provision<Transfers> = {
  id: 'crime-transfer/proposed',
  cites: trans(5, 1),
  says: '提出移送涉嫌犯罪案件的书面报告',
  en: 'There is a report that has not been decided on yet',
  cure: { zh: '先由两名以上执法人员提出移送报告', en: 'Let two officers report first' },
  curedBy: ['crime-transfer/propose'],
  holds: (file) => {
    const transfer = last(file);
    return transfer !== undefined && transfer.decision === undefined;
  },
};

export const decidedByAnother: Provision<Transfers> = {
  id: 'crime-transfer/decided-by-another',
  cites: policy('提出与决定由不同的人为之；Whoever reports does not decide'),
  says: '提出移送报告的人员不得决定是否移送',
  en: 'Whoever reported does not decide',
  noCure: forSomebodyElse,
  holds: (file, { actor }) => !(last(file)?.officers.includes(actor.person) ?? false),
};

export const refusalReasoned: EntryProvision<unknown, DecideTransfer> = {
  id: 'crime-transfer/refusal-reasoned',
  cites: trans(5, 2),
  says: '决定不批准的，应当将不予批准的理由记录在案',
  en: 'A refusal is recorded with its reasons',
  cure: { zh: '写明不予批准的理由', en: 'Give the reasons' },
  fields: ['/approved', '/reason'],
  holds: ({ approved, reason }) => approved || filled(reason),
};

export const transferApproved: Provision<Transfers> = {
  id: 'crime-transfer/approved',
  cites: trans(5, 2),
  says: '决定批准的，应当在24小时内向同级公安机关移送',
  en: 'The principal has approved the transfer, and it has not been sent yet',
  cure: { zh: '先报主要负责人批准', en: 'Let the principal decide first' },
  curedBy: ['crime-transfer/decide'],
  holds: (file) => last(file)?.decision?.approved === true && last(file)?.sent === undefined,
};

export const notBeforeApproval: EntryProvision<Transfers, Outside> = {
  id: 'crime-transfer/not-before-approval',
  cites: trans(5, 2),
  says: '决定批准的，应当在24小时内向同级公安机关移送',
  en: 'Nothing is sent before it was approved',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const at = last(file)?.decision?.at;
    return at === undefined || happenedAt(entry, context) >= at;
  },
};

export const awaitingThePolice: Provision<Transfers> = {
  id: 'crime-transfer/sent',
  cites: trans(8),
  says: '公安机关应当自接受行政执法机关移送的涉嫌犯罪案件之日起3日内……对所移送的案件进行审查',
  en: 'The case was sent to the police, who have not answered yet',
  cure: { zh: '先登记移送', en: 'Record the sending first' },
  curedBy: ['crime-transfer/send'],
  holds: (file) => last(file)?.sent !== undefined && last(file)?.answer === undefined,
};

export const answerAfterSending: EntryProvision<Transfers, Outside> = {
  id: 'crime-transfer/answered-after-it-was-sent',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [trans(8)],
  says: '公安机关的答复不得早于移送',
  en: 'The police do not answer before the case was sent',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => {
    const at = last(file)?.sent?.at;
    return at === undefined || happenedAt(entry, context) >= at;
  },
};

export const policeRefusalReasoned: EntryProvision<unknown, RecordAnswer> = {
  id: 'crime-transfer/police-refusal-reasoned',
  cites: trans(8),
  says: '依法不予立案的，应当说明理由，并书面通知移送案件的行政执法机关，相应退回案卷材料',
  en: 'A refusal of the police is recorded with their reasons',
  cure: checkEntry,
  fields: ['/answer', '/reason'],
  holds: ({ answer, reason }) => answer !== 'refused' || filled(reason),
};

type Held = Transfers & Decided & Pick<CaseFile, 'goods' | 'seizures'>;

/** What was seized goes by lines, and not all of it at once: until nothing that is free is left. */
const restHere = (file: Held): boolean =>
  withThePolice(file) &&
  file.seizures.flatMap(({ entry }) => goodsOf(file, entry)).some((goods) => heldFreely(file, goods) > 0);

export const policeFiled: Provision<Held> = {
  id: 'crime-transfer/police-filed',
  cites: trans(12),
  says: '行政执法机关对公安机关决定立案的案件，应当自接到立案通知书之日起3日内将涉案物品以及与案件有关的其他材料移交公安机关',
  en: 'The police have filed the case, and its goods and materials, or some of the goods, are still here',
  curedBy: ['crime-transfer/record-answer'],
  holds: (file) =>
    last(file)?.answer?.kind === 'filed' && (last(file)?.handedOverOn === undefined || restHere(file)),
};

export const partyNotified: EntryProvision<Pick<CaseFile, 'seizures'>, HandOverGoods> = {
  id: 'crime-transfer/party-told-in-writing',
  cites: acl(21),
  says: '违法行为涉嫌犯罪应当移送司法机关的，行政机关应当将查封、扣押、冻结的财物一并移送，并书面告知当事人',
  en: 'The party is told in writing of sealed or seized property that is handed over',
  cure: { zh: '附上物品移送告知书', en: 'Attach the written notice to the party' },
  fields: ['/partyNotice'],
  holds: ({ partyNotice }, { seizures }) => seizures.length === 0 || partyNotice !== undefined,
};

/** What the police have filed comes back, and its goods go there, also after it was closed for that reason (APL 27(1)). */
export const openOrWithThePolice: Provision<Transfers & Pick<CaseFile, 'lead' | 'filing' | 'closure'>> = {
  ...leadOrCaseOpen,
  holds: (file, context) =>
    leadOrCaseOpen.holds(file, context) || (file.filing !== undefined && withThePolice(file)),
};

export const underInvestigationByThePolice: Provision<Transfers> = {
  id: 'crime-transfer/outcome-of-a-filed-case',
  cites: apl(27, 1),
  says: '对依法不需要追究刑事责任或者免予刑事处罚，但应当给予行政处罚的，司法机关应当及时将案件移送有关行政机关',
  en: 'The outcome is that of a case which the police had filed, and is not known yet',
  curedBy: ['crime-transfer/record-answer'],
  holds: investigatedByThePolice,
};
