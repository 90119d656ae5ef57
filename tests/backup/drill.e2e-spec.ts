import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn } from '../../libs/identity/src/sign-in.js';
import {
  administrator,
  as,
  ownPassword,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { inspect } from '../support/inspection.js';
import { anjuan } from './command.js';
import { folder } from './record.js';

const bytesOf = async ({ parts }: Api, stream: string) =>
  (await parts.store.read(stream)).map(({ bytes }) => Buffer.from(bytes).toString('utf8'));

const filingBy = (...handlers: readonly Person[]) => ({
  cause: '未按规定明码标价',
  party: { kind: 'entity', name: '禾木花店', uscc: '91110105MA7KQ2R152' },
  basis: [{ law: '价格法', article: '13' }],
  handlers: handlers.map(({ person }) => person),
  act: { from: '2026-02-01', to: '2026-02-20' },
  discoveredOn: '2026-02-25',
  conditions: Object.fromEntries(
    ['breach-evidenced', 'penalty-due', 'our-jurisdiction', 'within-limitation'].map((condition) => [
      condition,
      { affirmed: true, evidence: [1] },
    ]),
  ),
});

it('A backup taken while people write is restored whole, and an older copy says that it is older', async () => {
  const [data, place, fresh, second] = await Promise.all([folder(), folder(), folder(), folder()]);
  const backup = join(place, 'backup');
  const first = await startApi({ DATA_DIR: data });
  const admin = await administrator(first);
  const agency = await registerAgency(first, admin, '朝阳区市场监督管理局');
  const lin = await register(first, admin, agency, { login: 'lin', capacity: 'officer' });
  const gao = await register(first, admin, agency, { login: 'gao', capacity: 'officer' });
  const file = (await as(first, lin).upload('笔录.txt', '现场笔录').expect(201)).body.sha256;
  const lead = { source: '投诉', summary: '未明码标价' };
  const key = randomUUID();
  const open = '/v1/cases/initiation/receive-lead';
  const answer = (await as(first, lin).post(open, lead, key).expect(201)).body;
  const stream = (
    await first.parts.pool.query(
      `SELECT name AS stream FROM ledger.log JOIN ledger.streams ON number = stream
       WHERE name LIKE 'case-%' ORDER BY position DESC LIMIT 1`,
    )
  ).rows[0].stream;
  const before = await bytesOf(first, stream);
  const keys = (await first.parts.pool.query('SELECT id, secret FROM issuer.keys ORDER BY id')).rows;

  let going = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (going) await as(first, lin).post(open, lead).expect(201);
  });
  const taken = await anjuan({ DATA_DIR: data }, 'backup', backup, '--json');
  going = false;
  await Promise.all(writers);
  const later = (await as(first, lin).post(open, lead).expect(201)).body.position;
  const filing = filingBy(lin, gao);
  const ofCase = `/v1/cases/${answer.case}/initiation/request-filing`;
  await inspect(first, answer.case, [lin, gao]);
  await as(first, lin).post(ofCase, filing).set('if-match', '"1"').expect(200);
  const [old] = (await as(first, lin).get('/health').expect(200)).body.incarnations;
  await first.close();
  expect(taken.code).toBe(0);
  const manifest = JSON.parse(taken.out);
  expect(manifest.head).toBeLessThan(Number(later));
  expect((await stat(backup)).mode & 0o777).toBe(0o700);
  expect((await anjuan({ DATA_DIR: data }, 'backup', backup, '--json')).code).not.toBe(0);

  const restored = await anjuan({ DATA_DIR: fresh }, 'restore', backup, '--json');
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.out)).toMatchObject({ events: manifest.head, files: 1 });
  expect((await anjuan({ DATA_DIR: fresh }, 'restore', backup, '--json')).said).toMatch(/holds data/);

  const copy = await startApi({ DATA_DIR: fresh });
  const { accessToken } = await signIn({ baseUrl: copy.url, login: 'lin', password: ownPassword });
  const again = { ...lin, token: accessToken };
  expect(await bytesOf(copy, stream)).toEqual(before);
  expect((await copy.parts.pool.query('SELECT id, secret FROM issuer.keys ORDER BY id')).rows).toEqual(keys);
  expect((await as(copy, again).post(open, lead, key).expect(201)).body).toEqual(answer);
  expect((await as(copy, again).get(`/v1/files/${file}`).expect(200)).text).toBe('现场笔录');
  const mine = `/v1/lists/my-cases?waitFor=`;
  await as(copy, again).get(`${mine}${answer.position}`).expect(200);
  const refused = await as(copy, again).get(`${mine}${later}`).expect(409);
  expect(refused.body.type).toMatch(/position-unknown$/);
  const unseen = await as(copy, again).post(ofCase, filing).set('if-match', '"1"').expect(412);
  expect(unseen.body).toMatchObject({ currentRevision: 0 });
  const { incarnations } = (await as(copy, again).get('/health').expect(200)).body;
  expect(incarnations).toHaveLength(2);
  expect(incarnations[0]).toEqual(old);
  expect(Number(incarnations[1].after)).toBe(manifest.head);
  await copy.close();

  const table = join(backup, 'ledger.log.copy');
  const bytes = await readFile(table);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(table, bytes);
  const damaged = await anjuan({ DATA_DIR: second }, 'restore', backup, '--json');
  expect(damaged.code).not.toBe(0);
  expect(damaged.said).toMatch(/damaged \(ledger\.log\.copy\)/);
});
