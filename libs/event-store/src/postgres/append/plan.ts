import { seal } from '../../envelope.js';
import type { Appended, Disclosure, Instant } from '../../event-store.js';
import { commandKey } from '../command-key.js';
import { toPosition } from '../../position.js';
import { checkRevision, replay, type KnownCommand, type Submission } from '../../submission.js';

/** What the database says of everything a batch touches, read under the lock. */
export type Found = Readonly<{
  position: number;
  recordedAt: Instant | undefined;
  commands: ReadonlyMap<string, KnownCommand>;
  /** of the last event, by stream */
  revisions: ReadonlyMap<string, number>;
  /** under which a command can be stored, where its first slot is another's */
  keys?: ReadonlyMap<string, string>;
}>;

type EventRow = Readonly<{
  position: number;
  stream: string;
  revision: number;
  id: string;
  bytes: Uint8Array;
  disclosures: readonly Disclosure[];
}>;

export type CommandRow = Readonly<{ commandId: string; key: string; digest: string; appended: Appended }>;

export type Plan = Readonly<{
  recordedAt: Instant;
  events: readonly EventRow[];
  commands: readonly CommandRow[];
  /** in the order of the batch; an error fails its caller alone */
  outcomes: readonly (Appended | Error)[];
}>;

/** Decides each submission as if the ones before it had been committed. */
export function plan(batch: readonly Submission[], found: Found, now: Date): Plan {
  const stamp = now.toISOString();
  const recordedAt = found.recordedAt !== undefined && found.recordedAt > stamp ? found.recordedAt : stamp;
  const known = new Map(found.commands);
  const revisions = new Map(found.revisions);
  const events: EventRow[] = [];
  const commands: CommandRow[] = [];

  const place = (submission: Submission): Appended => {
    const { stream, command, drafts } = submission;
    const earlier = known.get(command.id);
    if (earlier !== undefined) return replay(earlier, command);
    checkRevision(submission, revisions.get(stream) ?? -1);
    for (const one of drafts) {
      events.push({
        position: found.position + events.length + 1,
        stream,
        revision: one.revision,
        id: one.id,
        bytes: seal(one, recordedAt),
        disclosures: one.event.disclosures ?? [],
      });
      revisions.set(stream, one.revision);
    }
    const position = toPosition(found.position + events.length);
    const appended = { stream, revision: revisions.get(stream) ?? 0, position, recordedAt, replayed: false };
    known.set(command.id, { digest: command.digest, appended });
    const key = found.keys?.get(command.id) ?? commandKey(command.id);
    commands.push({ commandId: command.id, key, digest: command.digest, appended });
    return appended;
  };

  const outcomes = batch.map((submission) => {
    try {
      return place(submission);
    } catch (error) {
      return error instanceof Error
        ? error
        : new Error('A submission was refused without a reason.', { cause: error });
    }
  });
  return { recordedAt, events, commands, outcomes };
}
