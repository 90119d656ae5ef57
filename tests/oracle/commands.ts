import { commandId, type Append, type WriterNote } from './journals.js';
import type { StoredEvent, StoredRecord } from './stored-record.js';
import type { Counts } from './verdict.js';

type Command = {
  readonly append: Append;
  sent: number;
  /** position of the last event, as told; 0: not told */
  answeredPosition: number;
  answeredRevision: number;
  refused: boolean;
  stored: number;
  /** of the last event, as stored */
  position: number;
  revision: number;
};

/** What each writer asked and was told, beside what is stored of it. Grows with the commands, not with the events. */
export class Commands {
  readonly #known = new Map<string, Command>();
  #retries = 0;
  #unknown = 0;
  #unavailable = 0;

  note(writer: number, note: WriterNote, counts: Counts): void {
    const id = commandId(writer, note.n);
    if (note.note === 'asked') {
      this.#known.set(id, begun(note));
      return;
    }
    const command = this.#known.get(id);
    if (command === undefined)
      throw new Error(`The journal of writer ${writer} has an answer to ${id} before it was asked.`);
    if (note.note === 'again') {
      command.sent++;
      this.#retries++;
    } else if (note.note === 'unknown') this.#unknown++;
    else if (note.note === 'unavailable') this.#unavailable++;
    else if (note.note === 'acknowledged') tell(command, note, counts);
    else command.refused = true;
  }

  /** `inOrder`: the record itself found nothing amiss with its place. */
  stored(
    { position, stream, revision, commandId: id, index }: StoredEvent,
    inOrder: boolean,
    counts: Counts,
  ): void {
    const command = this.#known.get(id);
    if (command === undefined || index < command.stored || command.append.stream !== stream) {
      counts.duplicated++;
      return;
    }
    const { expected } = command.append;
    if (inOrder && index > 0 && position !== command.position + 1) counts.reordered++;
    if (inOrder && index === 0 && revision !== (expected === 'none' ? 0 : expected + 1))
      counts.falselyAcknowledged++;
    command.stored++;
    command.position = position;
    command.revision = revision;
  }

  /** Counts false answers; gives the number of events that ought to be stored and are not. */
  lost(record: StoredRecord, counts: Counts): number {
    let lost = 0;
    for (const command of this.#known.values()) {
      const { append, answeredPosition, stored } = command;
      if (command.refused && (answeredPosition > 0 || stored > 0)) counts.falselyAcknowledged++;
      if (answeredFalsely(command, record)) counts.falselyAcknowledged++;
      else if (answeredPosition > 0 || stored > 0) lost += append.count - stored;
    }
    return lost;
  }

  tally(): Readonly<
    Record<'commands' | 'acknowledged' | 'refused' | 'retries' | 'unknown' | 'unavailable', number>
  > {
    let acknowledged = 0;
    let refused = 0;
    for (const command of this.#known.values()) {
      if (command.answeredPosition > 0) acknowledged++;
      if (command.refused) refused++;
    }
    const answers = { retries: this.#retries, unknown: this.#unknown, unavailable: this.#unavailable };
    return { commands: this.#known.size, acknowledged, refused, ...answers };
  }
}

function begun({ n, stream, expected, count }: Append): Command {
  const nothing = {
    answeredPosition: 0,
    answeredRevision: -1,
    refused: false,
    stored: 0,
    position: 0,
    revision: -1,
  };
  return { append: { n, stream, expected, count }, sent: 1, ...nothing };
}

/** The place told is another's, or is not where the command ended. */
function answeredFalsely(command: Command, record: StoredRecord): boolean {
  if (command.answeredPosition === 0) return false;
  if (command.stored === 0) return record.has(command.answeredPosition);
  const whole = command.stored >= command.append.count;
  return (
    whole && (command.position !== command.answeredPosition || command.revision !== command.answeredRevision)
  );
}

type Acknowledged = Extract<WriterNote, { note: 'acknowledged' }>;

/** Every answer to one command must name the same place. */
function tell(command: Command, { position, revision, replayed }: Acknowledged, counts: Counts): void {
  const another = command.answeredPosition > 0 && command.answeredPosition !== position;
  if (another || (replayed && command.sent === 1)) counts.falselyAcknowledged++;
  command.answeredPosition = position;
  command.answeredRevision = revision;
}
