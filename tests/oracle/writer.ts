/** A writer in a process of its own; begun again after a kill it first sends again what was not answered. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  OutcomeUnknown,
  openPool,
  PostgresEventStore,
  RevisionConflict,
  StoreUnavailable,
  type NewEvent,
} from '@anjuan/event-store';
import { diceOf } from '../law/adversary/dice.js';
import {
  commandId,
  Journal,
  writerJournal,
  writerLine,
  writerNotes,
  type Append,
  type WriterNote,
} from './journals.js';
import type { WriterTask } from './tasks.js';

const hotStreams = 6;
const mostEvents = 9;
const appendsToOneStream = 30;

const task = JSON.parse(process.argv[2] ?? '') as WriterTask;
const { writer, folder, session, lanes } = task;
const { chance, below } = diceOf(task.seed * 1_000_003 + writer * 1_009 + session);
const path = writerJournal(folder, writer);
const pool = openPool({ ...task.connection, max: 3, application_name: `writer-${writer}` });
// Half of them lose patience while the database is away, and have to ask again.
const store = new PostgresEventStore(pool, {
  clock: () => new Date(),
  patienceMs: writer % 2 ? 700 : 10_000,
});
const known = new Map<string, number | 'none'>();
let stopping = false;
let next = 0;

process.on('disconnect', () => process.exit(1));
process.on('message', () => (stopping = true));

const unanswered = await recall();
const journal = Journal.ofWriter(path);
await Promise.all(unanswered.map((append) => send(append, 'again')));
await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
await store.close();
await pool.end();
process.exit(0);

async function recall(): Promise<readonly Append[]> {
  Journal.ofWriter(path).close();
  const open = new Map<number, Append>();
  for await (const note of writerNotes(path)) {
    if (note.note === 'asked') open.set(note.n, note);
    if (note.note === 'acknowledged' || note.note === 'refused') open.delete(note.n);
    next = Math.max(next, note.n + 1);
  }
  return [...open.values()];
}

async function work(lane: number): Promise<void> {
  for (let turn = 0; !stopping; turn++) {
    const cold = `cold-${writer}-${session}-${lane}-${Math.floor(turn / appendsToOneStream)}`;
    const stream = chance(15) ? `hot-${below(hotStreams)}` : cold;
    const append = {
      n: next++,
      stream,
      expected: known.get(stream) ?? 'none',
      count: 1 + below(mostEvents),
    } as const;
    const twice = chance(1);
    await Promise.all([send(append, 'asked'), ...(twice ? [send(append, 'again')] : [])]);
    if (chance(2)) await send(append, 'again');
    if (turn % appendsToOneStream === appendsToOneStream - 1) known.delete(cold);
    if (chance(1)) await sleep(below(30));
  }
}

async function send(append: Append, first: 'asked' | 'again'): Promise<void> {
  note(first === 'asked' ? { note: 'asked', ...append } : { note: 'again', n: append.n });
  while (!(await answered(append))) {
    await sleep(50);
    note({ note: 'again', n: append.n });
  }
}

/** False when it is to be sent again. Anything but the answers the contract names ends the process, and the run. */
async function answered({ n, stream, expected, count }: Append): Promise<boolean> {
  const id = commandId(writer, n);
  const events = Array.from({ length: count }, (_, index) => event(id, index));
  try {
    const { revision, position, replayed } = await store.append(stream, expected, events, {
      id,
      digest: `of ${id}`,
    });
    note({ note: 'acknowledged', n, revision, position: Number(position), replayed });
    if (!replayed) known.set(stream, revision);
    return true;
  } catch (error) {
    if (error instanceof RevisionConflict) {
      note({ note: 'refused', n });
      known.set(stream, error.actual < 0 ? 'none' : error.actual);
      return true;
    }
    if (!(error instanceof StoreUnavailable)) throw error;
    note({ note: error instanceof OutcomeUnknown ? 'unknown' : 'unavailable', n });
    return false;
  }
}

function note(what: WriterNote): void {
  journal.write(writerLine(what));
}

function event(id: string, index: number): NewEvent {
  return {
    type: `Step${index}`,
    v: 1,
    occurredAt: '2025-03-03T00:30:00.000Z',
    actors: [],
    recordedBy: `writer-${writer}`,
    agency: 'oracle',
    rules: {},
    data: { id, text: '市场监督管理局'.repeat(1 + (index % 5)) },
  };
}
