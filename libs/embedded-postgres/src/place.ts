import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where things stand in a data folder. */
export type Place = Readonly<{
  dataDir: string;
  /** PostgreSQL's own files */
  cluster: string;
  /** holds the socket, open to the server's user alone */
  socketDir: string;
  log: string;
}>;

export const port = 5432;
/** The server's own superuser, for what the server itself needs. */
export const serverRole = 'anjuan';
/** Owns the database and what is in it: migrations, backup, restore. */
export const ownerRole = 'anjuan_owner';
/** The program's: what it may do is granted by the owner. */
export const programRole = 'anjuan_program';
export const database = 'anjuan';

// A socket's whole path may take about 104 bytes, "/.s.PGSQL.5432.lock" included.
const longestSocketDir = 84;

export function placeIn(folder: string): Place {
  const dataDir = resolve(folder);
  const inside = join(dataDir, 'socket');
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    socketDir: Buffer.byteLength(inside) <= longestSocketDir ? inside : join(tmpdir(), `anjuan-${hash}`),
    log: join(dataDir, 'postgres.log'),
  };
}
