import type { ReaderNote } from './journals.js';
import type { StoredRecord } from './stored-record.js';
import type { Counts } from './verdict.js';

/** Positions a session has passed without being given them are in `gaps` until it is given them after all. */
export async function judgeReader(
  notes: AsyncIterable<ReaderNote>,
  stored: StoredRecord,
  counts: Counts,
): Promise<void> {
  const seen = new Uint8Array(stored.head + 1);
  const passedOver = new Set<number>();
  let gaps = new Set<number>();
  let last = 0;
  let recordedAt = 0;
  for await (const note of notes) {
    if (note.note === 'began') {
      for (const gap of gaps) passedOver.add(gap);
      gaps = new Set();
      last = note.checkpoint;
      recordedAt = 0;
      continue;
    }
    const { position } = note;
    const known = stored.holds(position, note.id);
    if (known) seen[position] = 1;
    else if (!stored.has(position)) counts.missed++;
    if (position > last) {
      for (let gap = last + 1; gap < position; gap++) gaps.add(gap);
      if (note.recordedAt < recordedAt) counts.reordered++;
      last = position;
      recordedAt = note.recordedAt;
    } else if (gaps.delete(position)) counts.reordered++;
    else counts.duplicated++;
  }
  for (const gap of gaps) passedOver.add(gap);
  for (let position = 1; position <= stored.head; position++)
    if (stored.has(position) && (seen[position] === 0 || passedOver.has(position))) counts.missed++;
}
