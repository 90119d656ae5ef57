/** What is entered of reconsideration and litigation: ARL 20, 29; ALL 44–46. */
import {
  type EntryNumber,
  type EntryProvision,
  type Provision,
  checkEntry,
  filled,
  happenedAt,
} from '@anjuan/procedure';
import { all, arl, dayOf, policy } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { receivedOn } from '../execution/surcharge.js';
import type { RecordAcceptance, RecordOutcome, Remedy } from './remedy.js';

type Remedies = Pick<CaseFile, 'remedies'>;
type Received = Pick<CaseFile, 'service' | 'summary'>;

export const remedyOf = ({ remedies }: Remedies, number: EntryNumber): Remedy | undefined =>
  remedies.find(({ entry }) => entry === number);

export const decisionReceived: Provision<Received> = {
  id: 'remedy/decision-received',
  cites: arl(20, 1),
  says: '公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请',
  en: 'What is reconsidered or litigated is a decision that the party has received',
  cure: { zh: '先送达决定书', en: 'Serve the decision first' },
  curedBy: ['service/serve-decision'],
  holds: (file) => receivedOn(file) !== undefined,
};

export const oneAtATime: Provision<Remedies> = {
  id: 'remedy/one-at-a-time',
  cites: arl(29),
  says: '行政复议机关已经依法受理的，在行政复议期间不得向人民法院提起行政诉讼；人民法院已经依法受理的，不得申请行政复议',
  en: 'No other remedy is pending',
  cure: { zh: '先登记其结果', en: 'Enter its outcome first' },
  curedBy: ['remedy/record-outcome'],
  holds: ({ remedies }) => remedies.every(({ concluded }) => concluded !== undefined),
};

export const organNamed: EntryProvision<unknown, RecordAcceptance> = {
  id: 'remedy/organ-and-number-named',
  cites: policy('写明受理机关和案号；The organ and its file number are stated'),
  says: '登记复议、诉讼应当写明受理机关和案号',
  en: 'The organ that accepted it is named, with its file number',
  cure: { zh: '填写受理机关和案号', en: 'Name the organ and its number' },
  holds: ({ organ, number }) => filled(organ) && filled(number),
};

const order = {
  id: 'remedy/in-the-order-of-time',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '受理不早于收到决定书，结果不早于受理',
  en: 'A remedy is not accepted before the decision was received, nor concluded before it was accepted',
  cure: checkEntry,
} as const;

export const acceptedAfterReceipt: EntryProvision<Received, RecordAcceptance> = {
  ...order,
  holds: (entry, file, context) => (receivedOn(file) ?? '') <= dayOf(happenedAt(entry, context)),
};

/** The same sentence of the outcome. Without such a remedy `remedy/pending` speaks. */
export const concludedAfterAcceptance: EntryProvision<Remedies, RecordOutcome> = {
  ...order,
  holds: (entry, file, context) =>
    (remedyOf(file, entry.remedy)?.acceptedOn ?? '') <= dayOf(happenedAt(entry, context)),
};

export const pending: EntryProvision<Remedies, RecordOutcome> = {
  id: 'remedy/pending',
  cites: policy('结果针对已受理且未结的复议、诉讼；An outcome ends a remedy that is pending'),
  says: '登记的结果应当针对已经受理且尚未终结的复议或者诉讼',
  en: 'The remedy was accepted and has no outcome yet',
  cure: { zh: '先登记受理', en: 'Enter its acceptance first' },
  curedBy: ['remedy/record-acceptance'],
  holds: ({ remedy }, file) => {
    const found = remedyOf(file, remedy);
    return found !== undefined && found.concluded === undefined;
  },
};

/** Else the one who carries it out says what was ordered. */
export const orderStated: EntryProvision<unknown, RecordOutcome> = {
  id: 'remedy/order-stated',
  cites: arl(77, 1),
  also: [arl(63, 1), arl(73), all(60), all(62), all(94)],
  says: '被申请人应当履行行政复议决定书、调解书、意见书',
  en: 'Where the remedy changes the decision, or it was settled by mediation or consent, what the decision says from then on is entered, and only there',
  cure: {
    zh: '变更、调解的，按文书填写变更后的处理；其他结果不填',
    en: 'For a change or a settlement enter what the paper says; otherwise leave it out',
  },
  holds: ({ outcome, ordered }) =>
    (outcome === 'changed' || outcome === 'mediated') === (ordered !== undefined),
};
