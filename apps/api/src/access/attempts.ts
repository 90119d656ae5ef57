import { AccessLog } from '@anjuan/access-log';
import { AttemptLog } from '@anjuan/attempt-log';
import { refusedActs, type AccessesQuery, type AttemptItem } from '@anjuan/views';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { CaughtUp } from '../queries/caught-up.js';

type Wanted = Omit<AccessesQuery, 'kinds'>;
type Page = Readonly<{ items: readonly AttemptItem[]; next?: string }>;

/** Acts that the law refused: first those which earlier programs kept in a table, then those in the record. */
@Injectable()
export class Attempts {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly earlier: AttemptLog,
    private readonly log: AccessLog,
    private readonly caughtUp: CaughtUp,
  ) {}

  /** What was met by now is in it. @throws CursorUnreadable, ViewNotServed */
  async page({ after, limit, ...sought }: Wanted): Promise<Page> {
    await this.caughtUp.until(await this.log.flush());
    // The table's own numbers; the pages of the list have other marks.
    const inTable = /^\d{0,15}$/.test(after ?? '');
    const earlier = inTable ? await this.#earlier(Number(after ?? 0), limit, sought) : [];
    const last = earlier.at(-1);
    if (last !== undefined && earlier.length === limit) return { items: earlier, next: last.id };
    const { items, next } = await refusedActs(this.pool, {
      ...sought,
      limit: limit - earlier.length,
      ...(!inTable && after !== undefined && { after }),
    });
    return { items: [...earlier, ...items], ...(next !== undefined && { next }) };
  }

  async #earlier(
    after: number,
    limit: number,
    sought: Omit<Wanted, 'limit' | 'after'>,
  ): Promise<readonly AttemptItem[]> {
    const rows = await this.earlier.read({ ...sought, after, limit });
    return rows.map(({ at, act, ...row }) => {
      const instant = at.toISOString();
      return { ...row, at: instant, act, acts: [act], times: 1, until: instant };
    });
  }
}
