import type pg from 'pg';
import { NoDatabase } from './no-database.js';
import { giveRights, roleOf, waysToRewrite } from './rights.js';
import { mustStand, type Wall } from './wall.js';

export type ByOwner = Readonly<{
  program: pg.Pool;
  /** of the owner of the tables; undefined where the program's role is that too */
  owner: pg.PoolConfig | undefined;
  open: (config: pg.PoolConfig) => pg.Pool;
  /** that must stand once everything is migrated */
  walls: (program: pg.Pool) => Promise<readonly Wall[]>;
}>;

/**
 * Migrations by the owner, after which the program's role has the rights it needs. Where one role does both, gives a
 * sentence that says by what the record could be rewritten.
 * @throws NoDatabase where there are two roles, and the program's could; where a wall between agencies does not stand
 */
export const byOwner = async (
  by: ByOwner,
  migrate: (owner: pg.Pool) => Promise<void>,
): Promise<string | undefined> => {
  const warning = await migratedBy(by, migrate);
  await mustStand(by.program, await by.walls(by.program));
  return warning;
};

const migratedBy = async (
  { program, owner: config, open }: ByOwner,
  migrate: (owner: pg.Pool) => Promise<void>,
): Promise<string | undefined> => {
  if (config === undefined) {
    await migrate(program);
    const ways = await waysToRewrite(program);
    return ways.length > 0 ? oneRole(await roleOf(program), ways) : undefined;
  }
  const owner = open(config);
  try {
    await mustBeSame(owner, program);
    await migrate(owner);
    const role = await roleOf(program);
    if (role !== (await roleOf(owner))) await giveRights(owner, role);
    const ways = await waysToRewrite(program);
    if (ways.length > 0) throw new NoDatabase(twoRoles(role, ways));
    return undefined;
  } finally {
    await owner.end();
  }
};

const where = `SELECT current_database() || ' ' || pg_postmaster_start_time() AS place`;

const mustBeSame = async (owner: pg.Pool, program: pg.Pool): Promise<void> => {
  const [one, other] = await Promise.all(
    [owner, program].map(async (pool) => (await pool.query<{ place: string }>(where)).rows[0]?.place),
  );
  if (one !== other)
    throw new NoDatabase(
      '数据库无法使用：DATABASE_OWNER_URL 与 DATABASE_URL 须指向同一数据库，请改正其一。The database cannot be used: DATABASE_OWNER_URL and DATABASE_URL lead to two databases, correct one of them.',
    );
};

const most = 3;
const some = (ways: readonly string[], joint: string): string =>
  `${ways.slice(0, most).join(joint)}${ways.length > most ? ` … ${String(ways.length)}` : ''}`;

const oneRole = (role: string, ways: readonly string[]): string =>
  `程序的账号 ${role} 能够改写案卷记录（${some(ways, '、')}），建议分设两个账号，见 docs/configuration.md；the program's account ${role} could rewrite the record (${some(ways, ', ')}): give it an account of its own and name the owner in DATABASE_OWNER_URL, as docs/configuration.md says`;

const twoRoles = (role: string, ways: readonly string[]): string =>
  `数据库无法使用：程序的账号 ${role} 能够改写案卷记录（${some(ways, '、')}），请收回这些权限，或在 DATABASE_URL 中换用另一账号；由一个账号兼任的，请删去 DATABASE_OWNER_URL。The database cannot be used: the program's account ${role} could rewrite the record (${some(ways, ', ')}). Take that away from it, or name another account in DATABASE_URL; where one account is to do both, leave DATABASE_OWNER_URL out.`;
