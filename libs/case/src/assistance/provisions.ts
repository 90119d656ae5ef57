/** What a request for assistance and its answer must show: SAMR-P 45. */
import {
  type EntryNumber,
  type EntryProvision,
  type Outside,
  checkEntry,
  filled,
  happenedAt,
} from '@anjuan/procedure';
import { dayOf, isLocalDate, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { RecordDelay, RequestAssistance } from './assistance.js';

type Requests = Pick<CaseFile, 'assistance'>;
type OfRequest = Outside & Readonly<{ request: EntryNumber }>;
const notBefore = {
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [samrP(45)],
};

export const letterComplete: EntryProvision<unknown, RequestAssistance> = {
  id: 'assistance/letter-complete',
  cites: samrP(45, 1),
  says: '确需有关机关或者其他市场监督管理部门协助调查取证的，应当出具协助调查函',
  en: 'The letter names the agency that is asked and what it is asked for',
  cure: { zh: '写明协助机关和协助事项', en: 'Name the agency and the matter' },
  fields: ['/agency', '/what'],
  holds: ({ agency, what }) => filled(agency) && filled(what),
};

export const receivedAfterSent: EntryProvision<unknown, RequestAssistance> = {
  ...notBefore,
  id: 'assistance/received-after-it-was-sent',
  says: '收到协助调查函的日期不得早于发出日期，也不得晚于今日',
  en: 'A letter is received neither before it was sent nor in the future',
  cure: checkEntry,
  fields: ['/occurredAt', '/receivedOn'],
  holds: (entry, _, context) =>
    entry.receivedOn === undefined ||
    (isLocalDate(entry.receivedOn) &&
      dayOf(happenedAt(entry, context)) <= entry.receivedOn &&
      entry.receivedOn <= context.today),
};

export const requestOpen: EntryProvision<Requests, OfRequest> = {
  id: 'assistance/request-open',
  cites: policy('复函、延期针对尚未答复的协查请求；What is answered is a request that still waits'),
  also: [samrP(45, 2)],
  says: '复函、延期告知应当针对已经发出、尚未答复的协助调查函',
  en: 'The answer or delay belongs to a request that was sent and has not been answered',
  curedBy: ['assistance/request'],
  fields: ['/request'],
  holds: ({ request }, { assistance }) =>
    assistance.some(({ entry, answered }) => entry === request && answered === undefined),
};

export const answeredAfterSent: EntryProvision<Requests, OfRequest> = {
  ...notBefore,
  id: 'assistance/answered-after-it-was-sent',
  says: '复函、延期告知不得早于协助调查函发出之日',
  en: 'Nothing is answered before it was asked',
  cure: checkEntry,
  fields: ['/occurredAt', '/request'],
  holds: (entry, { assistance }, context) => {
    const requested = assistance.find((one) => one.entry === entry.request);
    return requested === undefined || requested.sentOn <= dayOf(happenedAt(entry, context));
  },
};

/** That it was announced too late is a fact of the file: the clock does not follow it then. */
export const delayForward: EntryProvision<unknown, RecordDelay> = {
  id: 'assistance/delay-has-its-day',
  cites: samrP(45, 2),
  says: '需要延期完成的，应当在期限届满前告知提出协查请求的市场监督管理部门',
  en: 'The announced delay has a day that is not past when it is announced',
  cure: checkEntry,
  fields: ['/occurredAt', '/until'],
  holds: (entry, _, context) => isLocalDate(entry.until) && dayOf(happenedAt(entry, context)) <= entry.until,
};
