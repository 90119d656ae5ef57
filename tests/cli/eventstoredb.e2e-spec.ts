import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn } from '@anjuan/identity';
import { anjuan } from '../backup/command.js';
import { StandIn } from '../event-store/eventstoredb-stand-in/stand-in.js';
import {
  administrator,
  administrators,
  as,
  ownPassword,
  register,
  registerAgency,
  type Person,
} from '../support/api.js';
import { creditCode } from '../support/credit-code.js';
import { answering, running } from '../support/built.js';
import { folderWithCluster } from '../support/cluster.js';
import { removeFolder } from '../support/folder.js';

const summary = { code: 1, said: '' };

describe('anjuan doctor and anjuan settle', () => {
  let folder: string;
  let standIn: StandIn;
  let env: Record<string, string>;
  const copies: (readonly (typeof standIn.log.all)[number][])[] = [];
  beforeAll(async () => {
    folder = await folderWithCluster();
    standIn = new StandIn();
    await standIn.start();
    env = { DATA_DIR: folder, EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: standIn.url };
    const program = await answering({ ...env, ...administrators });
    const admin = await administrator(program);
    const agency = await registerAgency(program, admin, '朝阳区局');
    copies.push([...standIn.log.all]);
    await register(program, admin, agency, { login: 'zhao', capacity: 'officer' });
    copies.push([...standIn.log.all]);
    await program.stop();
  }, 180_000);
  afterAll(async () => {
    standIn.stop();
    await removeFolder(folder);
  });
  const json = ({ out }: { out: string }) => JSON.parse(out) as Record<string, unknown>;
  const refused = async () => {
    const { code, err } = await running(env).ended;
    expect(code).toBe(1);
    expect(err).not.toMatch(/ {4}at |127\.0\.0\.1/);
    return err;
  };

  it('where all is well the doctor says so, and ends with 0', async () => {
    const { code, out, said } = await anjuan(env, 'doctor', '--json');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const { checks } = JSON.parse(out) as { checks: { what: string }[] };
    expect(checks.map(({ what }) => what)).toEqual([
      'connection',
      'version',
      'read',
      'write',
      'limits',
      'accounts',
      'prefix',
      'halves',
    ]);
    expect((await anjuan({ ...env, EVENT_STORE: 'postgres' }, 'doctor')).said).toMatch(
      /EVENT_STORE=eventstoredb/,
    );
  });

  it('a log put back is refused, examined, and accepted by name', async () => {
    standIn.log.replaceBy(copies[0]!);
    const said = await refused();
    expect(said).toMatch(/比已知的更短.+is shorter than what was known/);
    const accept = /\nanjuan settle --accept (\S+)\n$/.exec(said)?.[1] ?? '';
    const doctor = await anjuan(env, 'doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain('is shorter than what was known');
    expect(await anjuan(env, 'settle')).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining(accept),
    });
    const settled = await anjuan(env, 'settle', '--accept', accept, '--json');
    expect(settled).toMatchObject(summary);
    expect(json(settled)).toMatchObject({
      derived: 0,
      lost: { commands: expect.any(Number) },
      withoutAccount: [],
    });
    expect((json(settled)['lost'] as { commands: number }).commands).toBeGreaterThan(3);
    const program = await answering(env);
    await administrator(program);
    await program.stop();
  }, 240_000);

  it('a new PostgreSQL is refused, derived again, and the administrator is let in', async () => {
    await rm(join(folder, 'postgres'), { recursive: true });
    expect(await refused()).toMatch(/PostgreSQL 不知道的记录.+PostgreSQL does not know.+anjuan settle/);
    const settled = await anjuan(env, 'settle', '--json');
    expect(settled).toMatchObject(summary);
    // The names of both administrators, and the addresses of the sign-ins until then.
    const { lost, disclosures } = json(settled) as { lost: object; disclosures: { missing: number } };
    expect(lost).toMatchObject({ commands: 0 });
    expect(disclosures.missing).toBeGreaterThan(2);
    expect(json(settled)['withoutAccount']).toHaveLength(2);
    const program = await answering(env);
    await expect(administrator(program)).rejects.toThrow();
    const letIn = async (...words: string[]): Promise<Person> => {
      const reset = await anjuan(env, 'admin', 'reset', ...words, '--json');
      const { login = '', password = '' } = json(reset) as Record<string, string>;
      const account = { baseUrl: program.url, login, password, newPassword: ownPassword };
      return { person: '', login, token: (await signIn(account)).accessToken, capacity: 'administrator' };
    };
    const [again, second] = [await letIn(), await letIn('admin2')];
    await as(program, again).get('/v1/me').expect(200);
    const facts = {
      name: '海淀区局',
      uscc: creditCode(),
      level: 'district',
      ...{ domain: 'market-supervision', region: '110108' },
    };
    const { agency } = (await as(program, again).post('/v1/agencies', facts).expect(201)).body;
    const someone = { agency, staffNumber: '0117', name: '林岚' };
    const { person } = (await as(program, again).post('/v1/people', someone).expect(201)).body;
    const granted = { capacity: 'leader', from: '2024-01-01' };
    await as(program, again).post(`/v1/people/${person}/capacities`, granted).expect(202);
    await as(program, second)
      .post(`/v1/people/${person}/proposals/approve`, { proposals: [1] })
      .expect(204);
    await program.stop();
    expect((await anjuan(env, 'doctor')).code).toBe(0);
  }, 240_000);
});
