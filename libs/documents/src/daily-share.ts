import { readingUnder, writingUnder } from '@anjuan/database';
import { addDays, dayOf, startOfDay } from '@anjuan/law';
import type { Pool } from 'pg';
import { UploadsUsedUp } from './errors.js';

/** How much one person may store on one day. */
export type ShareOfDay = Readonly<{ mostFilesOfDay: number; mostBytesOfDay: number }>;
type Who = Readonly<{ agency: string; by: string; at: Date; bytes?: number }>;
export type Taken = Readonly<{ agency: string; by: string; day: string; bytes: number }>;
type Row = Readonly<{ day: string; files: string; bytes: string }>;

const megabyte = 1024 * 1024;
const today = "(now() at time zone 'Asia/Shanghai')::date";
const soon = `${today} + 1`;
const isAboutToday = (day: string): string => `(${day}::date BETWEEN ${today} - 1 AND ${soon})`;
/**
 * A later day begins anew. Which of two days is wrong, the database's own says: one that is beyond its tomorrow does not
 * begin anew where what is counted is of about today, and one of about today does where what is counted is beyond
 * tomorrow. So clocks that differ begin nothing anew by turns, and where the program's clock is moved to other years,
 * its later days begin anew there too.
 */
const isAnew = (day: string): string =>
  `((${day} > d.day AND NOT (${day}::date > ${soon} AND ${isAboutToday('d.day')}))
    OR (d.day::date > ${soon} AND ${isAboutToday(day)}))`;
const anew = isAnew('excluded.day');

/**
 * What everybody has uploaded today, kept in the database: programs share it, and no restart forgets it. What was
 * refused after it had come in counts too; it cost as much.
 */
export class DailyShare {
  constructor(
    private readonly pool: Pool,
    private readonly options: ShareOfDay & Readonly<{ mostBytes: number }>,
  ) {}

  /**
   * Sets aside one file and the bytes its sender has said, or the most that one may have where nothing was said. What
   * begins no day anew counts on the day that is counted.
   * @throws UploadsUsedUp
   */
  async take({ agency, by, at, bytes = 0 }: Who): Promise<Taken> {
    const day = dayOf(at.toISOString());
    const aside = bytes > 0 ? bytes : Math.min(this.options.mostBytes, this.options.mostBytesOfDay);
    const { rows } = await writingUnder({ pool: this.pool, scope: { agency } }, (client) =>
      client.query<{ day: string }>(
        `INSERT INTO documents.day_of_person AS d (agency, person, day, files, bytes)
         SELECT $1, $2, $3, 1, $4::bigint WHERE $5::bigint >= 1 AND $6::bigint >= $4::bigint
         ON CONFLICT (agency, person) DO UPDATE SET day = CASE WHEN ${anew} THEN excluded.day ELSE d.day END,
           files = CASE WHEN ${anew} THEN 0 ELSE d.files END + 1,
           bytes = CASE WHEN ${anew} THEN 0 ELSE d.bytes END + excluded.bytes
         WHERE ${anew} OR (d.files < $5 AND d.bytes + excluded.bytes <= $6)
         RETURNING day`,
        [agency, by, day, aside, this.options.mostFilesOfDay, this.options.mostBytesOfDay],
      ),
    );
    const [counted] = rows;
    if (!counted) throw await this.#usedUp(agency, by, day);
    return { agency, by, day: counted.day, bytes: aside };
  }

  /** Gives back what was set aside and has not come. */
  async settle({ agency, by, day, bytes: aside }: Taken, bytes: number): Promise<void> {
    if (bytes === aside) return;
    await writingUnder({ pool: this.pool, scope: { agency } }, (client) =>
      client.query(
        `UPDATE documents.day_of_person SET bytes = greatest(0, bytes - $4::bigint + $5::bigint)
         WHERE agency = $1 AND person = $2 AND day = $3`,
        [agency, by, day, aside, bytes],
      ),
    );
  }

  async #usedUp(agency: string, by: string, day: string): Promise<UploadsUsedUp> {
    const { rows } = await readingUnder({ pool: this.pool, scope: { agency } }, (client) =>
      client.query<Row>(
        `SELECT day, files, bytes FROM documents.day_of_person AS d
         WHERE agency = $1 AND person = $2 AND NOT ${isAnew('$3')}`,
        [agency, by, day],
      ),
    );
    const [counted] = rows;
    const ends = startOfDay(addDays(counted?.day ?? day, 1));
    const { mostFilesOfDay, mostBytesOfDay } = this.options;
    return Number(counted?.files ?? 0) >= mostFilesOfDay
      ? new UploadsUsedUp('MAX_UPLOADS_PER_DAY', mostFilesOfDay, ends)
      : new UploadsUsedUp('MAX_UPLOAD_MB_PER_DAY', mostBytesOfDay / megabyte, ends);
  }
}
