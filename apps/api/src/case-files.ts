import { replay, resume, type CaseFile } from '@anjuan/case';
import {
  entryOf,
  eventId,
  EventStore,
  Growth,
  sameEntry,
  type Appended,
  type Entry,
  type Look,
  type NewEvent,
} from '@anjuan/event-store';
import { Injectable } from '@nestjs/common';
import { caseEvent, caseStream } from './case-records.js';
import { Problem } from './http/problems.js';

/** A case as a command meets it. */
export type StandingCase = Readonly<{ agency: string; revision: number; file: CaseFile }>;

/** With the last entry it was folded from. */
type FoldedCase = StandingCase & Readonly<{ last: Entry }>;
/** `seen`: the look after which it was found to be all there is. */
type KnownCase = FoldedCase & Readonly<{ seen: Look }>;

/** What a command has just recorded. */
export type JustRecorded = Readonly<{
  caseId: string;
  /** The case that the command decided on; undefined: it opened one. */
  before: StandingCase | undefined;
  events: readonly NewEvent[];
  appended: Appended;
  commandId: string;
  seen: Look;
}>;

const mostCases = 500;
const noCase = replay([]);
/** Other programs do not tell what was erased there: nothing is kept for longer. */
const keptForMs = 600_000;

/**
 * The files that commands decide on. What was folded before is kept, and only the entries since are read: each command
 * asks the record whether there are any, so the file is as fresh as one folded from the beginning, and the append
 * compares the revision again. Readers never get these: personal data erased since may still be in them.
 */
@Injectable()
export class CaseFiles {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, KnownCase>();
  #begun = performance.now();
  #erasures = 0;

  constructor(
    private readonly store: EventStore,
    private readonly growth: Growth,
  ) {}

  /**
   * `seen`: a look at the record taken since the command came; without it one is taken.
   * @throws Problem `no-such-case`
   */
  async standing(caseId: string, agency: string, seen?: Look): Promise<StandingCase> {
    const look = seen ?? (await this.growth.look());
    if (performance.now() - this.#begun > keptForMs) this.#beginAgain();
    const erasures = this.#erasures;
    const known = this.#known.get(caseId);
    const now = this.#unchanged(caseId, known);
    const standing = now ?? (known && (await this.#since(caseId, known))) ?? (await this.#whole(caseId));
    if (standing?.agency !== agency)
      throw new Problem('no-such-case', '案件不存在，或不属于本机关；No such case in your agency');
    if (erasures === this.#erasures) this.#keep(caseId, { ...standing, seen: now?.seen ?? look });
    return standing;
  }

  #unchanged(caseId: string, known: KnownCase | undefined): KnownCase | undefined {
    return known && this.growth.unchanged(caseStream(caseId), known.seen, known.revision) ? known : undefined;
  }

  /** Folds it on, so that the next command on the case need not read it back. */
  goOn({ caseId, before, events, appended, commandId, seen }: JustRecorded): void {
    // Forgotten meanwhile: values were erased that the command's file still holds.
    if (before && this.#known.get(caseId)?.file !== before.file) return;
    const { revision, position, recordedAt } = appended;
    const first = revision - events.length + 1;
    const further = events.map((event, index) =>
      caseEvent({ disclosures: [], ...event, recordedAt, revision: first + index }),
    );
    const file = resume(before?.file ?? noCase, further);
    const agency = (before ?? events[0])?.agency;
    if (!file || agency === undefined) return;
    const last = { id: eventId(commandId, events.length - 1), position, recordedAt };
    this.#keep(caseId, { agency, revision, file, last, seen });
  }

  /** After an erasure: what is kept may hold the values still. */
  forget(caseId: string): void {
    this.#erasures++;
    this.#known.delete(caseId);
  }

  #beginAgain(): void {
    this.#known.clear();
    this.#begun = performance.now();
  }

  async #since(caseId: string, known: FoldedCase): Promise<FoldedCase | undefined> {
    const { agency, revision, file } = known;
    const recorded = await this.store.read(caseStream(caseId), undefined, revision);
    const [last, ...further] = recorded;
    // The record was replaced by an older copy, which may have grown past this revision since.
    if (last === undefined || !sameEntry(last, known.last)) return undefined;
    const resumed = resume(file, further.map(caseEvent));
    return (
      resumed && {
        agency,
        revision: revision + further.length,
        file: resumed,
        last: entryOf(further.at(-1) ?? last),
      }
    );
  }

  async #whole(caseId: string): Promise<FoldedCase | undefined> {
    const recorded = await this.store.read(caseStream(caseId));
    const [first] = recorded;
    const last = recorded.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const file = replay(recorded.map(caseEvent));
    return { agency: first.agency, revision: recorded.length - 1, file, last: entryOf(last) };
  }

  #keep(caseId: string, standing: KnownCase): void {
    this.#known.delete(caseId);
    this.#known.set(caseId, standing);
    for (const longestUnused of this.#known.keys()) {
      if (this.#known.size <= mostCases) return;
      this.#known.delete(longestUnused);
    }
  }
}
