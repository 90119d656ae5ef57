/** What the supervision of enforcement orders of a decision (行政执法监督意见书、决定书): ESR 28, 29. */
import type { Entry } from '@anjuan/entry';
import { apl, esr, policy } from '@anjuan/law';
import {
  checkEntry,
  filled,
  late,
  outsideAct,
  type EntryNumber,
  type EntryProvision,
  type Event,
} from '@anjuan/procedure';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { eventKind, type Events } from '../event-kind.js';
import { orderedExemption } from '../exemption/provisions.js';
import { byThoseInCharge, decided, notBeforeDecision } from '../execution/provisions.js';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { byItself, stillForTheSpot } from '../remedy/on-the-spot.js';
import { recordSupervisionOrderSchema } from './entries.js';
import { orderNotHeavier } from './provisions.js';

/** decision-change/record-supervision-order: happens when it is received. */
export type RecordSupervisionOrder = Entry<typeof recordSupervisionOrderSchema>;
export type SupervisionOrdered = Event<
  'SupervisionOrdered',
  Omit<RecordSupervisionOrder, 'occurredAt'> & {
    /** Of a decision on the spot; absent before 2026-12, when it changed such a decision by itself. */
    against?: EntryNumber;
  }
>;

export type SupervisionOrder = Readonly<{
  entry: EntryNumber;
  kind: Exclude<RecordSupervisionOrder['kind'], 'withdrawn'>;
  ordered?: Outcome;
  /** Entry number of the decision that it is about; absent for a decision on the spot before 2026-12. */
  against?: EntryNumber;
}>;

export const supervisionOrderComplete: EntryProvision<unknown, RecordSupervisionOrder> = {
  id: 'decision-change/supervision-order-complete',
  cites: policy(
    '监督文书写明制发机关、文号和要求；An order of the supervision is entered with its issuer, number and content',
  ),
  also: [esr(28, 2), esr(29)],
  says: '登记行政执法监督文书应当写明制发机关和文号；责令变更的写明变更后的处理，其他的不写',
  en: 'Who issued the order is named, with its number; where it changes the decision, what the decision is to say is entered, and only there',
  cure: checkEntry,
  fields: ['/kind', '/number', '/ordered', '/organ'],
  holds: ({ organ, number, kind, ordered }) =>
    filled(organ) && filled(number) && (kind === 'changed') === (ordered !== undefined),
};

/** ESR 30: the office deals with an objection; what it takes back is an order that was entered and not carried out. */
export const replacedOrderOpen: EntryProvision<
  Pick<CaseFile, 'supervisionOrders' | 'formerDecisions'>,
  RecordSupervisionOrder
> = {
  id: 'decision-change/replaced-order-open',
  cites: policy(
    '撤回、替代针对已登记且尚未执行的监督文书；Only an order that was entered and not carried out is taken back or replaced',
  ),
  also: [esr(30)],
  says: '撤回监督文书应当写明其记录序号；撤回、替代的应当是已登记且尚未执行的监督文书',
  en: 'An order that is taken back is named; it was entered, and has not been carried out yet',
  cure: {
    zh: '填写尚未执行的监督文书的记录序号；已经执行的，登记新的监督文书',
    en: 'Enter the number of an order not carried out yet; after one that was, enter what is ordered now',
  },
  fields: ['/kind', '/replaces'],
  holds: ({ kind, replaces }, { supervisionOrders, formerDecisions }) =>
    replaces === undefined
      ? kind !== 'withdrawn'
      : supervisionOrders.some(({ entry }) => entry === replaces) &&
        !formerDecisions.some(({ remedy }) => remedy === replaces),
};

/** ESR 28 has the agency put it right; the government's decision (ESR 29) puts it right itself. */
export const opinionMadeAnew: EntryProvision<Reviewable, RecordSupervisionOrder> = {
  id: 'decision-change/opinion-on-a-major-decision-made-anew',
  cites: policy(
    '监督意见书要求纠正的重大决定，由机关撤销后重新作出；What an opinion of the supervision finds wrong in a major decision, the agency annuls and makes anew',
  ),
  also: [esr(28), apl(58, 1), apl(75, 2)],
  says: '监督意见书要求纠正需要法制审核的决定的，登记为撤销并重新作出，重新经过法制审核和集体讨论；政府决定纠正的，登记监督决定书',
  en: 'An opinion of the supervision has the agency itself correct: a decision that needs legal review by one that passes it again; only the government’s decision changes or annuls it',
  cure: {
    zh: '意见书登记为撤销并重新作出（annulled-to-redo）；政府制发决定书的，文书种类选择监督决定书',
    en: 'Enter the opinion as an annulment to be made anew; where the government has decided, enter its decision',
  },
  fields: ['/form', '/kind'],
  holds: ({ form, kind }, file, context) =>
    form !== 'opinion' ||
    kind === 'annulled-to-redo' ||
    kind === 'withdrawn' ||
    !legalReviewRequired(file, context),
};

export const supervisionActs = {
  'decision-change/record-supervision-order': act<RecordSupervisionOrder, Recorded<'SupervisionOrdered'>>({
    title: { zh: '登记行政执法监督文书', en: 'Record an order of the supervision of enforcement' },
    entry: recordSupervisionOrderSchema,
    by: ['officer'],
    requires: [byThoseInCharge, decided],
    demands: [
      ...outsideAct,
      notBeforeDecision,
      supervisionOrderComplete,
      opinionMadeAnew,
      orderNotHeavier,
      ...orderedExemption<RecordSupervisionOrder>({
        at: ['/ordered'],
        letting: ({ ordered }) => ({ outcome: ordered }),
      }),
      replacedOrderOpen,
      stillForTheSpot,
    ],
    records: 'SupervisionOrdered',
    data: ({ form, organ, number, kind, replaces, ordered, paper, ...entry }, { summary }) => ({
      form,
      organ,
      number,
      kind,
      ...(replaces !== undefined && { replaces }),
      ...(ordered !== undefined && { ordered: outcomeOf(ordered) }),
      ...(summary !== undefined && { against: summary.entry }),
      paper,
      ...late(entry),
    }),
  }),
};

export const supervisionEvents: Events<SupervisionOrdered> = {
  SupervisionOrdered: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['against', 'replaces'] },
    (file, { revision, data: { kind, ordered, replaces, against = file.decision?.entry } }) => {
      const others = file.supervisionOrders.filter(({ entry }) => entry !== replaces);
      if (kind === 'withdrawn') return { supervisionOrders: others };
      return {
        supervisionOrders: [
          ...others,
          {
            entry: revision,
            kind,
            ...(ordered !== undefined && { ordered }),
            ...(against !== undefined && { against }),
          },
        ],
        ...byItself(file, against, { revision, outcome: kind, ordered }),
      };
    },
  ),
};
