/** Notice before the decision (行政处罚告知): APL 44, 62, 63; SAMR-P 57. */
import type { LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { Context } from '../kernel/context.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import { penaltyOf } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import { proposalApproved, reviewPassed } from '../proposal/provisions.js';
import { opinionsGivenAgain } from '../recusal/provisions.js';
import { dueDate } from '../review/due-date.js';
import { beforeDecision } from '../review/provisions.js';
import type { ServiceMethod } from '../service/service.js';
import type { UndeliveredReason } from '../service/undelivered.js';
import {
  allowedMethod,
  asApproved,
  factsTold,
  hearingRightTold,
  notHeavierForSpeaking,
  penaltyProposed,
  servedAfterApproval,
} from './provisions.js';
import { servedOnOf } from './served.js';

/** notice/serve */
export type ServeNotice = Outside &
  ByOfficers &
  Readonly<{
    penalties: readonly Penalty[];
    facts: string;
    hearingRightTold: boolean;
    method: ServiceMethod;
    /** Return receipt (送达回证). Without it the party's period runs from the day of entry. */
    proof?: Paper;
    /** Signed confirmation of the address (送达地址确认书), for electronic service and for what came back. */
    addressConfirmation?: Paper;
    /** Sent back from, or left at, the confirmed address: `occurredAt` is the day of that (SAMR-P 83(2)). */
    notReceived?: UndeliveredReason;
    /** Why other methods failed, for public notice. */
    otherMethodsFailed?: string;
  }>;
export type NoticeServed = Event<
  'NoticeServed',
  Omit<ServeNotice, 'occurredAt'> & {
    /** Day the party's period is counted from. */
    servedOn: LocalDate;
    /** Last day to make a statement or ask for a hearing (APL 64(1), SAMR-P 57(2)). */
    lastDay: LocalDate;
    provisional: boolean;
  }
>;
/** The last notice counts: it replaces the ones before and starts the period anew. */
export type Notice = Readonly<{
  entry: EntryNumber;
  servedOn: LocalDate;
  lastDay: LocalDate;
  hearingRightTold: boolean;
  penalties: readonly Penalty[];
}>;

const periodOf = (entry: ServeNotice, context: Context) => {
  const servedOn = servedOnOf(entry, context);
  const { due, provisional } = dueDate('C14', servedOn, context);
  return { servedOn, lastDay: due, provisional };
};

export const acts = {
  'notice/serve': act<ServeNotice, Recorded<'NoticeServed'>>({
    title: { zh: '送达行政处罚告知书', en: 'Serve the notice of the proposed penalty' },
    by: ['officer'],
    requires: [
      caseOpen,
      byHandler,
      beforeDecision,
      penaltyProposed,
      opinionsGivenAgain,
      reviewPassed,
      proposalApproved,
    ],
    demands: [
      ...byOfficers,
      ...outsideAct,
      servedAfterApproval,
      asApproved,
      factsTold,
      hearingRightTold,
      notHeavierForSpeaking,
      ...allowedMethod,
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'NoticeServed',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          officers: [...entry.officers],
          ...(entry.signedPaper !== undefined && { signedPaper: entry.signedPaper }),
          penalties: entry.penalties.map(penaltyOf),
          facts: entry.facts,
          hearingRightTold: entry.hearingRightTold,
          method: entry.method,
          ...(entry.proof !== undefined && { proof: entry.proof }),
          ...(entry.addressConfirmation !== undefined && { addressConfirmation: entry.addressConfirmation }),
          ...(entry.notReceived !== undefined && { notReceived: entry.notReceived }),
          ...(entry.otherMethodsFailed !== undefined && { otherMethodsFailed: entry.otherMethodsFailed }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
          ...periodOf(entry, context),
        },
      },
    ],
  }),
};

export const folds: Folds<'NoticeServed'> = {
  NoticeServed: ({ notices }, { data, revision }) => ({
    notices: [
      ...notices,
      {
        entry: revision,
        servedOn: data.servedOn,
        lastDay: data.lastDay,
        hearingRightTold: data.hearingRightTold,
        penalties: data.penalties,
      },
    ],
  }),
};
