/** Requests for assistance to other agencies (协助调查): SAMR-P 45. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { late } from '../evidence/recorded.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import {
  answeredAfterSent,
  delayForward,
  letterComplete,
  receivedAfterSent,
  requestOpen,
} from './provisions.js';

/** assistance/request: happens on the day the letter is sent. */
export type RequestAssistance = Outside &
  Readonly<{
    agency: string;
    what: string;
    letter: Paper;
    /** Day the other agency received it, where it is known; the period runs from the sending else. */
    receivedOn?: LocalDate;
  }>;
/** assistance/record-answer: what was sent as evidence is entered as evidence besides. */
export type RecordAssistance = Outside & Readonly<{ request: EntryNumber; paper: Paper }>;
/** assistance/record-delay: the other agency says that it needs longer. */
export type RecordDelay = RecordAssistance & Readonly<{ until: LocalDate }>;

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

export const acts = {
  'assistance/request': act<RequestAssistance, Recorded<'AssistanceRequested'>>({
    title: { zh: '发出协助调查函', en: 'Request assistance' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...outsideAct, letterComplete, receivedAfterSent],
    record: (entry, _, context) => [
      {
        type: 'AssistanceRequested',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          agency: entry.agency,
          what: entry.what,
          letter: entry.letter,
          ...(entry.receivedOn !== undefined && { receivedOn: entry.receivedOn }),
          ...late(entry),
        },
      },
    ],
  }),
  'assistance/record-answer': act<RecordAssistance, Recorded<'AssistanceAnswered'>>({
    title: { zh: '登记协助调查复函', en: 'Record the answer to a request' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...outsideAct, requestOpen, answeredAfterSent],
    record: (entry, _, context) => [
      {
        type: 'AssistanceAnswered',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { request: entry.request, paper: entry.paper, ...late(entry) },
      },
    ],
  }),
  'assistance/record-delay': act<RecordDelay, Recorded<'AssistanceDelayed'>>({
    title: { zh: '登记协助调查延期告知', en: 'Record that an answer takes longer' },
    by: ['officer'],
    requires: [caseOpen, byHandler],
    demands: [...outsideAct, requestOpen, answeredAfterSent, delayForward],
    record: (entry, _, context) => [
      {
        type: 'AssistanceDelayed',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: { request: entry.request, paper: entry.paper, until: entry.until, ...late(entry) },
      },
    ],
  }),
};

const changed = (
  all: readonly Assistance[],
  request: EntryNumber,
  change: (one: Assistance) => Assistance,
): readonly Assistance[] => all.map((one) => (one.entry === request ? change(one) : one));

export const folds: Folds<'AssistanceRequested' | 'AssistanceAnswered' | 'AssistanceDelayed'> = {
  AssistanceRequested: ({ assistance }, { data, revision, occurredAt }) => ({
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
  AssistanceAnswered: ({ assistance }, { data, revision, occurredAt }) => ({
    assistance: changed(assistance, data.request, (one) => ({
      ...one,
      answered: { entry: revision, on: dayOf(occurredAt) },
    })),
  }),
  AssistanceDelayed: ({ assistance }, { data: { request, until }, occurredAt }) => ({
    assistance: changed(assistance, request, (one) => ({
      ...one,
      delays: [...one.delays, { announcedOn: dayOf(occurredAt), until }],
    })),
  }),
};
