import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, globSync, statSync } from 'node:fs';
import { signIn } from '@anjuan/identity';
import {
  administrator,
  administrators,
  as,
  ownPassword,
  register,
  registerAgency,
  type Person,
} from '../support/api.js';
import { folderWithCluster } from '../support/cluster.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

const program = 'dist/apps/api/src/main.js';
const newestSource = Math.max(
  ...globSync('{apps,libs}/**/*.ts')
    .filter((file) => !/(\.spec|testing)\.ts$/.test(file))
    .map((file) => statSync(file).mtimeMs),
);

type Server = Readonly<{
  url: string;
  process: ChildProcess;
  ended: Promise<{ code: number | null; said: string }>;
}>;
const started: ChildProcess[] = [];

const launch = (folder: string, env: Record<string, string> = {}) => {
  const child = fork(program, [], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: folder,
      CLOCK: 'movable',
      ...administrators,
      ...env,
    },
    execArgv: [],
    silent: true,
  });
  started.push(child);
  let said = '';
  const hear = (text: Buffer) => {
    said += text.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('exit', (code) => {
      resolve({ code, said });
    });
  });
  return { child, ended };
};

const start = async (folder: string): Promise<Server> => {
  const { child, ended } = launch(folder);
  const ready = new Promise<string>((resolve) => {
    child.on('message', (message: { ready?: { url: string } }) => {
      if (message.ready) resolve(message.ready.url);
    });
  });
  const url = await Promise.race([
    ready,
    ended.then(({ said }) => {
      throw new Error(`the server ended: ${said}`);
    }),
  ]);
  return { url, process: child, ended };
};

/** The agency's officer, signed in again after each start. */
const signedInAgain = async (url: string, person: Person): Promise<Person> => {
  const { accessToken } = await signIn({
    baseUrl: url,
    login: person.login,
    password: ownPassword,
  });
  return { ...person, token: accessToken };
};

let folder: string;
let unused: string;
beforeAll(async () => {
  if (!existsSync(program) || statSync(program).mtimeMs < newestSource - 1000)
    throw new Error('The build is missing or older than the sources: run npm run build (npm test does).');
  folder = await folderWithCluster();
  unused = await temporaryFolder();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const used of [folder, unused]) await removeFolder(used);
});

describe('The program as a process', () => {
  it('loses nothing acknowledged when it is killed, and does once what is sent again', async () => {
    let server = await start(folder);
    const admin = await administrator(server);
    const agency = await registerAgency(server, admin, '朝阳区市场监督管理局');
    let lin = await register(server, admin, agency, { login: 'lin', capacity: 'officer' });
    const lead = { source: '投诉', summary: '未明码标价' };
    const acknowledged = new Map<string, string>();
    const sent: string[] = [];
    const open = async (key: string) => {
      const { status, body } = await as(server, lin).post('/v1/cases/initiation/receive-lead', lead, key);
      if (status !== 201) return;
      expect(acknowledged.get(key) ?? body.case).toBe(body.case);
      acknowledged.set(key, body.case);
    };

    for (let round = 0; round < 3; round += 1) {
      const target = acknowledged.size + 20;
      const writers = Array.from({ length: 6 }, async () => {
        while (server.process.exitCode === null && server.process.signalCode === null) {
          const key = randomUUID();
          sent.push(key);
          await open(key).catch(() => undefined);
          if (acknowledged.size >= target) server.process.kill('SIGKILL');
        }
      });
      await Promise.all(writers);
      await server.ended;
      server = await start(folder);
      lin = await signedInAgain(server.url, lin);
      for (const id of acknowledged.values()) await as(server, lin).get(`/v1/cases/${id}`).expect(200);
    }

    for (const key of sent) await open(key);
    expect(acknowledged.size).toBe(sent.length);
    expect(new Set(acknowledged.values()).size).toBe(sent.length);

    const second = await launch(folder).ended;
    expect(second.code).toBe(1);
    expect(second.said).toMatch(/另一程序|another program/i);
    await as(server, lin).get('/v1/me').expect(200);

    server.process.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });

  it('refuses a movable clock in production, and names what is wrong, never the value', async () => {
    const production = await launch(folder, { NODE_ENV: 'production' }).ended;
    expect(production).toMatchObject({ code: 1, said: expect.stringContaining('CLOCK') });
    const secret = 'hunter2';
    const wrong = await launch(folder, { DATABASE_URL: secret }).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.said).toContain('DATABASE_URL');
    expect(wrong.said).not.toContain(secret);
    const nowhere = await launch(folder, { DATABASE_URL: 'postgresql://anjuan:secret@127.0.0.1:1/none' })
      .ended;
    expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('DATABASE_URL') });
    expect(nowhere.said).not.toContain('secret@');
    const nobody = await launch(unused, { OIDC_ISSUER: 'http://127.0.0.1:1/oidc' }).ended;
    expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining('ADMIN_SUBJECT') });
  });
});
