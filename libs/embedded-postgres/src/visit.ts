import { existsSync } from 'node:fs';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { ServerFailed } from './errors.js';
import { database, databaseUser, placeIn, port } from './place.js';

/**
 * The server of a data folder that has one: as a guest beside the program that owns it, or started until `stop`.
 * @throws ServerFailed when the folder has no database; DataFolderInUse when a program takes it at this moment
 */
export async function visitEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const place = placeIn(dataDir);
  if (!existsSync(place.cluster)) throw new ServerFailed(place.dataDir, 'The folder holds no database.');
  const connection = { host: place.socketDir, port, user: databaseUser, database, ssl: false };
  if (await answers(connection)) return { connection, adopted: false, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ dataDir });
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
