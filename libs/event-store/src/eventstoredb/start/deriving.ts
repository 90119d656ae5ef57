import { eventId } from '../../envelope.js';
import type { Ask } from '../../postgres/ask.js';
import { jsonIn, type Sealed } from '../ours.js';

/** What one append left in the log. */
type Group = {
  readonly commandId: string;
  readonly digest: string;
  events: number;
  /** its events are not numbered as an append numbers them, so that somebody else may have written them */
  odd: boolean;
  last: Sealed;
};

export type Derived = {
  commands: number;
  readonly streams: Set<string>;
  withoutDigest: number;
  /** by command: its place */
  readonly left: Map<string, string>;
};

/** Commands, derived from their events, which are given in the order of the log; page after page. */
export class Deriving {
  readonly derived: Derived = { commands: 0, streams: new Set(), withoutDigest: 0, left: new Map() };
  readonly #ask: Ask;
  /** may go on in the next page */
  #open: Group | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async begin(): Promise<void> {
    await this.#ask(`CREATE TEMP TABLE in_log (command_id text COLLATE "C" PRIMARY KEY) ON COMMIT DROP`);
  }

  async meet(sealed: readonly Sealed[]): Promise<void> {
    const groups = grouped(this.#open, sealed);
    this.#open = groups.pop();
    await this.#derive(groups);
  }

  async end(): Promise<void> {
    if (this.#open) await this.#derive([this.#open]);
    await this.#ask('ANALYZE in_log');
  }

  async #derive(groups: readonly Group[]): Promise<void> {
    if (groups.length === 0) return;
    const met = await this.#ask<{ id: string }>(
      'INSERT INTO in_log SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING command_id AS id',
      [groups.map(({ commandId }) => commandId)],
    );
    // Events with an id of a command that was found before were not written by this program.
    const first = new Set(met.map(({ id }) => id));
    const sound = groups.filter(({ commandId, odd }) => first.delete(commandId) && !odd);
    for (const { commandId, last } of groups.filter((one) => !sound.includes(one)))
      this.derived.left.set(commandId, last.envelope.stream);
    const written = await remembered(this.#ask, sound);
    this.derived.commands += written.length;
    for (const { stream, digest } of written) {
      this.derived.streams.add(stream);
      if (digest === '') this.derived.withoutDigest++;
    }
  }
}

/** The events of one append follow each other in the log. */
function grouped(open: Group | undefined, sealed: readonly Sealed[]): Group[] {
  const groups = open ? [open] : [];
  for (const one of sealed) {
    const { commandId, id } = one.envelope;
    let group = groups.at(-1);
    if (group?.commandId !== commandId) {
      group = { commandId, digest: digestInMetadata(one), events: 0, odd: false, last: one };
      groups.push(group);
    }
    group.odd ||= id !== eventId(commandId, group.events);
    group.events++;
    group.last = one;
  }
  return groups;
}

/** Empty for an event of a version without digests there: then no request equals it. */
function digestInMetadata({ stored }: Sealed): string {
  const { digest } = jsonIn(stored.metadata);
  return typeof digest === 'string' ? digest : '';
}

/** Stores commands that were not known, and gives them. Those in the outbox are stored when they are settled. */
async function remembered(
  ask: Ask,
  groups: readonly Group[],
): Promise<readonly Readonly<{ stream: string; digest: string }>[]> {
  const column = <T>(of: (group: Group) => T): T[] => groups.map(of);
  return ask(
    `INSERT INTO eventstoredb.commands AS c (command_id, digest, stream, revision, position, recorded_at)
     SELECT asked.* FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
       AS asked (command_id, digest, stream, revision, position, recorded_at)
     WHERE NOT EXISTS (SELECT FROM eventstoredb.outbox o WHERE o.command_id = asked.command_id)
     ON CONFLICT (command_id) DO UPDATE
       SET stream = excluded.stream, revision = excluded.revision, position = excluded.position, recorded_at = excluded.recorded_at
       WHERE c.position <> excluded.position
     RETURNING c.stream, c.digest`,
    [
      column(({ commandId }) => commandId),
      column(({ digest }) => digest),
      column(({ last }) => last.envelope.stream),
      column(({ last }) => last.envelope.revision),
      column(({ last }) => last.stored.position),
      column(({ last }) => last.envelope.recordedAt),
    ],
  );
}
