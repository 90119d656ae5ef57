import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';

describe('running clocks over HTTP', () => {
  let api: Api;
  let lin: Person;
  let leader: Person;
  let position: string;
  beforeAll(async () => {
    api = await startApi();
    const admin = await administrator(api);
    const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
    lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
    leader = await register(api, admin, agency, { login: 'tang', capacity: 'leader' });
    const lead = { source: '投诉举报', summary: '未明码标价' };
    const { body } = await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201);
    position = body.position;
  });
  afterAll(() => api.close());

  const path = (query: string) => `/v1/lists/running-clocks?waitFor=${position}${query}`;

  it('gives an officer their own, and a leader those of the agency', async () => {
    const own = (await as(api, lin).get(path('')).expect(200)).body;
    expect(own.items).toMatchObject([
      { id: 'lead-check', overdue: false, waitsOn: 'handlers', effect: 'alarm' },
    ]);
    const all = (
      await as(api, leader)
        .get(path(`&scope=agency&person=${lin.person}`))
        .expect(200)
    ).body;
    expect(all.items).toMatchObject([{ id: 'lead-check' }]);
    expect((await as(api, leader).get(path('')).expect(200)).body.items).toStrictEqual([]);
  });

  it('refuses the list of the agency to an officer, and filters it does not know', async () => {
    await as(api, lin).get(path('&scope=agency')).expect(403);
    await as(api, lin).get(path('&consequence=none')).expect(422);
  });
});
