/** Lists say by which records a file is reached. One that goes no further keeps nobody from an answer that it has no part in. */
import { createHash } from 'node:crypto';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';

let api: Api;
let lin: Person;
let gao: Person;
let stored: string;
beforeAll(async () => {
  api = await startApi();
  const admin = await administrator(api);
  const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
  gao = await register(api, admin, agency, { login: 'gao', capacity: 'officer' });
  stored = (await as(api, lin).upload('笔录.txt', '询问笔录').expect(201)).body.sha256;
});
afterAll(() => api.close());

const nowhere = createHash('sha256').update('上传过的没有').digest('hex');
const got = async (person: Person, sha256: string) =>
  (await as(api, person).get(`/v1/files/${sha256}`)).status;

/** These lists are of another record, until one fills them anew: they take nothing more. */
const without = async (lists: string, does: () => Promise<void>): Promise<void> => {
  const { pool } = api.parts;
  const state = `UPDATE views.checkpoint SET state = $1 WHERE name ~ $2`;
  await pool.query(state, ['ahead-of-store', lists]);
  try {
    await does();
  } finally {
    await pool.query(state, ['following', lists]);
  }
};

it('with all of them who did not upload a file that no record names is told that it is not there', async () => {
  expect(await got(lin, stored)).toBe(200);
  expect(await got(gao, stored)).toBe(404);
  expect(await got(gao, nowhere)).toBe(404);
});

it('without any, a file that nobody has stored is not there, and not merely out of reach for a moment', async () => {
  await without('', async () => {
    expect(await got(lin, nowhere)).toBe(404);
    expect(await got(gao, nowhere)).toBe(404);
  });
});

it('without those that name files, who has not uploaded it is told to ask again', async () => {
  await without('-files$', async () => {
    expect(await got(lin, stored)).toBe(200);
    expect(await got(gao, stored)).toBe(503);
    expect(await got(gao, nowhere)).toBe(404);
  });
});

it.each(['docket', 'accesses', 'running-clocks', 'handled-cases'])(
  'without %s files go on as before',
  async (list) => {
    await without(`^${list}$`, async () => {
      expect(await got(lin, stored)).toBe(200);
      expect(await got(gao, stored)).toBe(404);
      expect(await got(gao, nowhere)).toBe(404);
    });
  },
);
