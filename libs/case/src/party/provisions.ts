/** Who the party is now, and whether there still is one: SAMR-P 47, 48; 公司法 12, 37, 221, 223, 240–241. */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
} from '@anjuan/procedure';
import { apl, folded, policy, samrP, type LocalDate } from '@anjuan/law';
import type { Party } from '../initiation/initiation.js';
import { codeOf } from '../initiation/party.js';
import { servedBy } from '../service/reached.js';
import type { CaseFile } from '../steps.js';
import type { MakeDecision } from '../decision/decision.js';
import type { PartyChangeTerms, RecordRestoration, RenameParty } from './party.js';

type Filed = Pick<CaseFile, 'filing'>;
type OfParty = Pick<CaseFile, 'party'>;

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** By kind and codes. Where a code is missing nothing tells them apart but the paper. */
const another = (before: Party, after: Party): boolean =>
  before.kind !== after.kind ||
  differ(before.uscc, after.uscc) ||
  differ(before.person?.idNumber, before.kind === 'natural-person' ? after.person?.idNumber : undefined);

/** The operator answers for an individual business, whatever it is called: once named, they are neither left out nor replaced. */
const sameOperator = (before: Party, after: Party): boolean =>
  before.kind !== 'individual-business' ||
  before.person?.name === undefined ||
  before.person.name === after.person?.name;

/** Without a code a handler alone could put anybody in the place of who was reviewed, notified and heard. */
export const sameParty: EntryProvision<Filed, RenameParty> = {
  id: 'party/the-same-party',
  cites: policy('变更登记事项的仍为同一当事人；A party that is renamed is the same party'),
  also: [apl(44), apl(59, 1, 1)],
  says: '变更名称、地址、法定代表人等登记事项的，当事人的种类、代码和个体工商户的经营者不变；无代码可核对或者不同的，按变更当事人办理',
  en: 'A party that is renamed keeps its kind and its code, an individual business its operator; without a code to compare, or with another, it is a change of the party',
  cure: {
    zh: '核对代码；无代码或者确系其他当事人的，申请变更当事人，经负责人批准',
    en: 'Check the code; where there is none, or it is another party, ask a leader for the change',
  },
  curedBy: ['party/request-change'],
  instead: true,
  fields: ['/party/kind', '/party/uscc', '/party/person/idNumber', '/party/person/name'],
  holds: ({ party }, { filing }) =>
    filing === undefined ||
    (filing.party.kind === party.kind &&
      codeOf(filing.party) !== '' &&
      codeOf(filing.party) === codeOf(party) &&
      sameOperator(filing.party, party)),
};

type OnDay = Readonly<{ on: LocalDate }>;

export const dayNotToCome: EntryProvision<unknown, OnDay> = {
  id: 'party/day-not-to-come',
  cites: policy('登记事项以已经发生的为准；What is recorded has happened'),
  says: '所记录的变更、注销、恢复之日不晚于今日',
  en: 'The day on which the register changed is not in the future',
  cure: checkEntry,
  fields: ['/on'],
  holds: ({ on }, _, { today }) => on <= today,
};

export const inTheRegister: Provision<Filed> = {
  id: 'party/in-the-register',
  cites: policy('自然人不办理注销登记；Nobody deregisters a natural person'),
  also: [samrP(47)],
  says: '自然人死亡的，有权利义务承受人的变更当事人，没有的终止调查',
  en: 'Who is deregistered is a business or an organisation; where a person has died, somebody succeeds or the investigation ends',
  cure: {
    zh: '申请变更当事人，或者申请终止调查',
    en: 'Ask for another party, or for the end of the investigation',
  },
  curedBy: ['party/request-change', 'suspension/request-termination'],
  instead: true,
  holds: ({ filing }) => filing?.party.kind !== 'natural-person',
};

export const notEndedYet: Provision<OfParty> = {
  id: 'party/not-deregistered-yet',
  cites: policy('已经注销的不再注销；Who is not there any more is not deregistered'),
  says: '当事人已经记录为注销的，不再重复记录',
  en: 'The party has not been deregistered already',
  cure: { zh: '恢复登记的，先记录恢复登记', en: 'Where it was restored, record that first' },
  curedBy: ['party/record-restoration'],
  instead: true,
  holds: ({ party }) => party.ended === undefined,
};

export const ended: Provision<OfParty> = {
  id: 'party/deregistered',
  cites: policy('恢复登记针对已经注销的当事人；Who is restored was deregistered'),
  says: '恢复登记应当针对已经注销的当事人',
  en: 'What is restored has been deregistered',
  curedBy: ['party/record-deregistration'],
  holds: ({ party }) => party.ended !== undefined,
};

export const restoredAfterwards: EntryProvision<OfParty, RecordRestoration> = {
  id: 'party/restored-after-the-deregistration',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '恢复登记不早于注销登记',
  en: 'It was restored on the day of its deregistration, or later',
  cure: checkEntry,
  fields: ['/on'],
  holds: ({ on }, { party }) => party.ended === undefined || party.ended.on <= on,
};

