import { readingUnder, type Scope } from '@anjuan/database';
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg, { type Pool, type PoolClient } from 'pg';
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
import { parkedOf } from './parking.js';

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

/** `scope`: whose rows are read; the agency of the reader, or every one. */
type Reading = Readonly<{
  pool: Pool;
  view: string;
  scope: Exclude<Scope, 'lists'>;
  /** Another list, by which the rows of this one are sought. */
  soughtBy?: string;
}>;
/**
 * `parked`: how many records of the agency wait to be taken into the list; `complete`: whether the list by which is
 * sought has all that is recorded of the agency, but for what is just being taken. Neither is waited for by what is asked
 * before it.
 */
type Work<T> = (db: ServedViews, parked: Promise<number>, complete: Promise<boolean>) => Promise<T>;

/**
 * Reads the lists as they are served at this moment, in one transaction.
 * @throws ViewNotServed
 */
export async function served<T>({ pool, view, scope, soughtBy }: Reading, work: Work<T>): Promise<T> {
  const opening = [view, ...(soughtBy === undefined ? [] : [soughtBy])].map((one) => stateOf(one, scope));
  const read = await readingUnder({ pool, scope, opening: opening.join('; ') }, async (client, opened) => {
    const states = opened.then((answers) => answers.map(({ rows }) => rows[0] as State | undefined));
    const parked = states.then(([state]) => state?.parked ?? 0);
    const complete = states.then(([own, other]) => hasAllOf(own, other));
    const [known, done] = await Promise.allSettled([
      states,
      work(on(client), parked, complete),
      parked,
      complete,
    ]);
    if (known.status === 'rejected') throw known.reason;
    // A list that was never filled has no table either.
    const refusal = refusalOf(view, known.value[0]);
    if (refusal !== undefined) return { refusal };
    if (done.status === 'rejected') throw done.reason;
    return { result: done.value };
  });
  if ('refusal' in read) throw read.refusal;
  return read.result;
}

type State = Readonly<{
  state: ViewState;
  error: string | null;
  /** Of the last event taken; compares as text. */
  position: string | null;
  parked: number;
}>;

/** A list that is folded after another, or was interrupted, lags behind it for a while. */
const hasAllOf = (own: State | undefined, other: State | undefined): boolean =>
  other?.state === 'following' && other.parked === 0 && (other.position ?? '') >= (own?.position ?? '');

const stateOf = (view: string, scope: Reading['scope']): string =>
  `SELECT c.state, c.error, c.position, ${scope === 'every-agency' ? '0' : parkedOf(scope.agency)} AS parked
   FROM views.checkpoint c WHERE c.served AND c.name = ${pg.escapeLiteral(view)}`;

const refusalOf = (view: string, checkpoint: State | undefined): ViewNotServed | undefined => {
  if (checkpoint === undefined)
    return new ViewNotServed(view, 'it was never filled. Start the program that fills it.');
  return checkpoint.state === 'ahead-of-store' ? new ViewNotServed(view, checkpoint.error ?? '') : undefined;
};

/** Kysely on a connection that is in its transaction already. */
const on = (client: PoolClient): ServedViews => {
  const query = client.query.bind(client);
  const connect = () => Promise.resolve({ query, release: nothing });
  const pool: PostgresPool = { connect, end: () => Promise.resolve(), options: {} };
  return new Kysely<Served>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema('views');
};

const nothing = (): void => {
  // whoever opened the transaction ends it
};
