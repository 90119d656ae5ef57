import type { Disclosure, RecordedEvent } from '../event-store.js';
import { inPlaceOf } from '../sealed.js';
import type { Ask } from '../postgres/ask.js';
import type { Ours, Sealed } from './ours.js';
import { timeOf } from './protocol.js';

/** Stands in the bytes of an event that has disclosures. */
const committing = Buffer.from('"_sd":"');

/**
 * The events with the disclosures not erased. What is sealed as ours are and was not appended by this program is damage
 * in its place: what has landed is among the commands or in the outbox at any time.
 */
export async function recorded(ask: Ask, events: readonly Ours[]): Promise<readonly RecordedEvent[]> {
  const { disclosures, notOurs } = await besideOf(
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
type Beside = Readonly<{
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

async function besideOf(ask: Ask, events: readonly Sealed[]): Promise<Beside> {
  const disclosures = new Map<string, Disclosure[]>();
  const notOurs = new Set<Sealed>();
  if (events.length === 0) return { disclosures, notOurs };
  // Most events have none, and their bytes say so.
  const withDisclosures = events.filter(({ stored }) => stored.bytes.includes(committing));
  const rows = await ask<Row>(query, [
    withDisclosures.map(({ stored }) => stored.id),
    events.map(({ envelope }) => envelope.commandId),
    events.map(({ envelope }) => envelope.stream),
    events.map(({ envelope }) => envelope.revision),
    events.map(({ stored }) => stored.position),
  ]);
  const underWay = rows.filter(({ said }) => said === 'under way');
  for (const { said, nth, id, digest, disclosure, kind } of rows) {
    if (said === 'disclosed') push(disclosures, id ?? '', { digest, disclosure, kind } as Disclosure);
    const event = said === 'not landed' ? events[Number(nth) - 1] : undefined;
    if (event && !underWay.some((row) => isOf(row, event))) notOurs.add(event);
  }
  return { disclosures, notOurs };
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
