/** What has ended is refused by the provision that asks for it, with the day until which it was held. */
import { as, enter, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';

let api: Api;
let admin: Person;
let lin: Person;
let fang: Person;

beforeAll(async () => {
  const { engage, ...bureau } = await startBureau({}, '2026-03-10');
  ({ api, admin } = bureau);
  lin = await engage('lin', 'officer', { credentialTo: '2026-03-31' });
  fang = await engage('fang', 'legal-reviewer');
});
afterAll(() => api.close());

const endOf = async (of: Person, what: string, ended: object): Promise<void> => {
  await enter(api, admin, `/v1/people/${of.person}/${what}/end`, ended);
};
const refused = ({ body }: { body: { provisions: readonly { id: string; ended?: object }[] } }) =>
  body.provisions.map(({ id, ended }) => [id, ended]);
const lead = { source: '投诉', summary: '未明码标价' };

it('a qualification: who reviews for the first time is refused from the day after on', async () => {
  const opened = (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body;
  const opinion = async () =>
    refused(
      await as(api, fang)
        .post(`/v1/cases/${opened.case}/legal-review/give-opinion`, { opinion: 'agree' })
        .set('if-match', '"0"')
        .expect(409),
    );
  const unqualified = ['legal-review/first-time-reviewer-qualified', { number: 'A2019', on: '2026-03-10' }];
  await endOf(fang, 'qualification', { legalQualification: 'A2019', to: '2026-03-10' });
  expect((await opinion()).map(([id]) => id)).not.toContain(unqualified[0]);
  api.clock.moveTo(new Date('2026-03-11T01:00:00Z'));
  expect(await opinion()).toContainEqual(unqualified);
  const { body } = await as(api, admin).get(`/v1/people/${fang.person}`).expect(200);
  expect(body.legalQualification).toBeUndefined();
  expect(body.qualifications).toEqual([{ number: 'A2019', to: '2026-03-10' }]);
});

it('a credential that has run out, and a capacity', async () => {
  api.clock.moveTo(new Date('2026-04-02T01:00:00Z'));
  const receive = async () =>
    refused(await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(409));
  const runOut = ['capacity/officer-credential-valid', { number: '执-lin', on: '2026-03-31' }];
  expect(await receive()).toEqual([runOut]);
  await endOf(lin, 'capacities', { capacity: 'officer', to: '2026-04-01' });
  expect(await receive()).toContainEqual(['capacity/held-on-the-day', { on: '2026-04-01' }]);
});
