import type { Pool } from 'pg';

type Note = Readonly<{ agency: string; sha256: string }>;
type Row = Note & Readonly<{ bytes: string; by: readonly string[] }>;
/** `by`: everybody who uploaded it. */
type Stored = Readonly<{ bytes: number; by: readonly string[] }>;
type Asked = Readonly<{ note: Note; answer: PromiseWithResolvers<Stored | undefined> }>;

/**
 * Which files agencies have stored. What is asked in one turn of the event loop is asked of the database in one
 * query, which begins after everybody asked.
 */
export class StoredNotes {
  #asked: Asked[] = [];

  constructor(private readonly pool: Pool) {}

  /** Undefined: not stored. */
  of(note: Note): Promise<Stored | undefined> {
    const answer = Promise.withResolvers<Stored | undefined>();
    if (this.#asked.length === 0) setImmediate(() => void this.#send());
    this.#asked.push({ note, answer });
    return answer.promise;
  }

  async #send(): Promise<void> {
    const asked = this.#asked;
    this.#asked = [];
    try {
      const stored = await this.#stored(asked.map(({ note }) => note));
      for (const { note, answer } of asked) answer.resolve(stored.get(keyOf(note)));
    } catch (error) {
      for (const { answer } of asked) answer.reject(error);
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
