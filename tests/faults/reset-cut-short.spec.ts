/** A reset of second factors that is recorded, and killed before the issuer has done its part. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { authenticator } from '../support/authenticator.js';
import { as, ownPassword, register, secondAdministrator, type Person } from '../support/api.js';
import { openBureau } from '../support/bureau.js';
import { shownOn } from '../support/first-factor.js';
import { removeFolder } from '../support/folder.js';
import { signInBegun } from '../support/passkey-page.js';
import { somePort } from '../support/ports.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { launch, type Program, type Shared } from './programs.js';

const preload = new URL('./kill-after.ts', import.meta.url).href;
/** The first write of the reset itself after its entry is made, in its transaction. */
const onceItIsRecorded = { killAfter: 1, among: 'issuer.accounts set password_changed_at' };

let files: string;
let port: number;
let shared: Shared;
let program: Program;
let admin: Person;
let second: Person;
let agency: string;
beforeAll(async () => {
  files = await temporaryFolder();
  port = somePort();
  shared = { database: await testDatabase(), files, publicUrl: `http://127.0.0.1:${String(port)}` };
  program = await launch(port, shared);
  ({ admin, agency } = await openBureau(program));
  second = await secondAdministrator(program);
}, 120_000);
afterAll(async () => {
  await program.kill();
  await removeFolder(files);
});

const startedAnew = async (more: Partial<Shared> = {}): Promise<void> => {
  await program.kill();
  program = await launch(port, { ...shared, ...more });
};
let made = 0;
type WithDevice = Readonly<{ one: Person; recoveryCodes: readonly string[] }>;
const enrolled = async (one: Person): Promise<WithDevice> => {
  const begun = await as(program, one).post('/v1/me/second-factor', { password: ownPassword }).expect(201);
  const { uri, recoveryCodes } = begun.body;
  await as(program, one)
    .post('/v1/me/second-factor/confirm', { code: authenticator(uri)() })
    .expect(204);
  return { one, recoveryCodes };
};
const withDevice = async () =>
  enrolled(
    await register(program, admin, agency, { login: `desk-${String((made += 1))}`, capacity: 'officer' }),
  );
const signedIn = async ({ login }: Person, code?: string) =>
  signIn({ baseUrl: program.url, login, password: ownPassword, ...(code !== undefined && { code }) });
const proposed = async ({ person }: Person): Promise<number> => {
  const path = `/v1/people/${person}/second-factor/reset`;
  return (await as(program, admin).post(path, { reason: '手机遗失' }).expect(202)).body.proposal;
};
const approve = ({ person }: Person, proposal: number, key: string) =>
  as(program, second).post(`/v1/people/${person}/proposals/approve`, { proposals: [proposal] }, key);
const ended = async ({ person }: Person): Promise<number> => {
  const history = await as(program, admin).get(`/v1/people/${person}/history`).expect(200);
  return history.body.items.filter(({ type }: { type: string }) => type === 'SecondFactorsEnded').length;
};

/** Recorded, and nothing done at the issuer. */
const cutShort = async () => {
  const { one, recoveryCodes } = await withDevice();
  const [proposal, key] = [await proposed(one), randomUUID()];
  await startedAnew({ preload });
  const armed = once(program.process, 'message');
  program.process.send(onceItIsRecorded);
  await armed;
  const dead = once(program.process, 'exit');
  await expect(approve(one, proposal, key)).rejects.toThrow();
  await dead;
  await startedAnew();
  expect(await ended(one)).toBe(1);
  return { one, proposal, recoveryCodes, again: () => approve(one, proposal, key) };
};

describe('A reset of second factors, killed once it is recorded', () => {
  it('is done when its approval is sent again', async () => {
    const { one, recoveryCodes, again } = await cutShort();
    const [{ code }] = (await again().expect(200)).body.codes;
    await expect(signedIn(one, recoveryCodes[0])).rejects.toMatchObject({ status: 403 });
    const { send } = await signInBegun(`${program.url}/oidc`, { login: one.login, password: ownPassword });
    expect(shownOn((await send({ code })).text).uri).not.toBe('');
    expect(await ended(one)).toBe(1);
  }, 120_000);

  it('is refused once the person has registered another, which stays; and a new one takes it back', async () => {
    const { one, proposal, recoveryCodes, again } = await cutShort();
    const token = (await signedIn(one, recoveryCodes[0])).accessToken;
    const device = { password: ownPassword, code: recoveryCodes[1]! };
    await as(program, { ...one, token })
      .post('/v1/me/second-factor/remove', device)
      .expect(204);
    const anew = await enrolled({ ...one, token });

    for (const _ of ['first', 'second']) {
      const { body } = await again().expect(409);
      expect(body).toMatchObject({ reason: 'reset-used-up' });
      expect(body.detail).toContain(`第 ${String(proposal)} 项`);
      expect(body.detail).toMatch(/请重新提出.*propose one anew/);
    }
    const held = await as(program, { ...one, token })
      .get('/v1/me/second-factor')
      .expect(200);
    expect(held.body).toMatchObject({ enrolled: true });
    await signedIn(one, anew.recoveryCodes[0]);

    const next = await approve(one, await proposed(one), randomUUID()).expect(200);
    expect(next.body.codes).toHaveLength(1);
    await expect(signedIn(one, anew.recoveryCodes[1])).rejects.toMatchObject({ status: 403 });
    expect((await again().expect(409)).body).toMatchObject({ reason: 'reset-used-up' });
  }, 120_000);
});
