/** A failed service, which the file must describe before service by public notice (SAMR-P 82(5)). */
import { apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import { filled, happenedAt, outsideAct } from '@anjuan/procedure';
import type { EntryNumber, EntryProvision, Event } from '@anjuan/procedure';
import { asItStandsSince } from '../decision-change/standing.js';
import { byOfficers } from '../officers.js';
import type { CaseFile } from '../steps.js';
import { notTerminated } from '../suspension/provisions.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { decisionMade, servedOnce } from './provisions.js';
import { openToServe, servedByHandler } from './reached.js';
import type { ServiceMethod } from './service.js';
import { recordFailureSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** service/record-failure: nobody there, moved away, sent back. `proof`: the returned envelope, a picture, a note. */
export type RecordFailure = Entry<typeof recordFailureSchema>;
export type ServiceFailed = Event<'ServiceFailed', Omit<RecordFailure, 'occurredAt'>>;
export type FailedService = Readonly<{ entry: EntryNumber; method: ServiceMethod; on: LocalDate }>;

export const failureExplained: EntryProvision<unknown, RecordFailure> = {
  id: 'service/failure-explained',
  cites: samrP(82, undefined, 5),
  also: [apl(47)],
  says: '公告送达，应当在案件材料中载明原因和经过',
  en: 'What was tried, and why it failed, stands in the file',
  cure: { zh: '写明未能送达的原因和经过', en: 'Say why and how it failed' },
  fields: ['/why'],
  holds: ({ why }) => filled(why),
};

/** A public notice reaches everybody; it cannot fail. */
export const failsInPerson: EntryProvision<unknown, RecordFailure> = {
  id: 'service/public-notice-does-not-fail',
  cites: samrP(82, undefined, 5),
  says: '自公告发布之日起经过三十日，即视为送达',
  en: 'A public notice is served by the passing of its days',
  cure: { zh: '登记公告之前采用的送达方式', en: 'Name the method that was tried before' },
  fields: ['/method'],
  holds: ({ method }) => method !== 'public-notice',
};

export const triedAfterDecision: EntryProvision<
  Pick<CaseFile, 'decision' | 'formerDecisions' | 'summary'>,
  RecordFailure
> = {
  id: 'service/tried-after-the-decision',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '送达不早于决定',
  en: 'Nobody tries to serve a decision before it is made, or changed into what it says now',
  cure: { zh: '核对送达日期', en: 'Check the day' },
  fields: ['/occurredAt'],
  holds: (entry, file, context) => (asItStandsSince(file)?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

export const attemptActs = {
  'service/record-failure': act<RecordFailure, Recorded<'ServiceFailed'>>({
    title: { zh: '登记未能送达', en: 'Record a service that failed' },
    entry: recordFailureSchema,
    by: ['officer'],
    requires: [openToServe, servedByHandler, decisionMade, notTerminated, servedOnce],
    demands: [...byOfficers, ...outsideAct, triedAfterDecision, failsInPerson, failureExplained],
    records: 'ServiceFailed',
  }),
};

export const attemptEvents: Events<ServiceFailed> = {
  ServiceFailed: eventKind(
    { v: 1, volume: 'decision', personal: {} },
    ({ failedServices = [] }, { revision, occurredAt, data }) => ({
      failedServices: [...failedServices, { entry: revision, method: data.method, on: dayOf(occurredAt) }],
    }),
  ),
};
