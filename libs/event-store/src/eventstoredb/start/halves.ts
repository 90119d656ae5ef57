import type { Position } from '../../event-store.js';
import type { Ask } from '../../postgres/ask.js';
import type { Sealed } from '../ours.js';
import type { Log } from '../reading.js';
import { said } from './said.js';

/** The place of an event, and when it was recorded. */
export type Place = Readonly<{ position: Position; stream: string; revision: number; recordedAt: string }>;

/** What one half has and the other lacks. */
export type Lack = Readonly<{
  commands: number;
  /** ISO 8601, UTC */
  from: string;
  to: string;
  streams: readonly string[];
}>;

export type Compared =
  | Readonly<{ found: 'same' }>
  /** PostgreSQL does not know of an event in the log */
  | Readonly<{ found: 'unknown to PostgreSQL'; lack: Lack; prefix: string }>
  /** the log does not have what PostgreSQL knows to have landed */
  | Readonly<{
      found: 'shorter log' | 'another log';
      expected: Place;
      head: Place | undefined;
      lack: Lack | undefined;
      prefix: string;
    }>;

type Halves = Readonly<{ ask: Ask; log: Log; prefix: string }>;
type PlaceRow = Readonly<{ command_id: string; stream: string; revision: string; position: Position }>;
type LackRow = Readonly<{ commands: string; from: Date | null; to: Date | null; streams: string[] | null }>;

const mostDamaged = 100;

/** The record's two halves: the log on EventStoreDB, and what PostgreSQL remembers of it. */
export async function compareHalves(halves: Halves): Promise<Compared> {
  const known = await furthestKnown(halves);
  return known === 'gone' ? logLacks(halves) : postgresLacks(halves, known.position);
}

/** The furthest that is known to have landed, where the log still has it; without a position nothing is known. */
async function furthestKnown({ ask, log }: Halves): Promise<Readonly<{ position?: Position }> | 'gone'> {
  const passed: string[] = [];
  for (;;) {
    const row = await furthest(ask, passed);
    if (row === undefined) return passed.length === 0 ? {} : 'gone';
    const there = await log.at(row.position);
    const same =
      there !== undefined &&
      'envelope' in there &&
      there.envelope.commandId === row.command_id &&
      there.envelope.revision === Number(row.revision);
    if (same) return { position: row.position };
    // A stream deleted on the server, and scavenged, is a damaged stream: the log is the same for all that.
    const damaged =
      (there !== undefined && 'damage' in there) || (await log.damageOf(row.stream)) !== undefined;
    if (!damaged || passed.length === mostDamaged) return 'gone';
    passed.push(row.stream);
  }
}

async function furthest(ask: Ask, without: readonly string[]): Promise<PlaceRow | undefined> {
  const columns = 'command_id, stream, revision, position';
  const [row] =
    without.length === 0
      ? await ask<PlaceRow>(`SELECT ${columns} FROM eventstoredb.head WHERE position IS NOT NULL`)
      : await ask<PlaceRow>(
          `SELECT ${columns} FROM eventstoredb.commands WHERE stream <> ALL($1) ORDER BY position DESC LIMIT 1`,
          [without],
        );
  return row;
}

async function postgresLacks({ ask, log, prefix }: Halves, after: Position | undefined): Promise<Compared> {
  const streams = new Set<string>();
  let lacked: { commands: number; from: string; to: string } | undefined;
  let before = '';
  for await (const page of log.pages(after, Infinity)) {
    const sealed = page.flatMap((one) => ('envelope' in one ? [one.envelope] : []));
    const ids = [...new Set(sealed.map(({ commandId }) => commandId))];
    const unknown = new Set(await unknownOf(ask, ids));
    for (const { commandId, stream, recordedAt } of sealed) {
      if (!unknown.has(commandId)) continue;
      lacked ??= { commands: 0, from: recordedAt, to: recordedAt };
      if (commandId !== before) lacked.commands++;
      before = commandId;
      lacked.to = recordedAt;
      streams.add(stream);
    }
  }
  return lacked === undefined
    ? { found: 'same' }
    : { found: 'unknown to PostgreSQL', lack: { ...lacked, streams: [...streams] }, prefix };
}

