/** When a decision may be changed, and what the change asks: APL 48(2), 75(2); ARL 63, 64; ALL 70, 71, 77. */
import { type EntryProvision, type Provision, actsAs, filled, forSomebodyElse } from '@anjuan/procedure';
import { all, apl, arl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { leaderDecides } from '../leader-decides.js';
import type { MakeDecision } from '../decision/decision.js';
import { owed } from '../execution/owed.js';
import { inCharge } from '../execution/provisions.js';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import { heavierThan, penaltiesOf, sameOutcome } from '../penalty/heavier.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import { remedyOf } from '../remedy/provisions.js';
import type {
  ChangeDecision,
  ChangeKind,
  FormerDecision,
  RecordRefund,
  RectifyDecision,
  WithdrawPublication,
} from './decision-change.js';

type Decided = Pick<CaseFile, 'decision'>;
type Former = Pick<CaseFile, 'formerDecisions'>;
type Remedies = Pick<CaseFile, 'remedies'>;

/** What an outcome makes of the decision; those not named leave it as it is. */
const carriedOutAs: Readonly<Partial<Record<RemedyOutcome, ChangeKind>>> = {
  changed: 'changed',
  annulled: 'annulled',
  'declared-void': 'annulled',
  'annulled-to-redo': 'annulled-to-redo',
  'declared-illegal': 'declared-illegal',
};

export const changedByLeader = actsAs({
  id: 'decision-change/by-a-leader',
  ...leaderDecides,
  en: 'Whoever may decide may change what was decided: a leader of the agency',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const changedByAnother: Provision<Pick<CaseFile, 'filing' | 'summary'>> = {
  id: 'decision-change/not-by-the-handlers',
  cites: policy('查处分离；Whoever handled the case does not change its decision'),
  says: '办案人员不得变更、撤销本案的决定',
  en: 'Whoever handles the case does not change its decision',
  cure: { zh: '由另一名负责人决定', en: 'Let another leader decide' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => !inCharge(file).includes(actor.person),
};

export const decisionStands: Provision<Decided> = {
  id: 'decision-change/decision-stands',
  cites: apl(75, 2),
  says: '行政机关应当认真审查，发现有错误的，应当主动改正',
  en: 'There is a decision that stands',
  curedBy: ['decision/make'],
  holds: ({ decision }) => decision !== undefined,
};

export const slipShown: EntryProvision<unknown, RectifyDecision> = {
  id: 'decision-change/slip-shown',
  cites: policy('补正限于文字误写、误算；Only a slip of the pen is rectified, never what was decided'),
  also: [apl(75, 2)],
  says: '补正应当写明原文和更正后的文字',
  en: 'Both what was written and what it should say are stated, and they differ',
  cure: { zh: '填写原文和更正', en: 'State both' },
  holds: ({ written, corrected }) => filled(written) && filled(corrected) && written !== corrected,
};

export const groundShown: EntryProvision<Remedies & Former, ChangeDecision> = {
  id: 'decision-change/ground-on-the-file',
  cites: arl(64, 1),
  also: [arl(63, 1), all(70), all(77, 1), apl(75, 2)],
  says: '行政行为有下列情形之一的，行政复议机关决定撤销或者部分撤销该行政行为，并可以责令被申请人在一定期限内重新作出行政行为',
  en: 'A change after a remedy is the one that its outcome orders, carried out once; any other is the agency’s own correction and names no remedy',
  cure: { zh: '登记复议、诉讼的结果', en: 'Enter the outcome of the remedy' },
  curedBy: ['remedy/record-outcome'],
  holds: ({ ground, remedy, kind }, file) => {
    if (ground === 'own-correction') return remedy === undefined;
    const outcome = remedy === undefined ? undefined : remedyOf(file, remedy)?.concluded?.outcome;
    const done = file.formerDecisions.some((former) => former.remedy === remedy);
    return outcome !== undefined && carriedOutAs[outcome] === kind && !done;
  },
};

export const reasonGiven: EntryProvision<unknown, ChangeDecision> = {
  id: 'decision-change/reason-given',
  cites: apl(75, 2),
  says: '发现有错误的，应当主动改正',
  en: 'The change says what was wrong',
  cure: { zh: '填写理由', en: 'Give the reason' },
  holds: ({ reason }) => filled(reason),
};

/** Else one leader undoes alone what legal review has passed and the leaders have decided together. */
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
  holds: ({ ground, kind }, file, context) =>
    ground !== 'own-correction' ||
    kind === 'annulled-to-redo' ||
    kind === 'declared-illegal' ||
    !legalReviewRequired(file, context),
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
  holds: ({ kind, outcome }) => (kind === 'changed') === (outcome !== undefined),
};

export const notHeavier: EntryProvision<Decided, ChangeDecision> = {
  id: 'decision-change/not-heavier',
  cites: arl(63, 2),
  also: [all(77, 2), apl(45, 2)],
  says: '行政复议机关不得作出对申请人更为不利的变更决定',
  en: 'A changed decision is not heavier than the one it replaces',
  cure: { zh: '变更不得加重', en: 'Do not add to it' },
  holds: ({ outcome }, { decision }) =>
    outcome === undefined ||
    decision === undefined ||
    !heavierThan(penaltiesOf(outcome), penaltiesOf(decision.outcome)),
};

const last = ({ formerDecisions }: Former): FormerDecision | undefined => formerDecisions.at(-1);

/** Asked of the decision: nothing follows an annulment that ordered no new one. */
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

/** Asked of the decision made anew. */
export const redoneOnOtherGrounds: EntryProvision<Former, MakeDecision> = {
  id: 'decision-change/redone-on-other-grounds',
  cites: all(71),
  also: [arl(64, 2)],
  says: '人民法院判决被告重新作出行政行为的，被告不得以同一的事实和理由作出与原行政行为基本相同的行政行为',
  en: 'Made anew, the decision is another one, or states on which other facts and reasons it is the same, or that only the procedure had been wrong',
  cure: { zh: '说明新的事实、理由或者原系程序违法', en: 'State what is different' },
  holds: ({ outcome, redo }, file) => {
    const former = last(file);
    return (
      former?.kind !== 'annulled-to-redo' || !sameOutcome(outcome, former.decision.outcome) || filled(redo)
    );
  },
};

const toWithdraw = ({ formerDecisions }: Former): boolean =>
  formerDecisions.some(({ published, withdrawn }) => published && withdrawn === undefined);

export const publicationToWithdraw: Provision<Former> = {
  id: 'decision-change/publication-to-withdraw',
  cites: apl(48, 2),
  also: [samrP(63)],
  says: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由',
  en: 'A published decision was changed, annulled or declared illegal, and the public has not been told',
  curedBy: ['decision-change/change'],
  holds: toWithdraw,
};

export const publiclyExplained: EntryProvision<unknown, WithdrawPublication> = {
  id: 'decision-change/publicly-explained',
  cites: apl(48, 2),
  says: '行政机关应当在三日内撤回行政处罚决定信息并公开说明理由',
  en: 'The public is told why',
  cure: { zh: '填写公开说明的理由', en: 'Give the public explanation' },
  holds: ({ explanation }) => filled(explanation),
};

const paidBack = policy(
  '决定变更、撤销后多缴的款项应当退还；What no decision supports any more is paid back',
);

export const refundOwed: EntryProvision<
  Pick<CaseFile, 'decision' | 'summary' | 'execution'>,
  RecordRefund
> = {
  id: 'decision-change/refund-owed',
  cites: paidBack,
  says: '退款不得超过因决定变更、撤销而应当退还的数额',
  en: 'What is paid back is more than nothing and no more than was paid without a standing decision',
  cure: {
    zh: '核对应退数额；没有应退款项的，不登记退款',
    en: 'Check the amount; where nothing is owed, nothing is paid back',
  },
  holds: ({ fen }, file) => Number.isSafeInteger(fen) && fen > 0 && fen <= owed(file).refund,
};

/** Asked of the closure: everything the change brought with it has been done. */
export const changeCarriedOut: Provision<
  Former & Remedies & Pick<CaseFile, 'decision' | 'summary' | 'execution'>
> = {
  id: 'decision-change/carried-out',
  cites: apl(48, 2),
  also: [arl(77, 1), all(94), paidBack],
  says: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，行政机关应当在三日内撤回行政处罚决定信息并公开说明理由；被申请人应当履行行政复议决定书、调解书、意见书；当事人必须履行人民法院发生法律效力的判决、裁定、调解书',
  en: 'Outcomes of remedies are carried out, the publication is withdrawn, the money is back',
  cure: {
    zh: '变更或者撤销决定，撤回公示，办理退款',
    en: 'Change or annul the decision, withdraw the publication, refund the money',
  },
  curedBy: [
    'decision-change/change',
    'decision-change/withdraw-publication',
    'decision-change/record-refund',
  ],
  holds: (file) =>
    !toWithdraw(file) &&
    owed(file).refund === 0 &&
    file.remedies.every(
      ({ entry, concluded }) =>
        concluded === undefined ||
        carriedOutAs[concluded.outcome] === undefined ||
        file.decision === undefined ||
        file.formerDecisions.some(({ remedy }) => remedy === entry),
    ),
};
