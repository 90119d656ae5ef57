import { type Pool } from 'pg';
import { type Origin, textOf } from './origin.js';

/** Five wrong tries in a row are free; the fifth and each further one lock, twice as long each time. */
const free = 5;
/** From one address over all logins: people behind one address mistype too. */
const freeOfAnAddress = 100;
/** After so many of one login, wherever they come from, each further stranger has a single free one. */
const manyOfALogin = 50;
const firstLockSeconds = 30;
const longestLockSeconds = 15 * 60;
const forgottenAfterHours = 24;
const mostRows = 100_000;
const sweepEveryMs = 60_000;

const everyLogin = '';
const everywhere = 'everywhere';

/**
 * Wrong tries in a row by login and origin, so that nobody locks an owner out who comes from elsewhere or with a
 * browser known to the login. Kept whether or not an account has the login: a lock tells nobody which logins exist.
 */
export class WrongTries {
  #sweptAt = -Infinity;

  constructor(private readonly pool: Pool) {}

  async lockedUntil(login: string, origin: Origin): Promise<Date | undefined> {
    const { rows } = await this.pool.query<{ until: Date | null }>(
      `select max(locked_until) as until from issuer.tries
       where login in ($1, $2) and origin = $3 and locked_until > now()`,
      [login, everyLogin, textOf(origin)],
    );
    return rows[0]?.until ?? undefined;
  }

  async count(login: string, origin: Origin): Promise<void> {
    await this.#sweep();
    if ('device' in origin) {
      await this.#add(login, textOf(origin), free);
      return;
    }
    const ofTheLogin = await this.#add(login, everywhere, Infinity);
    await this.#add(login, textOf(origin), ofTheLogin > manyOfALogin ? 1 : free);
    await this.#add(everyLogin, textOf(origin), freeOfAnAddress);
  }

  /**
   * After a right one: the login's own tries from there, also among those of the address. What others tried stays
   * counted, and what was tried from there on other logins.
   */
  async forget(login: string, origin: Origin): Promise<void> {
    await this.pool.query(
      `with own as (delete from issuer.tries where login = $1 and origin = $3 returning tries)
       update issuer.tries as t set tries = greatest(0, t.tries - own.tries)
       from own where t.login = $2 and t.origin = $3`,
      [login, everyLogin, textOf(origin)],
    );
  }

  /** How often by now. */
  async #add(login: string, origin: string, freeTries: number): Promise<number> {
    const { rows } = await this.pool.query<{ tries: number }>(
      `insert into issuer.tries as t (login, origin, tries, last_at) values ($1, $2, 1, now())
       on conflict (login, origin) do update set
         tries = case when t.last_at < now() - make_interval(hours => $3) then 1 else t.tries + 1 end,
         last_at = now()
       returning tries`,
      [login, origin, forgottenAfterHours],
    );
    const tries = rows[0]?.tries ?? 1;
    if (tries >= freeTries) {
      const seconds = Math.min(longestLockSeconds, firstLockSeconds * 2 ** (tries - freeTries));
      await this.pool.query(
        'update issuer.tries set locked_until = last_at + make_interval(secs => $3) where login = $1 and origin = $2',
        [login, origin, seconds],
      );
    }
    return tries;
  }

  async #sweep(): Promise<void> {
    if (performance.now() - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = performance.now();
    await this.pool.query(`delete from issuer.tries where last_at < now() - make_interval(hours => $1)`, [
      forgottenAfterHours,
    ]);
    await this.pool.query(
      `delete from issuer.tries where (login, origin) in
         (select login, origin from issuer.tries order by last_at desc offset $1)`,
      [mostRows],
    );
  }
}
