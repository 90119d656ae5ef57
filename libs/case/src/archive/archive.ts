/** Archive (归档): SAMR-P 78–79. */
import { doneOnce } from '@anjuan/procedure';
import { dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import type { EntryNote } from '../entry/entry.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { volumes } from './volumes.js';
import { archiveCaseSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** archive/archive */
export type ArchiveCase = Entry<typeof archiveCaseSchema>;
export type CaseArchived = Event<
  'CaseArchived',
  {
    /** Entry numbers in the order of SAMR-P 78: main volume (正卷), sub-volume (副卷). */
    mainVolume: readonly EntryNumber[];
    subVolume: readonly EntryNumber[];
    note?: string;
  }
>;
export type Archived = Readonly<{ entry: EntryNumber; archivedOn: LocalDate }>;

export const afterClosure: Provision<Pick<CaseFile, 'closure'>> = {
  id: 'archive/after-closure',
  cites: samrP(78),
  says: '结案后，办案人员应当将案件材料按照档案管理的有关规定立卷归档',
  en: 'The file is archived once the case is closed',
  cure: { zh: '先办理结案', en: 'Close the case first' },
  curedBy: ['closure/request', 'closure/approve'],
  holds: ({ closure }) => closure !== undefined,
};

/** A look is entered for the auditor, and belongs to no volume's contents. */
const isOfTheFile = ({ type, state }: EntryNote): boolean =>
  state !== 'withdrawn' && type !== 'ReporterIdentityLookedAt';

export const archivedOnce: Provision<Pick<CaseFile, 'archived' | 'entries'>> = {
  id: 'archive/archived-once',
  cites: policy(
    '一案归档一次，归档后形成的材料补充归档；A case is archived once, and what comes in afterwards is added',
  ),
  also: [samrP(78)],
  says: '案卷归档应当一案一卷、材料齐全、规范有序',
  en: 'The file has not been archived yet, or something was entered since: a judgment, a refund, a publication',
  noCure: doneOnce,
  holds: ({ archived, entries }) =>
    archived === undefined || entries.some((note) => note.entry > archived.entry && isOfTheFile(note)),
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  archived?: Archived | undefined;
}>;
export const empty: Slice = {};

export const acts = {
  'archive/archive': act<ArchiveCase, Recorded<'CaseArchived'>>({
    title: { zh: '归档', en: 'Archive the file' },
    entry: archiveCaseSchema,
    by: ['officer'],
    requires: [byThoseInCharge, afterClosure, archivedOnce],
    demands: [],
    records: 'CaseArchived',
    data: ({ note }, file) => ({ ...volumes(file), ...(note !== undefined && { note }) }),
  }),
};

export const events: Events<CaseArchived> = {
  CaseArchived: eventKind({ v: 1, volume: 'other-sub', personal: {} }, (_, { revision, occurredAt }) => ({
    archived: { entry: revision, archivedOn: dayOf(occurredAt) },
  })),
};
