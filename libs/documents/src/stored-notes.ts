import type { Pool } from 'pg';

type Note = Readonly<{ agency: string; sha256: string }>;
type Row = Note & Readonly<{ bytes: string; by: readonly string[] }>;
/** `by`: everybody who uploaded it. */
type Stored = Readonly<{ bytes: number; by: readonly string[] }>;
type Lookup = Readonly<{ note: Note; answer: PromiseWithResolvers<Stored | undefined> }>;

/**
 * Which files agencies have stored. Lookups in one turn of the event loop share one query, which starts after all of
 * them.
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
    try {
      const stored = await this.#stored(waiting.map(({ note }) => note));
      for (const { note, answer } of waiting) answer.resolve(stored.get(keyOf(note)));
    } catch (error) {
      for (const { answer } of waiting) answer.reject(error);
    }
  }

  async #stored(notes: readonly Note[]): Promise<ReadonlyMap<string, Stored>> {
    const each = [...new Map(notes.map((note) => [keyOf(note), note])).values()];
    const { rows } = await this.pool.query<Row>(
      `SELECT agency, sha256, bytes, array_prepend(f.uploaded_by, ARRAY(
         SELECT u.uploaded_by FROM documents.upload u WHERE u.agency = f.agency AND u.sha256 = f.sha256)) AS by
       FROM documents.file f
       JOIN unnest($1::text[], $2::text[]) AS asked (agency, sha256) USING (agency, sha256)`,
      [each.map(({ agency }) => agency), each.map(({ sha256 }) => sha256)],
    );
    return new Map(rows.map((row) => [keyOf(row), { bytes: Number(row.bytes), by: row.by }]));
  }
}

const keyOf = ({ agency, sha256 }: Note): string => `${sha256} ${agency}`;
