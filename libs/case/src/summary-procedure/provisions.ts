/** When a penalty may be imposed on the spot: APL 42, 44, 45, 51–52; ARL 23. */
import {
  type Context,
  type EntryProvision,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { apl, arl, dayOf, nationalConstantsOn, policy, samrP, type Fen, type LocalDate } from '@anjuan/law';
import { finesTwice, notFinedTwice } from '../decision/after-criminal-fine.js';
import type { CaseFile } from '../steps.js';
import type { PartyKind } from '../initiation/initiation.js';
import type { Lead } from '../initiation/lead.js';
import type { Penalty, PenaltyKind } from '../penalty/penalty.js';
import type { DecideOnTheSpot } from './summary-procedure.js';

export const onTheSpotByOfficer = actsAs({
  id: 'summary-procedure/by-an-officer',
  cites: apl(51),
  says: '违法事实确凿并有法定依据……可以当场作出行政处罚决定',
  en: 'Officers decide on the spot',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});

/** A supplement counts the check anew, not what the officers came for; one that was reopened is received anew. */
const cameOn = ({ receivedOn, formerChecks = [] }: Lead): LocalDate => {
  const reopened = formerChecks.findLastIndex(({ ended }) => ended !== undefined);
  return formerChecks[reopened + 1]?.receivedOn ?? receivedOn;
};

/** On a lead the officers come, see and decide; what was decided before is another matter. */
export const decidedAfterTheLead: EntryProvision<Pick<CaseFile, 'lead'>, DecideOnTheSpot> = {
  id: 'summary-procedure/decided-after-the-lead',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [samrP(18), apl(51)],
  says: '对案源当场作出的处罚决定不得早于收到该案源',
  en: 'What is decided on the spot on a lead is decided after it was received',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, { lead }, context) =>
    lead === undefined || cameOn(lead) <= dayOf(happenedAt(entry, context)),
};

/** The lead ends by it, as by a filing or by not filing: not by officers whom nobody named, past those who were named. */
export const byWhoChecksTheLead: EntryProvision<Pick<CaseFile, 'lead'>, DecideOnTheSpot> = {
  id: 'summary-procedure/by-who-checks-the-lead',
  cites: policy(
    '已指定核查人员的案源，由核查人员参加当场处罚；A lead that officers were named to check is decided on by one of them',
  ),
  also: [samrP(18), apl(51)],
  says: '已指定核查人员的，当场处罚的执法人员中应当有该案源的核查人员',
  en: 'Where officers were named to check the lead, one of them is among those who decide on it from then on; who was replaced, or has only taken evidence, is not',
  cure: {
    zh: '由核查人员参加，或者由办案机构负责人事先另行指定核查人员；已经作出的，另行登记，再将本案源并入',
    en: 'Let one of them take part, or have the unit head name others first; what was decided already is entered as a case of its own, and the lead merged into it',
  },
  noCure: forSomebodyElse,
  fields: ['/occurredAt', '/officers'],
  holds: (entry, { lead }, context) => {
    const decidedAt = happenedAt(entry, context);
    const naming = lead?.namings?.findLast(({ at }) => at <= decidedAt);
    return naming === undefined || entry.officers.some((officer) => naming.checkers.includes(officer));
  },
};

/** A lead that the police had, and gave back, is still decided on here. */
export const noFineOnACriminalFine: EntryProvision<Pick<CaseFile, 'crimeTransfers'>, DecideOnTheSpot> = {
  ...notFinedTwice,
  id: 'summary-procedure/no-fine-after-criminal-fine',
  fields: ['/penalties/*/kind'],
  holds: ({ penalties }, file) => !finesTwice(penalties, file),
};

/** After the decision no result is entered: what is still being tested is not certain. */
export const testsDone: Provision<Pick<CaseFile, 'evidence'>> = {
  id: 'summary-procedure/tests-done',
  cites: apl(51),
  also: [samrP(32)],
  says: '违法事实确凿并有法定依据',
  en: 'What was sent to be tested on the lead has its result, and the party was told of it',
  cure: {
    zh: '待检测、检验、检疫、鉴定结果作出并告知当事人后再作决定，或者立案调查',
    en: 'Wait for the result and tell the party, or have the case filed',
  },
  curedBy: ['evidence/record-test-result', 'evidence/tell-test-result'],
  holds: ({ evidence }) =>
    evidence.tests.every(({ resultOn, toldOn }) => resultOn !== undefined && toldOn !== undefined),
};

export const factsAndBasis: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/facts-and-basis',
  cites: apl(51),
  says: '违法事实确凿并有法定依据',
  en: 'The facts are certain and stated, and an article of law is named',
  cure: { zh: '写明违法事实和依据', en: 'State the facts and the article' },
  fields: ['/facts', '/basis/*/law', '/basis/*/article'],
  holds: ({ facts, basis }) =>
    filled(facts) && basis.length > 0 && basis.every(({ law, article }) => filled(law) && filled(article)),
};

const onTheSpot: readonly PenaltyKind[] = ['warning', 'fine'];
const onlyForTheSpot = (penalties: readonly Penalty[]): boolean =>
  penalties.length > 0 && penalties.every(({ kind }) => onTheSpot.includes(kind));

