/** The log of access as auditors read it. */
import type { Instant } from '@anjuan/event-store';
import type { Pool } from 'pg';
import { beyond, firstEntry, pagesOf, type Page, type PageQuery } from '../../page.js';
import { served, type Marked } from '../../served.js';
import { accessesView, type AccessKind, type AccessRow } from './accesses.js';

export type AccessesQuery = PageQuery &
  Readonly<{
    kinds: readonly AccessKind[];
    /** Of whose people; undefined: of everybody. Those whom nobody knows are shown to every auditor. */
    agency: string | undefined;
    record?: string;
    person?: string;
    /** From this instant on, and before that one. */
    from?: Instant;
    before?: Instant;
  }>;
export type AccessItem = Omit<AccessRow, 'accessId' | 'entry'> & Marked;

/**
 * In the order in which they happened.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function accesses(pool: Pool, wanted: AccessesQuery): Promise<Page<AccessItem>> {
  const { kinds, agency, record, person, from, before, limit, after } = wanted;
  const pages = pagesOf(`accesses ${kinds.join(' ')}`, firstEntry);
  const db = await served(pool, accessesView.name);
  let query = db
    .selectFrom('accesses')
    .selectAll()
    .where('kind', 'in', kinds)
    .where(beyond(['occurredAt', 'accessId', 'entry'], pages.keyAfter(after)));
  if (agency !== undefined)
    query = query.where((item) => item.or([item('agency', '=', agency), item('person', 'is', null)]));
  if (record !== undefined) query = query.where('record', '=', record);
  if (person !== undefined) query = query.where('person', '=', person);
  if (from !== undefined) query = query.where('occurredAt', '>=', from);
  if (before !== undefined) query = query.where('occurredAt', '<', before);
  const found = await query
    .orderBy('occurredAt')
    .orderBy('accessId')
    .orderBy('entry')
    .limit(limit + 1)
    .execute();
  const page = pages.pageOf(found, limit, (item) => [item.occurredAt, item.accessId, item.entry]);
  return { ...page, items: page.items.map(({ accessId: _, entry: __, ...item }) => item) };
}
