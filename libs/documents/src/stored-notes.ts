import { readingUnder } from '@anjuan/database';
import type { Pool } from 'pg';

type Note = Readonly<{ agency: string; sha256: string }>;
type Row = Readonly<{ sha256: string; bytes: string; by: readonly string[] }>;
/** `by`: everybody who uploaded it. */
type Stored = Readonly<{ bytes: number; by: readonly string[] }>;
type Lookup = Readonly<{ note: Note; answer: PromiseWithResolvers<Stored | undefined> }>;

/**
 * Which files agencies have stored. Lookups of an agency in one turn of the event loop share one query, which starts
 * after all of them.
 */
export class StoredNotes {
  #waiting: Lookup[] = [];

  constructor(private readonly pool: Pool) {}

  /** Undefined: not stored. */
  of(note: Note): Promise<Stored | undefined> {
    const answer = Promise.withResolvers<Stored | undefined>();
    if (this.#waiting.length === 0) setImmediate(() => void this.#send());
    this.#waiting.push({ note, answer });
    return answer.promise;
  }

  async #send(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const agencies = new Set(waiting.map(({ note }) => note.agency));
    await Promise.all(
      [...agencies].map((agency) =>
        this.#answer(
          agency,
          waiting.filter(({ note }) => note.agency === agency),
        ),
      ),
    );
  }

  async #answer(agency: string, waiting: readonly Lookup[]): Promise<void> {
    try {
      const stored = await this.#stored(agency, [...new Set(waiting.map(({ note }) => note.sha256))]);
      for (const { note, answer } of waiting) answer.resolve(stored.get(note.sha256));
    } catch (error) {
      for (const { answer } of waiting) answer.reject(error);
    }
  }

  async #stored(agency: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
    const { rows } = await readingUnder({ pool: this.pool, scope: { agency } }, (client) =>
      client.query<Row>(
        `SELECT sha256, bytes, array_prepend(f.uploaded_by, ARRAY(
           SELECT u.uploaded_by FROM documents.upload u WHERE u.agency = f.agency AND u.sha256 = f.sha256)) AS by
         FROM documents.file f WHERE agency = $1 AND sha256 = ANY($2)`,
        [agency, hashes],
      ),
    );
    return new Map(rows.map((row) => [row.sha256, { bytes: Number(row.bytes), by: row.by }]));
  }
}
