/**
 * A session gets another identifier whenever somebody signs in again at its browser. The library deletes its row, and
 * inserts one with the new identifier: whoever asked in between, with a token of the session, would be told that it is
 * over. Here the row is kept and renamed.
 */
import type Provider from 'oidc-provider';
import { type Pool } from 'pg';

/** Of the same account alone: who signs in for the first time gets a row by its grant, see artifacts.ts. */
const rename = async (
  pool: Pool,
  { from, to, accountId }: Readonly<{ from: string; to: string; accountId: string }>,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `update issuer.artifacts set id = $2, payload = payload || jsonb_build_object('jti', $2::text)
     where model = 'Session' and id = $1 and payload ->> 'accountId' = $3`,
    [from, to, accountId],
  );
  return rowCount === 1;
};

/** `oldId`: of the row that the library is about to delete. */
type Saved = InstanceType<Provider['Session']> & { oldId?: string | undefined };

export const renamesSessions = (provider: Provider, pool: Pool): void => {
  const { prototype } = provider.Session as unknown as { prototype: Saved };
  const save: (this: Saved, ttl: number) => Promise<string> = Reflect.get(prototype, 'save');
  prototype.save = async function (this: Saved, ttl) {
    const { oldId: from, jti: to, accountId } = this;
    if (from !== undefined && accountId !== undefined && (await rename(pool, { from, to, accountId })))
      this.oldId = undefined;
    return save.call(this, ttl);
  };
};
