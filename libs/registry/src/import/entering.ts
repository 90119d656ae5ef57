/** An accepted import is entered, person by person. */
import { RecordDamaged, RevisionConflict } from '@anjuan/event-store';
import { dayOf } from '@anjuan/law';
import { personChangeTakesTwo } from '../capacities.js';
import type { Changes } from '../changes.js';
import type { Entries } from '../entries.js';
import { streamOfPerson } from '../folds.js';
import type { Person, PersonChange } from '../person.js';
import { RegistryRefusal, staffNumberTaken } from '../registry-refusal.js';
import { recorderOf, type AcceptedImport, type AcceptedLine, type Later, type Outrun } from './accepted.js';
import type { ImportedChange } from './import-line.js';

/** So many people at a time. */
const atOnce = 16;

type UnderWay = Readonly<{
  one: AcceptedImport;
  agency: string;
  /** When it is entered: what was recorded for today may be dated back by then. */
  at: string;
  changes: Changes<Person, PersonChange>;
  /** Whether it was ended or taken up meanwhile: another program may do so. */
  isOver: () => Promise<boolean>;
}>;
type Found = Readonly<{ outrun: readonly Outrun[]; later: Later }>;

/**
 * Everything that can be; undefined: others have ended it or taken it up, and nobody more is begun.
 * @throws RecordDamaged, where the stream of somebody named cannot be read
 */
export const enterImport = async (entries: Entries, way: UnderWay): Promise<Found | undefined> => {
  const byPerson = Map.groupBy(way.one.lines, ({ person }) => person);
  const outrun: Outrun[] = [];
  const later: Partial<Record<ImportedChange['type'], number[]>> = {};
  const damaged: RecordDamaged[] = [];
  const over = { seen: false };
  await severalAtOnce([...byPerson.values()], async (lines) => {
    if (!over.seen && (await way.isOver())) over.seen = true;
    if (over.seen) return;
    try {
      await new LinesOfOne(entries, way, outrun, later).enter(lines);
    } catch (error) {
      if (!(error instanceof RecordDamaged)) throw error;
      damaged.push(error);
    }
  });
  if (over.seen) return undefined;
  const [first] = damaged;
  if (first) throw first;
  return { outrun, later };
};

class LinesOfOne {
  constructor(
    private readonly entries: Entries,
    private readonly way: UnderWay,
    private readonly outrun: Outrun[],
    private readonly later: Partial<Record<ImportedChange['type'], number[]>>,
  ) {}

  /** Whose number is somebody else's after all is nobody to whom anything could be given. */
  async enter(lines: readonly AcceptedLine[]): Promise<void> {
    const registering = lines.find(({ registers }) => registers);
    const taken = registering && (await unlessOutrun(() => this.#register(registering)));
    if (taken !== undefined) {
      this.outrun.push(...lines.map(({ line }) => ({ line, reason: taken })));
      return;
    }
    for (const line of lines)
      for (const [nth, change] of line.changes.entries()) await this.#enterChange(line, nth, change);
  }

  async #enterChange({ person, line }: AcceptedLine, nth: number, change: ImportedChange): Promise<void> {
    const { one, at, changes } = this.way;
    const by = recorderOf(one, at, person, line, nth);
    const reason = await unlessOutrun(async () => {
      const { proposal } = await changes.enter(person, () => change, by);
      if (proposal !== undefined && !personChangeTakesTwo(change, dayOf(one.at)))
        (this.later[change.type] ??= []).push(line);
    });
    if (reason !== undefined) this.outrun.push({ line, reason, change: change.type });
  }

  async #register(line: AcceptedLine): Promise<void> {
    const { one, at, agency } = this.way;
    const { staffNumber, name, person } = line;
    const event = { type: 'PersonRegistered', data: { agency, staffNumber, name } };
    const by = recorderOf(one, at, person, 'registered');
    await this.entries.once(by.command, async () => {
      try {
        return await this.entries.begin(streamOfPerson(person), { event, agency }, by);
      } catch (error) {
        if (error instanceof RevisionConflict) throw staffNumberTaken();
        throw error;
      }
    });
  }
}

/** Why the registry did not take it down; undefined: it did. */
const unlessOutrun = async (step: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await step();
    return undefined;
  } catch (error) {
    if (!(error instanceof RegistryRefusal)) throw error;
    return error.reason;
  }
};

/** Sixteen at a time. Ends when all of it has ended. @throws what the first of them threw */
export const severalAtOnce = async <One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
): Promise<void> => {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
};
