import { signIn } from '@anjuan/identity';
import { administrator, as, register, registerAgency, startApi } from '../support/api.js';
import { folder } from './record.js';

const tables = ['events', 'commands', 'head'];
const lead = { source: '投诉', summary: '未明码标价' };
const toOpen = '/v1/cases/initiation/receive-lead';

it('A record replaced by an older copy under views that had gone further: health and lists say so', async () => {
  const env = { DATA_DIR: await folder() };
  const api = await startApi(env);
  const admin = await administrator(api);
  const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  const lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
  await as(api, lin).post(toOpen, lead).expect(201);
  const kept = tables.map((table) => `CREATE TABLE older.${table} AS TABLE ledger.${table}`);
  await api.parts.pool.query(['CREATE SCHEMA older', ...kept].join(';'));
  const { position } = (await as(api, lin).post(toOpen, lead).expect(201)).body;
  const list = `/v1/lists/my-cases?waitFor=`;
  expect((await as(api, lin).get(`${list}${position}`).expect(200)).body.items).toHaveLength(2);

  await api.parts.pool.query(
    [
      'ALTER TABLE ledger.events DISABLE TRIGGER events_are_permanent',
      'TRUNCATE ledger.events, ledger.commands, ledger.head CASCADE',
      ...tables.map((table) => `INSERT INTO ledger.${table} TABLE older.${table}`),
    ].join(';'),
  );
  await api.close();

  const older = await startApi(env);
  const health = (await as(older, lin).get('/health').expect(503)).body;
  expect(health.status).toBe('degraded');
  const states = health.views.map(({ name, state }: { name: string; state: string }) => ({ name, state }));
  expect(states).toContainEqual({ name: 'docket', state: 'ahead-of-store' });
  const { accessToken } = await signIn({ baseUrl: older.url, login: 'lin', password: 'password of lin' });
  const again = { ...lin, token: accessToken };
  await as(older, again).get(`${list}${position}`).expect(409);
  const refused = await as(older, again).get('/v1/lists/my-cases').expect(503);
  expect(refused.body.detail).toMatch(/the record was replaced by an older copy/);
  await older.close();
}, 120_000);
