/** The program as a process, with an administrator and people who together hold every capacity of an agency. */
import { randomUUID } from 'node:crypto';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { administrator, enter, register, registerAgency, type Person } from '../support/api.js';
import { lastEntry } from '../support/last-entry.js';
import { folderWithCluster } from '../support/cluster.js';
import { launchAlone, type Program } from '../faults/programs.js';
import type { Route } from './routes.js';
import type { Sent } from './sending.js';
import { removeFolder } from '../support/folder.js';

export type Ground = Readonly<{
  program: Program;
  url: string;
  /** The headers under which this route is asked in earnest. */
  headersOf: (route: Pick<Route, 'operationId' | 'path'>) => NonNullable<Sent['headers']>;
  /** Position of the last entry of the record that is not of the log of access. */
  head: () => Promise<unknown>;
  close: () => Promise<void>;
}>;

const others = ['unit-head', 'leader', 'principal', 'hearing-host'];

export const openGround = async (): Promise<Ground> => {
  const folder = await folderWithCluster();
  const program = await launchAlone(folder);
  const { url } = program;
  const admin = await administrator(program);
  const agency = await registerAgency(program, admin, '朝阳区市场监督管理局');
  const wen = await register(program, admin, agency, { login: 'wen', capacity: 'officer' });
  for (const capacity of others)
    await enter(program, admin, `/v1/people/${wen.person}/capacities`, { capacity, from: '2024-01-01' });
  const fang = await register(program, admin, agency, { login: 'fang', capacity: 'legal-reviewer' });
  const luo = await register(program, admin, agency, { login: 'luo', capacity: 'auditor' });
  const byOf = ({ operationId, path }: Pick<Route, 'operationId' | 'path'>): Person => {
    if (path === '/v1/lists/attempts' || path.startsWith('/v1/audit/')) return luo;
    if (path === '/v1/lists/review-queue') return fang;
    if (operationId === 'registry/hand-over') return { ...wen, capacity: 'unit-head' };
    return operationId.startsWith('registry/') && path !== '/v1/me' ? admin : wen;
  };
  const headersOf = (route: Pick<Route, 'operationId' | 'path'>): NonNullable<Sent['headers']> => {
    const { token, capacity } = byOf(route);
    return [
      ['Authorization', `Bearer ${token}`],
      ['Acting-Capacity', capacity],
      ['Idempotency-Key', randomUUID()],
      ['If-Match', '"0"'],
    ];
  };
  const pool = openPool({ host: placeIn(folder).socketDir, user: 'anjuan', database: 'anjuan' });
  const store = new PostgresEventStore(pool, { clock: () => new Date() });
  const head = () => lastEntry(store);
  const close = async () => {
    await store.close();
    await pool.end();
    await program.kill();
    await removeFolder(folder);
  };
  return { program, url, headersOf, head, close };
};
