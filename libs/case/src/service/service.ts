/** Service (送达): APL 61; SAMR-P 81–83. */
import type { FailedService, ServiceFailed } from './attempt.js';
import { count, dayOf, timeLimit, type LocalDate } from '@anjuan/law';
import { happenedAt, outsideAct } from '@anjuan/procedure';
import type { Context, EntryNumber, Event } from '@anjuan/procedure';
import { byOfficers } from '../officers.js';
import { asIssued, paperServed, type Service as PaperService } from '../paper/issued.js';
import { stillThere } from '../party/provisions.js';
import { notTerminated } from '../suspension/provisions.js';
import { anewOf } from '../entry/anew.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { attemptActs, attemptEvents } from './attempt.js';
import {
  addressConfirmed,
  decisionMade,
  partyHeard,
  notBeforeDecision,
  otherMethodsFailed,
  proven,
  servedAs,
  notBeforeTheNotice,
  publishedOnce,
  servedOnceOrInPublic,
  shownToBeServed,
} from './provisions.js';
import { openToServe, servedByHandler } from './reached.js';
import { serveDecisionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { ServiceMethod } from './words.js';
import type { PartsOf } from '../of-party.js';

export { serviceMethods, type ServiceMethod, recipients, type Recipient } from './words.js';

/** service/serve-decision */
export type ServeDecision = Entry<typeof serveDecisionSchema>;
export type DecisionServed = Event<
  'DecisionServed',
  Omit<ServeDecision, 'occurredAt'> & {
    servedOn: LocalDate;
    /** The entry by which the paper was issued. */
    issued?: EntryNumber;
    anewOf?: EntryNumber;
  }
>;
export type Service = Readonly<{
  entry: EntryNumber;
  method: ServiceMethod;
  servedOn: LocalDate;
  /** The public notice that ran when the party received the decision itself (SAMR-P 81, 82(1)). */
  inPlaceOf?: EntryNumber;
}>;

/** A date only the agency asserts would shorten the party's periods: unproven, the day of entry counts. */
const servedOn = (entry: ServeDecision, context: Context): LocalDate => {
  const from = proven(entry) ? dayOf(happenedAt(entry, context)) : context.today;
  if (entry.method !== 'public-notice') return from;
  const { length, unit, roll } = timeLimit('public-notice', from);
  return count({ from, length, unit, roll }, context.calendar).due;
};

const ofDecision: PaperService<ServeDecision> = {
  kind: 'decision',
  at: '/paper',
  paper: ({ paper }) => paper,
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  service?: Service | undefined;
  /** Tried in vain, in that order; absent where none was. */
  failedServices?: readonly FailedService[] | undefined;
}>;
export const empty: Slice = {};
export const ofParty = { service: true, failedServices: true } as const satisfies PartsOf<Slice>;

export const acts = {
  ...attemptActs,
  'service/serve-decision': act<ServeDecision, Recorded<'DecisionServed'>>({
    title: { zh: '送达决定书', en: 'Serve the decision' },
    entry: serveDecisionSchema,
    by: ['officer'],
    requires: [
      openToServe,
      servedByHandler,
      decisionMade,
      notTerminated,
      stillThere,
      servedOnceOrInPublic,
      partyHeard,
    ],
    demands: [
      ...byOfficers,
      ...outsideAct,
      notBeforeDecision,
      publishedOnce,
      notBeforeTheNotice,
      addressConfirmed,
      otherMethodsFailed,
      ...shownToBeServed,
      ...asIssued(ofDecision),
    ],
    records: 'DecisionServed',
    data: (entry, file, context) => {
      const { officers, signedPaper, lateReason } = entry;
      return {
        officers,
        ...(signedPaper !== undefined && { signedPaper }),
        ...(lateReason !== undefined && { lateReason }),
        ...servedAs(entry),
        ...paperServed(ofDecision, entry, file),
        servedOn: servedOn(entry, context),
        ...anewOf(file, file.service?.entry, context),
      };
    },
  }),
};

export const events: Events<DecisionServed | ServiceFailed> = {
  ...attemptEvents,
  DecisionServed: eventKind(
    { v: 1, volume: 'decision', personal: { '/witness': 'witness' }, refersTo: ['issued'] },
    ({ service: before }, { revision, data: { method, servedOn, anewOf: anew } }) => ({
      service: {
        entry: revision,
        method,
        servedOn,
        ...(before?.method === 'public-notice' && anew === undefined && { inPlaceOf: before.entry }),
      },
    }),
  ),
};
