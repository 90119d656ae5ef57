/** Requests for assistance to other agencies (协助调查): SAMR-P 45. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  answeredAfterSent,
  delayForward,
  letterComplete,
  receivedAfterSent,
  requestOpen,
} from './provisions.js';
import { requestAssistanceSchema, recordAssistanceSchema, recordDelaySchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** assistance/request: happens on the day the letter is sent. */
export type RequestAssistance = Entry<typeof requestAssistanceSchema>;
/** assistance/record-answer: evidence in the answer is also entered as evidence. */
export type RecordAssistance = Entry<typeof recordAssistanceSchema>;
/** assistance/record-delay: the other agency says that it needs longer. */
export type RecordDelay = Entry<typeof recordDelaySchema>;

export type AssistanceRequested = Event<'AssistanceRequested', Omit<RequestAssistance, 'occurredAt'>>;
export type AssistanceAnswered = Event<'AssistanceAnswered', Omit<RecordAssistance, 'occurredAt'>>;
export type AssistanceDelayed = Event<'AssistanceDelayed', Omit<RecordDelay, 'occurredAt'>>;

export type Assistance = Readonly<{
  entry: EntryNumber;
  sentOn: LocalDate;
  receivedOn: LocalDate;
  answered?: Readonly<{ entry: EntryNumber; on: LocalDate }>;
  delays: readonly Readonly<{ announcedOn: LocalDate; until: LocalDate }>[];
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  assistance: readonly Assistance[];
}>;
export const empty: Slice = { assistance: [] };

export const acts = {
  'assistance/request': act<RequestAssistance, Recorded<'AssistanceRequested'>>({
    title: { zh: '发出协助调查函', en: 'Request assistance' },
    entry: requestAssistanceSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler],
    demands: [...outsideAct, letterComplete, receivedAfterSent],
    records: 'AssistanceRequested',
  }),
  'assistance/record-answer': act<RecordAssistance, Recorded<'AssistanceAnswered'>>({
    title: { zh: '登记协助调查复函', en: 'Record the answer to a request' },
    entry: recordAssistanceSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler],
    demands: [...outsideAct, requestOpen, answeredAfterSent],
    records: 'AssistanceAnswered',
  }),
  'assistance/record-delay': act<RecordDelay, Recorded<'AssistanceDelayed'>>({
    title: { zh: '登记协助调查延期告知', en: 'Record that an answer takes longer' },
    entry: recordDelaySchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler],
    demands: [...outsideAct, requestOpen, answeredAfterSent, delayForward],
    records: 'AssistanceDelayed',
  }),
};

const changed = (
  all: readonly Assistance[],
  request: EntryNumber,
  change: (one: Assistance) => Assistance,
): readonly Assistance[] => all.map((one) => (one.entry === request ? change(one) : one));

export const events: Events<AssistanceRequested | AssistanceAnswered | AssistanceDelayed> = {
  AssistanceRequested: eventKind(
    { v: 1, volume: 'evidence', personal: {}, withdrawableBy: 'handler' },
    ({ assistance }, { data, revision, occurredAt }) => ({
      assistance: [
        ...assistance,
        {
          entry: revision,
          sentOn: dayOf(occurredAt),
          receivedOn: data.receivedOn ?? dayOf(occurredAt),
          delays: [],
        },
      ],
    }),
  ),
  AssistanceAnswered: eventKind(
    { v: 1, volume: 'evidence', personal: {}, refersTo: ['request'], withdrawableBy: 'handler' },
    ({ assistance }, { data, revision, occurredAt }) => ({
      assistance: changed(assistance, data.request, (one) => ({
        ...one,
        answered: { entry: revision, on: dayOf(occurredAt) },
      })),
    }),
  ),
  AssistanceDelayed: eventKind(
    { v: 1, volume: 'evidence', personal: {}, refersTo: ['request'], withdrawableBy: 'handler' },
    ({ assistance }, { data: { request, until }, occurredAt }) => ({
      assistance: changed(assistance, request, (one) => ({
        ...one,
        delays: [...one.delays, { announcedOn: dayOf(occurredAt), until }],
      })),
    }),
  ),
};
