/** Through which account somebody acted, and how and when they had signed in, is in the record. */
import { as, secondAdministrator, type Api, type Person } from '../support/api.js';
import { startBureau, type Engage } from '../support/bureau.js';
import { onTheSpot } from '../support/on-the-spot.js';
import { tokenSaying } from '../support/tokens.js';

let api: Api;
let engage: Engage;
let lin: Person;
let account: string;
beforeAll(async () => {
  ({ api, engage } = await startBureau());
  lin = await engage('lin', 'officer');
  account = (await api.parts.identity.issuer!.accounts.find('lin'))!;
});
afterAll(() => api.close());

const issuer = 'urn:anjuan:built-in-issuer';
const lead = { source: '投诉', summary: '未明码标价' };
const actorsOf = async (by: Person) => {
  const opened = await as(api, by).post('/v1/cases/initiation/receive-lead', lead).expect(201);
  const { entries } = (await as(api, by).get(`/v1/cases/${opened.body.case}/history`).expect(200)).body;
  return entries[0].actors;
};

describe('The actor of an entry', () => {
  it('shows the account, the method and the time of the sign-in', async () => {
    const before = Date.now();
    const [{ signIn, ...actor }] = await actorsOf(lin);
    expect(actor).toMatchObject({ person: lin.person, capacity: 'officer' });
    expect(signIn).toEqual({ issuer, account, methods: ['pwd'], at: expect.any(String) });
    // By the real clock, whatever the program's day is.
    expect(Date.parse(signIn.at)).toBeLessThanOrEqual(before);
    expect(Date.parse(signIn.at)).toBeGreaterThan(before - 10 * 60_000);
  });

  it('shows what the token says, and nothing that it does not say', async () => {
    const at = Math.floor(Date.now() / 1000) - 60;
    const otp = await tokenSaying(api, lin, { auth_time: at, amr: ['pwd', 'otp', 'mfa'] });
    const [strong] = await actorsOf({ ...lin, token: otp });
    expect(strong.signIn).toEqual({
      issuer,
      account,
      methods: ['pwd', 'otp', 'mfa'],
      at: new Date(at * 1000).toISOString(),
    });
    const [silent] = await actorsOf({ ...lin, token: await tokenSaying(api, lin, {}) });
    expect(silent.signIn).toEqual({ issuer, account });
  });

  it('of two officers is known of the one who records: the other has not signed in', async () => {
    const shen = await engage('shen', 'officer');
    const { sha256 } = (await as(api, lin).upload('决定书.txt', '当场处罚决定书').expect(201)).body;
    const decided = await as(api, lin)
      .post('/v1/cases/summary-procedure/decide', onTheSpot([shen, lin], sha256))
      .expect(201);
    const id = decided.body.case;
    const { entries } = (await as(api, lin).get(`/v1/cases/${id}/history`).expect(200)).body;
    expect(entries[0].actors).toEqual([
      expect.not.objectContaining({ signIn: expect.anything() }),
      expect.objectContaining({ person: lin.person, signIn: expect.objectContaining({ account }) }),
    ]);
  });

  it('is the same in the registry, and a person’s own name says how they are signed in', async () => {
    const second = await secondAdministrator(api);
    const { items } = (await as(api, second).get(`/v1/people/${lin.person}/history`).expect(200)).body;
    const granted = items.find(
      ({ type }: { type: string }) => type === 'CapacityGranted' || type === 'ChangeProposed',
    );
    expect(granted.by).toMatchObject({ capacity: 'administrator', signIn: { issuer, methods: ['pwd'] } });
    const { body } = await as(api, lin).get('/v1/me').expect(200);
    expect(body.signIn).toMatchObject({ issuer, account, methods: ['pwd'] });
  });
});
