import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { diceOf } from '../law/adversary/dice.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import { Cluster } from './cluster.js';
import { compiled } from './compiled.js';
import { copyRecord, recordOf } from './copy.js';
import { faults, Foreigners, strike, type Fault, type Scene } from './faults.js';
import { readerCheckpoint, readerJournal, writerJournal } from './journals.js';
import { judge } from './oracle.js';
import { Programs } from './programs.js';
import type { Verdict } from './verdict.js';

export type RunOptions = Readonly<{
  events: number;
  seed: number;
  /** how often each kind of fault is made to happen */
  rounds: number;
  report: (line: string) => void;
}>;

export type RunResult = Verdict &
  Readonly<{
    kills: number;
    killsByKind: Readonly<Record<Fault, number>>;
    foreignTransactions: number;
    restores: number;
    seed: number;
    writers: number;
    readers: number;
    seconds: number;
    /** of the judging process, at the end */
    residentMegabytes: number;
  }>;

const writers = 8;
const readers = 4;
const lanes = 24;
const catchUpMs = 120_000;

/**
 * Writes and reads under faults on one cluster for half of the events, kills everybody, copies the record into a new
 * cluster, goes on there from the same journals and checkpoints, and judges the whole.
 */
export async function run(options: RunOptions): Promise<RunResult> {
  const begun = Date.now();
  const folder = await temporaryFolder();
  const program = await compiled();
  const kills = { writer: 0, reader: 0, connection: 0, backend: 0, postmaster: 0, stall: 0 };
  const foreigners = new Foreigners();
  let cluster = await Cluster.start();
  const common = (session: number): object => ({
    connection: cluster.program,
    folder,
    seed: options.seed,
    session,
  });
  const crew = {
    writers: new Programs(program, 'writer', writers, (writer, session) => ({
      ...common(session),
      writer,
      lanes,
    })),
    readers: new Programs(program, 'reader', readers, (reader, session) => ({
      ...common(session),
      reader,
      way: reader % 2 === 0 ? 'pages' : 'subscription',
    })),
    dice: diceOf(options.seed),
  };
  try {
    await half({ ...crew, cluster }, { ...options, events: options.events / 2 }, { kills, foreigners });
    await Promise.all([crew.writers.killAll(), crew.readers.killAll(), foreigners.leave()]);
    options.report('copying the record into a new cluster');
    const next = await Cluster.start();
    const old = cluster;
    cluster = next;
    await copyRecord(old, next);
    await old.remove();
    await half({ ...crew, cluster }, options, { kills, foreigners });
    await crew.writers.finishAll();
    await caughtUp(folder, cluster, crew.readers);
    await Promise.all([crew.readers.killAll(), foreigners.leave()]);
    options.report('judging');
    const verdict = await judge({
      record: recordOf(cluster),
      writers: Array.from({ length: writers }, (_, number) => writerJournal(folder, number)),
      readers: Array.from({ length: readers }, (_, number) => readerJournal(folder, number)),
    });
    return {
      ...verdict,
      kills: Object.values(kills).reduce((sum, count) => sum + count),
      killsByKind: kills,
      foreignTransactions: foreigners.opened,
      restores: 1,
      seed: options.seed,
      writers,
      readers,
      seconds: Math.round((Date.now() - begun) / 1_000),
      residentMegabytes: Math.round(process.memoryUsage.rss() / 1_048_576),
    };
  } finally {
    await Promise.all([crew.writers.killAll(), crew.readers.killAll(), foreigners.leave()]);
    await cluster.remove();
    for (const made of [folder, program]) await removeFolder(made);
  }
}

type Tally = Readonly<{ kills: Record<Fault, number>; foreigners: Foreigners }>;

/** Until the record has so many events; each kind of fault for half of the rounds, evenly over the events. */
async function half(scene: Scene, { events, rounds, report }: RunOptions, tally: Tally): Promise<void> {
  const { cluster, writers: writing, readers: reading, dice } = scene;
  let head = await cluster.head();
  const due = Array.from({ length: Math.ceil(rounds / 2) }, () => shuffled(faults, dice.below)).flat();
  const step = (events - head) / (due.length + 1);
  let nextKill = head + step;
  writing.startAll();
  reading.startAll();
  for (let reported = 0; head < events || due.length > 0; head = await cluster.head()) {
    const failure = writing.failure ?? reading.failure;
    if (failure !== undefined) throw failure;
    const [fault] = due;
    if (fault !== undefined && head >= nextKill) {
      await tally.foreigners.stay(cluster);
      if (await strike(fault, scene)) {
        tally.kills[fault]++;
        due.shift();
        nextKill = Math.max(nextKill + step, head + 1);
      }
    }
    if (Date.now() - reported > 2_000) {
      report(
        `${head} events, ${Object.entries(tally.kills)
          .map(([kind, count]) => `${kind} ${count}`)
          .join(', ')}`,
      );
      reported = Date.now();
    }
    await sleep(25);
  }
}

async function caughtUp(folder: string, cluster: Cluster, reading: Programs): Promise<void> {
  const head = await cluster.head();
  const behind = (reader: number): boolean => {
    const path = readerCheckpoint(folder, reader);
    return !existsSync(path) || Number(readFileSync(path, 'utf8')) < head;
  };
  const deadline = Date.now() + catchUpMs;
  while (Array.from({ length: readers }, (_, reader) => reader).some(behind) && Date.now() < deadline) {
    if (reading.failure !== undefined) throw reading.failure;
    await sleep(50);
  }
}

function shuffled<T>(these: readonly T[], below: (bound: number) => number): readonly T[] {
  return these
    .map((one) => ({ one, at: below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
