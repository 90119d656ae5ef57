/** Reconsideration and litigation (行政复议、行政诉讼) of the decision: APL 73; ARL 20; ALL 45, 46. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { late, outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { byItself, stillForTheSpot } from './on-the-spot.js';
import * as law from './provisions.js';
import { recordAcceptanceSchema, recordRemedyOutcomeSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { type remedyKinds, type RemedyOutcome } from './words.js';
import type { PartsOf } from '../of-party.js';

export { remedyKinds, remedyOutcomes, type RemedyOutcome } from './words.js';

/** Reconsideration or a suit, from its acceptance until its outcome is final. */
export type Remedy = Readonly<{
  entry: EntryNumber;
  kind: (typeof remedyKinds)[number];
  acceptedOn: LocalDate;
  /**
   * Entry number of the decision that it is against: the one that its outcome names, else its acceptance, else the one
   * in force then; absent for a decision on the spot in entries of before 2026-12.
   */
  against?: EntryNumber;
  /** `ordered`: what the decision says from then on; absent where nothing is changed, and in entries of before 2026-12. */
  concluded?: Readonly<{
    entry: EntryNumber;
    on: LocalDate;
    outcome: RemedyOutcome;
    ordered?: Outcome;
    redoUntil?: LocalDate;
  }>;
}>;

/** remedy/record-acceptance: happens when the organ or the court accepts it. A late one is the organ's to judge. */
export type RecordAcceptance = Entry<typeof recordAcceptanceSchema>;
export type RemedyAccepted = Event<'RemedyAccepted', Omit<RecordAcceptance, 'occurredAt'>>;
/** remedy/record-outcome: the outcome that is final; happens when it is received. */
export type RecordOutcome = Entry<typeof recordRemedyOutcomeSchema>;
export type RemedyConcluded = Event<'RemedyConcluded', Omit<RecordOutcome, 'occurredAt'>>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** In the order they were accepted. */
  remedies: readonly Remedy[];
}>;
export const empty: Slice = { remedies: [] };
export const ofParty = { remedies: true } as const satisfies PartsOf<Slice>;

/** Of a decision on the spot it is always in the event, which tells an order from what changed it by itself. */
const decisionMeant = (
  file: Pick<CaseFile, 'summary'>,
  entered: EntryNumber | undefined,
): Readonly<{ against?: EntryNumber }> => {
  const against = entered ?? file.summary?.entry;
  return against === undefined ? {} : { against };
};

/** Also in a case that is closed or archived: the party's time is longer. They stop no execution (APL 73(1)). */
export const acts = {
  'remedy/record-acceptance': act<RecordAcceptance, Recorded<'RemedyAccepted'>>({
    title: { zh: '登记行政复议、诉讼受理', en: 'Record that a remedy was accepted' },
    entry: recordAcceptanceSchema,
    by: ['officer'],
    requires: [byThoseInCharge, law.decisionReceived],
    demands: [
      ...outsideAct,
      law.oneAtATime,
      law.organNamed,
      law.againstDecision,
      law.servedDecisionNamed,
      law.acceptedAfterReceipt,
    ],
    records: 'RemedyAccepted',
    data: ({ kind, organ, number, against, notice, ...entry }, file) => ({
      kind,
      organ,
      number,
      ...decisionMeant(file, against),
      notice,
      ...late(entry),
    }),
  }),
  'remedy/record-outcome': act<RecordOutcome, Recorded<'RemedyConcluded'>>({
    title: { zh: '登记行政复议、诉讼结果', en: 'Record the outcome of a remedy' },
    entry: recordRemedyOutcomeSchema,
    by: ['officer'],
    requires: [byThoseInCharge],
    demands: [
      ...outsideAct,
      law.pending,
      law.replacedNotCarriedOut,
      law.againstDecision,
      law.decisionNamed,
      law.concludedAfterAcceptance,
      law.orderStated,
      law.redoneUntil,
      stillForTheSpot,
    ],
    records: 'RemedyConcluded',
    data: ({ remedy, outcome, against, replaces, ordered, redoUntil, paper, ...entry }, file) => ({
      remedy,
      outcome,
      ...decisionMeant(file, against),
      ...(replaces !== undefined && { replaces }),
      ...(ordered !== undefined && { ordered: outcomeOf(ordered) }),
      ...(redoUntil !== undefined && { redoUntil }),
      paper,
      ...late(entry),
    }),
  }),
};

export const events: Events<RemedyAccepted | RemedyConcluded> = {
  RemedyAccepted: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['against'] },
    ({ remedies, decision }, { revision, occurredAt, data: { kind, against = decision?.entry } }) => ({
      remedies: [
        ...remedies,
        {
          entry: revision,
          kind,
          acceptedOn: dayOf(occurredAt),
          ...(against !== undefined && { against }),
        },
      ],
    }),
  ),
  RemedyConcluded: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['remedy', 'against', 'replaces'] },
    (file, event) => {
      const { outcome, ordered, redoUntil, remedy, against } = event.data;
      const concluded = {
        entry: event.revision,
        on: dayOf(event.occurredAt),
        outcome,
        ...(ordered !== undefined && { ordered }),
        ...(redoUntil !== undefined && { redoUntil }),
      };
      return {
        remedies: file.remedies.map((one) =>
          one.entry === remedy ? { ...one, ...(against !== undefined && { against }), concluded } : one,
        ),
        ...byItself(file, against, { revision: event.revision, outcome, ordered }),
      };
    },
  ),
};
