/** Entries of the file (案卷记录): confirmed by the second officer, corrected, withdrawn; never edited. */
import type { Instant } from '@anjuan/law';
import type { Capacity, EntryNumber, Event, Paper, PersonId } from '@anjuan/procedure';
import type { CaseEvent, Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type EventAttributes, type Events } from '../event-kind.js';
import { resultCorrected } from '../evidence/result-corrected.js';
import { statementCorrected } from '../statement/corrected.js';
import {
  beforeDecision,
  byHandlerOrRecorder,
  confirmationAwaited,
  confirmedByOfficer,
  correctedByHandler,
  entryInForce,
  fieldsCorrectable,
  goneSince,
  nothingRestsOnIt,
  paperOfTheAbsent,
  partysOwnPaper,
  reasonGiven,
  valuesDiffer,
  withdrawable,
  withdrawnInCapacity,
} from './provisions.js';
import { headOfTheUnit } from '../initiation/units.js';
import { confirmEntrySchema, correctEntrySchema, withdrawEntrySchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

export { allConfirmed } from './provisions.js';
export { noted, refolds, standing } from './notes.js';

/** entry/confirm: the second officer, as themselves; or, of one who has left since, the paper they signed. */
export type ConfirmEntry = Entry<typeof confirmEntrySchema>;
/** `inPlaceOf`: former officers whose signatures the paper bears. */
export type EntryConfirmed = Event<
  'EntryConfirmed',
  { entry: EntryNumber; paper?: Paper; inPlaceOf?: readonly PersonId[] }
>;
/** entry/correct: new values for fields of the entry's data that may be corrected (`correctable`). */
export type CorrectEntry = Entry<typeof correctEntrySchema>;
export type EntryCorrected = Event<
  'EntryCorrected',
  { entry: EntryNumber; changes: Readonly<Record<string, string>>; reason: string }
>;
/** entry/withdraw: `paper` is the party's own signed withdrawal, where the party had spoken. */
export type WithdrawEntry = Entry<typeof withdrawEntrySchema>;
export type EntryWithdrawn = Event<'EntryWithdrawn', WithdrawEntry>;

/** What is remembered of every entry, by its number. */
export type EntryNote = Readonly<{
  entry: EntryNumber;
  type: CaseEvent['type'];
  occurredAt: Instant;
  recordedAt: Instant;
  recordedBy: PersonId;
  /** The capacity in which it was recorded. */
  as?: Capacity;
  /** Officers who acted together; empty for an act of one person. */
  officers: readonly PersonId[];
  /** Officers who have still to confirm. */
  awaits: readonly PersonId[];
  /** Officers whom others have named and who confirmed it at no time, also once it is withdrawn. */
  neverConfirmed: readonly PersonId[];
  /** The entry that did it anew: somebody left before they had confirmed it, and it was never completed. */
  doneAnewBy?: EntryNumber;
  /** The principal has refused what it reports: nobody is asked to confirm it any more. */
  refused?: true;
  state: 'standing' | 'corrected' | 'withdrawn';
  /** Entry number of its last correction, or of its withdrawal. */
  changedBy?: EntryNumber;
  /** Present values of the fields that may be corrected. */
  values: Readonly<Record<string, string>>;
  /** The party that it names, where the case has several: the entry of its joining, or of the filing. */
  ofParty?: EntryNumber;
  /** Earlier entries it refers to. */
  restsOn: readonly EntryNumber[];
  /** The entry it is filed with. */
  filedWith?: EntryNumber;
  /** What its step says of its type. */
  attributes: EventAttributes;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  entries: readonly EntryNote[];
  /** In what is seen of one party of several: those of the others, in which people acted too. */
  entriesOfOthers?: readonly EntryNote[];
}>;
export const empty: Slice = { entries: [] };

export const acts = {
  'entry/confirm': act<ConfirmEntry, Recorded<'EntryConfirmed'>>({
    title: { zh: '确认记录', en: 'Confirm an entry as the second officer' },
    entry: confirmEntrySchema,
    by: ['officer'],
    exemptFrom: ['recusal/not-recused'],
    requires: [confirmedByOfficer],
    demands: [entryInForce, confirmationAwaited, paperOfTheAbsent],
    records: 'EntryConfirmed',
    data: ({ entry, paper }, file, context) => ({
      entry,
      ...(paper !== undefined && { paper, inPlaceOf: goneSince(file, entry, context) }),
    }),
  }),
  'entry/correct': act<CorrectEntry, Recorded<'EntryCorrected'>>({
    title: { zh: '更正记录', en: 'Correct an entry' },
    entry: correctEntrySchema,
    by: ['officer'],
    requires: [correctedByHandler, beforeDecision],
    demands: [entryInForce, fieldsCorrectable, valuesDiffer, reasonGiven],
    records: 'EntryCorrected',
    data: ({ entry, changes, reason }) => ({ entry, changes: { ...changes }, reason }),
  }),
  'entry/withdraw': act<WithdrawEntry, Recorded<'EntryWithdrawn'>>({
    title: { zh: '撤回记录', en: 'Withdraw an entry' },
    entry: withdrawEntrySchema,
    by: ['officer', 'unit-head'],
    requires: [withdrawnInCapacity, headOfTheUnit, beforeDecision],
    demands: [entryInForce, withdrawable, byHandlerOrRecorder, nothingRestsOnIt, partysOwnPaper, reasonGiven],
    records: 'EntryWithdrawn',
  }),
};

/** They change other entries: `noted` and `standing` do it. */
export const events: Events<EntryConfirmed | EntryCorrected | EntryWithdrawn> = {
  EntryConfirmed: eventKind({ v: 1, volume: 'other-sub', filedWith: 'entry', personal: {} }, () => ({})),
  EntryCorrected: eventKind(
    {
      v: 1,
      volume: 'other-sub',
      filedWith: 'entry',
      personal: { '/changes/person': 'person', '/changes/provider': 'provider' },
    },
    // The only change that the order of the entries makes: what came after the correction knew of it.
    ({ evidence, statements }, { revision, data: { entry } }) => ({
      evidence: resultCorrected(evidence, entry),
      statements: statementCorrected(statements, entry, revision),
    }),
  ),
  EntryWithdrawn: eventKind({ v: 1, volume: 'other-sub', personal: {} }, () => ({})),
};
