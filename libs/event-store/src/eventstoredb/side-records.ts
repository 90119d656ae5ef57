import type { Disclosure, RecordedEvent } from '../event-store.js';
import { inPlaceOf } from '../sealed.js';
import type { Ask } from '../postgres/ask.js';
import type { Ours, Sealed } from './ours.js';
import { timeOf } from './protocol.js';

/** Occurs in the bytes of every event that has disclosures. */
const committing = Buffer.from('"_sd":"');

/**
 * The events with the disclosures not erased. What is sealed as ours are and was not appended by this program is damage
 * in its place: what has landed is among the commands or in the outbox at any time.
 */
export async function recorded(ask: Ask, events: readonly Ours[]): Promise<readonly RecordedEvent[]> {
  const { disclosures, notOurs } = await sideRecordsOf(
    ask,
    events.filter((one) => 'envelope' in one),
  );
  return events.map((one) => {
    const { position, bytes, id } = one.stored;
    if ('damage' in one) return inPlaceOf(one.damage, id, timeOf(one.stored), bytes);
    if (notOurs.has(one)) {
      const { stream, revision } = one.envelope;
      return inPlaceOf({ what: 'notOurs', stream, revision, position }, id, timeOf(one.stored), bytes);
    }
    return Object.assign(one.envelope, { position, disclosures: disclosures.get(id) ?? [], bytes });
  });
}

type Row = Readonly<{
  said: 'disclosed' | 'not landed' | 'under way';
  nth: string | null;
  id: string | null;
  stream: string | null;
  revision: string | null;
  bytes: Buffer | null;
  digest: string | null;
  disclosure: string | null;
  kind: string | null;
}>;
type SideRecords = Readonly<{
  disclosures: ReadonlyMap<string, readonly Disclosure[]>;
  notOurs: ReadonlySet<Sealed>;
}>;

// Of one moment: settled, an entry passes from the outbox to the commands in one statement.
const query = `
SELECT 'disclosed' AS said, NULL::bigint AS nth, d.event_id AS id, NULL AS stream, NULL::bigint AS revision, NULL::bytea AS bytes,
       d.digest, d.disclosure, d.kind
  FROM eventstoredb.disclosures d WHERE d.event_id = ANY($1::uuid[])
UNION ALL
SELECT 'not landed', asked.nth, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[])
    WITH ORDINALITY AS asked (command_id, stream, revision, position, nth)
  WHERE NOT EXISTS (SELECT FROM eventstoredb.commands c WHERE c.command_id = asked.command_id
    AND c.stream = asked.stream AND c.revision >= asked.revision AND c.position >= asked.position)
UNION ALL
SELECT 'under way', NULL, o.id, o.stream, o.expected + 1 + o.index, o.bytes, NULL, NULL, NULL
  FROM eventstoredb.outbox o WHERE o.command_id = ANY($2)
ORDER BY digest`;

async function sideRecordsOf(ask: Ask, events: readonly Sealed[]): Promise<SideRecords> {
  const disclosures = new Map<string, Disclosure[]>();
  if (events.length === 0) return { disclosures, notOurs: new Set() };
  const runs = runsOf(events);
  const rows = await rowsOf(ask, events, runs);
  for (const { said, id, digest, disclosure, kind } of rows)
    if (said === 'disclosed') push(disclosures, id ?? '', { digest, disclosure, kind } as Disclosure);
  const doubtful = notLanded(rows, runs);
  // One event of a run may be another program's: then each is looked up by itself.
  if (doubtful.length > 0 && runs.length < events.length) {
    const each = doubtful.map((one) => [one]);
    return { disclosures, notOurs: new Set(notLanded(await rowsOf(ask, [], each), each)) };
  }
  return { disclosures, notOurs: new Set(doubtful) };
}

/** `of`: what has disclosures; `runs`: of which command each is said to be. */
function rowsOf(ask: Ask, of: readonly Sealed[], runs: readonly Run[]): Promise<readonly Row[]> {
  const last = runs.flatMap((run) => run.at(-1) ?? []);
  return ask<Row>(query, [
    // Most events have none, and their bytes say so.
    of.filter(({ stored }) => stored.bytes.includes(committing)).map(({ stored }) => stored.id),
    last.map(({ envelope }) => envelope.commandId),
    last.map(({ envelope }) => envelope.stream),
    last.map(({ envelope }) => envelope.revision),
    last.map(({ stored }) => stored.position),
  ]);
}

type Run = readonly Sealed[];

/** Events of one command in one stream that follow each other: where the last one is known to stand, so are the others. */
function runsOf(events: readonly Sealed[]): readonly Run[] {
  const runs: Sealed[][] = [];
  for (const one of events) {
    const before = runs.at(-1)?.at(-1)?.envelope;
    const { commandId, stream } = one.envelope;
    if (before?.commandId === commandId && before.stream === stream) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Of runs that no known command left, the events that are not under way either. */
function notLanded(rows: readonly Row[], runs: readonly Run[]): readonly Sealed[] {
  const underWay = rows.filter(({ said }) => said === 'under way');
  return rows
    .filter(({ said }) => said === 'not landed')
    .flatMap(({ nth }) => runs[Number(nth) - 1] ?? [])
    .filter((event) => !underWay.some((row) => isOf(row, event)));
}

function isOf({ id, stream, revision, bytes }: Row, { envelope, stored }: Sealed): boolean {
  const same = id === stored.id && stream === envelope.stream && Number(revision) === envelope.revision;
  return same && bytes !== null && stored.bytes.equals(bytes);
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const others = lists.get(key);
  if (others === undefined) lists.set(key, [one]);
  else others.push(one);
}
