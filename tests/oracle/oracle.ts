import { readerNotes, writerNotes } from './journals.js';
import { Commands } from './commands.js';
import { noCounts, type Verdict } from './verdict.js';
import { judgeReader } from './judge-reader.js';
import { StoredRecord, type StoredEvent } from './stored-record.js';

export type Evidence = Readonly<{
  /** in the order of positions, read from the tables and not through the store */
  record: AsyncIterable<StoredEvent>;
  /** paths; the index is the writer's number */
  writers: readonly string[];
  readers: readonly string[];
}>;

/**
 * Compares what writers were told and what readers were given with what the tables hold in the end.
 *
 * - **missed**: events of an acknowledged command that are not stored, or the rest of a command stored in part;
 *   positions that are empty (the same loss from another side: the greater of the two counts); for each reader every
 *   stored event it was never given, or that a session passed over, or in whose place it was given another; and every
 *   event it was given that is not stored.
 * - **duplicated**: an event of a command stored a second time, a stored event nobody asked for; an event given to a
 *   reader twice in one session, or at or before the checkpoint at which the session began. (What a killed reader had
 *   noted after its checkpoint is given again in its next session: that is what a checkpoint means.)
 * - **reordered**: positions that do not ascend, a stream's revisions that are not 0, 1, 2 …, `recordedAt` earlier
 *   than before; the same for a reader, counting an event that comes after a later one.
 * - **falselyAcknowledged**: told success, but the place told is not that of the command's last event; stored
 *   at another revision than the one asked for; told success as
 *   a replay though it was sent once; told refused though it is stored; told success and refused.
 */
export async function judge({ record, writers, readers }: Evidence): Promise<Verdict> {
  const counts = noCounts();
  const commands = new Commands();
  for (const [writer, path] of writers.entries())
    for await (const note of writerNotes(path)) commands.note(writer, note, counts);
  const stored = new StoredRecord();
  for await (const event of record) {
    const inOrder = stored.add(event, counts);
    commands.stored(event, inOrder, counts);
  }
  counts.missed += Math.max(commands.lost(stored, counts), stored.empty);
  for (const path of readers) await judgeReader(readerNotes(path), stored, counts);
  return { ...counts, events: stored.size, ...commands.tally() };
}
