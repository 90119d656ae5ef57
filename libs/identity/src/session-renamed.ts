/**
 * A session gets another identifier whenever somebody signs in again at its browser. The library deletes its row, and
 * inserts one with the new identifier: whoever asked in between, with a token of the session, would be told that it is
 * over. Here the row is kept and renamed.
 */
import type Provider from 'oidc-provider';
import { type Pool } from 'pg';
import { grantsOf } from './artifacts.js';

type Renamed = Readonly<{ from: string; to: string; accountId: string; grants: readonly string[] }>;

/** Of the same account alone, and while there is a grant of it: else its row is made by its grant, see artifacts.ts. */
const rename = async (pool: Pool, { from, to, accountId, grants }: Renamed): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `with granted as materialized
       (select from issuer.artifacts where model = 'Grant' and id = any($4::text[]) for key share)
     update issuer.artifacts set id = $2, payload = payload || jsonb_build_object('jti', $2::text)
     where model = 'Session' and id = $1 and payload ->> 'accountId' = $3 and exists (select from granted)`,
    [from, to, accountId, grants],
  );
  return rowCount === 1;
};

/** `oldId`: of the row that the library is about to delete. */
type Saved = InstanceType<Provider['Session']> & { oldId?: string | undefined };

export const renamesSessions = (provider: Provider, pool: Pool): void => {
  const { prototype } = provider.Session as unknown as { prototype: Saved };
  const save: (this: Saved, ttl: number) => Promise<string> = Reflect.get(prototype, 'save');
  prototype.save = async function (this: Saved, ttl) {
    const { oldId: from, jti: to, accountId, authorizations = {} } = this;
    const ofAccount = from !== undefined && accountId !== undefined;
    if (ofAccount && (await rename(pool, { from, to, accountId, grants: grantsOf({ authorizations }) })))
      this.oldId = undefined;
    return save.call(this, ttl);
  };
};
