import type { ReaderNote } from './journals.js';
import type { StoredRecord } from './stored-record.js';
import type { Counts } from './verdict.js';

type Saw = Extract<ReaderNote, { note: 'saw' }>;

export async function judgeReader(
  notes: AsyncIterable<ReaderNote>,
  stored: StoredRecord,
  counts: Counts,
): Promise<void> {
  const seen = new Uint8Array(stored.head + 1);
  const passedOver = new Set<number>();
  let session = new Session(0);
  for await (const note of notes) {
    if (note.note === 'began') {
      for (const gap of session.gaps) passedOver.add(gap);
      session = new Session(note.checkpoint);
    } else {
      session.saw(note, counts);
      if (stored.holds(note.position, note.id)) seen[note.position] = 1;
      else if (!stored.has(note.position)) counts.missed++;
    }
  }
  for (const gap of session.gaps) passedOver.add(gap);
  for (let position = 1; position <= stored.head; position++)
    if (stored.has(position) && (seen[position] === 0 || passedOver.has(position))) counts.missed++;
}

class Session {
  /** positions passed, until the event is given after all */
  readonly gaps = new Set<number>();
  #last: number;
  #recordedAt = 0;

  constructor(checkpoint: number) {
    this.#last = checkpoint;
  }

  saw({ position, recordedAt }: Saw, counts: Counts): void {
    if (position <= this.#last) {
      if (this.gaps.delete(position)) counts.reordered++;
      else counts.duplicated++;
      return;
    }
    for (let gap = this.#last + 1; gap < position; gap++) this.gaps.add(gap);
    if (recordedAt < this.#recordedAt) counts.reordered++;
    this.#last = position;
    this.#recordedAt = recordedAt;
  }
}
