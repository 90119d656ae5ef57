/** What was entered of people in the registry (人员登记记录): an item for each entry, of every person. */
import type { Instant, Json } from '@anjuan/event-store';
import { personVersions, writtenBefore } from '@anjuan/registry';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type Page, type PageQuery } from '../../page.js';
import { registryRecord, type RegistryEvent } from '../../registry-record.js';
import { served, type Marked } from '../../served.js';
import type { View, ViewRecord } from '../../view.js';

const people = registryRecord({
  name: 'person',
  path: 'people',
  title: { zh: '人员登记', en: 'People in the registry' },
  versions: personVersions,
  writtenBefore,
  // A list has no names: they are read from the registry.
  hidden: ['staff'],
});

export type RegistryEntryRow = Readonly<{
  personId: string;
  entry: number;
  agency: string;
  type: string;
  recordedAt: Instant;
  recordedBy: string;
  capacity: string | null;
  data: Json;
}>;

const capacityOf = ({ actors: [first] }: RegistryEvent): string | null => first?.capacity ?? null;

const withoutName = (data: unknown): Json => {
  const { name: _, ...rest } = data as Readonly<Record<string, Json>>;
  return rest;
};

export const registryEntriesView: View<RegistryEvent, null> = {
  of: people,
  name: 'registry-entries',
  version: '1',
  columns: `
    person_id text COLLATE "C" NOT NULL,
    entry integer NOT NULL,
    agency text NOT NULL,
    type text NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    recorded_by text NOT NULL,
    capacity text,
    data jsonb NOT NULL,
    PRIMARY KEY (person_id, entry)`,
  indexes: ['(agency, recorded_at, person_id, entry)'],
  rows: ({ id: personId, agency, history }: ViewRecord<RegistryEvent, null>): readonly RegistryEntryRow[] =>
    history.map(({ event }) => {
      const { revision: entry, type, recordedAt, recordedBy, data } = event;
      return {
        ...{ personId, entry, agency, type, recordedAt, recordedBy },
        capacity: capacityOf(event),
        data: withoutName(data),
      };
    }),
};

export type RegistryEntriesQuery = PageQuery &
  Readonly<{
    /** Undefined: of every agency. */
    agency: string | undefined;
    person?: string;
    from?: Instant;
    before?: Instant;
  }>;
type RegistryEntryItem = Readonly<{ person: string }> & Omit<RegistryEntryRow, 'personId'> & Marked;

const pages = pagesOf('registry-entries', firstEntry);

/**
 * In the order in which they were made.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function registryEntries(
  pool: Pool,
  { agency, person, from, before, limit, after }: RegistryEntriesQuery,
): Promise<Page<RegistryEntryItem>> {
  const key = pages.keyAfter(after);
  const scope = agency === undefined ? 'every-agency' : { agency };
  const found = await served({ pool, view: registryEntriesView.name, scope }, (db) => {
    let query = db
      .selectFrom('registryEntries')
      .select(['personId as person', 'entry', 'agency', 'type', 'recordedAt', 'recordedBy'])
      .select(['capacity', 'data', 'parked'])
      .where(beyond(['recordedAt', 'personId', 'entry'], key));
    if (agency !== undefined) query = query.where('agency', '=', agency);
    if (person !== undefined) query = query.where('personId', '=', person);
    if (from !== undefined) query = query.where('recordedAt', '>=', from);
    if (before !== undefined) query = query.where('recordedAt', '<', before);
    return query
      .orderBy('recordedAt')
      .orderBy('personId')
      .orderBy('entry')
      .limit(limit + 1)
      .execute();
  });
  return pages.pageOf(found, limit, (item) => [item.recordedAt, item.person, item.entry]);
}

/** Ids of all who were registered with the agency before that instant. */
export async function peopleOf(pool: Pool, agency: string, before: Instant): Promise<readonly string[]> {
  const found = await served({ pool, view: registryEntriesView.name, scope: { agency } }, (db) =>
    db
      .selectFrom('registryEntries')
      .select('personId')
      .where('agency', '=', agency)
      .where('entry', '=', 0)
      .where('recordedAt', '<', before)
      .orderBy('recordedAt')
      .orderBy('personId')
      .execute(),
  );
  return found.map(({ personId }) => personId);
}
