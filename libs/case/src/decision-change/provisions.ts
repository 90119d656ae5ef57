/** When a decision may be changed, and what the change asks: APL 48(2), 75(2); ARL 63, 64; ALL 70, 71, 77. */
import { type EntryProvision, type Provision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { all, apl, arl, esr, policy } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { leaderDecides } from '../leader-decides.js';
import type { MakeDecision } from '../decision/decision.js';
import { everHandling } from '../initiation/provisions.js';
import { accountedAsReported } from '../investigation/breach-provisions.js';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import { penaltiesOf } from '../execution/owed.js';
import { heavierThan, penaltiesOf as penaltiesIn, sameOutcome } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { standingDecision } from '../remedy/on-the-spot.js';
import { investigatedBy } from '../review/separation.js';
import type { ChangeDecision, FormerDecision } from './decision-change.js';
import { orders, uncarried, type Ordered, type Orders } from './orders.js';

type Decided = Pick<CaseFile, 'decision'>;
type Standing = Pick<CaseFile, 'decision' | 'summary'>;
type Former = Pick<CaseFile, 'formerDecisions'>;

export const changedByLeader = actsAs({
  id: 'decision-change/by-a-leader',
  ...leaderDecides,
  en: 'Whoever may decide may change what was decided: a leader of the agency',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const changedByAnother: Provision<Pick<CaseFile, 'filing' | 'summary' | 'entries'>> = {
  id: 'decision-change/not-by-the-handlers',
  cites: policy('查处分离；Whoever handled the case does not change its decision'),
  says: '办案人员和参加调查的人员不得变更、撤销本案的决定',
  en: 'Whoever handles the case, or has investigated in it, does not change its decision',
  cure: { zh: '由另一名负责人决定', en: 'Let another leader decide' },
  noCure: forSomebodyElse,
  holds: (file, { actor: { person } }) =>
    !everHandling(file).includes(person) && !investigatedBy(file, person),
};

export const decisionInForce: Provision<Standing> = {
  id: 'decision-change/decision-stands',
  cites: apl(75, 2),
  says: '行政机关应当认真审查，发现有错误的，应当主动改正',
  en: 'There is a decision that stands',
  curedBy: ['decision/make'],
  holds: (file) => standingDecision(file) !== undefined,
};

export const groundShown: EntryProvision<Ordered, ChangeDecision> = {
  id: 'decision-change/ground-on-the-file',
  cites: arl(64, 1),
  also: [arl(63, 1), all(70), all(77, 1), esr(28, 2), esr(29), apl(75, 2)],
  says: '行政行为有下列情形之一的，行政复议机关决定撤销或者部分撤销该行政行为，并可以责令被申请人在一定期限内重新作出行政行为',
  en: 'A change after a remedy, or after an order of supervision, is the one that was ordered last of this decision, carried out once; any other is the agency’s own correction and names neither',
  cure: {
    zh: '登记复议、诉讼的结果，或者监督文书',
    en: 'Enter the outcome of the remedy, or the order of supervision',
  },
  curedBy: ['remedy/record-outcome', 'decision-change/record-supervision-order'],
  fields: ['/ground', '/kind', '/remedy'],
  holds: ({ ground, remedy, kind }, file) => {
    if (ground === 'own-correction') return remedy === undefined;
    return uncarried(file).some(
      (order) => order.entry === remedy && order.ground === ground && order.kind === kind,
    );
  },
};

const obeyed = {
  cites: arl(77, 1),
  also: [all(94), esr(28, 2), esr(29)],
  says: '被申请人应当履行行政复议决定书、调解书、意见书',
} as const;

/** An outcome recorded before 2026-12 says nothing of it. */
export const asOrdered: EntryProvision<Orders, ChangeDecision> = {
  id: 'decision-change/as-ordered',
  ...obeyed,
  en: 'What now stands is what the organ, the court or the supervision has ordered, or what was settled before them',
  cure: { zh: '按复议决定书、判决书、调解书、监督文书填写', en: 'Enter what its paper says' },
  fields: ['/ground', '/remedy', '/outcome'],
  holds: ({ ground, remedy, outcome }, file) => {
    if (ground === 'own-correction' || remedy === undefined || outcome === undefined) return true;
    const ordered = orders(file).find(({ entry }) => entry === remedy)?.ordered;
    return ordered === undefined || sameOutcome(outcome, ordered);
  },
};

/** Otherwise the agency could itself undo a final annulment, and decide anew. */
export const orderedFirst: EntryProvision<Ordered, ChangeDecision> = {
  id: 'decision-change/ordered-before-own-correction',
  cites: policy(
    '先执行外部的决定，再自行纠正；What was ordered is carried out before the agency corrects anything itself',
  ),
  also: [arl(77, 1), all(94), esr(28, 2), esr(29)],
  says: '复议决定书、判决书、调解书、监督文书要求改变决定的，先按其执行，再自行纠正',
  en: 'What an organ, a court or the supervision has ordered of the decision is carried out before the agency corrects anything itself',
  cure: {
    zh: '先按复议、诉讼结果或者监督文书变更、撤销决定：选择相应情形并填其序号',
    en: 'Carry out what was ordered: choose that ground and give its number',
  },
  fields: ['/ground'],
  holds: ({ ground }, file) => ground !== 'own-correction' || uncarried(file).length === 0,
};

/** Otherwise the agency could withdraw the publication of a penalty that it still executes. */
export const illegalityDeclaredByOthers: EntryProvision<unknown, ChangeDecision> = {
  id: 'decision-change/illegality-declared-by-others',
  cites: policy(
    '确认违法而保留决定只由复议机关、人民法院作出；Only those who review from outside declare illegal and let stand',
  ),
  also: [arl(65, 1), all(74, 1), apl(75, 2)],
  says: '机关自行发现决定违法的，应当变更、撤销，不得仅确认违法而保留决定',
  en: 'A decision is declared illegal, and stands, only by the reconsideration organ or the court; the agency annuls or changes what it finds wrong',
  cure: {
    zh: '自行发现违法的，改为变更、撤销或者撤销并重新作出',
    en: 'Change it, annul it, or annul it to be made anew',
  },
  fields: ['/ground', '/kind'],
  holds: ({ ground, kind }) => kind !== 'declared-illegal' || ground === 'remedy-outcome',
};

export const reasonGiven: EntryProvision<unknown, ChangeDecision> = {
  id: 'decision-change/reason-given',
  cites: apl(75, 2),
  says: '发现有错误的，应当主动改正',
  en: 'The change says what was wrong',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

/** Otherwise one leader could undo alone what passed legal review and was decided collectively. */
export const majorMadeAnew: EntryProvision<Reviewable, ChangeDecision> = {
  id: 'decision-change/major-decision-made-anew',
  cites: policy(
    '重大决定的自行纠正应当撤销后重新作出；A major decision that the agency itself finds wrong is annulled and made anew',
  ),
  also: [apl(58, 1), apl(57, 2), apl(75, 2)],
  says: '需要法制审核的决定，机关自行纠正的，应当撤销后重新作出，重新经过法制审核和集体讨论',
  en: 'A decision that needs legal review is corrected by the agency only by a decision that passes legal review again',
  cure: {
    zh: '改为撤销并重新作出（annulled-to-redo），再按程序办理',
    en: 'Annul it to be made anew, and go through the procedure again',
  },
  fields: ['/ground', '/kind'],
  holds: ({ ground, kind }, file, context) =>
    ground !== 'own-correction' || kind === 'annulled-to-redo' || !legalReviewRequired(file, context),
};

export const outcomeStated: EntryProvision<unknown, ChangeDecision> = {
  id: 'decision-change/outcome-stated',
  cites: arl(63, 1),
  also: [all(77, 1)],
  says: '行政复议机关决定变更该行政行为',
  en: 'What now stands is stated where the decision is changed, and only there',
  cure: {
    zh: '变更的填写变更后的处理，其他方式不填',
    en: 'For a change, enter what now stands; otherwise leave it out',
  },
  fields: ['/kind', '/outcome'],
  holds: ({ kind, outcome }) => (kind === 'changed') === (outcome !== undefined),
};

/** An organ or a court may order one sum of all of them. */
const ofBreaches = accountedAsReported<ChangeDecision>('decision-change/each-penalty-of-a-breach');
export const breachesAccountedFor: EntryProvision<Pick<CaseFile, 'investigation'>, ChangeDecision> = {
  ...ofBreaches,
  fields: ['/ground', ...ofBreaches.fields],
  holds: (entry, file, context) =>
    entry.ground !== 'own-correction' || ofBreaches.holds(entry, file, context),
};

const addsTo = (file: Standing, outcome: Outcome): boolean =>
  standingDecision(file) !== undefined && heavierThan(penaltiesIn(outcome), penaltiesOf(file));

/**
 * The ban of ARL 63(2) and ALL 77(2) binds the organ and the court, which heard the party; the agency carries out their
 * orders. The supervision did not hear the party.
 */
export const notHeavier: EntryProvision<Standing, ChangeDecision> = {
  id: 'decision-change/not-heavier',
  cites: policy(
    '机关自行或者按监督文书变更决定不得加重；What the agency changes by itself, or on the word of the supervision, is not made heavier: nobody was heard on it',
  ),
  also: [apl(44), apl(45, 2), apl(75, 2), arl(63, 2), all(77, 2)],
  says: '机关自行变更决定，或者按监督文书变更决定的，不得加重处罚，也不得改处未经告知的其他种类的处罚',
  en: 'A decision that the agency changes by itself, or by order of the supervision, is not heavier than the one it replaces, and has no penalty of a new kind',
  cure: {
    zh: '变更不得加重；需要加重或者改处其他种类的，撤销后重新作出（监督文书登记为撤销并重新作出）',
    en: 'Do not add to it; where it has to be heavier or of another kind, annul it to be made anew',
  },
  fields: ['/ground', '/outcome'],
  holds: ({ ground, outcome }, file) =>
    ground === 'remedy-outcome' || outcome === undefined || !addsTo(file, outcome),
};

/** The same provision for an order of the supervision: otherwise it could be neither carried out nor left. */
export const orderNotHeavier: EntryProvision<Standing, Readonly<{ ordered?: Outcome }>> = {
  ...notHeavier,
  fields: ['/ordered'],
  holds: ({ ordered }, file) => ordered === undefined || !addsTo(file, ordered),
};

const last = ({ formerDecisions }: Former): FormerDecision | undefined => formerDecisions.at(-1);

/** A decision that an organ or a court annulled stays annulled, even after later decisions were made and undone. */
const annulledToRedo = ({ formerDecisions }: Former): readonly FormerDecision[] =>
  formerDecisions.filter(
    ({ kind, ground }, index) =>
      kind === 'annulled-to-redo' && (ground !== 'own-correction' || index === formerDecisions.length - 1),
  );

/** Checked for the decision: nothing follows an annulment that ordered no new one. */
export const notAnnulledForGood: Provision<Former & Decided> = {
  id: 'decision-change/not-annulled-for-good',
  cites: all(70),
  also: [arl(64, 1)],
  says: '人民法院判决撤销或者部分撤销，并可以判决被告重新作出行政行为',
  en: 'A decision that was annulled is made anew only where that was ordered',
  cure: { zh: '办理退款、撤回公示和结案', en: 'Refund, withdraw and close' },
  curedBy: ['decision-change/record-refund', 'decision-change/withdraw-publication', 'closure/request'],
  instead: true,
  holds: (file) => file.decision !== undefined || last(file)?.kind !== 'annulled',
};

/** The same penalties under other names of their breaches are the same. */
const unnamed = (outcome: Outcome): Outcome =>
  outcome.kind === 'penalty'
    ? { kind: 'penalty', penalties: outcome.penalties.map(({ breach: _, ...penalty }) => penalty) }
    : outcome;

/** Checked for the decision made anew. */
export const redoneOnOtherGrounds: EntryProvision<Former, MakeDecision> = {
  id: 'decision-change/redone-on-other-grounds',
  cites: all(71),
  also: [arl(64, 2)],
  says: '人民法院判决被告重新作出行政行为的，被告不得以同一的事实和理由作出与原行政行为基本相同的行政行为',
  en: 'Made anew, the decision is another one, or states on which other facts and reasons it is the same, or that only the procedure had been wrong',
  cure: { zh: '说明新的事实、理由或者原系程序违法', en: 'State what is different' },
  fields: ['/outcome', '/redo'],
  holds: ({ outcome, redo }, file) =>
    filled(redo) ||
    !annulledToRedo(file).some(
      ({ decision }) => decision !== undefined && sameOutcome(unnamed(outcome), unnamed(decision.outcome)),
    ),
};
