import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { AccountRefused } from './account-refused.js';

/** Who the account is that has the login already; asked before anything is changed. */
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

/** Gives the id of the account that has the login now. @throws AccountRefused, when it is another's */
export const openLogin = async (
  pool: Pool,
  login: string,
  password: string,
  { id, holder }: Attempt,
): Promise<string> => {
  for (let round = 0; round < rounds; round += 1) {
    const { rows: opened } = await pool.query<Row>(
      'insert into issuer.accounts (id, login, password) values ($1, $2, $3) on conflict do nothing returning id',
      [id, login, password],
    );
    if (opened[0]) return opened[0].id;
    const { rows: standing } = await pool.query<Row>(
      'select id from issuer.accounts where login = $1 or id = $2 order by id = $2::uuid desc',
      [login, id],
    );
    const [held] = standing;
    if (!held) continue;
    const whose = held.id === id ? 'own' : await holder(held.id);
    if (whose === 'another') throw taken();
    const { rows: kept } = await pool.query<Row>(
      `update issuer.accounts set id = $1, login = $2, password = $3, password_changed_at = now()
       where id = $4 and not exists (select from issuer.accounts where login = $2 and id <> $4) returning id`,
      [whose === 'nobody' ? id : held.id, login, password, held.id],
    );
    if (kept[0]) return kept[0].id;
  }
  throw taken();
};
