/** When the police do not take the case (提请复议、建议立案监督): TRANS 9, 10. */
import { checkEntry, filled, happenedAt, outsideAct } from '@anjuan/procedure';
import { addDays, dayOf, policy, timeLimit, trans } from '@anjuan/law';
import type { EntryProvision, Event, Outside, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { CrimeTransfer } from './crime-transfer.js';
import { last } from './provisions.js';
import { askReconsiderationSchema, recordReconsiderationSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

export { reconsideredBy } from './words.js';
/** crime-transfer/ask-reconsideration: of the police, or supervision by the procuratorate. `whyLate`: after three days. */
export type AskReconsideration = Entry<typeof askReconsiderationSchema>;
export type ReconsiderationAsked = Event<'ReconsiderationAsked', Omit<AskReconsideration, 'occurredAt'>>;
/** crime-transfer/record-reconsideration */
export type RecordReconsideration = Entry<typeof recordReconsiderationSchema>;
export type ReconsiderationAnswered = Event<
  'ReconsiderationAnswered',
  Omit<RecordReconsideration, 'occurredAt'>
>;

type Transfers = Pick<CaseFile, 'crimeTransfers'>;

export const refusedByPolice: Provision<Transfers> = {
  id: 'crime-transfer/refused-by-the-police',
  cites: trans(9, 1),
  says: '行政执法机关接到公安机关不予立案的通知书后，认为依法应当由公安机关决定立案的，可以自接到不予立案通知书之日起3日内，提请作出不予立案决定的公安机关复议，也可以建议人民检察院依法进行立案监督',
  en: 'The police have refused the case, and nobody has been asked about that yet',
  curedBy: ['crime-transfer/record-answer'],
  holds: (file) => {
    const transfer = last(file);
    return transfer?.answer?.kind === 'refused' && transfer.reconsideration === undefined;
  },
};

/** An alarm, never a bar: whether a late request is heard is for the police to say. */
export const requestedInThreeDays: EntryProvision<Transfers, AskReconsideration> = {
  id: 'crime-transfer/asked-in-three-days',
  cites: trans(9, 1),
  says: '可以自接到不予立案通知书之日起3日内，提请作出不予立案决定的公安机关复议',
  en: 'The police are asked to reconsider within three days of their notice, or it is said why it is late',
  cure: {
    zh: '填写逾期理由，或者建议人民检察院立案监督',
    en: 'Say why it is late, or turn to the procuratorate',
  },
  fields: ['/occurredAt', '/of', '/whyLate'],
  holds: (entry, file, context) => {
    const refused = last(file)?.answer?.on;
    if (entry.of === 'procuratorate' || refused === undefined) return true;
    if (filled(entry.whyLate)) return true;
    return (
      dayOf(happenedAt(entry, context)) <=
      addDays(refused, timeLimit('police-reconsideration', refused).length)
    );
  },
};

export const reconsiderationOpen: Provision<Transfers> = {
  id: 'crime-transfer/reconsideration-asked',
  cites: trans(9, 2),
  says: '作出不予立案决定的公安机关应当自收到行政执法机关提请复议的文件之日起3日内作出立案或者不予立案的决定',
  en: 'The police, or the procuratorate, were asked and have not answered',
  cure: { zh: '先提请复议', en: 'Ask for it first' },
  curedBy: ['crime-transfer/ask-reconsideration'],
  holds: (file) => last(file)?.reconsideration?.answered === false,
};

const inOrder = {
  id: 'crime-transfer/reconsideration-in-order',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  also: [trans(9)],
  says: '提请复议不早于不予立案通知，答复不早于提请',
  en: 'It is not asked before the refusal, nor answered before it was asked',
  cure: checkEntry,
  fields: ['/occurredAt'],
} as const;

export const requestedAfterRefusal: EntryProvision<Transfers, Outside> = {
  ...inOrder,
  holds: (entry, file, context) => (last(file)?.answer?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

/** The same sentence of the answer. */
export const answeredAfterRequest: EntryProvision<Transfers, Outside> = {
  ...inOrder,
  holds: (entry, file, context) =>
    (last(file)?.reconsideration?.on ?? '') <= dayOf(happenedAt(entry, context)),
};

export const reconsiderationActs = {
  'crime-transfer/ask-reconsideration': act<AskReconsideration, Recorded<'ReconsiderationAsked'>>({
    title: { zh: '提请复议或者立案监督', en: 'Ask the police to reconsider' },
    entry: askReconsiderationSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, refusedByPolice],
    demands: [...outsideAct, requestedAfterRefusal, requestedInThreeDays],
    records: 'ReconsiderationAsked',
  }),
  'crime-transfer/record-reconsideration': act<RecordReconsideration, Recorded<'ReconsiderationAnswered'>>({
    title: { zh: '登记复议或者监督结果', en: 'Record what came of it' },
    entry: recordReconsiderationSchema,
    by: ['officer'],
    requires: [leadOrCaseOpen, byHandler, reconsiderationOpen],
    demands: [...outsideAct, answeredAfterRequest],
    records: 'ReconsiderationAnswered',
  }),
};

const lastChanged = ({ crimeTransfers }: Transfers, change: (one: CrimeTransfer) => CrimeTransfer) => ({
  crimeTransfers: crimeTransfers.map((one, index) =>
    index === crimeTransfers.length - 1 ? change(one) : one,
  ),
});

export const reconsiderationEvents: Events<ReconsiderationAsked | ReconsiderationAnswered> = {
  ReconsiderationAsked: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt }) =>
      lastChanged(file, ({ answer, ...one }) => ({
        ...one,
        ...(answer && {
          answer,
          reconsideration: {
            entry: revision,
            on: dayOf(occurredAt),
            answered: false,
            of: { entry: answer.entry, on: answer.on },
          },
        }),
      })),
  ),
  ReconsiderationAnswered: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    (file, { revision, occurredAt, data: { answer } }) =>
      lastChanged(file, ({ reconsideration, ...one }) => ({
        ...one,
        ...(reconsideration && { reconsideration: { ...reconsideration, answered: true } }),
        answer: { entry: revision, on: dayOf(occurredAt), kind: answer },
      })),
  ),
};
