import { type Pool } from 'pg';

/** Five wrong tries in a row are free; the fifth and each further one locks the login, twice as long each time. */
const free = 5;
const firstLockSeconds = 30;
const longestLockSeconds = 15 * 60;
const forgottenAfterHours = 24;

/** Locks are kept by login, whether or not an account has it, so that a lock tells nobody which logins exist. */
export const lockedUntil = async (pool: Pool, login: string): Promise<Date | undefined> => {
  const { rows } = await pool.query<{ locked_until: Date }>(
    'select locked_until from issuer.wrong_tries where login = $1 and locked_until > now()',
    [login],
  );
  return rows[0]?.locked_until;
};

export const countWrongTry = async (pool: Pool, login: string): Promise<void> => {
  await pool.query(`delete from issuer.wrong_tries where last_at < now() - make_interval(hours => $1)`, [
    forgottenAfterHours,
  ]);
  await pool.query(
    `insert into issuer.wrong_tries as w (login, tries, last_at, locked_until)
     values ($1, 1, now(), '-infinity')
     on conflict (login) do update set
       tries = w.tries + 1,
       last_at = now(),
       locked_until = case when w.tries + 1 < $2 then w.locked_until else
         now() + make_interval(secs => least($4, $3 * power(2, least(w.tries + 1 - $2, 20)))) end`,
    [login, free, firstLockSeconds, longestLockSeconds],
  );
};

export const forgetWrongTries = async (pool: Pool, login: string): Promise<void> => {
  await pool.query('delete from issuer.wrong_tries where login = $1', [login]);
};
