import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { administrator, registerAgency } from '../support/api.js';
import { temporaryFolder } from '../support/postgres.js';
import { launchAlone, startAlone } from './programs.js';
import { removeFolder } from '../support/folder.js';

/** How far the first start has come, as seen from outside. */
type Seen = (folder: string) => boolean | Promise<boolean>;

const growing: Seen = (folder) => {
  const [made] = readdirSync(folder).filter((name) => name.startsWith('postgres.new-'));
  return made !== undefined && existsSync(join(folder, made, 'global'));
};

const holds =
  (question: string): Seen =>
  async (folder) => {
    const client = new pg.Client({ host: placeIn(folder).socketDir, user: 'anjuan', database: 'anjuan' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(question)).rowCount !== 0;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };

const stages: readonly [string, Seen][] = [
  ['while the cluster is made', growing],
  ['when the cluster is there', (folder) => existsSync(placeIn(folder).cluster)],
  ['when the database is there', holds('SELECT 1')],
  [
    'amid the first migrations',
    holds("SELECT FROM pg_tables WHERE schemaname IN ('documents', 'issuer', 'audit')"),
  ],
  ['when the record is made', holds('SELECT FROM ledger.log_head')],
  ['before the administrator is made', holds('SELECT FROM ledger.log')],
];

describe('A first start that is killed', () => {
  it.each(stages)('%s, is made again by the second', async (_, seen) => {
    const folder = await temporaryFolder();
    const { process: child, ended } = startAlone(folder);
    while (!(await seen(folder)) && child.exitCode === null) await sleep(1);
    child.kill('SIGKILL');
    await ended;
    const program = await launchAlone(folder);
    await registerAgency(program, await administrator(program), '朝阳区市场监督管理局');
    expect(readdirSync(folder).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
    await program.kill();
    await removeFolder(folder);
  });
});
