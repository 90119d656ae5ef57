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
import { standingDecision } from './on-the-spot.js';
import type { RecordAcceptance, RecordOutcome, Remedy } from './remedy.js';

type Remedies = Pick<CaseFile, 'remedies'>;
type Received = Pick<CaseFile, 'service' | 'summary'>;
type Standing = Pick<CaseFile, 'decision' | 'summary'>;

export const remedyOf = ({ remedies }: Remedies, number: EntryNumber): Remedy | undefined =>
  remedies.find(({ entry }) => entry === number);

const everServed = ({ entries }: Pick<CaseFile, 'entries'>): boolean =>
  entries.some(({ type }) => type === 'DecisionServed');

/** Also of one that was annulled or changed since: the court goes on with a suit that the plaintiff keeps up. */
export const decisionReceived: Provision<Received & Pick<CaseFile, 'entries'>> = {
  id: 'remedy/decision-received',
  cites: arl(20, 1),
  says: '公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请',
  en: 'What is reconsidered or litigated is a decision that the party has received, whether or not it still stands',
  cure: { zh: '先送达决定书', en: 'Serve the decision first' },
  curedBy: ['service/serve-decision'],
  holds: (file) => receivedOn(file) !== undefined || file.summary !== undefined || everServed(file),
};

/** For one decision: a remedy pending against an earlier one does not bar one against the decision that replaced it. */
export const oneAtATime: EntryProvision<Remedies & Standing, RecordAcceptance> = {
  id: 'remedy/one-at-a-time',
  cites: arl(29),
  says: '行政复议机关已经依法受理的，在行政复议期间不得向人民法院提起行政诉讼；人民法院已经依法受理的，不得申请行政复议',
  en: 'No other remedy against the same decision is pending',
  cure: { zh: '先登记其结果', en: 'Enter its outcome first' },
  curedBy: ['remedy/record-outcome'],
  fields: ['/against'],
  holds: (entry, file) => {
    const meant = entry.against ?? standingDecision(file);
    return file.remedies.every(
      ({ concluded, against = meant }) => concluded !== undefined || against !== meant,
    );
  },
};

export const organNamed: EntryProvision<unknown, RecordAcceptance> = {
  id: 'remedy/organ-and-number-named',
  cites: policy('写明受理机关和案号；The organ and its file number are stated'),
  says: '登记复议、诉讼应当写明受理机关和案号',
  en: 'The organ that accepted it is named, with its file number',
  cure: { zh: '填写受理机关和案号', en: 'Name the organ and its number' },
  fields: ['/number', '/organ'],
  holds: ({ organ, number }) => filled(organ) && filled(number),
};

const order = {
  id: 'remedy/in-the-order-of-time',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '受理不早于收到决定书，结果不早于受理',
  en: 'A remedy is not accepted before the decision was received, nor concluded before it was accepted',
  cure: checkEntry,
} as const;

/** What was served again, changed or not, had reached the party before. */
const firstReceived = (file: Received & Standing & Pick<CaseFile, 'entries'>) => {
  // It was handed over on the spot, before anything that was made of it.
  if (file.decision === undefined && file.summary !== undefined) return file.summary.decidedOn;
  const standing = standingDecision(file) ?? Infinity;
  const before = file.entries.find(
    ({ type, entry, state }) =>
      type === 'DecisionServed' &&
      state !== 'withdrawn' &&
      entry > standing &&
      entry < (file.service?.entry ?? -1),
  );
  return before === undefined ? receivedOn(file) : dayOf(before.occurredAt);
};

/** Of an earlier decision the file keeps the day on which it was made. */
export const acceptedAfterReceipt: EntryProvision<
  Received & Standing & Pick<CaseFile, 'formerDecisions' | 'entries'>,
  RecordAcceptance
> = {
  ...order,
  fields: ['/occurredAt', '/against'],
  holds: (entry, file, context) => {
    const earlier = file.formerDecisions.find(({ decision }) => decision?.entry === entry.against)?.decision;
    const from =
      entry.against === undefined || earlier === undefined || earlier.entry === standingDecision(file)
        ? firstReceived(file)
        : earlier.decidedOn;
    return (from ?? '') <= dayOf(happenedAt(entry, context));
  },
};

/** The same provision, checked on the outcome. Without such a remedy `remedy/pending` refuses. */
export const concludedAfterAcceptance: EntryProvision<Remedies, RecordOutcome> = {
  ...order,
  fields: ['/occurredAt', '/remedy'],
  holds: (entry, file, context) =>
    (remedyOf(file, entry.remedy)?.acceptedOn ?? '') <= dayOf(happenedAt(entry, context)),
};

export const pending: EntryProvision<Remedies, RecordOutcome> = {
  id: 'remedy/pending',
  cites: policy('结果针对已受理且未结的复议、诉讼；An outcome ends a remedy that is pending'),
  says: '登记的结果应当针对已经受理且尚未终结的复议或者诉讼，或者替代其原登记的结果',
  en: 'The remedy was accepted and has no outcome yet, or has the one that this one replaces',
  cure: { zh: '先登记受理', en: 'Enter its acceptance first' },
  curedBy: ['remedy/record-acceptance'],
  fields: ['/remedy', '/replaces'],
  holds: ({ remedy, replaces }, file) => {
    const found = remedyOf(file, remedy);
    return found !== undefined && found.concluded?.entry === replaces;
  },
};

/** A change made by order is not undone by entering that nothing was ordered. */
export const replacedNotCarriedOut: EntryProvision<
  Pick<CaseFile, 'formerDecisions' | 'summary'>,
  RecordOutcome
