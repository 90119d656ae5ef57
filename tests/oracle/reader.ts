/** A reader in a process of its own. It notes what it was given, and then its checkpoint: what a view does in one transaction. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  openPool,
  PostgresEventStore,
  StoreUnavailable,
  type Position,
  type RecordedEvent,
} from '@anjuan/event-store';
import { diceOf } from '../law/adversary/dice.js';
import { Journal, readerBytes, readerCheckpoint, readerJournal } from './journals.js';
import type { ReaderTask } from './tasks.js';

const mostKept = 256;
const flushMs = 20;

const task = JSON.parse(process.argv[2] ?? '') as ReaderTask;
const { reader, folder } = task;
const { chance, below } = diceOf(task.seed * 1_000_033 + reader * 1_013 + task.session);
const pool = openPool({ ...task.connection, max: 2, application_name: `reader-${reader}` });
const store = new PostgresEventStore(pool, { clock: () => new Date() });
const checkpoint = readerCheckpoint(folder, reader);
const journal = Journal.ofReader(readerJournal(folder, reader));
let last: Position | undefined = existsSync(checkpoint) ? readFileSync(checkpoint, 'utf8') : undefined;
let kept: Buffer[] = [];

process.on('disconnect', () => process.exit(1));

journal.write(readerBytes({ note: 'began', checkpoint: Number(last ?? 0) }));
await (task.way === 'pages' ? readPages() : subscribe());

async function readPages(): Promise<never> {
  for (;;) {
    try {
      for await (const event of store.readAll(last, 1 + below(2_000))) keep(event);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
    flush();
    await sleep(chance(5) ? below(200) : below(10));
  }
}

async function subscribe(): Promise<void> {
  setInterval(flush, flushMs);
  for await (const event of store.subscribe(last, new AbortController().signal)) keep(event);
}

function keep({ position, id, recordedAt }: RecordedEvent): void {
  kept.push(readerBytes({ note: 'saw', position: Number(position), id, recordedAt: Date.parse(recordedAt) }));
  last = position;
  if (kept.length >= mostKept) flush();
}

function flush(): void {
  if (kept.length === 0 || last === undefined) return;
  journal.write(Buffer.concat(kept));
  kept = [];
  writeFileSync(`${checkpoint}.new`, last);
  renameSync(`${checkpoint}.new`, checkpoint);
}
