/** The list of all records of a procedure (台账): one row a record, of what its procedure shows. */
import type { Instant } from '@anjuan/event-store';
import type { AnyProcedure, Register } from '@anjuan/procedure';
import { procedures } from '@anjuan/record';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { firstRecord, pagesOf, type AgencyPage, type PageQuery } from '../../page.js';
import { served, ViewNotServed } from '../../served.js';
import { keyOf, servedAs, type View, type ViewRecord } from '../../view.js';

type Shown = Readonly<Record<string, string | number | null>>;

const registerOf = (procedure: AnyProcedure, { name, version, shows }: Register<unknown>): View => {
  const key = keyOf({ of: procedure });
  const field = `${procedure.name}Id`;
  return {
    name,
    version,
    of: procedure,
    columns: `
      ${key} text COLLATE "C" PRIMARY KEY,
      agency text NOT NULL,
      opened_at text COLLATE "C" NOT NULL,
      revision integer NOT NULL,
      shown jsonb NOT NULL`,
    indexes: [`(agency, opened_at, ${key})`],
    rows: ({ id, agency, revision, file, history }: ViewRecord) => [
      { [field]: id, agency, openedAt: history[0]?.event.recordedAt, revision, shown: shows(file) },
    ],
  };
};

const byProcedure = new Map(
  procedures.flatMap((one) => (one.register ? [[one.name, registerOf(one, one.register)] as const] : [])),
);
export const registers: readonly View[] = [...byProcedure.values()];

type Found = Readonly<{
  id: string;
  agency: string;
  openedAt: Instant;
  revision: number;
  shown: Shown;
  parked: boolean;
}>;
type RegisterItem = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The agency's records of the procedure, in the order they were opened.
 * @throws CursorUnreadable, ViewNotServed
 */
export async function registerList(
  pool: Pool,
  procedure: AnyProcedure,
  agency: string,
  { limit, after }: PageQuery,
): Promise<AgencyPage<RegisterItem>> {
  const view = byProcedure.get(procedure.name);
  if (view === undefined) throw new ViewNotServed(procedure.name, 'the procedure has no list');
  const pages = pagesOf(view.name, firstRecord);
  const [openedAt, id] = pages.keyAfter(after);
  const key = sql.ref(keyOf(view));
  return served({ pool, view: view.name, scope: { agency } }, async (db, parked) => {
    const { rows } = await sql<Found>`
      SELECT ${key} AS id, agency, opened_at AS "openedAt", revision, shown, parked
      FROM ${sql.raw(servedAs(view))}
      WHERE agency = ${agency} AND (opened_at, ${key}) > (${openedAt}::text, ${id}::text)
      ORDER BY opened_at, ${key} LIMIT ${limit + 1}`.execute(db);
    const page = pages.pageOf(rows, limit, (row) => [row.openedAt, row.id]);
    const items = page.items.map(({ id: of, shown, ...row }) => ({ [procedure.name]: of, ...row, ...shown }));
    return { ...page, items, parked: await parked };
  });
}
