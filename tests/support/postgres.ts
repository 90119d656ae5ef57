import { startEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import pg from 'pg';
import { clusterIn } from './cluster.js';
import { removeFolder, temporaryFolder } from './folder.js';

export { temporaryFolder };

let server: Promise<EmbeddedPostgres> | undefined;
let folder: string | undefined;
let databases = 0;

/** A fresh, empty database on this spec file's own server, which ends with the file; as the server's superuser. */
export async function testDatabase(): Promise<pg.PoolConfig> {
  server ??= start();
  const connection = { ...(await server).connection, user: 'anjuan' };
  const database = `test_${++databases}`;
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`);
  await client.end();
  return { ...connection, database };
}

async function start(): Promise<EmbeddedPostgres> {
  folder = await temporaryFolder();
  await clusterIn(folder);
  return startEmbeddedPostgres({ dataDir: folder, sharedBuffers: '32MB' });
}

afterAll(async () => {
  if (server === undefined || folder === undefined) return;
  await (await server).stop();
  await removeFolder(folder);
});