export const kindsForTheSpot: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/warning-or-fine-only',
  cites: apl(51),
  says: '对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的行政处罚的，可以当场作出行政处罚决定',
  en: 'On the spot there is a warning or a fine, and no other penalty',
  cure: { zh: '其他种类的处罚适用普通程序', en: 'Other penalties take the ordinary procedure' },
  curedBy: ['initiation/receive-lead'],
  fields: ['/penalties/*/kind'],
  holds: ({ penalties }) => onlyForTheSpot(penalties),
};

export const finesOf = (penalties: readonly Penalty[]): Fen =>
  penalties.filter(({ kind }) => kind === 'fine').reduce((sum, { fen = 0 }) => sum + fen, 0);

const limitFor = (kind: PartyKind, { today, lists }: Context): Fen => {
  const { naturalPersonMax, entityMax } = nationalConstantsOn(today).summaryFine;
  const counted = kind === 'individual-business' ? lists.hearingThresholds.individualBusiness : kind;
  return counted === 'entity' ? entityMax : naturalPersonMax;
};

/** A fine without an amount is within no limit. */
const finesWithin = (penalties: readonly Penalty[], party: PartyKind, context: Context): boolean =>
  penalties.every(({ kind, fen }) => kind !== 'fine' || (fen !== undefined && fen > 0)) &&
  finesOf(penalties) <= limitFor(party, context);

/** Kinds and amounts of APL 51. */
export const withinTheSpot = (penalties: readonly Penalty[], party: PartyKind, context: Context): boolean =>
  onlyForTheSpot(penalties) && finesWithin(penalties, party, context);

export const fineForTheSpot: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/fine-within-the-limit',
  cites: apl(51),
  says: '对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的行政处罚的，可以当场作出行政处罚决定',
  en: 'Fines on the spot: up to 200 yuan on a citizen, up to 3,000 yuan on an organisation',
  cure: { zh: '超过限额的适用普通程序', en: 'A higher fine takes the ordinary procedure' },
  curedBy: ['initiation/receive-lead'],
  fields: ['/penalties/*/kind', '/penalties/*/fen', '/party/kind'],
  holds: ({ penalties, party }, _, context) => finesWithin(penalties, party.kind, context),
};

export const credentialShownOnTheSpot: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/credential-shown',
  cites: apl(52, 1),
  says: '执法人员当场作出行政处罚决定的，应当向当事人出示执法证件',
  en: 'The officers show their credentials',
  cure: { zh: '出示执法证件', en: 'Show the credentials' },
  fields: ['/credentialShown'],
  holds: ({ credentialShown }) => credentialShown,
};

export const rightsToldOnTheSpot: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/rights-told',
  cites: apl(44),
  says: '行政机关在作出行政处罚决定之前，应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利',
  en: 'The party is told the penalty, its facts, reasons and basis, and its rights, before the decision',
  cure: { zh: '告知当事人', en: 'Tell the party' },
  fields: ['/rightsTold'],
  holds: ({ rightsTold }) => rightsTold,
};

export const statementTakenDown: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/statement-taken-down',
  cites: apl(45, 1),
  says: '当事人有权进行陈述和申辩。行政机关必须充分听取当事人的意见',
  en: 'What the party said is taken down, or that it said nothing',
  cure: { zh: '记录当事人的陈述、申辩，或者其未陈述', en: 'Take down what was said, or that nothing was' },
  fields: ['/statement'],
  holds: ({ statement }) => filled(statement),
};

/** A suit is named after it, or in one breath with its decision; 优先 is a choice and no order. */
const reconsiderationFirst = (text: string): boolean =>
  text.includes('复议') &&
  (!/诉讼|起诉/u.test(text) ||
    /(?<!优)先[^，。；诉]*复议/u.test(text) ||
    /^[^诉]*复议决定[^。]*(?:诉讼|起诉)/u.test(text));

/** Our reading of what the words on the form must be, so that the article is obeyed. */
export const remedyNamesReconsideration: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/reconsideration-told-first',
  cites: policy(
    '当场处罚的救济告知须写明先申请行政复议；The remedy told on the spot names reconsideration first',
  ),
  also: [arl(23, 1, 1), arl(23, 2)],
  says: '对当场作出的行政处罚决定不服，应当先向行政复议机关申请行政复议',
  en: 'The remedy told names reconsideration; a suit only after it',
  cure: { zh: '写明“先申请行政复议”', en: 'Say that reconsideration comes first' },
  fields: ['/remedyTold'],
  holds: ({ remedyTold }) => reconsiderationFirst(remedyTold),
};

export const formNumbered: EntryProvision<unknown, DecideOnTheSpot> = {
  id: 'summary-procedure/form-numbered',
  cites: apl(52, 1),
  says: '填写预定格式、编有号码的行政处罚决定书，并当场交付当事人',
  en: 'The decision is written on a numbered form',
  cure: { zh: '使用编号的决定书', en: 'Use a numbered form' },
  fields: ['/number'],
  holds: ({ number }, _, { allotted }) => filled(number ?? allotted.documentNumber ?? ''),
};
