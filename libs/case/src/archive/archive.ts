/** Archive (归档): SAMR-P 78–79. */
import { doneOnce } from '@anjuan/procedure';
import { dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Provision } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
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

export const archivedOnce: Provision<Pick<CaseFile, 'archived'>> = {
  id: 'archive/archived-once',
  cites: policy('一案只归档一次；A case is archived once'),
  also: [samrP(78)],
  says: '案卷归档应当一案一卷、材料齐全、规范有序',
  en: 'The file has not been archived yet',
  noCure: doneOnce,
  holds: ({ archived }) => archived === undefined,
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
