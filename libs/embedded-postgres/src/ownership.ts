import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, DataFolderInUse, DiskFull, type ServerFailed } from './errors.js';
import { serverRole, port, type Place } from './place.js';
import { lastWords, saidSoFar, whyItFailed } from './failure.js';

/** The connection whose advisory lock makes this program the owner as long as it is open. */
export type Ownership = Readonly<{ lock: pg.Client; adopted: boolean }>;

// Dead programs can be reaped late, and their connections with them.
const lockPatienceMs = 3_000;
const startPatienceMs = 60_000;
/** For one that reads its log again after a crash, and says so. */
const recoveryPatienceMs = 600_000;
const cannotConnectNow = '57P03';
const mostLaunches = 10;
const ownerKey = "hashtext('anjuan: owner of the data folder')";

/**
 * Connects first, and launches only when nobody answers: a server left over from a killed program is adopted. Two
 * programs may launch at once; the server lets one live, and the lock decides whose it is.
 * @throws DataFolderInUse, DiskFull, ServerFailed
 */
export async function own(place: Place, launch: () => ChildProcess): Promise<Ownership> {
  const begun = Date.now();
  let refusedSince: number | undefined;
  let launched: ChildProcess | undefined;
  let launches = 0;
  let since = saidSoFar(place);
  let patienceMs = startPatienceMs;
  const failure = (what: string) => whyItFailed(place, what, lastWords(place, since));
  while (Date.now() - begun < patienceMs) {
    const met = await meet(place);
    if (met === 'recovering') patienceMs = recoveryPatienceMs;
    if (met instanceof pg.Client) {
      const adopted = launches === 0;
      if (await locks(met, adopted)) return { lock: met, adopted };
      await met.end().catch(ignore);
      refusedSince ??= Date.now();
      if (Date.now() - refusedSince > lockPatienceMs) throw new DataFolderInUse(place.dataDir);
      await sleep(200);
    } else if (met === 'absent' && (launched === undefined || ended(launched))) {
      if (launched !== undefined) await pauseUnless(launches === mostLaunches, failure(place.dataDir));
      launches++;
      since = saidSoFar(place);
      launched = launch();
    }
    await sleep(30);
  }
  throw failure(`no answer within ${patienceMs / 1000} s`);
}

/** True while a program owns the server of this place. */
export async function isOwned(place: Place): Promise<boolean> {
  const met = await meet(place);
  if (!(met instanceof pg.Client)) return false;
  try {
    const { rows } = await met.query<{ owned: boolean }>(
      `SELECT EXISTS (
         SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND l.granted AND d.datname = 'postgres'
           AND ((l.classid::bigint << 32) | l.objid::bigint) = ${ownerKey}::bigint) AS owned`,
    );
    return rows[0]?.owned ?? false;
  } finally {
    await met.end().catch(ignore);
  }
}

async function meet({ socketDir }: Place): Promise<pg.Client | 'absent' | 'recovering' | 'busy'> {
  const client = new pg.Client({
    host: socketDir,
    port,
    user: serverRole,
    database: 'postgres',
    ssl: false,
    connectionTimeoutMillis: 5_000,
    application_name: 'owner',
  });
  client.on('error', ignore);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(ignore);
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent';
    return code === cannotConnectNow ? 'recovering' : 'busy';
  }
}

async function locks(client: pg.Client, found: boolean): Promise<boolean> {
  const ask = async (): Promise<boolean> => {
    const answer = await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(${ownerKey}) AS locked`,
    );
    return answer.rows[0]?.locked ?? false;
  };
  try {
    if (!(await ask())) return false;
    // The watchdog of a program killed this moment may still be about to end the server it left.
    if (found) await sleep(300);
    return await ask();
  } catch {
    return false;
  }
}

/** The next launch may do better, but not where the last was or there is no room. */
async function pauseUnless(last: boolean, failed: DiskFull | ServerFailed): Promise<void> {
  if (last || failed instanceof DiskFull) throw failed;
  await sleep(300);
}

function ended(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function ignore(): void {
  // a connection that is given up may say so once more
}