/** Those neither remembered nor under way. What has landed is the one or the other at any time. */
async function unknownOf(ask: Ask, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await ask<{ id: string }>(
    `SELECT asked.id FROM unnest($1::text[]) AS asked (id)
     WHERE NOT EXISTS (SELECT FROM eventstoredb.commands c WHERE c.command_id = asked.id)
       AND NOT EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.command_id = asked.id)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

async function logLacks({ ask, log, prefix }: Halves): Promise<Compared> {
  const last = await log.lastSealed();
  const head = last && placeOf(last);
  const [known] = await ask<PlaceRow & Readonly<{ recorded_at: Date }>>(
    `SELECT h.position, h.stream, h.revision, h.command_id, c.recorded_at
     FROM eventstoredb.head h JOIN eventstoredb.commands c USING (command_id)`,
  );
  if (known === undefined) throw new Error('The newest command is not among the commands.');
  const expected = {
    position: known.position,
    stream: known.stream,
    revision: Number(known.revision),
    recordedAt: known.recorded_at.toISOString(),
  };
  const shorter =
    last === undefined ||
    (
      await ask('SELECT FROM eventstoredb.commands WHERE command_id = $1 AND position = $2', [
        last.envelope.commandId,
        last.stored.position,
      ])
    ).length > 0;
  if (!shorter) return { found: 'another log', expected, head, lack: undefined, prefix };
  const lack = await commandsAfter(ask, head?.position ?? '');
  return { found: 'shorter log', expected, head, lack, prefix };
}

async function commandsAfter(ask: Ask, position: Position): Promise<Lack> {
  const [row] = await ask<LackRow>(
    `SELECT count(*) AS commands, min(recorded_at) AS "from", max(recorded_at) AS "to",
            array_agg(DISTINCT stream) AS streams
     FROM eventstoredb.commands WHERE position > $1`,
    [position],
  );
  return {
    commands: Number(row?.commands ?? 0),
    from: row?.from?.toISOString() ?? '',
    to: row?.to?.toISOString() ?? '',
    streams: row?.streams ?? [],
  };
}

export function placeOf({ envelope, stored }: Sealed): Place {
  const { stream, revision, recordedAt } = envelope;
  return { position: stored.position, stream, revision, recordedAt };
}

/** The halves do not belong together: nothing is done until they do, or an operator has decided. */
export class HalvesDiffer extends Error {
  override readonly name = 'HalvesDiffer';
  constructor(readonly compared: Exclude<Compared, Readonly<{ found: 'same' }>>) {
    super(describeDifference(compared));
  }
}

const mostNamed = 20;
const named = (streams: readonly string[]): string =>
  streams.length <= mostNamed
    ? streams.join(', ')
    : `${streams.slice(0, mostNamed).join(', ')}, … (${streams.length})`;
const at = (place: Place | undefined): string =>
  place === undefined ? '—' : `${place.position} ${place.stream}@${place.revision} ${place.recordedAt}`;

export function describeDifference(compared: Exclude<Compared, Readonly<{ found: 'same' }>>): string {
  if (compared.found === 'unknown to PostgreSQL') {
    const { commands, from, to, streams } = compared.lack;
    return said({
      zh: `EventStoreDB（${compared.prefix}）中有 PostgreSQL 不知道的记录：指令 ${commands} 项，${from} 至 ${to}，涉及 ${named(streams)}。PostgreSQL 是新的，或者是较旧的副本，或者有其他客户端写入了本案卷的流（请核对 ACL）。请恢复较新的副本；没有的，运行 anjuan settle 由记录重新推导，其中的记录自此视为本程序所写`,
      en: `EventStoreDB (${compared.prefix}) holds what PostgreSQL does not know: ${commands} commands from ${from} to ${to}, in ${named(streams)}. PostgreSQL is new, or an older copy, or another client wrote into our streams: see the ACL. Restore a newer copy of it; if there is none, run anjuan settle, which derives from the log what can be derived, lists what cannot, and takes what stands in those streams for what this program has written`,
    });
  }
  const { expected, head, lack, found, prefix } = compared;
  const lost =
    lack === undefined
      ? { zh: '', en: '' }
      : {
          zh: `缺少指令 ${lack.commands} 项，${lack.from} 至 ${lack.to}，涉及 ${named(lack.streams)}。`,
          en: ` It lacks ${lack.commands} commands from ${lack.from} to ${lack.to}, in ${named(lack.streams)}.`,
        };
  const kind =
    found === 'shorter log'
      ? { zh: '比已知的更短', en: 'is shorter than what was known' }
      : { zh: '不是原来的记录', en: 'is not the one that was known' };
  // The likeliest cause, and the one where accepting would take everything away.
  const empty =
    head === undefined
      ? {
          zh: '该开头之下没有任何记录：请先核对 EVENTSTOREDB_URL 和 EVENTSTOREDB_PREFIX 是否指向这份案卷。',
          en: ' Nothing begins with that: see first whether EVENTSTOREDB_URL and EVENTSTOREDB_PREFIX name this record.',
        }
      : { zh: '', en: '' };
  const sentence = said({
    zh: `EventStoreDB（${prefix}）的记录${kind.zh}。应有：${at(expected)}；实有末条：${at(head)}。${lost.zh}${empty.zh}请恢复较新的副本；确认以现有记录为准的，运行末行的命令`,
    en: `The log on EventStoreDB (${prefix}) ${kind.en}. Expected: ${at(expected)}; its end: ${at(head)}.${lost.en}${empty.en} Restore a newer copy of it; who decides that this log counts and the rest is lost runs the command in the last line`,
  });
  return `${sentence}\nanjuan settle --accept ${acceptanceOf(head)}`;
}

/** The word by which an operator names the log that is to count. */
export const acceptanceOf = (head: Place | undefined): string => head?.position ?? 'empty';
