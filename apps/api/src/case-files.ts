import { replay, resume, type CaseFile } from '@anjuan/case';
import { EventStore, isAt, markOf, type Mark } from '@anjuan/event-store';
import { Injectable } from '@nestjs/common';
import { caseEvent, caseStream } from './case-records.js';
import { Problem } from './http/problems.js';

/** A case as a command meets it. */
export type StandingCase = Readonly<{ agency: string; revision: number; file: CaseFile }>;

/** With the last entry it was folded from. */
type KnownCase = StandingCase & Readonly<{ last: Mark }>;

const mostCases = 500;
/** Other programs do not tell what was erased there: nothing is kept for longer. */
const keptForMs = 600_000;

/**
 * The files that commands decide on. What was folded before is kept, and only the entries since are read: each command
 * asks the record, so the file is as fresh as one folded from the beginning, and the append compares the revision again.
 * Readers never get these: personal data erased since may still be in them.
 */
@Injectable()
export class CaseFiles {
  /** In the order of use, the longest unused first. */
  readonly #known = new Map<string, KnownCase>();
  #begun = performance.now();
  #erasures = 0;

  constructor(private readonly store: EventStore) {}

  /** @throws Problem `no-such-case` */
  async standing(caseId: string, agency: string): Promise<StandingCase> {
    if (performance.now() - this.#begun > keptForMs) this.#beginAgain();
    const erasures = this.#erasures;
    const known = this.#known.get(caseId);
    const standing = (known && (await this.#since(caseId, known))) ?? (await this.#whole(caseId));
    if (standing?.agency !== agency)
      throw new Problem('no-such-case', '案件不存在，或不属于本机关；No such case in your agency');
    if (erasures === this.#erasures) this.#keep(caseId, standing);
    return standing;
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

  async #since(caseId: string, known: KnownCase): Promise<KnownCase | undefined> {
    const { agency, revision, file } = known;
    const recorded = await this.store.read(caseStream(caseId), undefined, revision);
    const [last, ...further] = recorded;
    // The record was replaced by an older copy, which may have grown past this revision since.
    if (last === undefined || !isAt(known.last, last)) return undefined;
    const resumed = resume(file, further.map(caseEvent));
    return (
      resumed && {
        agency,
        revision: revision + further.length,
        file: resumed,
        last: markOf(further.at(-1) ?? last),
      }
    );
  }

  async #whole(caseId: string): Promise<KnownCase | undefined> {
    const recorded = await this.store.read(caseStream(caseId));
    const [first] = recorded;
    const last = recorded.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const file = replay(recorded.map(caseEvent));
    return { agency: first.agency, revision: recorded.length - 1, file, last: markOf(last) };
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
