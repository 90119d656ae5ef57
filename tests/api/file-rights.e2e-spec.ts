/** A file is reached through a record that names it, by who reads that record in full; before that, by who uploaded it. */
import { randomUUID } from 'node:crypto';
import { as, enter, type Api, type Person } from '../support/api.js';
import { anotherBureau, startBureau } from '../support/bureau.js';
import { onTheSpot } from '../support/on-the-spot.js';

let api: Api;
let admin: Person;
let lin: Person;
let gao: Person;
let stranger: Person;
let auditor: Person;
let leader: Person;
let reviewer: Person;
let elsewhere: Person;

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau();
  ({ api, admin } = bureau);
  lin = await engage('lin', 'officer');
  gao = await engage('gao', 'officer');
  stranger = await engage('shen', 'officer');
  auditor = await engage('luo', 'auditor');
  leader = await engage('tang', 'leader');
  reviewer = await engage('fang', 'legal-reviewer');
  elsewhere = await (await anotherBureau(api)).engage('elsewhere', 'auditor');
});
afterAll(() => api.close());

let made = 0;
const uploaded = async (by: Person, content = `当场处罚决定书 ${String((made += 1))}`): Promise<string> => {
  const { status, body } = await as(api, by).upload('决定书.txt', content);
  expect([200, 201]).toContain(status);
  return body.sha256;
};
const decided = (by: Person, sha256: string, officers: readonly Person[] = [lin, gao]) =>
  as(api, by).post('/v1/cases/summary-procedure/decide', onTheSpot(officers, sha256));
const fetched = (by: Person, sha256: string, query = '') => as(api, by).get(`/v1/files/${sha256}${query}`);
const purpose = `?purpose=${encodeURIComponent('核对同一当事人的另案')}`;

describe('a file that no record names', () => {
  it('is there for who uploaded it, and for nobody else', async () => {
    const file = await uploaded(lin);
    await fetched(lin, file).expect(200);
    for (const one of [gao, leader, auditor, elsewhere]) {
      await fetched(one, file).expect(404);
      await fetched(one, file, purpose).expect(404);
    }
  });

  it('is there for everybody who uploaded the same bytes', async () => {
    const file = await uploaded(lin, '同一文件');
    await fetched(stranger, file).expect(404);
    expect(await uploaded(stranger, '同一文件')).toBe(file);
    await fetched(stranger, file).expect(200);
    await fetched(lin, file).expect(200);
  });

  it('may be named by a colleague who got its hash from who uploaded it', async () => {
    await decided(gao, await uploaded(lin)).expect(201);
  });
});

describe('a file that a case names', () => {
  it('is there for those who read the case in full, at once', async () => {
    const file = await uploaded(lin);
    await decided(lin, file).expect(201);
    for (const one of [gao, lin, leader, auditor]) await fetched(one, file).expect(200);
  });

  it('is there for a colleague after a purpose is stated', async () => {
    const file = await uploaded(lin);
    await decided(lin, file).expect(201);
    for (const one of [stranger, reviewer]) {
      const { body } = await fetched(one, file).expect(403);
      expect(body).toMatchObject({
        type: expect.stringMatching(/not-competent$/),
        detail: expect.stringMatching(/purpose/),
      });
      expect((await fetched(one, file, purpose).expect(200)).text).toContain('当场处罚决定书');
      await fetched(one, file, '?purpose=').expect(422);
    }
  });

  it('is not there for another agency, as if it were nowhere', async () => {
    const file = await uploaded(lin);
    await decided(lin, file).expect(201);
    const reported = ({ body }: { body: object }) => ({ ...body, instance: '', requestId: '' });
    for (const query of ['', purpose])
      expect(reported(await fetched(elsewhere, file, query).expect(404))).toEqual(
        reported(await fetched(elsewhere, 'a'.repeat(64), query).expect(404)),
      );
  });

  it('is not reached by naming its hash in a record of one’s own, but by uploading it oneself', async () => {
    const file = await uploaded(lin, '他案的文件');
    await decided(lin, file).expect(201);
    const own = [stranger, gao];
    const refused = await decided(stranger, file, own).expect(422);
    expect(refused.body).toMatchObject({ type: expect.stringMatching(/file-missing$/), files: [file] });
    await fetched(stranger, file).expect(403);
    await uploaded(stranger, '他案的文件');
    await decided(stranger, file, own).expect(201);
    await fetched(stranger, file).expect(200);
  });

  it('is named again by the same request sent again, whoever has come to have no part in it', async () => {
    const file = await uploaded(lin);
    const key = randomUUID();
    const send = () =>
      as(api, gao).post('/v1/cases/summary-procedure/decide', onTheSpot([lin, gao], file), key);
    const first = (await send().expect(201)).body;
    expect((await send().expect(201)).body).toEqual(first);
  });
});

it('is not there for who no longer uploads: the last capacity has ended', async () => {
  const file = await uploaded(stranger);
  await enter(api, admin, `/v1/people/${stranger.person}/capacities/end`, {
    capacity: 'officer',
    to: '2026-03-01',
  });
  api.clock.moveTo(new Date('2026-03-02T01:00:00Z'));
  await fetched(stranger, file).expect(403);
});
