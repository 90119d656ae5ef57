import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/folder.js';
import { commandId, readerBytes, writerLine, type ReaderNote, type WriterNote } from './journals.js';
import { judge } from './oracle.js';
import type { StoredEvent } from './stored-record.js';
import { noCounts, type Counts } from './verdict.js';

const none = noCounts();

/** One writer, three commands of two events each on one stream, and one refused; one reader, killed after position 4. */
type Forgery = { record: StoredEvent[]; writer: WriterNote[]; reader: ReaderNote[] };

function honest(): Forgery {
  const record = [1, 2, 3, 4, 5, 6].map((position) => ({
    position,
    stream: 'a',
    revision: position - 1,
    id: String(position).padStart(32, '0'),
    commandId: commandId(0, Math.floor((position - 1) / 2)),
    index: (position - 1) % 2,
    recordedAt: 1_000 + position,
  }));
  const writer = [0, 1, 2].flatMap((n): WriterNote[] => [
    { note: 'asked', n, stream: 'a', expected: n === 0 ? 'none' : 2 * n - 1, count: 2 },
    { note: 'acknowledged', n, revision: 2 * n + 1, position: 2 * n + 2, replayed: false },
  ]);
  writer.push({ note: 'asked', n: 3, stream: 'a', expected: 1, count: 1 }, { note: 'refused', n: 3 });
  const reader: ReaderNote[] = [
    { note: 'began', checkpoint: 0 },
    ...[1, 2, 3, 4].map((position) => saw(record, position)),
    { note: 'began', checkpoint: 3 },
    ...[4, 5, 6].map((position) => saw(record, position)),
  ];
  return { record, writer, reader };
}

function saw(record: readonly StoredEvent[], position: number): ReaderNote {
  const { id, recordedAt } = record[position - 1]!;
  return { note: 'saw', position, id, recordedAt };
}

const forgeries: readonly (readonly [string, Partial<Counts>, (forgery: Forgery) => void])[] = [
  ['nothing when all is well', {}, () => undefined],
  [
    'the last event gone from the record',
    { missed: 1 },
    ({ record, reader }) => void (record.pop(), reader.pop()),
  ],
  [
    'a whole command gone from the midst of the record',
    { missed: 2 },
    (forgery) => {
      forgery.record = forgery.record.filter(({ position }) => position !== 5 && position !== 6);
      forgery.reader.splice(-2);
    },
  ],
  ['an event the reader was never given', { missed: 1 }, ({ reader }) => void reader.splice(2, 1)],
  [
    'an event the reader passed over, and was given after a restart only',
    { missed: 1 },
    ({ reader }) => void reader.splice(3, 1, reader[4]!, { note: 'began', checkpoint: 2 }, reader[3]!),
  ],
  [
    'an event given to the reader that is not stored',
    { missed: 1 },
    ({ reader }) => void reader.push({ note: 'saw', position: 7, id: 'f'.repeat(32), recordedAt: 1_007 }),
  ],
  [
    'another event given in the place of one',
    { missed: 1 },
    ({ reader }) =>
      void reader.splice(1, 1, { note: 'saw', position: 1, id: 'f'.repeat(32), recordedAt: 1_001 }),
  ],
  [
    'an event given twice in one session',
    { duplicated: 1 },
    ({ reader }) => void reader.splice(2, 0, reader[2]!),
  ],
  [
    'an event given again at the checkpoint',
    { duplicated: 1 },
    ({ reader }) => void reader.splice(6, 0, reader[3]!),
  ],
  [
    'a command stored twice',
    { duplicated: 2 },
    ({ record, reader }) => {
      const again = [6, 7].map((revision, index) => ({
        ...record[index + 4]!,
        revision,
        position: revision + 1,
        recordedAt: 1_006,
        id: `e${index}`.padEnd(32, '0'),
      }));
      record.push(...again);
      reader.push(saw(record, 7), saw(record, 8));
    },
  ],
  [
    'two events given in the wrong order',
    { reordered: 1 },
    ({ reader }) => void reader.splice(2, 2, reader[3]!, reader[2]!),
  ],
  [
    'a time before the time of an earlier event',
    { reordered: 1 },
    ({ record }) => void (record[3] = { ...record[3]!, recordedAt: 1 }),
  ],
  [
    'the revisions of a stream exchanged',
    { reordered: 2 },
    (forgery) => {
      const { record, writer } = forgery;
      record[2] = { ...record[2]!, revision: 3 };
      record[3] = { ...record[3]!, revision: 2 };
      writer[3] = { note: 'unknown', n: 1 };
    },
  ],
  [
    'a success told for the place of another',
    { falselyAcknowledged: 1 },
    ({ writer }) => {
      writer.push(
        { note: 'asked', n: 4, stream: 'a', expected: 3, count: 2 },
        { note: 'acknowledged', n: 4, revision: 5, position: 6, replayed: false },
      );
    },
  ],
  [
    'a place told that is not its own',
    { falselyAcknowledged: 1 },
    ({ writer }) =>
      void (writer[1] = { note: 'acknowledged', n: 0, revision: 1, position: 4, replayed: false }),
  ],
  [
    'an event stored at another revision than asked',
    { falselyAcknowledged: 1 },
    ({ writer }) => void (writer[0] = { note: 'asked', n: 0, stream: 'a', expected: 7, count: 2 }),
  ],
  [
    'a refusal of what is stored',
    { falselyAcknowledged: 1 },
    ({ writer }) => void (writer[5] = { note: 'refused', n: 2 }),
  ],
  [
    'a replay told to what was sent once',
    { falselyAcknowledged: 1 },
    ({ writer }) =>
      void (writer[1] = { note: 'acknowledged', n: 0, revision: 1, position: 2, replayed: true }),
  ],
];

describe('the oracle sees', () => {
  it.each(forgeries)('%s', async (_, expected, forge) => {
    const forgery = honest();
    forge(forgery);
    expect(await judged(forgery)).toMatchObject({ ...none, ...expected });
  });

  it('lets an unanswered command be stored or not', async () => {
    const forgery = honest();
    forgery.writer.splice(5, 1, { note: 'unknown', n: 2 });
    forgery.writer.push(
      { note: 'asked', n: 4, stream: 'a', expected: 5, count: 3 },
      { note: 'unknown', n: 4 },
    );
    expect(await judged(forgery)).toMatchObject({ ...none, events: 6, unknown: 2 });
  });
});

async function judged({ record, writer, reader }: Forgery): ReturnType<typeof judge> {
  const folder = await temporaryFolder();
  try {
    const paths = { writer: join(folder, 'writer'), reader: join(folder, 'reader') };
    await writeFile(paths.writer, writer.map(writerLine).join(''));
    await writeFile(paths.reader, Buffer.concat(reader.map(readerBytes)));
    return await judge({ record: inOrder(record), writers: [paths.writer], readers: [paths.reader] });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function* inOrder(record: readonly StoredEvent[]): AsyncGenerator<StoredEvent> {
  yield* await Promise.resolve(record);
}
