import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { AccountRefused } from './account-refused.js';
import { firstPasswordDays } from './stored-account.js';

/** Whose account has the login already; checked before anything is changed. */
export type LoginHolder = 'nobody' | 'own' | 'another';

/**
 * Opening an account is one step of several. `id` is the same whenever the same attempt is made again; `holder` tells
 * whether an account in the way was left by an attempt that was cut short.
 */
export type Attempt = Readonly<{ id: string; holder: (accountId: string) => Promise<LoginHolder> }>;

export const newAttempt = (): Attempt => ({ id: randomUUID(), holder: () => Promise.resolve('another') });

type Row = { id: string };
/** Others may open and give up the same login at the same time. */
const rounds = 10;

const taken = () => new AccountRefused('该账号已存在，请换一个。This login is taken; choose another.');

/** What the account is opened with; a password that is not its person's own yet is good for some days. */
type Opened = Readonly<{ login: string; password: string; own: boolean }>;
const firstUntil = `case when $4::boolean then null else now() + make_interval(days => ${String(firstPasswordDays)}) end`;

/**
 * Gives the id of the account that has the login now. One that has a password of its person's own keeps it, however
 * late an attempt comes that gives a first one. @throws AccountRefused, when it is another's
 */
export const openLogin = async (
  pool: Pool,
  { login, password, own }: Opened,
  { id, holder }: Attempt,
): Promise<string> => {
  for (let round = 0; round < rounds; round += 1) {
    const { rows: opened } = await pool.query<Row>(
      `insert into issuer.accounts (id, login, password, first_until)
       values ($1, $2, $3, ${firstUntil}) on conflict do nothing returning id`,
      [id, login, password, own],
    );
    if (opened[0]) return opened[0].id;
    const { rows: standing } = await pool.query<Row & { owned: boolean }>(
      `select id, first_until is null as owned from issuer.accounts
       where login = $1 or id = $2 order by id = $2::uuid desc`,
      [login, id],
    );
    const [held] = standing;
    if (!held) continue;
    const whose = held.id === id ? 'own' : await holder(held.id);
    if (whose === 'another') throw taken();
    if (whose === 'own' && held.owned && !own) return held.id;
    const { rows: kept } = await pool.query<Row>(
      `update issuer.accounts
       set id = $1, login = $2, password = $3, first_until = ${firstUntil}, password_changed_at = now()
       where id = $5 and (first_until is null) = $6
         and not exists (select from issuer.accounts where login = $2 and id <> $5) returning id`,
      [whose === 'nobody' ? id : held.id, login, password, own, held.id, held.owned],
    );
    if (kept[0]) return kept[0].id;
  }
  throw taken();
};
