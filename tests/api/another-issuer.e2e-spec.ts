import { administrator, as, startApi, type Api } from '../support/api.js';

let issuing: Api;
let api: Api;
beforeAll(async () => {
  issuing = await startApi();
  const account = await issuing.parts.identity.issuer!.accounts.find('admin');
  api = await startApi({ OIDC_ISSUER: `${issuing.url}/oidc`, ADMIN_SUBJECT: account! });
});
afterAll(async () => {
  await api.close();
  await issuing.close();
});

describe('An agency that brings its own issuer', () => {
  it('begins with the administrator whom that issuer knows', async () => {
    const admin = await administrator(issuing);
    const { body } = await as(api, admin).get('/v1/me').expect(200);
    expect(body).toMatchObject({ staffNumber: 'admin', capacities: ['administrator'] });
  });

  it('links people by that issuer’s subject, and opens no account of its own', async () => {
    const admin = await administrator(issuing);
    const by = as(api, admin);
    const facts = { name: '朝阳区市场监督管理局', uscc: '11110105000067897H', level: 'district' };
    const { agency } = (
      await by.post('/v1/agencies', { ...facts, domain: 'market-supervision', region: '110105' }).expect(201)
    ).body;
    const { person } = (await by.post('/v1/people', { agency, staffNumber: '1', name: '林岚' }).expect(201))
      .body;
    const account = `/v1/people/${person}/account`;
    await by.post(account, { login: 'lin', password: 'at least 12 characters' }).expect(422);
    await by.post(account, { subject: 'lin-at-the-other-issuer' }).expect(204);
  });

  it('takes no token of anybody else', async () => {
    const own = await administrator(issuing);
    await as(issuing, own).get('/v1/me').expect(200);
    const stranger = await startApi();
    const token = await administrator(stranger);
    await as(api, token).get('/v1/me').expect(401);
    await stranger.close();
  });
});
