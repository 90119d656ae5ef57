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
import {
  addressConfirmed,
  decisionMade,
  partyHeard,
  lienWitnessed,
  notBeforeDecision,
  otherMethodsFailed,
  proven,
  receiptKept,
  servedOnce,
} from './provisions.js';

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

/** service/serve-decision */
export type ServeDecision = Outside &
  ByOfficers &
  Readonly<{
    method: ServiceMethod;
    /** Return receipt (送达回证); without any proof the party's periods run from the day of entry. */
    proof?: Paper;
    witness?: string;
    media?: readonly Paper[];
    /** Signed confirmation of the address (送达地址确认书), for electronic service. */
    addressConfirmation?: Paper;
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
  'service/serve-decision': act<ServeDecision, Recorded<'DecisionServed'>>({
    title: { zh: '送达决定书', en: 'Serve the decision' },
    by: ['officer'],
    requires: [caseOpen, byHandler, decisionMade, servedOnce, partyHeard],
    demands: [
      ...byOfficers,
      ...outsideAct,
      notBeforeDecision,
      receiptKept,
      lienWitnessed,
      addressConfirmed,
      otherMethodsFailed,
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => {
      const { officers, signedPaper, lateReason, method, proof, witness, media } = entry;
      const { addressConfirmation, otherMethodsFailed: failed } = entry;
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
            ...(addressConfirmation !== undefined && { addressConfirmation }),
            ...(failed !== undefined && { otherMethodsFailed: failed }),
            servedOn: servedOn(entry, context),
          },
        },
      ];
    },
  }),
};

export const folds: Folds<'DecisionServed'> = {
  DecisionServed: (_, { revision, data: { method, servedOn } }) => ({
    service: { entry: revision, method, servedOn },
  }),
};
