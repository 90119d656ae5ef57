import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { as, ownPassword, type Person } from '../support/api.js';
import { answering, running } from '../support/built.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

const fileIn = (folder: string): string => join(folder, 'first-administrator.txt');

const kept = (folder: string): { login: string; password: string } => {
  const text = readFileSync(fileIn(folder), 'utf8');
  const [, login = '', password = ''] = /^login: (.+)\npassword: (.+)$/m.exec(text) ?? [];
  return { login, password };
};

const letIn = async (url: string, folder: string): Promise<Person> => {
  const { login, password } = kept(folder);
  const alone = signIn({ baseUrl: url, login, password });
  await expect(alone).rejects.toMatchObject({ status: 403, message: expect.stringContaining('初始密码') });
  const { accessToken } = await signIn({ baseUrl: url, login, password, newPassword: ownPassword });
  return { person: '', login, token: accessToken, capacity: 'administrator' };
};

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

describe('The password of the first administrator', () => {
  it('is for the program’s user alone to read, is named at every start, and lets in', async () => {
    const first = await answering({ DATA_DIR: folder });
    const { password } = kept(folder);
    expect(statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
    expect(Buffer.from(password, 'base64url')).toHaveLength(16);
    expect(first.out()).toContain(fileIn(folder));
    // Not a terminal: what is said may be kept in a journal.
    expect(first.out() + first.err()).not.toContain(password);
    await as(first, await letIn(first.url, folder))
      .get('/v1/me')
      .expect(200);
    await first.stop();

    const second = await answering({ DATA_DIR: folder });
    expect(second.out()).toContain(fileIn(folder));
    expect(kept(folder).password).toBe(password);
    rmSync(fileIn(folder));
    await second.stop();

    const third = await answering({ DATA_DIR: folder });
    expect(third.out()).not.toContain('first-administrator');
    expect(existsSync(fileIn(folder))).toBe(false);
    await third.stop();
  }, 240_000);

  it('is not lost where the port is taken: nothing has been made by then', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const refused = await running({ DATA_DIR: folder, PORT: String(port) }).ended;
    expect(refused).toEqual({ code: 1, out: '', err: expect.stringMatching(/^.*端口已被占用.*PORT.*\n$/) });
    other.close();
    const next = await answering({ DATA_DIR: folder });
    await letIn(next.url, folder);
    await next.stop();
  }, 180_000);

  it('is not lost where the first start is killed, however far it had come', async () => {
    const comeTo = [
      () => existsSync(join(folder, 'first-administrator.txt.new')) || existsSync(fileIn(folder)),
      () => existsSync(fileIn(folder)),
    ];
    let password = '';
    for (const [round, here] of comeTo.entries()) {
      const program = running({ DATA_DIR: folder });
      while (!here()) await sleep(1);
      await sleep(round * 20);
      program.process.kill('SIGKILL');
      await program.ended;
      if (existsSync(fileIn(folder))) password ||= kept(folder).password;
    }
    const whole = await answering({ DATA_DIR: folder });
    expect(kept(folder).password).toBe(password);
    await letIn(whole.url, folder);
    await whole.stop();
  }, 240_000);
});
