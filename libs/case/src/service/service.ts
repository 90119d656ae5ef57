/** Service (送达): APL 61; SAMR-P 81–83. */
import { count, dayOf, timeLimit, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/provisions.js';
import { act } from '../kernel/act.js';
import type { Context } from '../kernel/context.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { attemptActs, attemptFolds } from './attempt.js';
import {
  addressConfirmed,
  decisionMade,
  electronicRecorded,
  partyHeard,
  leavingShown,
  lienWitnessed,
  noticeShown,
  notBeforeDecision,
  otherMethodsFailed,
  proven,
  receiptKept,
  servedOnce,
  signedByOneWhoMay,
} from './provisions.js';
import { confirmedAddress, type UndeliveredReason } from './undelivered.js';

/** SAMR-P 82. */
export const serviceMethods = [
  'direct', // 直接送达
  'lien', // 留置送达
  'electronic', // 电子送达
  'post', // 邮寄送达
  'entrusted', // 委托、转交送达
  'public-notice', // 公告送达
] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** Who signed the receipt: SAMR-P 82(1). */
export const recipients = [
  'addressee', // 受送达人本人，法定代表人、主要负责人
  'adult-family', // 同住成年家属
  'mail-receiver', // 单位负责收件的人
  'agent', // 代理人
  'designated', // 代收人
] as const;
export type Recipient = (typeof recipients)[number];

/** service/serve-decision */
export type ServeDecision = Outside &
  ByOfficers &
  Readonly<{
    method: ServiceMethod;
    /** Return receipt (送达回证), or the returned envelope; without any proof the periods run from the day of entry. */
    proof?: Paper;
    /** Absent: the addressee. */
    receivedBy?: Recipient;
    witness?: string;
    media?: readonly Paper[];
    /** Signed confirmation of the address (送达地址确认书), for electronic service and for what came back. */
    addressConfirmation?: Paper;
    /** Sent back from, or left at, the confirmed address: `occurredAt` is the day of that (SAMR-P 83(2)). */
    notReceived?: UndeliveredReason;
    /** Why other methods failed, for public notice. */
    otherMethodsFailed?: string;
  }>;
export type DecisionServed = Event<
  'DecisionServed',
  Omit<ServeDecision, 'occurredAt'> & { servedOn: LocalDate }
>;
export type Service = Readonly<{ entry: EntryNumber; method: ServiceMethod; servedOn: LocalDate }>;

/** A date only the agency asserts would shorten the party's periods: unproven, the day of entry counts. */
const servedOn = (entry: ServeDecision, context: Context): LocalDate => {
  const from = proven(entry) ? dayOf(happenedAt(entry, context)) : context.today;
  if (entry.method !== 'public-notice') return from;
  const { length, unit, roll } = timeLimit('C23', from);
  return count({ from, length, unit, roll }, context.calendar).due;
};

export const acts = {
  ...attemptActs,
  'service/serve-decision': act<ServeDecision, Recorded<'DecisionServed'>>({
    title: { zh: '送达决定书', en: 'Serve the decision' },
    by: ['officer'],
    requires: [caseOpen, byHandler, decisionMade, servedOnce, partyHeard],
    demands: [
      ...byOfficers,
      ...outsideAct,
      notBeforeDecision,
      receiptKept,
      signedByOneWhoMay,
      lienWitnessed,
      addressConfirmed,
      electronicRecorded,
      ...confirmedAddress,
      leavingShown,
      otherMethodsFailed,
      noticeShown,
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => {
      const { officers, signedPaper, lateReason, method, proof, witness, media } = entry;
      const { addressConfirmation, receivedBy, notReceived, otherMethodsFailed: failed } = entry;
      return [
        {
          type: 'DecisionServed',
          v: 1,
          occurredAt: happenedAt(entry, context),
          actors: officersAsActors(entry, context),
          data: {
            officers,
            ...(signedPaper !== undefined && { signedPaper }),
            ...(lateReason !== undefined && { lateReason }),
            method,
            ...(proof !== undefined && { proof }),
            ...(witness !== undefined && { witness }),
            ...(media !== undefined && { media }),
            ...(receivedBy !== undefined && { receivedBy }),
            ...(addressConfirmation !== undefined && { addressConfirmation }),
            ...(notReceived !== undefined && { notReceived }),
            ...(failed !== undefined && { otherMethodsFailed: failed }),
            servedOn: servedOn(entry, context),
          },
        },
      ];
    },
  }),
};

export const folds: Folds<'DecisionServed' | 'ServiceFailed'> = {
  ...attemptFolds,
  DecisionServed: (_, { revision, data: { method, servedOn } }) => ({
    service: { entry: revision, method, servedOn },
  }),
};
