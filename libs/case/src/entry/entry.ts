/** Entries of the file (案卷记录): confirmed by the second officer, corrected, withdrawn; never edited. */
import type { Instant } from '@anjuan/law';
import type { CaseEvent, Recorded } from '../case-event.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import type { PersonId } from '../kernel/people.js';
import {
  beforeDecision,
  byHandlerOrRecorder,
  confirmationAwaited,
  confirmedByOfficer,
  correctedByHandler,
  entryStands,
  fieldsCorrectable,
  nothingRestsOnIt,
  partysOwnPaper,
  reasonGiven,
  valuesDiffer,
  withdrawable,
  withdrawnInCapacity,
} from './provisions.js';

export { allConfirmed } from './provisions.js';
export { noted, refolds, standing } from './notes.js';

/** entry/confirm: the second officer, as themselves. */
export type ConfirmEntry = Readonly<{ entry: EntryNumber }>;
export type EntryConfirmed = Event<'EntryConfirmed', { entry: EntryNumber }>;
/** entry/correct: new values for fields of the entry's data that may be corrected (`correctable`). */
export type CorrectEntry = Readonly<{
  entry: EntryNumber;
  changes: Readonly<Record<string, string>>;
  reason: string;
}>;
export type EntryCorrected = Event<
  'EntryCorrected',
  { entry: EntryNumber; changes: Readonly<Record<string, string>>; reason: string }
>;
/** entry/withdraw: `paper` is the party's own signed withdrawal, where the party had spoken. */
export type WithdrawEntry = Readonly<{ entry: EntryNumber; reason: string; paper?: Paper }>;
export type EntryWithdrawn = Event<'EntryWithdrawn', WithdrawEntry>;

/** What is remembered of every entry, by its number. */
export type EntryNote = Readonly<{
  entry: EntryNumber;
  type: CaseEvent['type'];
  occurredAt: Instant;
  recordedAt: Instant;
  recordedBy: PersonId;
  /** Officers who acted together; empty for an act of one person. */
  officers: readonly PersonId[];
  /** Officers who have still to confirm. */
  awaits: readonly PersonId[];
  state: 'standing' | 'corrected' | 'withdrawn';
  /** Entry number of its last correction, or of its withdrawal. */
  changedBy?: EntryNumber;
  /** Present values of the fields that may be corrected. */
  values: Readonly<Record<string, string>>;
  /** Earlier entries it refers to. */
  restsOn: readonly EntryNumber[];
}>;

export const acts = {
  'entry/confirm': act<ConfirmEntry, Recorded<'EntryConfirmed'>>({
    title: { zh: '确认记录', en: 'Confirm an entry as the second officer' },
    by: ['officer'],
    evenRecused: true,
    requires: [confirmedByOfficer],
    demands: [entryStands, confirmationAwaited],
    record: ({ entry }, _, { now, actor }) => [
      { type: 'EntryConfirmed', v: 1, occurredAt: now, actors: [actor], data: { entry } },
    ],
  }),
  'entry/correct': act<CorrectEntry, Recorded<'EntryCorrected'>>({
    title: { zh: '更正记录', en: 'Correct an entry' },
    by: ['officer'],
    requires: [correctedByHandler, beforeDecision],
    demands: [entryStands, fieldsCorrectable, valuesDiffer, reasonGiven],
    record: ({ entry, changes, reason }, _, { now, actor }) => [
      {
        type: 'EntryCorrected',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { entry, changes: { ...changes }, reason },
      },
    ],
  }),
  'entry/withdraw': act<WithdrawEntry, Recorded<'EntryWithdrawn'>>({
    title: { zh: '撤回记录', en: 'Withdraw an entry' },
    by: ['officer', 'unit-head'],
    requires: [withdrawnInCapacity, beforeDecision],
    demands: [entryStands, withdrawable, byHandlerOrRecorder, nothingRestsOnIt, partysOwnPaper, reasonGiven],
    record: ({ entry, reason, paper }, _, { now, actor }) => [
      {
        type: 'EntryWithdrawn',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { entry, reason, ...(paper !== undefined && { paper }) },
      },
    ],
  }),
};

/** They change other entries, not slices: `noted` and `standing` do it. */
export const folds: Folds<'EntryConfirmed' | 'EntryCorrected' | 'EntryWithdrawn'> = {
  EntryConfirmed: () => ({}),
  EntryCorrected: () => ({}),
  EntryWithdrawn: () => ({}),
};