> = {
  id: 'remedy/replaced-outcome-not-carried-out',
  cites: policy(
    '已经执行的结果不得替代；An outcome that was carried out is not replaced, but followed by another remedy',
  ),
  says: '原结果已经执行的，不得以新的结果替代',
  en: 'The outcome that is replaced has not been carried out yet',
  cure: { zh: '登记新的受理及其结果', en: 'Enter the acceptance of the later remedy and its outcome' },
  curedBy: ['remedy/record-acceptance'],
  fields: ['/remedy', '/replaces'],
  holds: ({ remedy, replaces }, { formerDecisions, summary }) =>
    replaces === undefined ||
    (summary?.annulledBy !== replaces && !formerDecisions.some((former) => former.remedy === remedy)),
};

/** Without it the decision in force is meant. */
export const againstDecision: EntryProvision<
  Pick<CaseFile, 'entries'>,
  Readonly<{ against?: EntryNumber }>
> = {
  id: 'remedy/against-a-decision',
  cites: policy('复议、诉讼针对本案作出的决定；A remedy is against a decision of this case'),
  says: '填写针对的决定的，应当是本案作出的决定',
  en: 'The decision that is named is one that was made in this case, whether or not it still stands',
  cure: checkEntry,
  fields: ['/against'],
  holds: ({ against }, { entries }) =>
    against === undefined ||
    entries.some(
      ({ entry, type }) => entry === against && (type === 'DecisionMade' || type === 'DecidedOnTheSpot'),
    ),
};

/** Where no decision in force has been served, leaving it out would mean one that the party does not have. */
export const servedDecisionNamed: EntryProvision<Received & Pick<CaseFile, 'entries'>, RecordAcceptance> = {
  id: 'remedy/decision-that-was-served-named',
  cites: policy(
    '现行决定未送达或者已被撤销的，受理登记写明针对的决定；Where no decision stands that was served, the acceptance says which it is against',
  ),
  also: [arl(20, 1)],
  says: '原决定已被撤销、变更，新的决定尚未送达的，登记受理应当填写针对的决定',
  en: 'The acceptance names the decision it is against, where the one that was served has been annulled or changed since',
  cure: {
    zh: '按受理通知书填写针对的决定的记录序号',
    en: 'Enter the number of the decision that the notice of acceptance names',
  },
  fields: ['/against'],
  // For a case in which nothing was ever served `remedy/decision-received` refuses.
  holds: ({ against }, file) => against !== undefined || receivedOn(file) !== undefined || !everServed(file),
};

/** Otherwise the annulment would refer to an earlier decision, and the annulled one would be executed. */
export const decisionNamed: EntryProvision<Remedies & Pick<CaseFile, 'decision' | 'summary'>, RecordOutcome> =
  {
    id: 'remedy/decision-named',
    cites: policy(
      '受理后决定已被替代的，结果应当写明针对哪一决定；Where the decision was replaced since the acceptance, the outcome says of which it is',
    ),
    also: [arl(77, 1), all(94)],
    says: '受理所针对的决定已被变更、撤销或者重新作出的，登记变更、撤销、确认违法等结果应当填写其针对的决定',
    en: 'An outcome that changes, annuls or declares illegal names the decision it is of, where the one that the remedy was accepted against no longer stands',
    cure: {
      zh: '按复议决定书、判决书填写针对的决定的记录序号',
      en: 'Enter the number of the decision that the paper names',
    },
    fields: ['/against', '/outcome', '/remedy'],
    holds: ({ remedy, outcome, against }, file) => {
      const found = remedyOf(file, remedy);
      return (
        against !== undefined ||
        outcome === 'upheld' ||
        outcome === 'withdrawn' ||
        found?.against === undefined ||
        found.against === standingDecision(file)
      );
    },
  };

/** Otherwise the person who carries it out would define what was ordered. */
export const orderStated: EntryProvision<unknown, RecordOutcome> = {
  id: 'remedy/order-stated',
  cites: policy(
    '登记结果时写明其内容；What an outcome makes of the decision is entered with it, so that it is carried out so',
  ),
  also: [arl(77, 1), arl(63, 1), arl(73), all(60), all(94)],
  says: '复议、诉讼变更决定，或者以调解书结案的，登记结果应当写明变更后的处理；机关自行改变后撤诉的，先自行纠正，登记为撤回；其他结果不写',
  en: 'Where the remedy changes the decision, or it was settled by a paper of mediation, what the decision says from then on is entered, and only there; what the agency itself changed so that the plaintiff withdrew is its own correction, and the outcome a withdrawal',
  cure: {
    zh: '变更、调解的，按文书填写变更后的处理；其他结果不填；机关改变后撤诉的，自行纠正并登记为撤回',
    en: 'For a change or a settlement enter what the paper says; otherwise leave it out; after a change of one’s own enter a withdrawal',
  },
  fields: ['/ordered', '/outcome'],
  holds: ({ outcome, ordered }) =>
    (outcome === 'changed' || outcome === 'mediated') === (ordered !== undefined),
};

/** ARL 64(1): 在一定期限内; a judgment may fix one too (ALL 70). */
export const redoneUntil: EntryProvision<unknown, RecordOutcome> = {
  id: 'remedy/redone-until',
  cites: arl(64, 1),
  also: [all(70)],
  says: '行政复议机关决定撤销或者部分撤销该行政行为，并可以责令被申请人在一定期限内重新作出行政行为',
  en: 'A period to decide anew belongs to an order to decide anew, and ends after it was received',
  cure: {
    zh: '核对期限；未责令重新作出的，不填',
    en: 'Check the day; leave it out where nothing is to be made anew',
  },
  fields: ['/occurredAt', '/outcome', '/redoUntil'],
  holds: (entry, _, context) =>
    entry.redoUntil === undefined ||
    (entry.outcome === 'annulled-to-redo' && entry.redoUntil > dayOf(happenedAt(entry, context))),
};
