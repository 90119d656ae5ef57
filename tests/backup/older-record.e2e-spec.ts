import { openPool } from '@anjuan/event-store';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { administrator, as, ownPassword, register, registerAgency, startApi } from '../support/api.js';
import { folder } from './record.js';

const tables = ['log', 'streams', 'log_head'];
const lead = { source: '投诉', summary: '未明码标价' };
const toOpen = '/v1/cases/initiation/receive-lead';

it('A record replaced by an older copy under views that had gone further: health and lists say so', async () => {
  const env = { DATA_DIR: await folder() };
  const api = await startApi(env);
  const admin = await administrator(api);
  const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  const lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
  await as(api, lin).post(toOpen, lead).expect(201);
  // The program's own role may not.
  const keeper = openPool({ host: placeIn(env.DATA_DIR).socketDir, user: 'anjuan', database: 'anjuan' });
  const kept = tables.map((table) => `CREATE TABLE older.${table} AS TABLE ledger.${table}`);
  await keeper.query(['CREATE SCHEMA older', ...kept].join(';'));
  // Further than the log of access goes on in the older copy.
  for (let nth = 0; nth < 9; nth++) await as(api, lin).post(toOpen, lead).expect(201);
  const { position } = (await as(api, lin).post(toOpen, lead).expect(201)).body;
  const list = `/v1/lists/my-cases?waitFor=`;
  expect((await as(api, lin).get(`${list}${position}`).expect(200)).body.items).toHaveLength(11);
  await api.parts.access.close();

  await keeper.query(
    [
      'ALTER TABLE ledger.log DISABLE TRIGGER events_are_permanent',
      'ALTER TABLE ledger.streams DISABLE TRIGGER streams_are_permanent',
      'TRUNCATE ledger.log, ledger.streams, ledger.log_head CASCADE',
      ...tables.map((table) => `INSERT INTO ledger.${table} TABLE older.${table}`),
    ].join(';'),
  );
  await keeper.end();
  await api.close();

  const older = await startApi(env);
  const health = (await as(older, lin).get('/health').expect(503)).body;
  expect(health.status).toBe('degraded');
  const states = health.views.map(({ name, state }: { name: string; state: string }) => ({ name, state }));
  expect(states).toContainEqual({ name: 'docket', state: 'ahead-of-store' });
  const { accessToken } = await signIn({ baseUrl: older.url, login: 'lin', password: ownPassword });
  const again = { ...lin, token: accessToken };
  await as(older, again).get(`${list}${position}`).expect(409);
  const refused = await as(older, again).get('/v1/lists/my-cases').expect(503);
  expect(refused.body.detail).toMatch(/the record was replaced by an older copy/);
  await older.close();
});