/** Who the law still finds: a party that ended without a successor is neither notified, nor punished, nor served. */
export const stillThere: Provision<OfParty> = {
  id: 'party/still-there',
  cites: samrP(47),
  says: '因涉嫌违法的自然人死亡或者法人、其他组织终止，并且无权利义务承受人等原因，致使案件调查无法继续进行的，经市场监督管理部门负责人批准，案件终止调查',
  en: 'The party has not been deregistered: nobody is left to be notified, punished and served, until somebody succeeds or the registry restores it',
  cure: {
    zh: '有承受人的申请变更当事人；登记机关恢复登记的，记录恢复登记；都没有的申请终止调查',
    en: 'Name who succeeds, record that the registry has restored it, or ask for the end of the investigation',
  },
  curedBy: ['party/request-change', 'party/record-restoration', 'suspension/request-termination'],
  holds: ({ party }) => party.ended === undefined,
};

/** The same sentence, of the decision: what goes to another agency is no word to the party. */
export const decidedOnSomebody: EntryProvision<OfParty, MakeDecision> = {
  ...stillThere,
  fields: ['/outcome/kind'],
  holds: ({ outcome }, { party }) => outcome.kind === 'transfer' || party.ended === undefined,
};

/**
 * A party filed by its name alone has no code by which a handler could rename it: its code, number or address is
 * corrected by the leader, and it is heard anew, as it may be somebody else of that name.
 */
const correctedDetails = (change: PartyChangeTerms['change'], before: Party, after: Party): boolean =>
  change === 'corrected' &&
  detailsOf(after).some((detail, index) => detail !== '' && detail !== detailsOf(before)[index]);
const detailsOf = ({ uscc = '', address = '', person = { name: '' } }: Party): readonly string[] => [
  folded(uscc),
  folded(person.idNumber ?? ''),
  address,
  person.address ?? '',
];

export const anotherParty: EntryProvision<Filed, PartyChangeTerms> = {
  id: 'party/another-party',
  cites: policy('变更后的当事人与现当事人不同；Who answers from now on is somebody else'),
  also: [samrP(48, undefined, 1)],
  says: '变更后的当事人应当与现当事人不同；更正的，应当有姓名、代码、证件号码或者地址的更正',
  en: 'The party named is not the one that the case has already; a correction corrects its name, code, number or address',
  cure: { zh: '核对当事人', en: 'Check the party' },
  fields: ['/change', '/party'],
  holds: ({ change, party }, { filing }) =>
    filing === undefined ||
    correctedDetails(change, filing.party, party) ||
    another(filing.party, party) ||
    filing.party.name !== party.name ||
    filing.party.person?.name !== party.person?.name,
};

export const changeFitsParty: EntryProvision<Filed, PartyChangeTerms> = {
  id: 'party/change-fits-the-party',
  cites: policy('合并、分立、变更组织形式的是组织；What merges, divides or changes its form is no person'),
  also: [samrP(47)],
  says: '自然人死亡的，由权利义务承受人承受；合并、分立、组织形式变更限于法人、其他组织和个体工商户',
  en: 'A person is succeeded by inheritance; only organisations and businesses merge, divide or change their form',
  cure: { zh: '选择相应的变更情形', en: 'Choose the change that fits' },
  fields: ['/change'],
  holds: ({ change }, { filing }) =>
    filing?.party.kind !== 'natural-person' || change === 'corrected' || change === 'inherited',
};

export const changeReasoned: EntryProvision<unknown, PartyChangeTerms> = {
  id: 'party/change-reasoned',
  cites: samrP(48, undefined, 1),
  says: '案件调查终结报告包括以下内容：（一）当事人的基本情况',
  en: 'It is stated which facts make another party answer',
  cure: { zh: '写明事实和理由', en: 'State the facts and the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

/** A decision says whom it binds: who succeeds before its service was never bound, nor heard. */
export const beforeTheDecision: EntryProvision<Pick<CaseFile, 'decision' | 'service'>, PartyChangeTerms> = {
  id: 'party/changed-before-the-decision',
  cites: apl(62),
  also: [apl(44), apl(59, 1, 1), apl(75, 2)],
  says: '未依照本法第四十四条、第四十五条的规定向当事人告知拟作出的行政处罚内容及事实、理由、依据，不得作出行政处罚决定',
  en: 'The party is corrected before there is a decision, and succeeded before it or after its service: a decision on somebody who was not heard is annulled first and made anew',
  cure: { zh: '先撤销决定，责令重新作出', en: 'Annul the decision first, to be made anew' },
  curedBy: ['decision-change/change'],
  fields: ['/change'],
  holds: ({ change }, file, { today }) =>
    file.decision === undefined || (change !== 'corrected' && servedBy(file, today)),
};

export const oneChangeRequest: Provision<Pick<CaseFile, 'approvals'>> = {
  id: 'party/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有变更当事人的申请待批的，应当先撤回或者退回',
  en: 'No other request for a change of the party is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) =>
    !approvals.some(({ matter, state }) => matter === 'party-change' && state === 'open'),
};

export const changedByLeader = actsAs({
  id: 'party/change-approved-by-a-leader',
  cites: policy('变更当事人由行政机关负责人批准；A leader approves that another party answers'),
  also: [samrP(18), samrP(47)],
  says: '立案的当事人由负责人批准，变更当事人也由负责人批准',
  en: 'A leader, who approved against whom the case was filed, approves that it goes on against another',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});
