import type pg from 'pg';
import type { Damage } from '../../damage.js';
import type { RecordedEvent } from '../../event-store.js';
import { asking, type Ask } from '../../postgres/ask.js';
import { Wholeness } from '../../wholeness.js';
import type { Sealed } from '../ours.js';
import type { Log } from '../reading.js';
import { Deriving } from './deriving.js';
import { forget, lostIn, rememberSizes } from './forgetting.js';
import { acceptanceOf, HalvesDiffer, placeOf, type Compared, type Lack } from './halves.js';

/** An event as it is in the log, without its personal data. */
export type Met = Pick<RecordedEvent, 'stream' | 'revision' | 'type' | 'recordedAt' | 'data'>;

export type Settled = Readonly<{
  events: number;
  /** commands derived from the log */
  derived: number;
  /** the streams they are in: what these hold counts as this program's from now on */
  derivedIn: readonly string[];
  /** of those derived, how many without the digest of the request: sent again, it is not taken for the same */
  withoutDigest: number;
  /** commands that are named in the log and were not derived: their events are not such as one append leaves */
  notDerived: Readonly<{ commands: number; streams: readonly string[] }>;
  /** streams that are not whole, the first finding of each: nothing of theirs was forgotten */
  damaged: readonly Damage[];
  /** commands whose events are not in the log: acts that are lost */
  lost: Lack;
  /** committed to in the log, not to be had and not erased by order: personal data that is lost */
  disclosures: Readonly<{ missing: number; streams: readonly string[] }>;
  /** disclosures of events that are not in the log, removed with the acts */
  removed: number;
}>;

export type Settling = Readonly<{
  /** names the log that counts, where it lacks what was known */
  accept: string | undefined;
  /** shown each event, in the order of the log; gives the digests that it erases */
  meet: (event: Met) => readonly string[];
}>;

/** A long record is read for as long as it takes. */
const longestMs = 24 * 60 * 60 * 1000;

type Missing = Map<string, string>;

/**
 * Derives again from the log what PostgreSQL remembers of it, in one transaction. What the log lacks is forgotten only
 * where the operator has named that log.
 * @throws HalvesDiffer
 */
export async function settleHalves(
  pool: pg.Pool,
  log: Log,
  compared: Compared,
  settling: Settling,
): Promise<Settled> {
  const lacks = compared.found === 'shorter log' || compared.found === 'another log';
  if (lacks && settling.accept !== acceptanceOf(compared.head)) throw new HalvesDiffer(compared);
  const client = await pool.connect();
  let broken = true;
  try {
    const ask = asking(client, () => longestMs);
    await ask('BEGIN');
    // Nothing is put into the outbox meanwhile, and nothing remembered.
    await ask('SELECT FROM eventstoredb.head FOR UPDATE');
    const settled = await settle(ask, log, settling.meet, lacks);
    await ask('COMMIT');
    broken = false;
    return settled;
  } finally {
    client.release(broken);
  }
}

async function settle(ask: Ask, log: Log, meet: Settling['meet'], forgets: boolean): Promise<Settled> {
  if (forgets) await rememberSizes(ask);
  const [deriving, whole] = [new Deriving(ask), new Wholeness()];
  await deriving.begin();
  const missing: Missing = new Map();
  const erased = new Set<string>();
  let events = 0;
  let last: Sealed | undefined;
  for await (const page of log.pages(undefined, Infinity)) {
    for (const one of page)
      whole.meet('damage' in one ? { ...one.stored, ...one.damage, damage: one.damage } : placeOf(one));
    const sealed = page.flatMap((one) => ('envelope' in one ? [one] : []));
    events += sealed.length;
    for (const { envelope } of sealed) for (const digest of meet(envelope)) erased.add(digest);
    await deriving.meet(sealed);
    await note(ask, sealed, missing);
    last = sealed.at(-1) ?? last;
  }
  await deriving.end();
  for (const digest of erased) missing.delete(digest);
  const lost = await lostIn(ask, log, whole);
  const removed = forgets ? await forget(ask, lost.streams) : 0;
  await remember(ask, last);
  const { commands: derived, streams: derivedIn, withoutDigest, left } = deriving.derived;
  return {
    events,
    derived,
    derivedIn: [...derivedIn],
    withoutDigest,
    notDerived: { commands: left.size, streams: [...new Set(left.values())] },
    damaged: whole.damaged,
    lost,
    disclosures: { missing: missing.size, streams: [...new Set(missing.values())] },
    removed,
  };
}

const commitment = /"_sd":"([^"]+)"/g;

/** Which commitments of these events have no disclosure. */
async function note(ask: Ask, sealed: readonly Sealed[], missing: Missing): Promise<void> {
  const committed = sealed.flatMap(({ stored, envelope }) =>
    [...Buffer.from(stored.bytes).toString('utf8').matchAll(commitment)].map(([, digest = '']) => ({
      id: stored.id,
      digest,
      stream: envelope.stream,
    })),
  );
  if (committed.length === 0) return;
  const ids = committed.map(({ id }) => id);
  const rows = await ask<{ digest: string }>(
    `SELECT asked.digest FROM unnest($1::uuid[], $2::text[]) AS asked (event_id, digest)
     WHERE NOT EXISTS (SELECT FROM eventstoredb.disclosures d
                       WHERE d.event_id = asked.event_id AND d.digest = asked.digest)`,
    [ids, committed.map(({ digest }) => digest)],
  );
  const lacking = new Set(rows.map(({ digest }) => digest));
  for (const { digest, stream } of committed) if (lacking.has(digest)) missing.set(digest, stream);
}

/** Stores the last event of the log, which the next start must find there. */
async function remember(ask: Ask, last: Sealed | undefined): Promise<void> {
  const place = last && placeOf(last);
  await ask(
    `UPDATE eventstoredb.head
     SET position = $1::text, command_id = $2::text, stream = $3::text, revision = $4::bigint,
         recorded_at = greatest(recorded_at, $5::timestamptz)`,
    [
      place?.position ?? null,
      last?.envelope.commandId ?? null,
      place?.stream ?? null,
      place?.revision ?? null,
      place?.recordedAt ?? null,
    ],
  );
}
