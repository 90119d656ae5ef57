/** What becomes of a decision afterwards (补正、变更、撤销): APL 48(2), 75(2); ARL 63, 64; ALL 70, 71, 77. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { late, outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { Decision } from '../decision/decision.js';
import { givenBack, refundOf, refundUnsaid, type Refund } from '../execution/refund.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { outcomeOf } from '../penalty/heavier.js';
import { afterwards } from './afterwards.js';
import * as carriedOut from './carried-out.js';
import * as law from './provisions.js';
import { slipNotOfFactsAndBasis, slipNotOfThePenalty, slipShown } from './slip.js';
import {
  supervisionActs,
  supervisionEvents,
  type SupervisionOrder,
  type SupervisionOrdered,
} from './supervision.js';
import {
  rectifyDecisionSchema,
  changeDecisionSchema,
  withdrawPublicationSchema,
  recordRefundSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { ChangeGround, ChangeKind } from './words.js';
import type { PartsOf } from '../of-party.js';

export { changeKinds, type ChangeKind, changeGrounds } from './words.js';

/** decision-change/rectify: a clerical error, never the substance of the decision. */
export type RectifyDecision = Entry<typeof rectifyDecisionSchema>;
export type DecisionRectified = Event<'DecisionRectified', RectifyDecision>;
/** decision-change/change. `remedy`: entry of the remedy or supervision order it carries out; `outcome`: the result. */
export type ChangeDecision = Entry<typeof changeDecisionSchema>;
export type DecisionChanged = Event<
  'DecisionChanged',
  ChangeDecision & {
    /** The agency has made another decision of it, which the party has yet to receive; absent before 2026-12. */
    servedAnew?: true;
  }
>;
/** decision-change/withdraw-publication: the explanation that the public reads instead. */
export type WithdrawPublication = Entry<typeof withdrawPublicationSchema>;
export type PublicationWithdrawn = Event<'PublicationWithdrawn', WithdrawPublication>;
/** decision-change/record-refund */
export type RecordRefund = Entry<typeof recordRefundSchema>;
export type MoneyRefunded = Event<
  'MoneyRefunded',
  Omit<RecordRefund, 'occurredAt'> & {
    /** Of what was paid for which purpose; absent before 2026-12. */
    of?: Refund;
  }
>;

/** A decision as it was before a change. */
export type FormerDecision = Readonly<{
  /** Entry number of the change. */
  entry: EntryNumber;
  on: LocalDate;
  kind: ChangeKind;
  ground: ChangeGround;
  remedy?: EntryNumber;
  /** Absent for a decision on the spot. */
  decision?: Decision;
  /** It had been published: the change is to be published too. */
  published: boolean;
  withdrawn?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** Decisions that were changed or annulled, in that order. */
  formerDecisions: readonly FormerDecision[];
  /** In the order they were entered. */
  supervisionOrders: readonly SupervisionOrder[];
}>;
export const empty: Slice = { formerDecisions: [], supervisionOrders: [] };
export const ofParty = { formerDecisions: true, supervisionOrders: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'decision-change/rectify': act<RectifyDecision, Recorded<'DecisionRectified'>>({
    title: { zh: '补正决定书', en: 'Rectify a slip in the decision' },
    entry: rectifyDecisionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.changedByLeader, law.changedByAnother, law.decisionInForce],
    demands: [slipShown, slipNotOfThePenalty, slipNotOfFactsAndBasis],
    records: 'DecisionRectified',
  }),
  'decision-change/change': act<ChangeDecision, Recorded<'DecisionChanged'>>({
    title: { zh: '变更、撤销决定', en: 'Change or annul the decision' },
    entry: changeDecisionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.changedByLeader, law.changedByAnother, law.decisionInForce],
    demands: [
      law.groundShown,
      law.orderedFirst,
      law.illegalityDeclaredByOthers,
      law.majorMadeAnew,
      law.reasonGiven,
      law.outcomeStated,
      law.asOrdered,
      law.breachesAccountedFor,
      law.notHeavier,
    ],
    records: 'DecisionChanged',
    data: ({ kind, ground, remedy, outcome, reason, paper }) => ({
      kind,
      ground,
      ...(remedy !== undefined && { remedy }),
      ...(outcome !== undefined && { outcome: outcomeOf(outcome) }),
      reason,
      paper,
      ...(kind === 'changed' && ground !== 'remedy-outcome' && { servedAnew: true }),
    }),
  }),
  ...supervisionActs,
  'decision-change/withdraw-publication': act<WithdrawPublication, Recorded<'PublicationWithdrawn'>>({
    title: { zh: '撤回公示', en: 'Withdraw the publication' },
    entry: withdrawPublicationSchema,
    by: ['officer'],
    requires: [byThoseInCharge, carriedOut.publicationToWithdraw],
    demands: [carriedOut.publiclyExplained],
    records: 'PublicationWithdrawn',
  }),
  'decision-change/record-refund': act<RecordRefund, Recorded<'MoneyRefunded'>>({
    title: { zh: '记录退款', en: 'Record a refund' },
    entry: recordRefundSchema,
    by: ['officer'],
    requires: [byThoseInCharge],
    demands: [...outsideAct, carriedOut.refundOwed],
    records: 'MoneyRefunded',
    data: (entry, file, context) => ({
      fen: entry.fen,
      receipt: entry.receipt,
      of: refundOf(file, entry.fen, carriedOut.onDayOfRefund(entry, file, context)),
      ...late(entry),
    }),
  }),
};

export const events: Events<
  DecisionRectified | DecisionChanged | SupervisionOrdered | PublicationWithdrawn | MoneyRefunded
> = {
  ...supervisionEvents,
  // A slip of the pen may be in the party's name or address.
  DecisionRectified: eventKind(
    { v: 1, volume: 'decision', personal: { '/written': 'party', '/corrected': 'party' } },
    () => ({}),
  ),
  /** The case is open again: money is returned, the change published, and the case closed anew. */
  DecisionChanged: eventKind(
    { v: 1, volume: 'decision', personal: {}, refersTo: ['remedy'] },
    (file, event) => {
      const { revision, occurredAt, data } = event;
      const { decision, summary, formerDecisions, publication } = file;
      return decision === undefined && summary === undefined
        ? {}
        : {
            ...afterwards(file, event),
            formerDecisions: [
              ...formerDecisions,
              {
                entry: revision,
                on: dayOf(occurredAt),
                kind: data.kind,
                ground: data.ground,
                ...(data.remedy !== undefined && { remedy: data.remedy }),
                ...(decision !== undefined && { decision }),
                published: publication !== undefined,
                ...(publication?.withdrawn !== undefined && { withdrawn: publication.withdrawn }),
              },
            ],
            publication: undefined,
            closure: undefined,
            archived: undefined,
          };
    },
  ),
  PublicationWithdrawn: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ formerDecisions, publication }, { revision, occurredAt }) => {
      const withdrawn = { entry: revision, on: dayOf(occurredAt) };
      // Ordered and not carried out yet: what is still published is withdrawn at once.
      if (!carriedOut.toWithdraw({ formerDecisions }))
        return { publication: publication && { ...publication, withdrawn } };
      return {
        formerDecisions: formerDecisions.map((one) =>
          one.published && one.withdrawn === undefined ? { ...one, withdrawn } : one,
        ),
      };
    },
  ),
  MoneyRefunded: eventKind({ v: 1, volume: 'property', personal: {} }, (file, { data: { fen, of } }) => ({
    execution: givenBack(file.execution, of ?? refundUnsaid(file, fen)),
  })),
};
