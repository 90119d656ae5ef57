import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Pool } from 'pg';
import type { AccessRow } from './lists/accesses/accesses.js';
import type { AgencySettingsRow } from './lists/agency-settings/agency-settings.js';
import type { ApprovalRow } from './lists/approvals/approvals.js';
import type { DocketRow } from './lists/docket/docket.js';
import type { DutyRow } from './lists/duties/duties.js';
import type { LateEntryRow } from './lists/late-entries/late-entries.js';
import type { PublishedDecisionRow } from './lists/published-decisions/published-decisions.js';
import type { RunningClockRow } from './lists/running-clocks/running-clocks.js';
import type { RegistryEntryRow } from './lists/registry-entries/registry-entries.js';
import type { ReviewRow } from './lists/review-queue/review-queue.js';
import type { ViewState } from './checkpoint.js';

/** True: an event of the case could not be taken, so that the row is older than the case (see ViewRunner). */
export type Marked = Readonly<{ parked: boolean }>;

export type Served = {
  docket: DocketRow & Marked;
  runningClocks: RunningClockRow & Marked;
  reviewQueue: ReviewRow & Marked;
  approvals: ApprovalRow & Marked;
  duties: DutyRow & Marked;
  lateEntries: LateEntryRow & Marked;
  accesses: AccessRow & Marked;
  agencySettings: AgencySettingsRow & Marked;
  registryEntries: RegistryEntryRow & Marked;
  publishedDecisions: PublishedDecisionRow & Marked;
  checkpoint: { name: string; served: boolean; state: ViewState; error: string | null };
};
export type ServedViews = Kysely<Served>;

/** The list would show what the record does not hold, or is not there yet. */
export class ViewNotServed extends Error {
  override readonly name = 'ViewNotServed';
  constructor(
    readonly view: string,
    why: string,
  ) {
    super(`清单暂不可用。List ${view} is not served: ${why}`);
  }
}

/**
 * The lists as they are served at this moment.
 * @throws ViewNotServed
 */
export async function served(pool: Pool, view: string): Promise<ServedViews> {
  const db = new Kysely<Served>({
    dialect: new PostgresDialect({ pool: eachAlone(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema('views');
  const checkpoint = await db
    .selectFrom('checkpoint')
    .select(['state', 'error'])
    .where('name', '=', view)
    .where('served', '=', true)
    .executeTakeFirst();
  if (checkpoint === undefined)
    throw new ViewNotServed(view, 'it was never filled. Start the program that fills it.');
  if (checkpoint.state === 'ahead-of-store') throw new ViewNotServed(view, checkpoint.error ?? '');
  return db;
}

/**
 * Runs each query through `pool.query`, which drops a connection whose answer never came. Kysely's own driver returns
 * it to the pool, and the next query on it would also get no answer.
 */
const eachAlone = (pool: Pool): PostgresPool => {
  const query = pool.query.bind(pool);
  const connect = () => Promise.resolve({ query, release: nothing });
  return { connect, end: () => Promise.resolve(), options: pool.options };
};

const nothing = (): void => {
  // the pool has taken the connection back already
};
