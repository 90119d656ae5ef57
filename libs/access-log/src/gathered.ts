import type { AccessEntry } from './pages.js';

/** What was met of one group since it was last written down. */
export type Met = Readonly<{ operations: readonly string[]; times: number; until: string }>;

type Source = Readonly<{ of: string; groups: number }>;

/** One access, and the group it belongs to. */
export type Note = Readonly<{
  key: string;
  at: string;
  operation: string;
  /** `every`: each is counted. `kinds`: an operation already written down within the minute is not written again. */
  counts: 'every' | 'kinds';
  entry: (met: Met) => AccessEntry;
  /** Groups that each of these sources may have at a time, and the group to count in when one has more. */
  most?: Readonly<{ sources: readonly Source[]; otherwise: Note }>;
}>;

type Group = {
  readonly note: Note;
  readonly since: number;
  readonly written: Set<string>;
  operations: Set<string>;
  times: number;
  until: string;
};

const windowMs = 60_000;
/** Of more, those written down longest ago are forgotten: what they are of would be one entry more within the minute. */
const mostGroups = 20_000;

/**
 * What is alike within a minute is one entry. The first of a group is due at once, so that little is lost when the
 * program is killed; of those that are counted, the rest is due when its minute is over.
 */
export class Gathered {
  readonly #groups = new Map<string, Group>();
  readonly #ofSource = new Map<string, number>();
  #unwritten = 0;

  constructor(private readonly now: () => number) {}

  /** Groups in memory. */
  get size(): number {
    return this.#groups.size;
  }

  /** Groups of which something is to be written down, now or later. */
  get unwritten(): number {
    return this.#unwritten;
  }

  note(note: Note): void {
    const known = this.#groups.get(note.key);
    const { most } = note;
    const full = ({ of, groups }: Source): boolean => (this.#ofSource.get(of) ?? 0) >= groups;
    if (known === undefined && most?.sources.some(full)) {
      this.note(most.otherwise);
      return;
    }
    const group = known ?? this.#begun(note);
    group.until = note.at;
    if (note.counts === 'kinds' && group.written.has(note.operation)) return;
    if (group.times === 0) this.#unwritten += 1;
    group.operations.add(note.operation);
    group.times += 1;
  }

  /** What is to be written down now; `all`: also what could wait for the end of its minute. */
  due(all = false): readonly AccessEntry[] {
    const entries: AccessEntry[] = [];
    for (const [key, group] of this.#groups) {
      const over = this.now() - group.since >= windowMs;
      const waits = group.note.counts === 'every' && group.written.size > 0 && !over && !all;
      if (group.times > 0 && !waits) entries.push(this.#written(group));
      const forgotten = this.#groups.size > mostGroups && group.times === 0;
      if (over || forgotten) this.#end(key, group);
    }
    return entries;
  }

  #begun(note: Note): Group {
    const group: Group = {
      note,
      since: this.now(),
      written: new Set(),
      operations: new Set(),
      times: 0,
      until: note.at,
    };
    this.#groups.set(note.key, group);
    for (const { of } of note.most?.sources ?? []) this.#ofSource.set(of, (this.#ofSource.get(of) ?? 0) + 1);
    return group;
  }

  #end(key: string, { note: { most } }: Group): void {
    this.#groups.delete(key);
    for (const { of } of most?.sources ?? []) {
      const left = (this.#ofSource.get(of) ?? 0) - 1;
      if (left > 0) this.#ofSource.set(of, left);
      else this.#ofSource.delete(of);
    }
  }

  #written(group: Group): AccessEntry {
    const { operations, times, until } = group;
    for (const one of operations) group.written.add(one);
    group.operations = new Set();
    group.times = 0;
    this.#unwritten -= 1;
    return group.note.entry({ operations: [...operations], times, until });
  }
}
